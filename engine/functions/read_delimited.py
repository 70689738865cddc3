"""Reading a regular delimited text file: every row has the same number of cells."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from engine.functions.convert_columns import convert_columns
from engine.functions.unzipped import unzipped


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
) -> pa.Table:
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
                newlines_in_values=bool(quotechar or escapechar),
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
    return table


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
        table = read_cells(path, types, **given)
    except ValueError:  # a number in an unusual spelling, such as +5
        types, table = text, read_cells(path, text, **given)
    frame = table.to_pandas(self_destruct=True)
    kept = [name for name, kind in columns.items() if kind != "ignore"]
    converted = convert_columns(
        {name: frame[name] for name in kept if types[name] == pa.large_string()},
        columns,
        strip=strip,
        decimal=decimal,
        missing=missing,
        missing_numbers=missing_numbers,
        spellings=spellings,
    )
    return pd.DataFrame({name: converted[name] if name in converted else frame[name] for name in kept}, copy=False)
