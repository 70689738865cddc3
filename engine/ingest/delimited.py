"""Understanding delimited text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from engine.errors import Refusal
from engine.functions.read_delimited import read_delimited
from engine.functions.read_irregular import fit_width, read_irregular, split_records
from engine.ingest.column_types import Types, find_types
from engine.ingest.dialect import WHITESPACE, Dialect, find_dialect
from engine.ingest.encoding import Decoded, decode
from engine.ingest.formats import Content
from engine.ingest.layout import Layout, find_layout, say_layout
from engine.ingest.limits import check_size
from engine.ingest.names import make_names
from engine.ingest.reading import Reading, say_delimiter

SAMPLE_CHARACTERS = 200_000
SHOWN_LINES = 5


def understand_delimited(path: Path, name: str, content: Content, hints: dict[str, Any]) -> Reading:
    """Find how a delimited file is written and read it, the fast way where it is regular."""
    decoded = decode(content.data, name, hints.get("encoding"))
    text = decoded.text.removeprefix("\ufeff")
    if not text.strip():
        raise Refusal("empty_file", f"{name} holds only blank lines.", "Choose the file again, or export it anew.")
    zeros = text.count("\x00")
    text = text.replace("\x00", "") if zeros else text
    sample = text if len(text) <= SAMPLE_CHARACTERS else text[: text.rfind("\n", 0, SAMPLE_CHARACTERS) + 1] or text
    wanted = hints.get("delimiter")
    dialect = find_dialect(sample, wanted.replace("\\t", "\t") if wanted else None, text)
    reading = None
    if not zeros and decoded.errors == "strict":
        reading = _read_regular(path, name, text, sample, decoded, content, dialect, hints)
    if reading is None:
        reading = _read_irregular(path, name, text, decoded, content, dialect, hints)
    said = [say_delimiter(dialect.delimiter, wanted is not None)] if dialect.delimiter != "," else []
    if zeros:
        said.append(f"{zeros} NUL byte(s) inside the cells were left out.")
    if dialect.quotechar is None and '"' in text:
        said.append("Quotes are ordinary characters here.")
    elif dialect.quotechar == "'":
        said.append("Cells are quoted with '.")
    if content.compression:
        said.insert(0, "The file was packed with gzip.")
    return replace(reading, warnings=decoded.warnings + said + reading.warnings)


def _refuse_empty(name: str, layout: Layout) -> None:
    if layout.rows < 1:
        columns = ", ".join(repr(cell) for cell in (layout.header or [])[:5])
        raise Refusal(
            "no_rows",
            f"{name} has a header ({columns}) and no rows of data.",
            "Export the table again with its rows; if the first line is data, load it with header=false.",
        )


def _names(layout: Layout) -> tuple[list[str], list[str]]:
    if layout.header is None:
        return [f"column_{place}" for place in range(1, layout.width + 1)], []
    return make_names(layout.header)


def _column_kinds(names: list[str], types: Types, layout: Layout, columns: list[pa.Array]) -> dict[str, str]:
    """Pair names and types; a last column without name and cells comes from a delimiter at the line end."""
    kinds = dict(zip(names, types.kinds, strict=True))
    unnamed = layout.header is not None and len(names) > 1 and not layout.header[-1].strip()
    if unnamed and not any((cell or "").strip() for cell in columns[-1].unique().to_pylist()):
        kinds[names[-1]] = "ignore"
    return kinds


def _shared_arguments(types: Types, kinds: dict[str, str], decoded: Decoded, content: Content) -> dict[str, Any]:
    arguments: dict[str, Any] = {"columns": kinds, "encoding": decoded.encoding}
    if content.compression:
        arguments["compression"] = content.compression
    if types.decimal != ".":
        arguments["decimal"] = types.decimal
    arguments["missing"] = sorted(types.missing | {""})
    if types.missing_numbers - types.missing:
        arguments["missing_numbers"] = sorted(types.missing_numbers - types.missing)
    if types.spellings:
        arguments["spellings"] = types.spellings
    return arguments


def _read_regular(
    path: Path,
    name: str,
    text: str,
    sample: str,
    decoded: Decoded,
    content: Content,
    dialect: Dialect,
    hints: dict[str, Any],
) -> Reading | None:
    """Read a file whose records are all equally wide; gives None where it is not such a file."""
    if dialect.delimiter == WHITESPACE or re.search(r"\n[ \t]*\r?\n.*\S", text) or _odd_line_ends(text):
        return None
    head = [cells for _, cells in split_records(sample, dialect.delimiter, dialect.quotechar, dialect.escapechar, None)]
    head = [cells for cells in head if any(cell.strip() for cell in cells)]
    width = len(head[0]) if head else 0
    if not width or any(len(cells) != width for cells in head) or (width == 1 and "\n\n" in text.rstrip("\n")):
        return None
    table = _parse_arrow(text, dialect, width)
    if table is None:
        return None
    check_size(table.num_rows, width)
    last = [list(row.values()) for row in table.slice(max(0, table.num_rows - 200)).to_pylist()]
    layout = find_layout(head, hints.get("header"), last, table.num_rows)
    if layout.preamble or layout.foot or layout.width != width:
        return None
    _refuse_empty(name, layout)
    columns = [_combined(table.column(place).slice(layout.skip)) for place in range(width)]
    if _holds_blank_record(columns):
        return None
    names, said = _names(layout)
    types = find_types(names, columns, hints.get("decimal"), hints.get("date_order"))
    if types.strip:
        return None
    arguments = _shared_arguments(types, _column_kinds(names, types, layout, columns), decoded, content)
    arguments |= {"delimiter": dialect.delimiter, "quotechar": dialect.quotechar, "header": layout.header is not None}
    if dialect.escapechar:
        arguments["escapechar"] = dialect.escapechar
    try:
        frame = read_delimited(str(path), **arguments)
    except (pd.errors.ParserError, ValueError, OverflowError):
        # The two parsers do not agree on this file: it is for the patient reader.
        return None
    if len(frame) != layout.rows:
        return None
    return Reading(read_delimited, arguments, frame, say_layout(head, layout) + said + types.said, layout.header is None)


def _odd_line_ends(text: str) -> bool:
    """Say whether lines end in lone carriage returns, or in several ways."""
    returns = text.count("\r")
    return bool(returns) and (returns != text.count("\r\n") or returns != text.count("\n"))


def _holds_blank_record(columns: list[pa.Array]) -> bool:
    """Say whether some record has no cell filled, such as a line of delimiters alone."""
    left: Any = None
    for column in columns:
        empty = pc.equal(pc.utf8_trim_whitespace(column), "")
        left = empty if left is None else pc.and_(left, empty)
        if not pc.any(left).as_py():
            return False
    return True


def _combined(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole


def _parse_arrow(text: str, dialect: Dialect, width: int) -> pa.Table | None:
    """Split a text into columns of text cells, or give None if some record has another width."""
    names = [f"f{place}" for place in range(width)]
    data = text.encode("utf-8")
    for multiline in (False, True):
        try:
            return pyarrow.csv.read_csv(
                io.BytesIO(data),
                read_options=pyarrow.csv.ReadOptions(column_names=names, block_size=1 << 24),
                parse_options=pyarrow.csv.ParseOptions(
                    delimiter=dialect.delimiter,
                    quote_char=dialect.quotechar or False,
                    double_quote=True,
                    escape_char=dialect.escapechar or False,
                    newlines_in_values=multiline,
                ),
                convert_options=pyarrow.csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
                ),
            )
        except pa.ArrowInvalid:
            if dialect.quotechar is None or dialect.quotechar not in text:
                return None
    return None


def _read_irregular(
    path: Path, name: str, text: str, decoded: Decoded, content: Content, dialect: Dialect, hints: dict[str, Any]
) -> Reading:
    """Read a file record by record, and say what was skipped, cut or filled up."""
    split = split_records(text, dialect.delimiter, dialect.quotechar, dialect.escapechar, None)
    filled = [cells for _, cells in split if any(cell.strip() for cell in cells)]
    if not filled:
        raise Refusal("empty_file", f"{name} holds no cell with anything in it.", "Export the table again.")
    width = find_layout(filled, hints.get("header")).width
    check_size(len(filled), width)
    split = split_records(text, dialect.delimiter, dialect.quotechar, dialect.escapechar, width)
    numbered = [(number, cells) for number, cells in split if any(cell.strip() for cell in cells)]
    layout = find_layout([cells for _, cells in numbered], hints.get("header"), width=width)
    _refuse_empty(name, layout)
    kept = numbered[layout.skip : layout.skip + layout.rows]
    rows = [fit_width(cells, width, dialect.delimiter, dialect.quotechar) for _, cells in kept]
    columns = [pa.array([row[place] for row in rows], pa.large_string()) for place in range(width)]
    names, said = _names(layout)
    types = find_types(names, columns, hints.get("decimal"), hints.get("date_order"))
    arguments = _shared_arguments(types, _column_kinds(names, types, layout, columns), decoded, content)
    arguments |= {"delimiter": dialect.delimiter, "quotechar": dialect.quotechar, "skip_records": layout.skip}
    if decoded.errors != "strict":
        arguments["errors"] = decoded.errors
    if dialect.escapechar:
        arguments["escapechar"] = dialect.escapechar
    if layout.foot:
        arguments["rows"] = layout.rows
    if types.strip:
        arguments["strip"] = True
    frame = read_irregular(str(path), **arguments)
    blank = len(split) - len(numbered) - (not any(split[-1][1]))
    counted = [f"{blank} blank line(s) were skipped."] if blank > 0 else []
    said = (
        say_layout([cells for _, cells in numbered], layout)
        + said
        + counted
        + _say_ragged(kept, rows, dialect)
        + types.said
    )
    return Reading(read_irregular, arguments, frame, said, layout.header is None)


def _say_ragged(records: list[tuple[int, list[str]]], rows: list[list[str]], dialect: Dialect) -> list[str]:
    """Name the lines that had too many or too few cells, and show what was cut off or put together."""
    said: list[str] = []
    width = len(rows[0])
    long = [(number, cells, row) for (number, cells), row in zip(records, rows, strict=True) if len(cells) > width]
    for number, cells, row in long[:SHOWN_LINES]:
        many = f"Line {number} had {len(cells) - width} cell(s) too many"
        if row != cells[:width]:
            whole = next(cell for cell in row if cell not in cells)
            said.append(f"{many}; a lost quote was put back: {whole!r}.")
        else:
            extra = ", ".join(repr(cell) for cell in cells[width:]) if any(cells[width:]) else "empty"
            said.append(f"{many}, which were left out: {extra}.")
    if len(long) > SHOWN_LINES:
        said.append(f"{len(long) - SHOWN_LINES} more line(s) had too many cells.")
    short = [str(number) for number, cells in records if len(cells) < width]
    if short:
        more = f" and {len(short) - SHOWN_LINES} more" if len(short) > SHOWN_LINES else ""
        listed = ", ".join(short[:SHOWN_LINES])
        said.append(f"{len(short)} line(s) had too few cells, filled up as missing: {listed}{more}.")
    stray = [str(number) for number, cells in records if any(_is_stray(cell, dialect.quotechar) for cell in cells)]
    if stray:
        said.append(f"A quote in line(s) {', '.join(stray[:SHOWN_LINES])} does not close and was kept as it is.")
    return said


def _is_stray(cell: str, quotechar: str | None) -> bool:
    return quotechar is not None and cell.startswith(quotechar) and cell.count(quotechar) % 2 == 1
