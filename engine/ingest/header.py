"""Whether a record names the columns, told by how it differs from the cells below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from engine.ingest.tokens import MISSING, UNITS

Records = Sequence[Sequence[str]]

NUMBER = re.compile(
    r"(?:[<>≤≥~≈±]\s?)?[-+(−]?\s?(?:[^\W\d_]{1,3}[.\s]\s?|(?:USD|EUR|GBP|CHF)|[$€£¥￥₹₽₺₩]\s?)?[-−]?(?:\d[\d.,'’ \u00a0\u202f\u2009\u2007]*(?:[eE][+-]?\d+)?|[.,]\d+)"
    rf"(?:\s?[%€$£¥￥₹₽₺₩元円]|\s[^\W\d_]{{1,3}}|\s?{UNITS})?\)?[-−]?(?:\s?(?:\*{{1,3}}|[†‡§¹²³]|\(\w{{1,2}}\)|\[\w{{1,2}}\]))?"
)
DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4}.*)?|\d{1,2}:\d{2}.*|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{2,4}.*"
    r"|[^\W\d_]{3,9}\.?,? \d{1,2},? [^\W\d_\s]*\s?\d{2,4}.*"
)
WEAK = re.compile(r"\?+|[-–—]+|\.+|\*+|unknown|missing|not available|tbd|x", re.IGNORECASE)
UNIT = re.compile(r"[(\[].{1,20}[)\]]")
IMPORT_ID = re.compile(r'\s*\{"ImportId"')
YEAR = re.compile(r"\s*((?:1[5-9]|20)\d\d)(?:\s?(?:\*|\(\w{1,2}\)|\[\w{1,2}\]|[a-zA-Z]))?\s*")
HEAD_ROWS = 200
HEADER_ROWS = 3


@lru_cache(maxsize=20_000)  # the cells below a header are looked at once for each record that may belong to it
def is_value(cell: str) -> bool:
    """Say whether a cell is a number, an amount, a date or a time."""
    cell = cell.strip()
    return bool(NUMBER.fullmatch(cell) or DATE.fullmatch(cell))


def _is_day(cell: str) -> bool:
    """Say whether a cell is a date or a time and can be no number."""
    return bool(DATE.fullmatch(cell)) and not NUMBER.fullmatch(cell)


@dataclass
class Signs:
    """How many cells are words over numbers, values over numbers, words that come again below, and gaps over numbers."""

    named: int = 0
    valued: int = 0
    repeated: int = 0
    compared: int = 0
    gaps: int = 0


def signs_of(head: Sequence[str], body: Records, width: int) -> Signs:
    """Compare the cells of a record with those below it, column by column."""
    signs = Signs()
    for place in range(min(width, len(head))):
        cell = head[place].strip()
        below = [row[place].strip() for row in body if place < len(row)]
        below = [word for word in below if word not in MISSING and not WEAK.fullmatch(word)]
        if not below:
            continue
        numeric = sum(map(is_value, below)) > 0.8 * len(below)
        if cell in MISSING or WEAK.fullmatch(cell):
            signs.gaps += numeric
            continue
        signs.compared += 1
        if numeric:
            value = is_value(cell) and not (_is_day(cell) and not any(map(_is_day, below)))
            signs.named += not value
            signs.valued += value
        elif cell in below:
            signs.repeated += 1
    return signs


def has_names(head: Sequence[str], body: Records, width: int) -> bool:
    """Say whether a record names the columns."""
    if not body or _are_years(head, body):
        return True
    signs = signs_of(head, body, width)
    if signs.named or signs.valued:
        return signs.named >= signs.valued
    return signs.repeated <= signs.compared * 0.3


def _are_years(head: Sequence[str], body: Records) -> bool:
    """Say whether the cells are years in order beside words, as over the columns of a statistics table."""
    found = {place: int(match[1]) for place, cell in enumerate(head) if (match := YEAR.fullmatch(cell))}
    places, years = list(found), list(found.values())
    if len(years) < 3 or any(is_value(cell) for place, cell in enumerate(head) if place not in places):
        return False
    below = [row[place] for row in body for place in places if place < len(row) and row[place].strip()]
    ordered = all(a < b for a, b in pairwise(years)) or all(a > b for a, b in pairwise(years))
    return ordered and sum(bool(YEAR.fullmatch(cell)) for cell in below) <= 0.5 * len(below)


def _are_years_of_groups(top: Sequence[str], row: Sequence[str], body: Records) -> bool:
    """Say whether a record holds years in order under the names of groups, which stand over the first year of each."""
    places = [place for place, cell in enumerate(row) if cell.strip()]
    if len(places) < 2 or row[0].strip() or not all(YEAR.fullmatch(row[place]) for place in places):
        return False
    named = [place for place in places if place < len(top) and top[place].strip()]
    below = [cells[place] for cells in body for place in places if place < len(cells) and cells[place].strip()]
    grouped = named[:1] == places[:1] and len(named) < len(places) and not any(is_value(top[place]) for place in named)
    ordered = all(row[one].strip() != row[other].strip() for one, other in pairwise(places) if not top[other : other + 1] or not top[other].strip())
    return grouped and ordered and sum(bool(YEAR.fullmatch(cell)) for cell in below) <= 0.5 * len(below)


def count_header_rows(records: Records, first: int, width: int) -> int:
    """Say of how many records the header is made, 0 if there is none."""
    top = records[first]
    if coded := _import_rows(records, first):
        return coded
    gaps = any(not cell.strip() for cell in top)
    for more in range(min(HEADER_ROWS, len(records) - first) - 1, 0, -1):
        body = records[first + more + 1 : first + HEAD_ROWS]
        rows = records[first + 1 : first + more + 1]
        named = gaps or has_names(top, body, width)
        if body and named and all(_continues(top, row, body, width) for row in rows):
            return more + 1
    return int(has_names(top, records[first + 1 : first + HEAD_ROWS], width))


def _continues(top: Sequence[str], row: Sequence[str], body: Records, width: int) -> bool:
    """Say whether a record below the first names the columns too: again, with their units, or under group names."""
    if same_cells(top, row):
        return True
    if _are_years_of_groups(top, row, body):
        return True
    signs = signs_of(row, body, width)
    filled = sum(bool(cell.strip()) for cell in row)
    if signs.gaps and not row[0].strip() and top[0].strip() and signs.named == filled > 1:
        return True  # what was measured how, such as Min and Avg, below names and units
    if _splits_groups(top, row, body, width):
        return True
    if not signs.named or signs.valued or signs.repeated or signs.gaps:
        return False
    units = any(UNIT.fullmatch(cell.strip()) for cell in row)
    # Units without brackets stand under numbers alone, not under the labels of the rows.
    units = units or (not row[0].strip() and bool(top[0].strip()) and signs.named == filled)
    described = signs.named > 1 and len(body) > 2 and all(cell.strip() for cell in row[:width])
    return units or described or (any(not cell.strip() for cell in top) and len(set(map(str.strip, top))) < len(top) and signs.named > 1)


def _splits_groups(top: Sequence[str], row: Sequence[str], body: Records, width: int) -> bool:
    """Say whether a record has words where the one above has gaps, and gaps under most other names, as surveys write options below questions."""
    upper, lower = ([bool(cell.strip()) for cell in (list(cells) + [""] * width)[:width]] for cells in (top, row))
    pairs = list(zip(upper, lower, strict=True))
    options = [place for place, pair in enumerate(pairs) if pair == (False, True)]
    alone = sum(pair == (True, False) for pair in pairs)
    below = [cells[0].strip() for cells in body]
    begun = all(any(pairs[before] == (True, True) for before in range(place)) for place in options)
    words = not any(is_value(cell) for cell in row)
    return bool(options) and alone > 0 and begun and words and not lower[0] and (False, False) not in pairs and all(below) and bool(below)


def _import_rows(records: Records, first: int) -> int:
    """Count the header's rows in what survey tools export: short names, questions, and what they import by."""
    for more in range(1, min(HEADER_ROWS, len(records) - first)):
        if all(IMPORT_ID.match(cell) for cell in records[first + more] if cell.strip()):
            return more + 1
    return 0


def same_cells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two records hold the same words, whatever the spaces round them."""
    return [cell.strip() for cell in one] == [cell.strip() for cell in other]


def join_names(rows: Records, width: int) -> list[str]:
    """Give one name a column: the words over it from top to bottom, a group's word over all of its columns."""
    if len(rows) > 1 and IMPORT_ID.match(rows[-1][0]):
        rows = rows[:1]
    if len(rows) == 1:
        return (list(rows[0]) + [""] * width)[:width]
    filled = []
    for row in rows:
        cells = [cell.strip() for cell in (list(row) + [""] * width)[:width]]
        if row is not rows[-1]:
            for place in range(1, width):
                cells[place] = cells[place] or cells[place - 1]
        filled.append(cells)
    return [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*filled, strict=True)]
