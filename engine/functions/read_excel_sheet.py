"""Reading one sheet of an Excel workbook."""

from __future__ import annotations

import pandas as pd


def convert_cells(
    cells: pd.Series, kind: str, decimal: str, missing: list[str], spelling: dict[str, str] | None = None
) -> pd.Series:
    """Turn a column of text into the recorded type; what stands for missing becomes missing."""
    empty = cells.isin(missing)
    cells = cells.mask(empty) if empty.any() else cells
    cells = cells.replace(spelling) if spelling and not kind.startswith("date:") else cells
    if kind == "text":
        return cells
    if kind == "boolean":
        return (cells.str.strip().str.lower() == "true").astype("bool")
    if kind.startswith("date:"):
        places, words = pd.factorize(cells)
        texts = pd.Series(words, dtype="str").str.strip()
        if spelling:
            # Here it gives the English names of months.
            texts = texts.str.replace(r"[^\W\d_]+", lambda word: spelling.get(word[0], word[0]), regex=True)
        dates = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[us]")
        for form in kind.removeprefix("date:").split("|"):
            parsed = pd.to_datetime(texts, format=form, errors="coerce", utc=True).dt.tz_localize(None)
            dates = dates.fillna(parsed.astype("datetime64[us]"))
        return dates.reindex(places).set_axis(cells.index)
    if kind == "duration":
        # Seconds if the last part counts seconds: "1:30" is 90.
        lengths = cells.str.replace(",", ".", regex=False).str.extract(r"([+-]?)(?:(\d+):)?(\d+):([\d.]+)")
        parts = lengths[[1, 2, 3]].astype("float64")
        total = parts[1].fillna(0) * 3600 + parts[2] * 60 + parts[3]
        return total.where(lengths[0] != "-", -total)
    if " since " in kind:
        unit, start = kind.split(" since ")
        numbers = pd.to_numeric(cells.str.replace(decimal, ".", regex=False)).astype("float64")
        return (pd.Timestamp(start) + pd.to_timedelta(numbers, unit=unit)).astype("datetime64[us]").dt.round("ms")
    trimmed = cells.str.strip()
    if kind == "scaled amount":
        scales = trimmed.str.extract(r"([a-zA-Z])[a-z]?$")[0].str.lower()
        factor = scales.map({"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}).fillna(1.0)
        return (convert_cells(cells, "amount", decimal, []) * factor).round(6)
    if "amount" in kind:
        # Brackets or a minus at the end mean negative; currency, percent, units and thousands marks say nothing of the value.
        negative = trimmed.str.contains(r"^\(.*\)$|[-−]$|^\D*[-−]", regex=True, na=False)
        trimmed = trimmed.str.replace(r"(\d)\s*[(\[](?:note )?\w{1,3}[)\]]$", r"\1", regex=True)  # footnotes
        trimmed = trimmed.str.replace(r"[^\W\d_]+[\d²³]?(?:/[^\W\d_]+[\d²³]?)?\.?", "", regex=True)
        trimmed = trimmed.str.replace(r"[^\d.]" if decimal == "." else r"[^\d,]", "", regex=True)
        trimmed = trimmed.where(~negative, "-" + trimmed)
    numbers = pd.to_numeric(trimmed.str.replace(decimal, ".", regex=False))
    if kind not in ("integer", "padded integer", "whole amount"):
        return numbers.astype("float64")
    if (numbers % 1 != 0).any():
        raise ValueError(f"{cells.name!r} has a cell that is no whole number")
    return numbers.astype("int64")


def read_excel_sheet(
    path: str,
    *,
    columns: dict[str, str],
    sheet: str,
    first_column: int = 0,
    skip_rows: int = 1,
    rows: int | None = None,
    fill_down: list[str] = [],  # noqa: B006 - read, never changed
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read a sheet with the recorded names and types of its columns; rows with no cell filled are skipped."""
    grid = pd.read_excel(path, sheet_name=sheet, header=None, engine="calamine", dtype=object, na_filter=False)
    texts = [[str(cell) if cell is not None else "" for cell in row] for row in grid.to_numpy(dtype=object)]
    filled = [row for row in texts if any(cell.strip() for cell in row)]
    table = filled[skip_rows:] if rows is None else filled[skip_rows : skip_rows + rows]
    made: dict[str, pd.Series] = {}
    for position, (name, kind) in enumerate(columns.items(), first_column):
        if kind == "ignore":
            continue
        cells = pd.Series([row[position] for row in table], dtype="str")
        cells = cells.str.strip() if strip else cells
        cells = cells.mask(cells == "").ffill() if name in fill_down else cells
        tokens = missing if kind == "text" else missing + missing_numbers
        made[name] = convert_cells(cells, kind, decimal, tokens, spellings.get(name))
    return pd.DataFrame(made)
