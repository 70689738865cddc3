"""Understanding delimited text whose records are all equally wide: types from a sample, then one fast read.

Columns that look like numbers in the sample are read as numbers, which fails if one cell is not; all other columns
are read as text and judged by all of their cells. So no cell escapes, and a plain file is parsed once.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from engine.functions.convert_columns import convert_columns
from engine.functions.read_delimited import read_cells, read_delimited
from engine.functions.read_irregular import is_filled, split_records
from engine.ingest.column_types import Types, find_types
from engine.ingest.dialect import WHITESPACE, Dialect
from engine.ingest.draft import PLAIN, Draft, read_draft
from engine.ingest.layout import Layout, find_layout, say_layout
from engine.ingest.limits import check_size
from engine.ingest.names import kinds_by_name, say_nameless
from engine.ingest.options import column_names, refuse_empty, shared_arguments
from engine.ingest.reading import Reading
from engine.ingest.scan import has_leading_zeros, newlines_outside_quotes
from engine.ingest.source import Source
from engine.side_by_side import for_each

Result = TypeVar("Result")

FORMULA = '="'
"""Begins a text that spreadsheets are kept from changing."""
CONVERTING = ("strip", "decimal", "missing", "missing_numbers", "spellings")
"""The arguments of reading that say how text becomes values."""


def read_regular(source: Source, name: str, dialect: Dialect, hints: dict[str, Any]) -> Reading | None:
    """Read a file whose records are all equally wide; gives None where it is not such a file."""
    scanned = source.scanned
    if dialect.delimiter == WHITESPACE or len(dialect.delimiter) > 1 or source.errors != "strict":
        return None
    if scanned.nuls or scanned.marks or scanned.odd_line_ends or scanned.blank_lines:
        return None
    head = _filled(source.sample, dialect)
    width = len(head[0]) if head else 0
    if not width or FORMULA in source.sample or any(len(cells) != width or not is_filled(cells) for cells in head) or not _is_plain_csv(source.sample, dialect, head):
        return None
    check_size(0, width)
    windows = [] if source.is_whole else [row for text in source.windows() for row in _filled(text, dialect)]
    tail = [row for row in windows if len(row) == width][-200:] or head
    layout = find_layout(head, hints.get("header"), tail, width=width)
    if not layout.is_plain or layout.width != width:
        return None
    check_size(_fewest_records(source, dialect) - layout.skip, width)
    evidence = head[layout.skip :] + [row for row in windows if len(row) == width]
    if not evidence:
        refuse_empty(name, layout)
    return _Regular(source, dialect, layout, evidence, hints).reading(head)


def _fewest_records(source: Source, dialect: Dialect) -> int:
    """Count the records of a file without reading its cells, or fewer where cells may hold line ends in ways that must be read."""
    if dialect.escapechar or dialect.quotechar not in {None, '"'}:
        return 0
    if dialect.quotechar is None or not source.scanned.quotes:
        return source.scanned.newlines
    with source.open() as file:
        return newlines_outside_quotes(file)


def _filled(text: str, dialect: Dialect) -> list[list[str]]:
    records = split_records(text, dialect.delimiter, dialect.quotechar, dialect.escapechar, None)
    return [cells for _, cells in records if any(cell.strip() for cell in cells)]


def _is_plain_csv(sample: str, dialect: Dialect, head: list[list[str]]) -> bool:
    """Say whether a parser that knows nothing of lost quotes and spaces round them finds the same cells."""
    quoting = csv.QUOTE_MINIMAL if dialect.quotechar else csv.QUOTE_NONE
    marks = {"delimiter": dialect.delimiter, "quotechar": dialect.quotechar, "escapechar": dialect.escapechar}
    try:
        found = [row for row in csv.reader(io.StringIO(sample, newline=""), quoting=quoting, **marks) if any(map(str.strip, row))]
        return found == head
    except csv.Error:
        return True


class _Regular:
    """A regular file on its way from the sample to the frame."""

    def __init__(
        self, source: Source, dialect: Dialect, layout: Layout, evidence: list[list[str]], hints: dict[str, Any]
    ) -> None:
        self.source, self.dialect, self.layout, self.hints = source, dialect, layout, hints
        self.names, self.said = column_names(layout)
        self.columns = [pa.array([row[place] for row in evidence], pa.large_string()) for place in range(layout.width)]

    def reading(self, head: list[list[str]]) -> Reading | None:
        """Read the file, or give None where its records turn out not to be even."""
        types = self._types(self.columns)
        if self._has_repeated_header():
            return None
        said = say_layout(head, self.layout) + self.said
        if self.source.is_whole:
            arguments = self._arguments(types, self.columns)
            frame = _tried(lambda: read_delimited(str(self.source.content.path), **arguments))
            rows = len(self.columns[0])
        else:
            draft = self._draft(types)
            if draft is None or self._has_swallowed_lines(draft):
                return None
            rows = draft.rows
            columns = [
                self.columns[place] if draft.kinds[name] in PLAIN else draft.columns[name]
                for place, name in enumerate(self.names)
            ]
            types = self._types(columns)
            kinds = zip(self.names, types.kinds, strict=True)
            types.kinds = [draft.kinds[name] if draft.kinds[name] in PLAIN else kind for name, kind in kinds]
            _say_infinite(draft, types)
            arguments = self._arguments(types, columns)
            frame = self._finished(draft, arguments)
        if frame is None or len(frame) != rows or _holds_blank_record(frame):
            return None
        check_size(len(frame), self.layout.width)
        said += say_nameless(self.layout.header, arguments["columns"])
        return Reading(read_delimited, arguments, frame, said + types.said, self.layout.header is None, types.ambiguous)

    def _has_repeated_header(self) -> bool:
        """Say whether a record of the sample is the header again, as in exports that were put together."""
        header = self.layout.header
        if header is None:
            return False
        left: Any = None
        for column, name in zip(self.columns, header, strict=True):
            same = pc.equal(pc.utf8_trim_whitespace(column), name.strip())
            left = same if left is None else pc.and_(left, same)
            if not pc.any(left).as_py():
                return False
        return True

    def _types(self, columns: list[pa.Array]) -> Types:
        return find_types(self.names, columns, self.hints.get("decimal"), self.hints.get("date_order"))

    def _arguments(self, types: Types, columns: list[pa.Array]) -> dict[str, Any]:
        kinds = kinds_by_name(self.names, types.kinds, self.layout.header, columns, ends=True)
        return shared_arguments(types, kinds, self.source) | self._dialect_arguments()

    def _dialect_arguments(self) -> dict[str, Any]:
        arguments: dict[str, Any] = {"delimiter": self.dialect.delimiter, "quotechar": self.dialect.quotechar}
        if self.dialect.escapechar:
            arguments["escapechar"] = self.dialect.escapechar
        return arguments | {"header": self.layout.header is not None}

    def _draft(self, types: Types) -> Draft | None:
        """Read numbers as numbers and everything else as text."""
        source, dialect = self.source, self.dialect
        missing = sorted(types.missing | types.missing_numbers | {""})
        # Lines are found faster where no cell can hold one.
        quotechar = None if dialect.quotechar == '"' and not source.scanned.quotes else dialect.quotechar
        wanted = dict.fromkeys(self.names, "text") if types.strip else dict(zip(self.names, types.kinds, strict=True))

        def read(as_types: dict[str, pa.DataType]) -> pa.Table | None:
            return _tried(
                lambda: read_cells(
                    str(source.content.path),
                    as_types,
                    encoding=source.encoding,
                    compression=source.content.packing.get("compression"),
                    member=source.content.member,
                    delimiter=dialect.delimiter,
                    quotechar=quotechar,
                    escapechar=dialect.escapechar,
                    header=self.layout.header is not None,
                    decimal=types.decimal,
                    missing=missing,
                )
            )

        codes = has_leading_zeros(io.BytesIO(source.sample.encode()), dialect.delimiter)
        with ThreadPoolExecutor(1) as beside:
            later_codes = beside.submit(self._has_codes, wanted, codes)
            return read_draft(read, wanted, missing, codes, later_codes.result)

    def _has_codes(self, wanted: dict[str, str], known: bool) -> bool:
        """Say whether whole numbers of the file may be codes, which costs as much as a third of the reading."""
        if known or "integer" not in wanted.values():
            return known
        with self.source.open() as file:
            return has_leading_zeros(file, self.dialect.delimiter)

    def _has_swallowed_lines(self, draft: Draft) -> bool:
        """Say whether a cell holds a whole line of the table, which a quote that does not close has swallowed."""
        if not self.source.scanned.quotes or draft.rows + self.layout.skip >= self.source.scanned.newlines:
            return False
        mark = re.escape(self.dialect.delimiter)
        line = rf"\n(?:[^\n{mark}]*{mark}){{{min(self.layout.width - 1, 500)}}}[^\n]*\n"
        texts = [name for name, kind in draft.kinds.items() if kind == "text"]
        return any(pc.any(pc.match_substring_regex(draft.columns[name], line)).as_py() for name in texts)

    def _finished(self, draft: Draft, arguments: dict[str, Any]) -> pd.DataFrame | None:
        """Give the frame that reading with the arguments gives, from the first read where that is enough."""
        kinds = {name: kind for name, kind in arguments["columns"].items() if kind != "ignore"}
        if any(kind != draft.kinds[name] and PLAIN.keys() & {kind, draft.kinds[name]} for name, kind in kinds.items()):
            return _tried(lambda: read_delimited(str(self.source.content.path), **arguments))
        how = {name: arguments[name] for name in CONVERTING if name in arguments}

        def finished(name: str) -> pd.Series:
            cells = pa.table({name: draft.columns.pop(name)}).to_pandas()[name]
            return cells if kinds[name] in PLAIN else convert_columns({name: cells}, kinds, **how)[name]

        longest_first = sorted(kinds, key=lambda name: (kinds[name] in PLAIN, kinds[name] == "text"))
        made = dict(zip(longest_first, for_each(finished, longest_first, draft.rows), strict=True))
        return pd.DataFrame({name: made[name] for name in kinds}, copy=False)


def _tried(read: Callable[[], Result]) -> Result | None:
    """Read, or give None where the fast parser does not take the file: it is for the patient reader then."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            return read()
    except (pd.errors.ParserError, ValueError, OverflowError):
        return None


def _say_infinite(draft: Draft, types: Types) -> None:
    names = [name for name, kind in draft.kinds.items() if kind == "number"]
    infinite = for_each(lambda name: pc.any(pc.is_inf(draft.columns[name])).as_py(), names, draft.rows)
    for name, found in zip(names, infinite, strict=True):
        said = f"{name!r} holds infinite values."
        if found and said not in types.said:
            types.said.append(said)


def _holds_blank_record(frame: pd.DataFrame) -> bool:
    """Say whether some record has no cell filled, such as a line of delimiters alone."""
    left = pd.Series(True, index=frame.index)
    for _, cells in frame.items():
        left &= cells.isna()
        if not left.any():
            return False
    return len(frame) > 0
