"""Turning columns of text into the types that were recorded for them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def to_first_days(texts: pd.Series, span: str) -> pd.Series:
    """Read quarters and weeks by their first day: 2024-Q3 is 2024-07-01, 2025-W02 the Monday 2025-01-06."""
    years, counts = texts.str.extract(r"(\d{4})")[0], texts.str.replace(r"\d{4}", "", n=1, regex=True).str.extract(r"(\d+)")[0]
    if span == "week":
        return pd.to_datetime(years + "-W" + counts.str.zfill(2) + "-1", format="%G-W%V-%u", errors="coerce", utc=True)
    months = counts.map({"1": "-01", "2": "-04", "3": "-07", "4": "-10"})
    return pd.to_datetime(years + months, format="%Y-%m", errors="coerce", utc=True)


def to_dates(cells: pd.Series, formats: list[str], english: dict[str, str] | None) -> pd.Series:
    """Read dates by the first format that fits; ``english`` gives the English names of months and weekdays."""
    places, words = pd.factorize(cells)
    texts = pd.Series(words, dtype="str").str.strip().str.replace(r"\b([AaPp])\. ?([Mm])\.", r"\1\2", regex=True)
    if english:
        texts = texts.str.replace(r"[^\W\d_]+", lambda word: english.get(word[0], word[0]), regex=True)
    dates = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[us]")
    for form in formats:
        if form in ("quarter", "week"):
            parsed = to_first_days(texts, form)
        else:
            parsed = pd.to_datetime(texts, format=form, errors="coerce", utc=True)
        dates = dates.fillna(parsed.dt.tz_localize(None).astype("datetime64[us]"))
    return pd.Series(dates.array.take(places, allow_fill=True), index=cells.index, name=cells.name)


def to_counted_dates(cells: pd.Series, unit: str, start: str, decimal: str) -> pd.Series:
    """Read dates that are counted in days, seconds or milliseconds from a start."""
    numbers = pd.to_numeric(cells.str.replace(decimal, ".", regex=False)).astype("float64")
    return (pd.Timestamp(start) + pd.to_timedelta(numbers, unit=unit)).astype("datetime64[us]").dt.round("ms")


def to_lengths(cells: pd.Series) -> pd.Series:
    """Read how long something lasts, in the unit of the last part: "1:30" is 90."""
    lengths = cells.str.replace(",", ".", regex=False).str.extract(r"([+-]?)(?:(\d+):)?(\d+):([\d.]+)")
    parts = lengths[[1, 2, 3]].astype("float64")
    total = parts[1].fillna(0) * 3600 + parts[2] * 60 + parts[3]
    return total.where(lengths[0] != "-", -total)


def plain_amounts(cells: pd.Series, decimal: str) -> pd.Series:
    """Leave the digits of amounts: brackets or a minus at the end mean negative, other marks say nothing of the value."""
    trimmed = cells.str.strip()
    negative = trimmed.str.contains(r"^\(.*\)$|[-−]$|^\D*[-−]", regex=True, na=False)
    trimmed = trimmed.str.replace(r"(\d)\s*[(\[](?:note )?\w{1,3}[)\]]$", r"\1", regex=True)  # footnotes
    trimmed = trimmed.str.replace(r"[^\W\d_]+[\d²³]?(?:/[^\W\d_]+[\d²³]?)?\.?", "", regex=True)
    trimmed = trimmed.str.replace(r"[^\d.]" if decimal == "." else r"[^\d,]", "", regex=True)
    return trimmed.where(~negative, "-" + trimmed)


def to_numbers(cells: pd.Series, kind: str, decimal: str) -> pd.Series:
    """Read numbers; raises ValueError where one of a column of whole numbers is not whole."""
    texts = plain_amounts(cells, decimal) if "amount" in kind else cells.str.strip()
    numbers = pd.to_numeric(texts.str.replace(decimal, ".", regex=False))
    if kind == "scaled amount":
        scales = cells.str.strip().str.extract(r"([a-zA-Z])[a-z]?$")[0].str.lower()
        return (numbers * scales.map({"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}).fillna(1.0)).round(6)
    if kind == "debit amount":
        return numbers.where(~cells.str.strip().str.contains(r"(?i)\d\s*(?:dr|db|[sd])\.?$", regex=True, na=False), -numbers).astype("float64")
    if kind not in ("integer", "padded integer", "whole amount"):
        return numbers.astype("float64")
    if (numbers % 1 != 0).any():
        raise ValueError(f"{cells.name!r} has a cell that is no whole number")
    return numbers.astype("int64")


def convert_cells(cells: pd.Series, kind: str, decimal: str, missing: list[str], spelling: dict[str, str] | None) -> pd.Series:
    """Turn a column of text into the recorded type; what stands for missing becomes missing."""
    empty = cells.isin(missing)
    cells = cells.mask(empty) if empty.any() else cells
    if kind.startswith("date:"):
        return to_dates(cells, kind.removeprefix("date:").split("|"), spelling)
    cells = cells.replace(spelling) if spelling else cells
    if kind == "text":
        return cells
    if kind == "boolean":
        return (cells.str.strip().str.lower() == "true").astype("bool")
    if kind == "duration":
        return to_lengths(cells)
    if " since " in kind:
        return to_counted_dates(cells, *kind.split(" since "), decimal)
    return to_numbers(cells, kind, decimal)


def convert_columns(
    texts: dict[str, pd.Series],
    kinds: dict[str, str],
    *,
    fill_down: Sequence[str] = (),
    strip: bool = False,
    decimal: str = ".",
    missing: Sequence[str] = ("",),
    missing_numbers: Sequence[str] = (),
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Turn columns of text into the types recorded for them; gaps of those to ``fill_down`` take the cell above."""
    made: dict[str, pd.Series] = {}
    for name, cells in texts.items():
        kind = kinds[name]
        cells = cells.str.strip() if strip else cells
        cells = cells.mask(cells == "").ffill() if name in fill_down else cells
        tokens = [*missing] if kind == "text" else [*missing, *missing_numbers]
        made[name] = convert_cells(cells, kind, decimal, tokens, spellings.get(name))
    return pd.DataFrame(made, copy=False)
