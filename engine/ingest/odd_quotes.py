"""Quotes that stand elsewhere than round cells, or are no plain ones."""

from __future__ import annotations

import re

from engine.functions.read_irregular import plain_quotes, split_records

WRAPPED = re.compile(r'"(?:[^"]|"")*+"')
TYPOGRAPHIC = re.compile(r"[“„«][^\r\n]*[”“»]")
MARKS = ",;\t|"
MOST_LINES = 300
FEWEST_LINES = 3
SAID = {
    "round lines": "Every line was in quotes as a whole; these were taken off.",
    "typographic": "Cells are quoted with typographic quotes.",
}


def find_quotes(sample: str) -> str | None:
    """Say whether quotes stand round whole lines of a table, or are typographic ones round its cells."""
    lines = [line for line in re.split(r"[\r\n]+", sample) if line.strip()][:MOST_LINES]
    if len(lines) < FEWEST_LINES:
        return None
    if all(WRAPPED.fullmatch(line) for line in lines[1:]) and _is_even(lines, "round lines"):
        return "round lines"
    quoted = all(TYPOGRAPHIC.fullmatch(line) for line in lines) and '"' not in sample
    return "typographic" if quoted and _is_even(lines, "typographic") else None


def _is_even(lines: list[str], quotes: str) -> bool:
    """Say whether the lines, once plain, have equally many cells, and more than before."""
    plain, quotechar = plain_quotes("\n".join(lines), quotes), '"'
    for mark in MARKS:
        widths = {len(cells) for _, cells in split_records(plain, mark, quotechar, None, None)}
        if len(widths) == 1 and widths.pop() > 1:
            return quotes != "round lines" or len(split_records(lines[1], mark, quotechar, None, None)[0][1]) == 1
    return False
