"""Where in the records the table is: what stands above it, its header, and what stands below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from engine.ingest.tokens import MISSING

NUMBER = re.compile(r"[-+(]?[$€£]?\s?\d[\d.,' ]*(?:[eE][+-]?\d+)?\s?[%€$)]?|[-+]?\.\d+")
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|\d{1,2}:\d{2}.*")
FOOT = re.compile(
    r"\s*(grand |sub)?(total|totals|sum|summe|gesamt|source|sources|note|notes|quelle|fuente|fonte|totale?)\b",
    re.IGNORECASE,
)
TOTAL = re.compile(r"\s*(grand |sub)?(total|totals|sum|summe|gesamt)\s*:?\s*", re.IGNORECASE)
HEAD_ROWS = 200
FOOT_ROWS = 12


@dataclass
class Layout:
    """``skip`` records stand above the rows (the header included), ``rows`` are kept, ``header`` are the names."""

    width: int
    skip: int
    header: list[str] | None
    rows: int
    preamble: int = 0
    foot: list[list[str]] = field(default_factory=list)


Records = Sequence[Sequence[str]]


def find_layout(
    records: Records, header: object = None, last: Records | None = None, total: int | None = None, width: int = 0
) -> Layout:
    """Find the table in its filled records; ``header`` True, False or the number of its record wins.

    ``last`` are the last records and ``total`` their whole number where ``records`` is only a sample of the head.
    """
    width = width or _width_of(records)
    total = len(records) if total is None else total
    first = _first_full(records, width)
    if isinstance(header, int) and not isinstance(header, bool) and 0 < header <= len(records):
        first, header = header - 1, True
    has_header = (
        bool(header) if header is not None else has_names(records[first], records[first + 1 : HEAD_ROWS], width)
    )
    skip = first + has_header
    names = (list(records[first]) + [""] * width)[:width] if has_header else None
    foot = _foot(records if last is None else last, width, total - skip)
    return Layout(width, skip, names, total - skip - len(foot), first, foot)


def _width_of(records: Records) -> int:
    """Take the commonest number of cells; among equals the larger."""
    widths = Counter(len(cells) for cells in records)
    return max(widths.items(), key=lambda item: (item[1], item[0]))[0]


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _first_full(records: Records, width: int) -> int:
    """Find the first record that belongs to the table: as wide and about as filled as those below."""
    if width == 1:
        return 0
    below = sorted(_filled(cells) for cells in records[:HEAD_ROWS] if len(cells) >= width) or [1]
    usual = below[len(below) // 2]
    for place, cells in enumerate(records[:HEAD_ROWS]):
        if len(cells) >= width - (width > 3) and _filled(cells) >= max(min(2, usual), 0.5 * usual):
            return place
    return 0


def _is_value(cell: str) -> bool:
    cell = cell.strip()
    return bool(NUMBER.fullmatch(cell) or DATE.fullmatch(cell))


def has_names(head: Sequence[str], body: Records, width: int) -> bool:
    """Say whether a record names the columns, by how it differs from the cells below it."""
    if not body:
        return True
    if _are_years(head):
        return True
    named = valued = repeated = compared = 0
    for place in range(min(width, len(head))):
        cell = head[place].strip()
        below = [row[place].strip() for row in body if place < len(row) and row[place].strip() not in MISSING]
        if not below or cell in MISSING:
            continue
        compared += 1
        numeric = sum(1 for value in below if _is_value(value)) / len(below)
        if numeric > 0.8:
            named += not _is_value(cell)
            valued += _is_value(cell)
        elif cell in below:
            repeated += 1
    if named or valued:
        return named >= valued
    return repeated <= compared * 0.3


def _are_years(head: Sequence[str]) -> bool:
    """Say whether the cells are years in order, as over the columns of a statistics table."""
    years = [int(cell) for cell in head if re.fullmatch(r"\s*(?:1[89]|20)\d\d\s*", cell)]
    return len(years) >= 3 and len(years) >= len(head) - 3 and all(a < b for a, b in pairwise(years))


def _foot(records: Records, width: int, rows: int) -> list[list[str]]:
    """Give the records below the table: totals and sources, which have few cells filled."""
    if width < 3 or rows < 3:
        return []
    tail = list(records[-min(FOOT_ROWS + 1, rows) :])
    usual = sorted(_filled(cells) for cells in records[-min(len(records), HEAD_ROWS) :])[len(records[-HEAD_ROWS:]) // 2]
    foot: list[list[str]] = []
    for cells in reversed(tail[1:]):
        filled = _filled(cells)
        first = next((cell for cell in cells if cell.strip()), "")
        lonely = filled == 1 and usual > 2 and bool(cells[0].strip())
        total = (bool(FOOT.match(first)) and filled <= 0.5 * usual) or (bool(TOTAL.fullmatch(first)) and filled < usual)
        if not (lonely and (len(first) > 3 or FOOT.match(first))) and not total:
            break
        foot.insert(0, list(cells))
    return foot


def say_layout(records: Records, layout: Layout) -> list[str]:
    """Say what stands round the table and was left out, and whether the names had to be invented."""
    said = []
    if layout.preamble:
        shown = "; ".join(_shown(cells) for cells in records[: min(layout.preamble, 3)])
        said.append(f"{layout.preamble} line(s) above the table were left out: {shown}.")
    if layout.header is None:
        said.append("There is no header line; the columns were given names.")
    if layout.foot:
        shown = "; ".join(_shown(cells) for cells in layout.foot[:3])
        said.append(f"{len(layout.foot)} line(s) below the table were left out: {shown}.")
    return said


def _shown(cells: Sequence[str]) -> str:
    text = " ".join(cell.strip() for cell in cells if cell.strip())
    return repr(text if len(text) <= 60 else text[:57] + "...")
