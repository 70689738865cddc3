"""Reading a regular delimited text file: every row has the same number of cells."""

from __future__ import annotations

import io
import zipfile

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv


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


def read_cells(
    path: str,
    types: dict[str, pa.DataType],
    *,
    encoding: str,
    compression: str | None,
    member: str | None,
    delimiter: str,
    quotechar: str | None,
    escapechar: str | None,
    header: bool,
    decimal: str,
    missing: list[str],
) -> pd.DataFrame:
    """Read the cells of each column as its type; raises ValueError where a cell or the width of a record does not fit."""
    with pa.input_stream(unzipped(path, member) if member else path, compression=compression) as file:
        table = arrow_csv.read_csv(
            file,
            read_options=arrow_csv.ReadOptions(
                column_names=list(types),
                skip_rows_after_names=int(header),
                encoding=encoding.removesuffix("-sig"),  # a mark at the beginning is skipped anyway
                block_size=1 << 22,
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter,
                quote_char=quotechar or False,
                escape_char=escapechar or False,
                newlines_in_values=True,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=types, null_values=missing, strings_can_be_null=False, decimal_point=decimal
            ),
        )
    for name, column in zip(table.column_names, table.columns, strict=True):
        if pa.types.is_integer(column.type) and column.null_count:
            raise ValueError(f"{name!r} has a gap, and is to hold whole numbers")
        if pa.types.is_floating(column.type) and pc.any(pc.is_nan(column)).as_py():
            raise ValueError(f"{name!r} has a word for missing that is not among {missing}")
    return table.to_pandas(self_destruct=True)


def read_delimited(
    path: str,
    *,
    columns: dict[str, str],
    encoding: str = "utf-8",
    compression: str | None = None,
    member: str | None = None,
    delimiter: str = ",",
    quotechar: str | None = '"',
    escapechar: str | None = None,
    header: bool = True,
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read a delimited text file with the recorded names and types of its columns."""
    text = dict.fromkeys(columns, pa.large_string())
    plain = {} if strip else {"integer": pa.int64(), "number": pa.float64()}
    types = {name: plain.get(kind, pa.large_string()) for name, kind in columns.items()}
    given = {
        "encoding": encoding,
        "compression": compression,
        "member": member,
        "delimiter": delimiter,
        "quotechar": quotechar,
        "escapechar": escapechar,
        "header": header,
        "decimal": decimal,
        "missing": missing + missing_numbers,
    }
    try:
        frame = read_cells(path, types, **given)
    except ValueError:  # a number in an unusual spelling, such as +5
        types, frame = text, read_cells(path, text, **given)
    made: dict[str, pd.Series] = {}
    for name, kind in columns.items():
        if types[name] != pa.large_string():
            made[name] = frame[name]
        elif kind != "ignore":
            cells = frame[name].str.strip() if strip else frame[name]
            tokens = missing if kind == "text" else missing + missing_numbers
            made[name] = convert_cells(cells, kind, decimal, tokens, spellings.get(name))
    return pd.DataFrame(made, copy=False)
