"""Irregular text with too many cells: it is refused before it is taken into memory, where each cell is an object of its own."""

from __future__ import annotations

from engine.errors import Refusal
from engine.functions.read_irregular import split_records
from engine.ingest.dialect import Dialect
from engine.ingest.scan import pieces
from engine.ingest.source import Source

IRREGULAR_CELLS = 20_000_000
MARGIN = 1.25
"""By how much an estimate must be above the limit: below that, the cells are counted once they are read."""


def refuse_many_cells(source: Source, dialect: Dialect) -> None:
    """Refuse text that has to be read cell by cell and has too many: counted where nothing is quoted, else judged by parts of it."""
    if len(dialect.delimiter) == 1 and not dialect.escapechar and not dialect.cuts and (dialect.quotechar is None or not source.scanned.quotes):
        delimiter = dialect.delimiter.encode()
        with source.open() as file:
            cells = sum(piece.count(delimiter) + piece.count(b"\n") for piece in pieces(file))
        most = IRREGULAR_CELLS
    else:
        cells, most = _estimated_cells(source, dialect), int(MARGIN * IRREGULAR_CELLS)
    if cells > most:
        raise Refusal(
            "too_many_cells",
            f"This file is written irregularly and has to be read cell by cell, and it has about {cells:,} cells; at most {IRREGULAR_CELLS:,} are read so.",
            "Upload fewer rows or columns, or export it anew as Parquet or as CSV with the same number of cells in each line.",
        )


def _estimated_cells(source: Source, dialect: Dialect) -> int:
    with source.open() as file:
        size = file.seek(0, 2)
    parts = [source.sample] if source.is_whole else [source.sample, *source.windows()]
    counts = [sum(len(cells) for _, cells in split_records(part, dialect.delimiter, dialect.quotechar, dialect.escapechar, None, dialect.cuts)) for part in parts]
    return sum(counts) * size // max(1, sum(len(part.encode()) for part in parts))
