"""Understanding an Excel workbook: which sheet, where its header is."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from engine.errors import Refusal
from engine.functions.read_excel_sheet import read_excel_sheet
from engine.ingest.column_types import find_types
from engine.ingest.layout import Layout, find_layout, say_layout
from engine.ingest.limits import UNPACKED_BYTES, UNPACKED_RATIO, WORKBOOK_CELLS, WORKBOOK_ENTRIES, check_size
from engine.ingest.names import kinds_by_name, make_names, say_nameless
from engine.ingest.reading import Reading

REFERENCE = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d{1,7})["']""")
DAMAGE = (CalamineError, ZipError, XmlError, PasswordError, WorksheetNotFound, OSError, ValueError, KeyError)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def understand_workbook(path: Path, name: str, hints: dict[str, Any]) -> Reading:
    """Choose the sheet, find its table and read it."""
    _refuse_bombs(path, name)
    try:
        book = CalamineWorkbook.from_path(str(path))
        visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        sheet, said = _choose_sheet(book, visible or book.sheet_names, hints.get("sheet"), name)
        grid = _texts(path, sheet)
    except Refusal:
        raise
    except BaseException as error:
        # A panic of the Excel parser is no ordinary exception, and bears no name that could be imported.
        if not isinstance(error, DAMAGE) and type(error).__name__ != "PanicException":
            raise
        raise Refusal(
            "damaged_file",
            f"{name} is a damaged Excel file: {error}.",
            "Open it in a spreadsheet program and save it again.",
        ) from error
    return _understand_grid(
        path, name, sheet, grid, said, hints, book.get_sheet_by_name(sheet).merged_cell_ranges or []
    )


def _texts(path: Path, sheet: str) -> list[list[str]]:
    grid = pd.read_excel(path, sheet_name=sheet, header=None, engine="calamine", dtype=object, na_filter=False)
    return [[str(cell) if cell is not None else "" for cell in row] for row in grid.to_numpy(dtype=object)]


def _understand_grid(
    path: Path,
    name: str,
    sheet: str,
    grid: list[list[str]],
    said: list[str],
    hints: dict[str, Any],
    merged: list[tuple[tuple[int, int], tuple[int, int]]],
) -> Reading:
    numbered = [(place, row) for place, row in enumerate(grid) if any(cell.strip() for cell in row)]
    if not numbered:
        raise Refusal("empty_file", f"The sheet {sheet!r} of {name} is empty.", "Choose another sheet.")
    left = min(next(place for place, cell in enumerate(row) if cell.strip()) for _, row in numbered)
    right = max(max(place for place, cell in enumerate(row) if cell.strip()) for _, row in numbered) + 1
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
        raise Refusal("no_rows", f"The sheet {sheet!r} of {name} has no rows of data.", "Choose another sheet.")
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
    arguments: dict[str, Any] = {
        "columns": kinds_by_name(names, types.kinds, layout.header, columns),
        "sheet": sheet,
        "skip_rows": layout.skip,
        "missing": sorted(types.missing | {""}),
    }
    optional = {
        "first_column": left,
        "rows": layout.rows if layout.foot or layout.other else None,
        "fill_down": fill_down,
        "strip": types.strip,
        "missing_numbers": sorted(types.missing_numbers - types.missing),
        "spellings": types.spellings,
    }
    arguments |= {key: value for key, value in optional.items() if value}
    if types.decimal != ".":
        arguments["decimal"] = types.decimal
    frame = read_excel_sheet(str(path), **arguments)
    said = said + say_layout(records, layout) + changed + say_nameless(layout.header, arguments["columns"]) + types.said
    return Reading(read_excel_sheet, arguments, frame, said, layout.header is None, types.ambiguous)


def _choose_sheet(book: CalamineWorkbook, names: list[str], wanted: Any, file: str) -> tuple[str, list[str]]:
    """Take the wanted sheet by name or number, or the first visible one that has cells."""
    listed = ", ".join(repr(name) for name in names[:10])
    if wanted is not None:
        by_name = {name.strip().lower(): name for name in book.sheet_names}
        word = str(wanted).strip().lower()
        number = ORDINALS.get(word, int(word) if word.lstrip("-").isdigit() else 0)
        if word in by_name:
            return by_name[word], [f"Read the sheet {by_name[word]!r}, as you said."]
        if number and abs(number) <= len(names):
            chosen = names[number - 1 if number > 0 else number]
            return chosen, [f"Read the sheet {chosen!r}, as you said; the workbook has {len(names)}: {listed}."]
        raise Refusal("unknown_sheet", f"{file} has no sheet {wanted!r}.", f"Its sheets are {listed}.")
    sheets = [(name, book.get_sheet_by_name(name)) for name in names]
    # A sheet of one column or row, such as words on a cover, is taken only where there is no better one.
    for least in (2, 1):
        for name in (name for name, sheet in sheets if sheet.height >= least and sheet.width >= least):
            said = [f"Read the sheet {name!r}; the workbook has {len(names)}: {listed}."] if len(names) > 1 else []
            return name, said
    raise Refusal("empty_file", f"The workbook {file} has no sheet with cells in it.", "Save it again with its table.")


def _filled_down(
    numbered: list[tuple[int, list[str]]], left: int, names: list[str], merged: list[tuple[tuple[int, int], tuple[int, int]]]
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
    numbered: list[tuple[int, list[str]]], skip: int, width: int, merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> int | None:
    """Give the row of names over names: one with cells merged sideways, though not over the whole table as a title."""
    for (top, first), (bottom, last) in merged:
        if top != bottom or not 0 < last - first < width - 1:
            continue
        for place in (skip - 1, skip - 2):
            if 0 <= place < len(numbered) - 1 and numbered[place][0] == top:
                return top
    return None


def _spread(row: list[str], place: int, merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[str]:
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


def _refuse_bombs(path: Path, name: str) -> None:
    """Unpack the workbook in small steps and refuse one that grows too big, before it is parsed."""
    if not zipfile.is_zipfile(path):
        return
    too_large = Refusal(
        "too_large_unpacked",
        f"{name} unpacks to far more than a workbook should (over {UNPACKED_BYTES // 1024**2} MB or "
        f"{UNPACKED_RATIO} times its size).",
        "Save the sheet as CSV and upload that.",
    )
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            packed = max(1, path.stat().st_size)
            if len(entries) > WORKBOOK_ENTRIES or total > UNPACKED_BYTES:
                raise too_large
            if total > UNPACKED_RATIO * packed and total > 1_000_000:
                raise too_large
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    _check_part(archive, entry, name, too_large)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise Refusal("damaged_file", f"{name} is a damaged Excel file: {error}.", "Save it again.") from error


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, too_large: Refusal) -> None:
    """Refuse a document type declaration, a part larger than it says, and a sheet of too many cells."""
    read, rest, rows, columns = 0, b"", 0, 0
    with archive.open(entry) as part:
        while piece := part.read(1 << 20):
            read += len(piece)
            if read > entry.file_size:
                raise too_large
            if read == len(piece) and b"<!DOCTYPE" in piece[:4096]:
                raise Refusal(
                    "document_type", f"{name} holds an XML document type, which no workbook needs.", "Save it again."
                )
            if entry.filename.startswith("xl/worksheets/"):
                for letters, number in REFERENCE.findall(rest + piece):
                    rows = max(rows, int(number))
                    columns = max(columns, _column_number(letters))
                rows = max([rows, *map(int, ROW.findall(rest + piece))])
                rest = piece[-200:]
    if rows * columns > WORKBOOK_CELLS:
        check_size(rows, columns, WORKBOOK_CELLS)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
