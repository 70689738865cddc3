"""How big a table may be, and the refusals that say so."""

from __future__ import annotations

from engine.errors import Refusal

UNPACKED_BYTES = 500 * 1024 * 1024
UNPACKED_RATIO = 100
WORKBOOK_ENTRIES = 1_000
CELLS = 120_000_000
WORKBOOK_CELLS = 10_000_000
MARKUP_BYTES = 50_000_000
COLUMNS = 10_000
DECODED_BYTES = 600 * 1024**2
"""Text is held up to five times while it is read and described, within the 4 GiB of one piece of work: a gigabyte took 4.8."""


def check_size(rows: int, columns: int, cells: int = CELLS) -> None:
    """Refuse a table with too many columns or cells, saying how many came and how many may."""
    if columns > COLUMNS:
        raise Refusal(
            "too_many_columns",
            f"This table has {columns:,} columns; at most {COLUMNS:,} can be worked with.",
            "Keep the columns that matter and upload the file again.",
        )
    if rows * columns > cells:
        raise Refusal(
            "too_many_cells",
            f"This table has {rows:,} rows and {columns:,} columns, {rows * columns:,} cells; at most {cells:,} fit.",
            "Upload fewer rows or columns; a sample of the rows is usually enough to explore.",
        )
