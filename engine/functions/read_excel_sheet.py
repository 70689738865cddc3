"""Reading one sheet of an Excel workbook."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd

from engine.functions.convert_columns import convert_columns


def cell_text(cell: Any) -> str:
    """Write a cell as text; how long something lasted in hours, however many they are."""
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return "" if cell is None else str(cell)


def sheet_texts(path: str, sheet: str) -> list[list[str]]:
    """Read the cells of a sheet as text, row by row."""
    grid = pd.read_excel(path, sheet_name=sheet, header=None, engine="calamine", dtype=object, na_filter=False)
    return [list(map(cell_text, row)) for row in grid.to_numpy(dtype=object)]


def table_of_texts(
    texts: list[list[str]], columns: dict[str, str], first_column: int = 0, skip_rows: int = 1, rows: int | None = None
) -> dict[str, pd.Series]:
    """Take the columns of a table out of the cells of a sheet, still as text."""
    filled = [row for row in texts if any(cell.strip() for cell in row)]
    table = filled[skip_rows:] if rows is None else filled[skip_rows : skip_rows + rows]
    places = {name: place for place, (name, kind) in enumerate(columns.items(), first_column) if kind != "ignore"}
    return {name: pd.Series([row[place] for row in table], dtype="str") for name, place in places.items()}


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
    table = table_of_texts(sheet_texts(path, sheet), columns, first_column, skip_rows, rows)
    return convert_columns(
        table,
        columns,
        fill_down=fill_down,
        strip=strip,
        decimal=decimal,
        missing=missing,
        missing_numbers=missing_numbers,
        spellings=spellings,
    )
