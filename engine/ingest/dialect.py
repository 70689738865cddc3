"""Which delimiter, quote and escape character a text table is written with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from engine.functions.read_irregular import split_records
from engine.ingest.fixed_width import columns_of_fixed_width, ruled_columns
from engine.ingest.header import is_value

DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f", "\x01", ":")
SIMPLE = re.compile(
    r"""\s*(?:|[-+(]*[$€£]?\s*[\d.,]+(?:e[-+]?\d+)?\s*[%€$)]*|NA|N/A|nan|null|[\w.-]{1,25}|[\w.\-' ]{1,40}"""
    r"""|\d[\d:./TZ +-]*\d|\S+@\S+|https?://\S+)\s*""",
    re.IGNORECASE,
)
SAMPLE_RECORDS = 300
FEW_RECORDS = 8
EVEN_CHARACTERS = 200_000
NO_TABLE = 0.01
"""As much as a delimiter scores that stands in a title alone."""
SIGNS = r"|:~^#$&*<>!@%;"
WHITESPACE = r"\s+"
NO_DELIMITER = "\x1e"
"""Stands for files of one column: a character that keeps records apart and comes in no ordinary text."""
ENTITY = re.compile(r"&(?:#\d{1,6}|[a-zA-Z]{2,8});")
"""How web pages write letters beyond ASCII; the semicolon keeps no cells apart."""
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


@dataclass(frozen=True)
class Dialect:
    """How the cells of a text table are kept apart."""

    delimiter: str
    quotechar: str | None = '"'
    escapechar: str | None = None
    cuts: tuple[int, ...] = ()
    """Where the columns begin in every line, if they have a fixed width."""


def find_dialect(sample: str, delimiter: str | None = None, text: str = "") -> Dialect:
    """Choose the delimiter and quoting that make the sample most like a table; the ``text`` has the last word."""
    if delimiter is None and (cuts := ruled_columns(sample)):
        return Dialect(WHITESPACE, None, None, cuts)
    best = _likeliest(_without_comments(sample), delimiter)
    if delimiter is None and not best.cuts and best.delimiter != WHITESPACE and _is_one_column(sample, best):
        return Dialect(NO_DELIMITER, None)
    if best.quotechar == '"' and len(text) > len(sample) and best.delimiter != WHITESPACE and '"' in text:
        best = _quoting(text, best.delimiter)
    return best


def _without_comments(sample: str) -> str:
    """Leave out the lines of comment above a table, which may hold any delimiter."""
    lines = sample.split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    return "\n".join(lines[first:]) if first and sum(bool(line.strip()) for line in lines[first:]) > 2 else sample


def _likeliest(sample: str, delimiter: str | None) -> Dialect:
    unescaped = ENTITY.sub("", sample)
    candidates = [delimiter] if delimiter else [_longer(mark, sample) for mark in DELIMITERS if mark in unescaped]
    if not delimiter and ":" not in CLOCK.sub("", sample.lstrip().split("\n", 1)[0]):
        candidates = [mark for mark in candidates if mark != ":"]
    best, best_score = Dialect(delimiter or ","), 0.0
    for mark in candidates:
        dialect = _quoting(sample, mark)
        score = table_likeness(sample, dialect)
        if score > best_score + 1e-9:
            best, best_score = dialect, score
    if delimiter is None and best_score < 0.7:
        for mark in (" ", WHITESPACE):
            dialect = _quoting(sample, mark) if mark == " " else Dialect(mark, '"' if '"' in sample else None)
            # Words of a sentence are kept apart by spaces too: a table must be much more regular than that.
            score = table_likeness(sample, dialect, strict=True)
            if score > best_score + 0.1 and not (best_score and _are_sentences(sample, best, dialect)):
                best, best_score = dialect, score
        if best_score < NO_TABLE and (cuts := columns_of_fixed_width(sample)):
            best = Dialect(WHITESPACE, None, None, cuts)
    return best


def _longer(mark: str, sample: str) -> str:
    """Give the mark, or the signs of which it is one, such as ``||`` or ``~|~``, where it never stands alone."""
    if mark not in "|:~^":
        return mark
    runs = Counter(re.findall(rf"[{SIGNS}]*{re.escape(mark)}[{SIGNS}]*", sample)).most_common(1)
    return runs[0][0] if mark not in sample.replace(runs[0][0], "") else mark


def _are_sentences(sample: str, marked: Dialect, spaced: Dialect) -> bool:
    """Say whether spaces only keep the words of cells apart: another mark is even, and few of the words are values."""
    if marked.delimiter == ":":  # the mark of clock times in logs
        return False
    found = []
    for dialect in (marked, spaced):
        records = split_records(sample, dialect.delimiter, dialect.quotechar, dialect.escapechar, None)
        found.append([cells for _, cells in records[:SAMPLE_RECORDS] if any(cell.strip() for cell in cells)])
    widths = Counter(map(len, found[0]))
    if widths[len(found[0][0])] < 0.95 * len(found[0]) or len(found[0][0]) < 2:
        return False
    width = Counter(map(len, found[1])).most_common(1)[0][0]
    if len(found[1][0]) not in (width, width - 1):
        return True
    columns = list(zip(*(cells for cells in found[1] if len(cells) == width), strict=True))
    return sum(sum(map(is_value, cells)) > 0.5 * len(cells) for cells in columns) < 0.5 * width


def _is_one_column(sample: str, dialect: Dialect) -> bool:
    """Say whether the delimiter is but punctuation: the lines are cut into ever different numbers of cells."""
    records = split_records(sample, dialect.delimiter, dialect.quotechar, dialect.escapechar, None)
    widths = [len(cells) for _, cells in records[:SAMPLE_RECORDS] if any(cell.strip() for cell in cells)]
    if len(widths) < FEW_RECORDS:
        return False
    usual = Counter(width for width in widths if width > 1).most_common(1)
    if usual and widths[0] == usual[0][0] > 2 and min(widths) == widths[0]:
        # Every line has the cells of the first, and some have delimiters in their words.
        return False
    below = widths[widths.index(usual[0][0]) :] if usual else []
    changes = sum(one != other for one, other in pairwise(below))
    return bool(usual) and below.count(usual[0][0]) < 0.7 * len(below) and changes > 0.25 * len(below)


def table_likeness(sample: str, dialect: Dialect, strict: bool = False) -> float:
    """Score from 0 to 1 how even the records are and how simple their cells."""
    records = split_records(sample, dialect.delimiter, dialect.quotechar, dialect.escapechar, None)
    filled = [cells for _, cells in records[:SAMPLE_RECORDS] if any(cell.strip() for cell in cells)]
    if not filled:
        return 0.0
    widths = Counter(len(cells) for cells in filled)
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    if strict and len(filled[0]) == width - 1 > 1 and all(filled[0]):
        # R leaves out the name of the column of row labels, and where it aligns columns, begins with the gap for it.
        count += dialect.delimiter != WHITESPACE or sample.lstrip("\r\n")[0].isspace()
    if width < 2 or (strict and count < 0.95 * len(filled)):
        return 0.0
    cells = [cell for record in filled if len(record) == width for cell in record]
    if strict and dialect.delimiter == " " and cells.count("") > 0.3 * len(cells):  # runs of spaces
        return 0.0
    simple = sum(1 for cell in cells if SIMPLE.fullmatch(cell)) / len(cells)
    even = count / len(filled)
    return even * even * (1 - 1 / (width + 0.5)) * (0.3 + 0.7 * simple)


def _quoting(sample: str, delimiter: str) -> Dialect:
    """Find the quote character by the cells that begin and end with it, and whether a backslash escapes it."""
    border = re.escape(delimiter)
    edges = {}
    for quote in ('"', "'"):
        begins = len(re.findall(rf"(?:^|{border}) ?{quote}", sample, re.MULTILINE))
        ends = len(re.findall(rf"{quote} ?(?:$|\r|{border})", sample, re.MULTILINE))
        edges[quote] = min(begins, ends)
    if edges["'"] >= 2 and edges["'"] > 4 * edges['"']:
        return Dialect(delimiter, "'", "\\" if re.search(r"[^\\]\\'", sample) else None)
    if '"' not in sample:
        return Dialect(delimiter, '"')
    if (_spans_lines(sample) or not _closes(sample, delimiter)) and _is_even(sample, delimiter):
        return Dialect(delimiter, '"' if _wraps_cells(sample, delimiter) else None)
    return Dialect(delimiter, '"', "\\" if _is_escaped(sample, delimiter) else None)


def _is_escaped(text: str, delimiter: str) -> bool:
    """Say whether a backslash before a quote keeps the cell open; a cell may also just end in a backslash."""
    border = re.escape(delimiter)
    escaped = len(re.findall(rf'[^\\{border}\r\n]\\"(?!{border}|[\r\n]|\Z)', text))
    at_the_end = len(re.findall(rf'[^\\{border}\r\n]\\"(?={border}|[\r\n]|\Z)', text))
    inner = len(re.findall(rf'[^{border}\r\n"]""', text))
    if not escaped and at_the_end:
        return _evenness(text, Dialect(delimiter, '"', "\\")) > _evenness(text, Dialect(delimiter, '"'))
    return escaped > inner


def _evenness(text: str, dialect: Dialect) -> float:
    """Give the share of the records that have the usual number of cells."""
    records = split_records(text[:EVEN_CHARACTERS], dialect.delimiter, dialect.quotechar, dialect.escapechar, None)
    widths = Counter(len(cells) for _, cells in records if any(cell.strip() for cell in cells))
    return max(widths.values(), default=0) / max(widths.total(), 1)


def _closes(text: str, delimiter: str) -> bool:
    """Say whether every cell that begins with a quote also ends with one; if not, it may be an ordinary character."""
    border = re.escape(delimiter)
    begins = len(re.findall(rf'(?:^|{border}) ?"', text, re.MULTILINE))
    for inside in (r'(?:[^"\\]|\\.|"")*+', r'(?:[^"]|"")*+'):
        whole = len(re.findall(rf'(?:^|{border}) ?"{inside}" ?(?=$|\r|{border})', text, re.MULTILINE | re.DOTALL))
        if whole >= begins > 0:
            return True
    return False


def _spans_lines(text: str) -> bool:
    """Say whether quotes, if they kept cells together, would mostly do so over the ends of lines."""
    quoted = [line.count('"') for line in text.split("\n") if '"' in line]
    return sum(count % 2 for count in quoted) > 0.5 * len(quoted)


def _wraps_cells(text: str, delimiter: str) -> bool:
    """Say whether quotes stand round cells and only those inside of them were not doubled."""
    cells = [cell.strip() for line in re.split(r"[\r\n]+", text) for cell in line.split(delimiter)]
    edges = [(cell[0] == '"', cell[-1] == '"') for cell in cells if len(cell) > 1 and '"' in (cell[0], cell[-1])]
    return len(edges) > 1 and all(first and last for first, last in edges)


def _is_even(text: str, delimiter: str) -> bool:
    """Say whether all lines have the same number of delimiters, quoted or not."""
    return len({line.count(delimiter) for line in text.split("\n") if line.strip()}) == 1
