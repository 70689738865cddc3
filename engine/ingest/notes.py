"""Rows that tell of the columns or of other rows: codes and units below the names, subtotals between the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.ingest.header import HEAD_ROWS, Records, is_value
from engine.ingest.tokens import MISSING

MOST_NOTES = 10
FEWEST_ROWS = 3
SHOWN = 4
TOTAL_WORDS = r"(?:sub|grand |zwischen)?-?(?:totals?|totale?|sums?|summe|suma|somme|gesamt|razem|ukupno)"
SUBTOTAL = re.compile(rf"(?:{TOTAL_WORDS}:? (?P<after>.+)|(?P<before>.+?):? {TOTAL_WORDS})", re.IGNORECASE)


def count_notes(records: Records, first: int, width: int) -> int:
    """Count the records from a place on that only tell of the columns: words where all below are numbers."""
    body = [cells for cells in records[first + MOST_NOTES : first + HEAD_ROWS] if len(cells) == width]
    if len(body) < FEWEST_ROWS:
        return 0
    numeric = []
    for place in range(1, width):
        cells = [row[place].strip() for row in body if row[place].strip() not in MISSING]
        if cells and sum(map(is_value, cells)) > 0.9 * len(cells):
            numeric.append(place)
    notes = 0
    for number, row in enumerate(records[first : first + MOST_NOTES], 1):
        cells = [row[place].strip() for place in numeric if place < len(row)]
        words = [cell for cell in cells if cell and cell not in MISSING and (not is_value(cell) or _is_day_alone(cell))]
        if len(words) < sum(bool(cell) for cell in cells) or is_value(row[0]):
            break
        notes = number if words else notes
    return notes


def _is_day_alone(cell: str) -> bool:
    """Say whether a cell is a date or a moment, such as when a series was last brought up to date."""
    return bool(re.fullmatch(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d{1,2}:.*)?", cell))


def say_subtotals(columns: Sequence[Sequence[str]]) -> list[str]:
    """Say that some rows seem to sum up others: what they are called holds the name of a group that other rows have."""
    for cells in columns:
        names = {cell.lower() for cell in cells}
        found = [cell for cell in cells if (match := SUBTOTAL.fullmatch(cell)) and (match["after"] or match["before"]).lower() in names]
        if found:
            shown = ", ".join(map(repr, found[:SHOWN]))
            return [f"Some rows seem to sum up others ({shown}); if they do, leave them out with a filter."]
    return []
