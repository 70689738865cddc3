"""Understanding delimited text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pyarrow as pa

from engine.errors import Refusal
from engine.functions.read_irregular import (
    fit_width,
    is_filled,
    masked_digits,
    plain_quotes,
    read_irregular,
    split_records,
    without_formula,
)
from engine.ingest.column_types import find_types
from engine.ingest.comments import find_comments, is_comment, say_comments
from engine.ingest.dialect import SAMPLE_RECORDS, Dialect, find_dialect
from engine.ingest.formats import Content, say_packed
from engine.ingest.header import same_cells
from engine.ingest.irregular_cells import IRREGULAR_CELLS, refuse_many_cells
from engine.ingest.key_values import are_key_values, understand_key_values
from engine.ingest.layout import Layout, find_layout, say_layout
from engine.ingest.limits import check_size
from engine.ingest.names import kinds_by_name, say_nameless
from engine.ingest.odd_quotes import SAID, find_quotes
from engine.ingest.options import column_names, refuse_empty, shared_arguments
from engine.ingest.reading import Reading, counted, say_delimiter, were
from engine.ingest.regular import read_regular
from engine.ingest.source import Source, open_source

SHOWN_LINES = 5
FORMULA = re.compile(r'\s*="[^"]*"\s*')


def understand_delimited(name: str, content: Content, hints: dict[str, Any]) -> Reading:
    """Find how a delimited file is written and read it, the fast way where it is regular."""
    source = open_source(content, name, hints.get("encoding"))
    if not source.sample.strip() and not source.whole().strip():
        raise Refusal("empty_file", f"{name} holds only blank lines.", "Choose the file again, or export it anew.")
    wanted = hints.get("delimiter")
    if wanted is None and "header" not in hints and are_key_values(source.sample):
        reading = understand_key_values(source, hints)
        return replace(reading, warnings=[*([say_packed(content)] if content.unpacked is not None else []), *reading.warnings])
    given = wanted.replace("\\t", "\t") if wanted else None
    quotes = find_quotes(source.sample)
    sample, beginning = (plain_quotes(text, quotes) for text in (source.sample, source.beginning))
    dialect = find_dialect(sample.replace("\x00", ""), given, beginning)
    reading = None if quotes else read_regular(source, name, dialect, hints)
    if reading is None:
        refuse_many_cells(source, dialect)
        text = plain_quotes(source.whole().replace("\x00", "").replace("\ufeff", ""), quotes)
        reading = _read_irregular(source, text, name, dialect, hints, quotes)
    said = [say_delimiter(dialect.delimiter, wanted is not None)] if dialect.delimiter != "," else []
    said = ["The columns have a fixed width."] if dialect.cuts else said
    if quotes:
        said.append(SAID[quotes])
    if source.scanned.nuls:
        said.append(f"{counted(source.scanned.nuls, 'NUL byte')} inside the cells {were(source.scanned.nuls)} left out.")
    if source.scanned.marks:
        said.append(f"{counted(source.scanned.marks, 'byte order mark')} inside the file {were(source.scanned.marks)} left out.")
    if dialect.quotechar is None and source.scanned.quotes:
        said.append("Quotes are ordinary characters here.")
    elif dialect.quotechar == "'":
        said.append("Cells are quoted with '.")
    if content.unpacked is not None:
        said.insert(0, say_packed(content))
    return replace(reading, warnings=source.warnings + said + reading.warnings)


def _read_irregular(source: Source, text: str, name: str, dialect: Dialect, hints: dict[str, Any], quotes: str | None) -> Reading:
    """Read a file record by record, and say what was skipped, cut or filled up."""
    split = split_records(text, dialect.delimiter, dialect.quotechar, dialect.escapechar, None, dialect.cuts)
    comments = find_comments(split)
    filled = [cells for number, cells in split if is_filled(cells) and number not in comments]
    if not filled:
        raise Refusal("empty_file", f"{name} holds no cell with anything in it.", "Export the table again.")
    width = find_layout(filled, hints.get("header")).width
    check_size(len(filled), width, IRREGULAR_CELLS)
    split = split_records(text, dialect.delimiter, dialect.quotechar, dialect.escapechar, width, dialect.cuts)
    if formulas := any(FORMULA.fullmatch(cell) for _, cells in split[:SAMPLE_RECORDS] for cell in cells):
        split = [(number, list(map(without_formula, cells))) for number, cells in split]
    found = find_comments(split) if comments else set()
    comments = {number: cells for number, cells in split if number in found}
    split = [(number, cells) for number, cells in split if number not in comments]
    numbered = [(number, cells) for number, cells in split if is_filled(cells)]
    layout = find_layout([cells for _, cells in numbered], hints.get("header"), width=width, gaps=_gaps(split))
    refuse_empty(name, layout)
    kept = numbered[layout.skip : layout.skip + layout.rows]
    heads = sorted({masked_digits(cells) for _, cells in numbered[: layout.preamble]})
    again = [] if layout.header is None else [number for number, cells in kept if same_cells(cells, layout.header)]
    again += [number for number, cells in kept if masked_digits(cells) in heads] if again else []
    kept = [(number, cells) for number, cells in kept if number not in again]
    rows = [fit_width(cells, width, dialect.delimiter, dialect.quotechar) for _, cells in kept]
    columns = [pa.array([row[place] for row in rows], pa.large_string()) for place in range(width)]
    names, said = column_names(layout)
    types = find_types(names, columns, hints.get("decimal"), hints.get("date_order"))
    kinds = kinds_by_name(names, types.kinds, layout.header, columns, ends=True)
    arguments = shared_arguments(types, kinds, source) | _arguments(source, dialect, layout, quotes)
    if comments:
        arguments["comment"] = "#"
        arguments["skip_records"] -= sum(is_comment(cells) for _, cells in numbered[: layout.skip])
    if formulas:
        arguments["formulas"] = True
    if again:
        arguments["repeated_header"] = [cell.strip() for cell in layout.header or []]
        arguments["page_heads"] = heads
    frame = read_irregular(str(source.content.path), **arguments)
    lines = re.split("\r\n|\n|\r", text) if dialect.cuts else []
    said = [
        *say_layout([[lines[number - 1]] if lines else cells for number, cells in numbered], layout),
        *said,
        *say_nameless(layout.header, kinds),
        *_say_skipped(len(split) - len(numbered) - (not any(split[-1][1])), again, formulas),
        *say_comments(comments),
        *_say_ragged(kept, rows, dialect),
        *types.said,
    ]
    return Reading(read_irregular, arguments, frame, said, layout.header is None, types.ambiguous)


def _arguments(source: Source, dialect: Dialect, layout: Layout, quotes: str | None) -> dict[str, Any]:
    """Give the arguments of reading that differ from their defaults, by how the file is written and laid out."""
    arguments: dict[str, Any] = {"delimiter": dialect.delimiter, "quotechar": dialect.quotechar, "skip_records": layout.skip}
    if source.errors != "strict":
        arguments["errors"] = source.errors
    if quotes:
        arguments["quotes"] = quotes
    if dialect.escapechar:
        arguments["escapechar"] = dialect.escapechar
    if dialect.cuts:
        arguments["cuts"] = list(dialect.cuts)
    if layout.foot or layout.other:
        arguments["rows"] = layout.rows
    return arguments


def _say_skipped(blank: int, again: list[int], formulas: bool) -> list[str]:
    """Say which lines were left out, and what was taken off the cells."""
    said = [f"{counted(blank, 'blank line')} {were(blank)} skipped."] if blank > 0 else []
    if formulas:
        said.append('Cells such as ="00123", which keep spreadsheets from changing a code, were read without the = and the quotes.')
    if again:
        said.append(f"The header is repeated in line{'s' * (len(again) > 1)} {', '.join(map(str, sorted(again)[:SHOWN_LINES]))}; left out there.")
    return said


def _gaps(split: list[tuple[int, list[str]]]) -> set[int]:
    """Give the places of the filled records that a blank one stands before."""
    gaps, place, blank = set(), 0, False
    for _, cells in split:
        if not is_filled(cells):
            blank = True
            continue
        if blank:
            gaps.add(place)
        place, blank = place + 1, False
    return gaps


def _say_ragged(records: list[tuple[int, list[str]]], rows: list[list[str]], dialect: Dialect) -> list[str]:
    """Name the lines that had too many or too few cells, and show what was cut off or put together."""
    said: list[str] = []
    width = len(rows[0])
    long = [(number, cells, row) for (number, cells), row in zip(records, rows, strict=True) if len(cells) > width]
    for number, cells, row in long[:SHOWN_LINES]:
        many = f"Line {number} had {counted(len(cells) - width, 'cell')} too many"
        if row != cells[:width]:
            whole = next(cell for cell in row if cell not in cells)
            said.append(f"{many}; a lost quote was put back: {whole!r}.")
        else:
            extra = ", ".join(repr(cell) for cell in cells[width:]) if any(cells[width:]) else "empty"
            said.append(f"{many}, which {were(len(cells) - width)} left out: {extra}.")
    if len(long) > SHOWN_LINES:
        said.append(f"{counted(len(long) - SHOWN_LINES, 'more line')} had too many cells.")
    short = [str(number) for number, cells in records if len(cells) < width]
    if short:
        more = f" and {len(short) - SHOWN_LINES} more" if len(short) > SHOWN_LINES else ""
        listed = ", ".join(short[:SHOWN_LINES])
        said.append(f"{counted(len(short), 'line')} had too few cells, filled up as missing: {listed}{more}.")
    stray = [str(number) for number, cells in records if any(_is_stray(cell, dialect.quotechar) for cell in cells)]
    if stray:
        said.append(f"A quote in line{'s' * (len(stray) > 1)} {', '.join(stray[:SHOWN_LINES])} does not close and was kept as it is.")
    return said


def _is_stray(cell: str, quotechar: str | None) -> bool:
    return quotechar is not None and cell.startswith(quotechar) and cell.count(quotechar) % 2 == 1
