"""Understanding an Excel workbook: which sheet, where its header is."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from engine.errors import Refusal
from engine.functions.convert_columns import convert_columns
from engine.functions.read_excel_sheet import read_excel_sheet, sheet_texts, table_of_texts
from engine.ingest.bombs import refuse_bombs
from engine.ingest.grid import Grid, find_table
from engine.ingest.reading import Reading

DAMAGE = (CalamineError, ZipError, XmlError, PasswordError, WorksheetNotFound, OSError, ValueError, KeyError)
COVER_ROWS = 15
LARGEST_SHEET = 50 * 1024**2
UNCOMPUTED = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>|</c>)")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def understand_workbook(path: Path, name: str, hints: dict[str, Any]) -> Reading:
    """Choose the sheet, find its table and read it."""
    refuse_bombs(path, name)
    try:
        book = CalamineWorkbook.from_path(str(path))
        visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        sheet, said = _choose_sheet(book, visible or book.sheet_names, hints.get("sheet"), name)
        merged = sheet.merged_cell_ranges or []
        called = sheet.name
        del book, sheet
        texts = sheet_texts(str(path), called)
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
    table = find_table(Grid(texts, merged, f"The sheet {called!r} of {name}"), {"sheet": called}, said, hints)
    where = {name: table.arguments[name] for name in ("columns", "first_column", "skip_rows", "rows") if name in table.arguments}
    how = {name: value for name, value in table.arguments.items() if name not in {*where, "sheet"}}
    frame = convert_columns(table_of_texts(texts, **where), table.arguments["columns"], **how)  # as read_excel_sheet reads it
    empty = [column for column, cells in frame.items() if cells.isna().all()]
    warnings = [*table.said, *say_uncomputed(path, empty)]
    return Reading(read_excel_sheet, table.arguments, frame, warnings, table.invented_names, table.ambiguous)


def say_uncomputed(path: Path, empty: Sequence[str]) -> list[str]:
    """Say that columns may be empty because a program wrote their formulas without any result."""
    if not empty or not zipfile.is_zipfile(path):
        return []
    with zipfile.ZipFile(path) as archive:
        sheets = [entry for entry in archive.infolist() if entry.filename.startswith("xl/worksheets/") and entry.file_size <= LARGEST_SHEET]
        if not any(UNCOMPUTED.search(archive.read(entry)) for entry in sheets):
            return []
    listed = ", ".join(map(repr, empty[:5]))
    return [f"{listed} came out empty, and the workbook has formulas without a result: open it in a spreadsheet program, save it, and load it again."]


def _is_cover(sheet: CalamineSheet) -> bool:
    """Say whether a sheet holds but a few words, such as a title, who made it and when."""
    rows = [sum(cell != "" for cell in row) for row in sheet.to_python(nrows=COVER_ROWS + 1)] if sheet.height <= COVER_ROWS else []
    return sheet.height <= COVER_ROWS and max(rows, default=0) <= 2 and sheet.height > 0


def _choose_sheet(book: CalamineWorkbook, names: list[str], wanted: Any, file: str) -> tuple[CalamineSheet, list[str]]:
    """Take the wanted sheet by name or number, or the first visible one that has cells."""
    listed = ", ".join(repr(name) for name in names[:10])
    if wanted is not None:
        by_name = {name.strip().lower(): name for name in book.sheet_names}
        word = str(wanted).strip().lower()
        number = ORDINALS.get(word, int(word) if word.lstrip("-").isdigit() else 0)
        if word in by_name:
            return book.get_sheet_by_name(by_name[word]), [f"Read the sheet {by_name[word]!r}, as you said."]
        if number and abs(number) <= len(names):
            chosen = names[number - 1 if number > 0 else number]
            return book.get_sheet_by_name(chosen), [f"Read the sheet {chosen!r}, as you said; the workbook has {len(names)}: {listed}."]
        raise Refusal("unknown_sheet", f"{file} has no sheet {wanted!r}.", f"Its sheets are {listed}.")
    sheets = [(name, book.get_sheet_by_name(name)) for name in names]
    if sheets[1:] and _is_cover(sheets[0][1]):
        sheets = [*sheets[1:], sheets[0]] if any(not _is_cover(sheet) for _, sheet in sheets[1:]) else sheets
    # A sheet of one column or row, such as words on a cover, is taken only where there is no better one.
    for least in (2, 1):
        for name, sheet in ((name, sheet) for name, sheet in sheets if sheet.height >= least and sheet.width >= least):
            said = [f"Read the sheet {name!r}; the workbook has {len(names)}: {listed}."] if len(names) > 1 else []
            return sheet, said
    raise Refusal("empty_file", f"The workbook {file} has no sheet with cells in it.", "Save it again with its table.")
