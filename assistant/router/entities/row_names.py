"""Recognises words that only say which row is meant, and nothing about it: “the man in row 12”, “the yellow taxi of row 3”."""

from __future__ import annotations

from assistant.router.entities.clause import Clause
from assistant.router.entities.values import ValueMention

CODE = r"(?:[A-Z]{1,4}[-_]?\d{2,12}[A-Z]?|[A-Z]{1,4}-\d{1,4}-\d{1,6})"
"""A pattern of what one row is called by, such as F1003 or IT-0007."""
_ROWS = frozenset(["row", "record", "case", "line", "number"])
_SAID_OF_IT = frozenset(["was", "were", "is", "be", "been", "being", "had", "to", "=", "not"])


def names_the_row(clause: Clause, value: ValueMention) -> bool:
    """Says whether a value is only what a numbered row is called by; “if it was the first class in row 3” says what it was."""
    if clause.word(value.start - 1) not in ("the", "this", "that", "our") or clause.word(value.start - 2) in _SAID_OF_IT:
        return False
    place = next((place for place in range(value.end, value.end + 3) if clause.word(place) in ("in", "of", "at", "from", "on")), None)
    return place is not None and clause.word(place + 1) in _ROWS and clause.word(place + 2).isdigit()
