"""Writes the prepared table, as it stands after the steps, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
"""What a spreadsheet takes for the beginning of a formula."""


def write_prepared(table: pd.DataFrame, target: Path, stem: str) -> list[Path]:
    """Writes the table as CSV, with text that a spreadsheet would calculate made plain, and as Parquet, exactly."""
    csv, parquet = target / f"{stem}-data.csv", target / f"{stem}-data.parquet"
    for_spreadsheets(table).to_csv(csv, index=False)
    table.to_parquet(parquet, index=False)
    return [csv, parquet]


def for_spreadsheets(table: pd.DataFrame) -> pd.DataFrame:
    """Puts an apostrophe before text cells and names that begin like a formula; numbers stay numbers."""
    columns = {}
    for name in table.columns:
        column = table[name]
        texts = column.dtype.kind not in "iufbMmc"
        columns[plain_cell(str(name))] = column.map(plain_cell, na_action="ignore") if texts else column
    return type(table)(columns, index=table.index)


def plain_cell(value: Any) -> Any:
    """Makes one cell harmless where it is text that begins like a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS_FORMULA) else value
