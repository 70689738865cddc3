"""Reading a Parquet file."""

from __future__ import annotations

import pandas as pd


def read_parquet_table(path: str, *, columns: dict[str, str]) -> pd.DataFrame:
    """Read a Parquet file with the recorded names and plain types of its columns."""
    table = pd.read_parquet(path, engine="pyarrow")
    if not isinstance(table.index, pd.RangeIndex):
        table = table.reset_index()
    table.columns = pd.Index(list(columns))
    made: dict[str, pd.Series] = {}
    for name, kind in columns.items():
        cells = table[name].reset_index(drop=True)
        if kind == "date":
            made[name] = pd.to_datetime(cells, utc=True).dt.tz_localize(None).astype("datetime64[us]")
        elif kind == "integer":
            made[name] = cells.astype("int64")
        elif kind == "number":
            made[name] = pd.to_numeric(cells.astype(object).where(cells.notna())).astype("float64")
        elif kind == "boolean":
            made[name] = cells.astype("bool")
        elif cells.dtype == "str":
            made[name] = cells
        else:
            words = cells.astype(object)
            made[name] = words.where(words.isna(), words.map(str)).astype("str")
    return pd.DataFrame(made, copy=False)
