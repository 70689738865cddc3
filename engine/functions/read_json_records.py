"""Reading a table out of JSON: records, JSON lines or columns."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Sequence
from typing import Any

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


def unzipped(path: str, member: str) -> io.BytesIO:
    """Open a file of a ZIP archive, or the first where none is called so."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return io.BytesIO(archive.read(member if member in names else names[0]))


def flatten(record: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Write a record's values as text; a nested object becomes columns such as ``who.name``, a list its JSON."""
    flat: dict[str, str] = {}
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and value:
            flat.update(flatten(value, f"{name}."))
        elif value is None:
            flat[name] = ""
        else:
            flat[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return flat


def mend_surrogates(text: str) -> str:
    """Replace each escaped half of a character in JSON by U+FFFD; it keeps its length, and whole pairs stay."""
    pair = r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    return re.sub(rf"({pair})|\\u[dD][89a-fA-F][0-9a-fA-F]{{2}}", lambda match: match[1] or r"\ufffd", text)


def records_of(text: str, layout: str, inside: Sequence[str | int] = (), start: int = 0) -> list[dict[str, Any]]:
    """Give the records of a JSON text, whichever way they are laid out; ``start`` is where the JSON begins."""
    if layout == "lines":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    data = json.JSONDecoder().raw_decode(text, start)[0] if start else json.loads(text)
    for key in inside:
        data = data[key]
    if layout == "records":
        return list(data)
    if layout == "keyed":
        return [{"key": key} | record for key, record in data.items()]
    if layout == "split":
        return [dict(zip(data["columns"], row, strict=True)) for row in data["data"]]
    if layout == "rows":
        return [{str(place): cell for place, cell in enumerate(row)} for row in data]
    keys = {name: cells if isinstance(cells, dict) else dict(enumerate(cells)) for name, cells in data.items()}
    labels = list(dict.fromkeys(label for cells in keys.values() for label in cells))
    return [{name: cells.get(label) for name, cells in keys.items()} for label in labels]


def read_json_records(
    path: str,
    *,
    columns: dict[str, str],
    keys: dict[str, str] = {},  # noqa: B006 - read, never changed
    encoding: str = "utf-8",
    errors: str = "strict",
    compression: str | None = None,
    member: str | None = None,
    layout: str = "records",
    inside: list[str | int] = [],  # noqa: B006 - read, never changed
    start: int = 0,
    skip_records: int = 0,
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read JSON with the recorded names and types of its columns; ``keys`` says where a name differs from its key."""
    with unzipped(path, member) if member else gzip.open(path) if compression == "gzip" else open(path, "rb") as file:
        text = mend_surrogates(file.read().decode(encoding, errors).removeprefix("\ufeff"))
    table = [flatten(record) for record in records_of(text, layout, inside, start)[skip_records:]]
    made: dict[str, pd.Series] = {}
    for name, kind in columns.items():
        key = keys.get(name, name)
        cells = pd.Series([record.get(key, "") for record in table], dtype="str")
        cells = cells.str.strip() if strip else cells
        tokens = missing if kind == "text" else missing + missing_numbers
        made[name] = convert_cells(cells, kind, decimal, tokens, spellings.get(name))
    return pd.DataFrame(made)
