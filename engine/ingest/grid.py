"""Understanding a grid of cells, such as a sheet of a workbook or a table of a web page: where the table in it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from engine.errors import Refusal
from engine.ingest.column_types import find_types
from engine.ingest.layout import Layout, find_layout, say_layout
from engine.ingest.limits import WORKBOOK_CELLS, check_size
from engine.ingest.names import kinds_by_name, make_names, say_nameless
from engine.ingest.reading import Reading

FEWEST_ROWS = 3
Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Grid:
    """The cells as text, the ranges of those that are merged, and how the grid is called in a sentence."""

    texts: list[list[str]]
    merged: list[Range]
    called: str


@dataclass(frozen=True)
class Table:
    """The table in a grid: the arguments that read it, and what is to be said of it."""

    arguments: dict[str, Any]
    said: list[str]
    invented_names: bool
    ambiguous: dict[str, str]


def read_table(read: Callable[..., pd.DataFrame], path: Path, table: Table) -> Reading:
    """Read the table of a file by a function that takes its arguments."""
    return Reading(read, table.arguments, read(str(path), **table.arguments), table.said, table.invented_names, table.ambiguous)


def find_table(whole: Grid, base: dict[str, Any], said: list[str], hints: dict[str, Any]) -> Table:
    """Find the table in a grid; ``base`` are the arguments that say where in the file the grid is.

    It is read by itself afterwards, so that the memory of the grid can be given up first.
    """
    grid, merged = whole.texts, whole.merged
    numbered = [(place, row) for place, row in enumerate(grid) if any(cell.strip() for cell in row)]
    if not numbered:
        raise Refusal("empty_file", f"{whole.called} is empty.", "Choose another sheet.")
    left = min(next(place for place, cell in enumerate(row) if cell.strip()) for _, row in numbered)
    right = max(max(place for place, cell in enumerate(row) if cell.strip()) for _, row in numbered) + 1
    left, right, beside = _largest_part(grid, left, right)
    if beside:
        numbered = numbered[: max(place for place, (_, row) in enumerate(numbered, 1) if any(cell.strip() for cell in row[left:right]))]
        said = [*said, f"There is another table beside, with {beside}, which was left out. To use it, save it as a file of its own."]
    records = [row[left:right] for _, row in numbered]
    check_size(len(records), right - left, WORKBOOK_CELLS)
    gaps = {place for place in range(1, len(numbered)) if numbered[place][0] > numbered[place - 1][0] + 1}
    layout = find_layout(records, hints.get("header"), gaps=gaps)
    upper = _upper_header(numbered, layout.skip, right - left, merged)
    if layout.header is not None and upper is not None and layout.header_rows == 1:
        header_at = layout.skip - 1 if upper < numbered[layout.skip - 1][0] else layout.skip
        groups = _spread(grid[numbered[header_at - 1][0]], numbered[header_at - 1][0], merged)[left:right]
        _join_groups(layout, header_at, groups, records[header_at])
    if layout.rows < 1:
        raise Refusal("no_rows", f"{whole.called} has no rows of data.", "Choose another sheet.")
    names, changed = make_names(layout.header or [f"column_{place}" for place in range(1, layout.width + 1)])
    rows = records[layout.skip : layout.skip + layout.rows]
    columns = [pa.array([row[place] for row in rows], pa.large_string()) for place in range(right - left)]
    fill_down = _filled_down(numbered[layout.skip : layout.skip + layout.rows], left, names, merged)
    for place, name in enumerate(names):
        if name in fill_down:
            filled = pd.Series([row[place] for row in rows], dtype="str")
            columns[place] = pa.array(filled.mask(filled == "").ffill(), pa.large_string())
    if fill_down:
        said = [*said, f"Cells merged over several rows hold for each of them: {', '.join(map(repr, fill_down))}."]
    types = find_types(names, columns, hints.get("decimal"), hints.get("date_order"))
    arguments: dict[str, Any] = base | {
        "columns": kinds_by_name(names, types.kinds, layout.header, columns),
        "skip_rows": layout.skip,
        "missing": sorted(types.missing | {""}),
    }
    optional = {
        "first_column": left,
        "rows": layout.rows if layout.foot or layout.other or beside else None,
        "fill_down": fill_down,
        "strip": types.strip,
        "missing_numbers": sorted(types.missing_numbers - types.missing),
        "spellings": types.spellings,
    }
    arguments |= {key: value for key, value in optional.items() if value}
    if types.decimal != ".":
        arguments["decimal"] = types.decimal
    said = said + say_layout(records, layout) + changed + say_nameless(layout.header, arguments["columns"]) + types.said
    return Table(arguments, said, layout.header is None, types.ambiguous)


def _largest_part(grid: list[list[str]], left: int, right: int) -> tuple[int, int, str]:
    """Give where the largest of several tables side by side begins and ends, and the names in the others.

    Columns without any cell keep tables apart where these are of different length; otherwise they only make room.
    """
    filled = [[bool(row[place].strip()) for row in grid] for place in range(left, right)]
    parts: list[list[int]] = [[]]
    for place, cells in enumerate(filled, left):
        if any(cells):
            parts[-1].append(place)
        elif parts[-1]:
            parts.append([])
    parts = [part for part in parts if part]
    rows = [[number for number, row in enumerate(grid) if any(row[place].strip() for place in part)] for part in parts]
    if len(parts) == 1 or any(len(part) < 2 or len(found) < FEWEST_ROWS for part, found in zip(parts, rows, strict=True)):
        return left, right, ""
    if len({found[-1] for found in rows}) == 1:
        return left, right, ""
    best = max(range(len(parts)), key=lambda number: sum(sum(filled[place - left]) for place in parts[number]))
    others = [grid[found[0]][place].strip() for number, (part, found) in enumerate(zip(parts, rows, strict=True)) if number != best for place in part]
    return parts[best][0], parts[best][-1] + 1, ", ".join(repr(name[:40]) for name in others if name)[:200]


def _filled_down(
    numbered: list[tuple[int, list[str]]], left: int, names: list[str], merged: list[Range]
) -> list[str]:
    """Name the columns whose empty cells all lie within cells that are merged downwards."""
    within = {
        (row, first) for (top, first), (bottom, last) in merged if first == last for row in range(top + 1, min(bottom, top + 100_000) + 1)
    }
    found = []
    for place, name in enumerate(names, left):
        empty = [(number, place) for number, row in numbered if not row[place].strip()]
        if empty and all(cell in within for cell in empty):
            found.append(name)
    return found


def _upper_header(
    numbered: list[tuple[int, list[str]]], skip: int, width: int, merged: list[Range]
) -> int | None:
    """Give the row of names over names: one with cells merged sideways, though not over the whole table as a title."""
    for (top, first), (bottom, last) in merged:
        if top != bottom or not 0 < last - first < width - 1:
            continue
        for place in (skip - 1, skip - 2):
            if 0 <= place < len(numbered) - 1 and numbered[place][0] == top:
                return top
    return None


def _spread(row: list[str], place: int, merged: list[Range]) -> list[str]:
    """Repeat the text of cells merged sideways in all of their columns."""
    spread = list(row)
    for (top, first), (bottom, last) in merged:
        if top <= place <= bottom and last > first and first < len(row):
            for column in range(first, min(last + 1, len(row))):
                spread[column] = row[first]
    return spread


def _join_groups(layout: Layout, header_at: int, groups: list[str], names: list[str]) -> None:
    """Give the columns the names at this record, each after the name of its group in the record above."""
    if header_at == layout.skip:
        layout.rows -= 1
    layout.skip, layout.preamble, layout.header_rows = header_at + 1, header_at - 1, 2
    layout.header = [_joined(group, cell) for group, cell in zip(groups, names, strict=True)]


def _joined(group: str, name: str) -> str:
    group, name = group.strip(), name.strip()
    return f"{group} {name}" if group and name and group != name else group or name
