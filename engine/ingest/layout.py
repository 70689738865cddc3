"""Where in the records the table is: what stands above it, its header, and what stands below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from engine.errors import Refusal
from engine.functions.read_irregular import masked_digits
from engine.ingest.header import (
    HEAD_ROWS,
    Records,
    count_header_rows,
    has_names,
    is_value,
    join_names,
    same_cells,
    signs_of,
)
from engine.ingest.notes import count_notes
from engine.ingest.reading import counted, were

TOTALS = (
    "(?:grand |sub|over)?-?totals?|totale?s?|totaux|sums?|summe|suma|somme|gesamt|gesamtsumme|insgesamt|"
    "gesamtergebnis|total g[eé]n[eé]ral|totaal|toplam|razem|łącznie|celkem|összesen|итого|всего|合计|(?:anfangs|schluss|end)?saldo|kontostand|soldes?|(?:opening |closing )?balance|"
    "average|mean|mittelwert|durchschnitt|moyenne|promedio|media"
)
FOOT = re.compile(
    rf"\s*#?(?:(?:{TOTALS}|sources?|notes?|quelle|anmerkung(?:en)?|hinweis|fuente|fonte|nota|remarque|copyright)\b|\(c\)|©|\*|†|¹|\(?\d+ rows?\b)",
    re.IGNORECASE,
)
TOTAL = re.compile(rf"\s*#?(?:{TOTALS}|\*{{1,3}}|Σ)\s*(?:\(.{{1,30}}\))?\s*:?\s*", re.IGNORECASE)
STATISTIC = re.compile(r"\s*(?:min(?:imum)?|max(?:imum)?|avg|average|mean|median|std(?:ev)?|count|mittel(?:wert)?|moyenne)\s*:?\s*", re.IGNORECASE)
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
    header_rows: int = 1
    other: list[list[str]] = field(default_factory=list)
    """The records of another table below."""
    short_header: bool = False
    notes: int = 0
    """How many records between the names and the rows tell of the columns."""
    commented: bool = False
    """Whether the names stand in a line of comment."""
    total: str = ""
    """What the last row is called, where it seems to sum up the others."""

    @property
    def is_plain(self) -> bool:
        """Whether the table is all there is, under at most one line of names."""
        return not (self.preamble or self.foot or self.other or self.short_header or self.commented or self.notes or self.header_rows > 1)


def find_layout(
    records: Records,
    header: object = None,
    last: Records | None = None,
    total: int | None = None,
    width: int = 0,
    gaps: Collection[int] = (),
) -> Layout:
    """Find the table in its filled records; ``header`` True, False or the number of its record wins.

    ``last`` are the last records and ``total`` their whole number where ``records`` is only a sample of the head;
    ``gaps`` are the places of records that a blank line stands before.
    """
    width = width or _width_of(records)
    total = len(records) if total is None else total
    if header is None and (names := _short_header(records, width)):
        first, count, short = 0, 1, True
    else:
        first, count = _header_place(records, width, header, gaps)
        names, short = join_names(records[first : first + count], width) if count else None, False
    commented = _commented_header(records, first - (count == 0), width) if header is None and count < 2 else None
    notes = 0
    if count and header is None and not commented and (notes := count_notes(records, first + 1, width)) >= max(count, 2):
        names, count = join_names(records[first : first + 1], width), 1
    else:
        notes = 0
    if commented:
        first, count, names = first - (count == 0), 1, commented
    skip = first + count + notes
    end = _second_table(records, skip, width, gaps) if last is None else None
    foot = _foot(records[:end] if last is None else last, width, (total if end is None else end) - skip)
    rows = (total if end is None else end) - skip - len(foot)
    layout = Layout(width, skip, names, rows, first, foot, max(count, 1), [], short, commented=commented is not None, notes=notes)
    if end is not None:
        layout.other = [list(cells) for cells in records[end:]]
    shown = records[skip + rows - 1] if last is None and rows > 1 else (last or [[""]])[-1]
    layout.total = next((cell.strip() for cell in shown[:2] if TOTAL.fullmatch(cell)), "") if not foot else ""
    return layout


def _header_place(records: Records, width: int, header: object, gaps: Collection[int]) -> tuple[int, int]:
    """Give the place of the first record of the table and how many records its header has."""
    if isinstance(header, int) and not isinstance(header, bool) and header != 0:
        if not 0 < header <= len(records):
            raise Refusal("no_such_line", f"The names cannot stand in line {header:,}: they are looked for in the first {len(records):,} filled lines.", "Lines are counted from 1; leave it out to have the names found.", argument="header")
        return header - 1, 1
    first = _first_full(records, width)
    apart = first + 1 in gaps or _used(records[first]) > width + 1
    if header is None and apart and _names_below(records, first + 1, width):
        first += 1
    return first, count_header_rows(records, first, width) if header is None else int(bool(header))


def _names_below(records: Records, place: int, width: int) -> bool:
    """Say whether a record below one that stands apart names the columns, so that the one above is no header."""
    signs = signs_of(records[place], records[place + 1 : place + HEAD_ROWS], width)
    return signs.named > 0 and not signs.valued and _filled(records[place]) > min(_filled(records[place - 1]), 0.5 * width)


def _width_of(records: Records) -> int:
    """Take the commonest number of cells; among equals the larger."""
    widths = Counter(len(cells) for cells in records)
    return max(widths.items(), key=lambda item: (item[1], item[0]))[0]


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _first_full(records: Records, width: int) -> int:
    """Find the first record that belongs to the table: as wide and about as filled as those below."""
    if width == 1:
        return next((place for place, cells in enumerate(records[:HEAD_ROWS]) if cells[0].lstrip()[:1] != "#"), 0)
    plain = next((place for place, cells in enumerate(records[:HEAD_ROWS]) if cells[0].lstrip()[:1] != "#"), 0)
    if plain and len(records[plain]) == width and signs_of(records[plain], records[plain + 1 : plain + HEAD_ROWS], width).named:
        return plain
    below = sorted(_filled(cells) for cells in records[:HEAD_ROWS] if len(cells) >= width) or [1]
    usual = below[len(below) // 2]
    for place, cells in enumerate(records[:HEAD_ROWS]):
        comment = cells[0].lstrip()[:1] == "#" and _filled(cells) < usual
        full = _filled(cells) >= max(min(2, usual), 0.5 * usual) and not comment
        if len(cells) >= width - (width > 3) and full:
            return place
    return 0


def _short_header(records: Records, width: int) -> list[str] | None:
    """Give the names where the header has one cell too few: for a column of row labels, or a delimiter at the end."""
    if records[0][0].lstrip()[:1] == "#":
        return None
    head, body = list(records[0]), [row for row in records[1:HEAD_ROWS] if len(row) == width]
    even = all(len(row) == width for row in records[1:6]) and len(body) >= 0.9 * len(records[1:HEAD_ROWS])
    if len(head) != width - 1 or width < 2 or not body or not even or not all(cell.strip() for cell in head):
        return None
    if not any(row[-1].strip() for row in body):
        return [*head, ""] if has_names(head, body, width) else None
    return ["", *head] if signs_of(["", *head], body, width).named and has_names(["", *head], body, width) else None


def _commented_header(records: Records, place: int, width: int) -> list[str] | None:
    """Give the names in a line of comment right above the rows, such as "# a b c" or "#Fields: a b c"."""
    cells = list(records[place]) if place >= 0 else []
    if not cells or cells[0].lstrip()[:1] != "#":
        return None
    cells[0] = cells[0].strip("# ")
    cells = cells[1:] if len(cells) > width and (not cells[0] or cells[0].endswith(":")) else cells
    fits = len(cells) == width > 1 and all(cell.strip() and not is_value(cell) for cell in cells)
    return cells if fits and len(set(cells)) == width else None


def _second_table(records: Records, skip: int, width: int, gaps: Collection[int]) -> int | None:
    """Find the record with which another table begins: it has names over columns that held numbers above."""
    heads = {masked_digits(list(cells)) for cells in records[: skip - 1]}
    for place in range(skip + 2, len(records) - 1):
        odd = all(_used(cells) != width and len(cells) != width for cells in records[place : place + 3])
        if place not in gaps and not odd:
            continue
        head, body = records[place], records[place + 1 : place + HEAD_ROWS]
        used = _used(head)
        if used < 2 or same_cells(head, records[skip - 1]) or _filled(head) < used or masked_digits(list(head)) in heads:
            continue
        above = records[max(skip, place - HEAD_ROWS) : place]
        signs = signs_of(head, above, min(used, width))
        inner = signs_of(head, body, used)
        if signs.named and not signs.valued and (inner.named or not inner.compared) and not inner.valued:
            return place
    return None


def _used(cells: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _foot(records: Records, width: int, rows: int) -> list[list[str]]:
    """Give the records below the table: totals and sources, which have few cells filled."""
    if width < 2 or rows < 3:
        return []
    tail = list(records[-min(FOOT_ROWS + 1, rows) :])
    usual = sorted(_filled(cells) for cells in records[-HEAD_ROWS:])[len(records[-HEAD_ROWS:]) // 2]
    foot: list[list[str]] = []
    statistics = sum(bool(STATISTIC.fullmatch(cells[0])) for cells in tail) > 1  # one alone may be a person called Max
    for cells in reversed(tail[1:]):
        filled = _filled(cells)
        first = next((cell for cell in cells if cell.strip()), "")
        lonely = filled == 1 and usual > 1 and bool(cells[0].strip()) and not is_value(first)
        noted = (lonely and len(first) > 3 and usual > 2) or (lonely and bool(FOOT.match(first)))
        total = (bool(FOOT.match(first)) and filled <= 0.5 * usual) or (bool(TOTAL.fullmatch(first)) and filled < usual)
        total = total or (statistics and bool(STATISTIC.fullmatch(cells[0])) and filled < usual)
        if not noted and not (total and width > 2):
            break
        foot.insert(0, list(cells))
    return foot


def say_layout(records: Records, layout: Layout) -> list[str]:
    """Say what stands round the table and was left out, and whether the names had to be invented."""
    said = []
    if layout.preamble:
        shown = "; ".join(_shown(cells) for cells in records[: min(layout.preamble, 3)])
        said.append(f"{counted(layout.preamble, 'line')} above the table {were(layout.preamble)} left out: {shown}.")
    if layout.header is None:
        said.append("There is no header line; the columns were given names.")
    if layout.notes:
        shown = "; ".join(_shown(cells) for cells in records[layout.skip - layout.notes : layout.skip][:3])
        said.append(f"{counted(layout.notes, 'line')} between the names and the rows {were(layout.notes)} left out: {shown}.")
    if layout.commented:
        said.append("The names were taken from the comment above the rows.")
    if layout.header_rows > 1:
        first = records[layout.preamble]
        how = "the first gives the names" if layout.header and same_cells(layout.header, first) else "their names were joined"
        said.append(f"The header has {'two' if layout.header_rows == 2 else 'three'} rows; {how}.")
    if layout.short_header and layout.header and not layout.header[0]:
        said.append("The header has one name too few; the first column holds the labels of the rows.")
    if layout.foot:
        shown = "; ".join(_shown(cells) for cells in layout.foot[:3])
        said.append(f"{counted(len(layout.foot), 'line')} below the table {were(len(layout.foot))} left out: {shown}.")
    if layout.other:
        said.append(
            f"There is another table below, of {counted(len(layout.other), 'line')}, which was left out: "
            f"{_shown(layout.other[0])}. To use it, save it as a file of its own."
        )
    if layout.total:
        said.append(f"The last row is called {layout.total!r}; if it sums up the others, leave it out with a filter.")
    return said


def _shown(cells: Sequence[str]) -> str:
    text = " ".join(cell.strip() for cell in cells if cell.strip())
    return repr(text if len(text) <= 60 else text[:57] + "...")
