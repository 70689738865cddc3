"""Which type each column of text cells has: what is a number, a date, a code, a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from engine.ingest.amounts import amount_type, matching, without_limits, without_marks
from engine.ingest.counted_dates import MOMENT, NAMED, counted_since, is_duration
from engine.ingest.date_order import settle_dates
from engine.ingest.dates import Dates, find_dates, mixed_orders, odd_dates
from engine.ingest.months import say_english
from engine.ingest.notes import say_subtotals
from engine.ingest.tokens import (
    BOOLEAN_WORDS,
    COMMA_DECIMAL,
    MISSING,
    MISSING_IN_TEXT,
    MISSING_NUMBER,
    POINT_DECIMAL,
    amount_pattern,
    number_pattern,
)
from engine.side_by_side import for_each

CODE = r"^(?:[+-]?0\d+(?:[eE][+-]?\d+)?|\+\d{7,})$"
WHOLE = r"^[+-]?\d+$"
INFINITE = r"^[+-]?(?i:inf|infinity)$"
MOST_GROUPS = 5_000
LARGEST = 2**63 - 1
EXACT_IN_FLOAT = 2**53
DATE_NAME = re.compile(r"date|datum|\bday\b|fecha|jour|\bdata\b|tag\b", re.IGNORECASE)
COMPACT_DATE = r"^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])(?:[0-5]\d){0,2})?$"


@dataclass
class Types:
    """The type of every column and what reading the cells needs to know; ``said`` are sentences for the user."""

    kinds: list[str] = field(default_factory=list)
    decimal: str = "."
    missing: set[str] = field(default_factory=set)
    missing_numbers: set[str] = field(default_factory=set)
    spellings: dict[str, dict[str, str]] = field(default_factory=dict)
    strip: bool = False
    decorated: dict[str, list[str]] = field(default_factory=dict)
    dates: dict[str, tuple[Dates, pa.Array]] = field(default_factory=dict)
    ambiguous: dict[str, str] = field(default_factory=dict)
    """Columns whose dates fit both orders of day and month, each with a cell that shows it."""
    said: list[str] = field(default_factory=list)


@dataclass
class Distinct:
    """The distinct cells of a column with their counts, without the surely missing ones."""

    values: pa.Array
    trimmed: pa.Array
    counts: pa.Array
    missing: list[str]


def find_types(
    names: Sequence[str], columns: Sequence[pa.Array], decimal: str | None = None, order: str | None = None
) -> Types:
    """Infer the type of every column from all of its cells."""
    distinct = for_each(_distinct, columns, max(map(len, columns), default=0))
    types = Types(decimal=decimal or _find_decimal(distinct))
    if types.decimal == ",":
        types.said.append("Numbers are written with a decimal comma.")
    types.strip = _is_padded(distinct)
    if types.strip:
        types.said.append("Spaces round the cells were taken off.")
    for name, cells in zip(names, distinct, strict=True):
        types.kinds.append(_type_of(name, cells, types, order))
        text = types.kinds[-1] == "text"
        types.missing.update(token for token in cells.missing if token.strip() in MISSING_IN_TEXT)
        if not text:
            types.missing_numbers.update(token for token in cells.missing if token.strip() not in MISSING_IN_TEXT)
    if types.strip:
        types.missing = {token.strip() for token in types.missing}
        types.missing_numbers = {token.strip() for token in types.missing_numbers}
    settle_dates(names, types, order)
    for what, named in types.decorated.items():
        types.said.append(f"{_listed(named)} read as numbers: {what}.")
    _say_missing(distinct, types)
    words = [cells.trimmed.to_pylist() for cells, kind in zip(distinct, types.kinds, strict=True) if kind == "text"]
    types.said.extend(say_subtotals([cells for cells in words[:3] if len(cells) <= MOST_GROUPS]))
    return types


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(repr(name) for name in names[:5]) + more


def _distinct(column: pa.Array) -> Distinct:
    counted = pc.value_counts(column)
    values, counts = counted.field("values"), counted.field("counts")
    trimmed = pc.utf8_trim_whitespace(values)
    missing = pc.fill_null(pc.is_in(trimmed, pa.array(sorted(MISSING), pa.large_string())), False)
    keep = pc.invert(missing)
    return Distinct(values.filter(keep), trimmed.filter(keep), counts.filter(keep), values.filter(missing).to_pylist())


def _share(values: pa.Array, pattern: str) -> float:
    return matching(values, pattern) / len(values) if len(values) else 0.0


def _find_decimal(columns: list[Distinct]) -> str:
    """Take the decimal mark that more columns surely have; a comma needs such proof."""
    comma = point = 0
    for cells in columns[:: max(1, len(columns) // 200)]:
        head = without_limits(without_marks(cells.trimmed.slice(0, 2000)))
        if not len(head) or _share(head, r"\d") < 0.5:
            continue
        comma += bool(matching(head, COMMA_DECIMAL)) and _are_amounts(head, ",")
        point += bool(matching(head, POINT_DECIMAL)) and _are_amounts(head, ".")
    return "," if comma > point else "."


def _are_amounts(cells: pa.Array, decimal: str) -> bool:
    """Say whether nearly all cells are numbers; the pattern of amounts is long to prepare, so plain numbers are looked for first."""
    return _share(cells, number_pattern(decimal)) > 0.95 or _share(cells, amount_pattern(decimal)) > 0.95


def _is_padded(columns: list[Distinct]) -> bool:
    """Say whether cells have spaces round them for looks: many of them, or all the words of some column."""
    for cells in columns:
        words = cells.trimmed.filter(pc.match_substring_regex(cells.trimmed, r"[^\d.,+-]"))
        if len(words) and pc.all(pc.not_equal(cells.values, cells.trimmed)).as_py():
            return True
    padded = sum(pc.sum(pc.not_equal(cells.values, cells.trimmed)).as_py() or 0 for cells in columns)
    return padded > 0.3 * sum(len(cells.values) for cells in columns)


def _type_of(name: str, cells: Distinct, types: Types, order: str | None) -> str:
    """Try the narrow types before the wide ones."""
    if not len(cells.values):
        return "number"
    weak = pc.match_substring_regex(cells.trimmed, MISSING_NUMBER)
    strong, counts = cells.trimmed.filter(pc.invert(weak)), cells.counts.filter(pc.invert(weak))
    if not len(strong):
        return "text"
    weak_tokens = cells.values.filter(weak).to_pylist()
    kind = _number_type(name, strong, counts, bool(cells.missing or weak_tokens), types)
    if kind is None and (found := find_dates(strong, order)):
        kind = "date:" + "|".join(found.formats)
        types.dates[name] = (found, strong)
        if found.english:
            types.spellings[name] = found.english
            types.said.append(say_english(name, found.english))
    if kind is None and (lasting := is_duration(name, strong)) is not None:
        if lasting:
            kind = "duration"
            types.said.append(f"{name!r} read as numbers: its times were reckoned in their last part, so that '1:30' is 90.")
        else:
            types.said.append(f"{name!r} stays text: its times such as {strong[0].as_py()!r} may be times of day; treated as dates, they give hours and minutes.")
    if kind is None:
        if both := mixed_orders(strong):
            types.said.append(f"{name!r} stays text: its dates have the day first in some cells ({both[0]!r}), the month in others ({both[1]!r}).")
        elif matching(strong, number_pattern("," if types.decimal == "." else ".")) == len(strong):
            mark = "comma" if types.decimal == "." else "point"
            types.said.append(f"{name!r} stays text: its numbers have a decimal {mark}, and those of other columns do not.")
        elif odd := odd_dates(strong):
            types.said.append(f"{name!r} stays text: most cells are dates, but not {', '.join(map(repr, odd))}.")
        return _word_type(name, cells, types)
    if kind == "text":
        return kind
    cells.missing.extend(weak_tokens)
    padded = not types.strip and pc.any(pc.not_equal(cells.values, cells.trimmed)).as_py()
    if padded and kind in ("integer", "number"):
        return "padded " + kind
    return kind


def _number_type(name: str, values: pa.Array, counts: pa.Array, gaps: bool, types: Types) -> str | None:
    count = len(values)
    if matching(values, CODE) and matching(values, WHOLE) + matching(values, r"^\d+[eE]\d+$") == count:
        types.said.append(f"{name!r} stays text: its codes have leading zeros.")
        return "text"
    if any(named.search(name) for named in (DATE_NAME, NAMED, MOMENT)) and matching(values, COMPACT_DATE) == count:
        return None
    if matching(values, WHOLE) == count:
        return _counted_dates(name, values, types) or _whole_type(name, values, gaps, types)
    plain = matching(values, number_pattern(types.decimal))
    infinite = matching(values, INFINITE) if 0 < plain < count else 0
    if plain and plain + infinite == count:
        if infinite or _overflows(values):
            types.said.append(f"{name!r} holds infinite values.")
        return _counted_dates(name, values, types) or "number"
    return amount_type(name, values, counts, gaps, types)


def _counted_dates(name: str, values: pa.Array, types: Types) -> str | None:
    kind = counted_since(name, values) if types.decimal == "." or matching(values, WHOLE) == len(values) else None
    if kind:
        types.said.append(f"{name!r} was read as dates: its numbers, such as {values[0].as_py()}, count the {kind}.")
    return kind


def _overflows(values: pa.Array) -> bool:
    large = values.filter(pc.match_substring_regex(values, r"[eE]\+?\d{3}"))
    return any(abs(float(text.replace(",", "."))) == float("inf") for text in large.to_pylist())


def _whole_type(name: str, values: pa.Array, gaps: bool, types: Types) -> str:
    if pc.max(pc.utf8_length(values)).as_py() <= 15:
        return "number" if gaps else "integer"
    largest = max(abs(int(text)) for text in values.to_pylist() if len(text) < 4000)
    if largest > LARGEST or (gaps and largest > EXACT_IN_FLOAT):
        types.said.append(f"{name!r} stays text: its whole numbers are too long to keep every digit as numbers.")
        return "text"
    return "number" if gaps else "integer"


def _word_type(name: str, cells: Distinct, types: Types) -> str:
    """Tell true/false from words, and give one spelling to yes/no words that have several."""
    if len(cells.values) > 12:
        return "text"
    lowered = {text.strip().lower() for text in cells.values.to_pylist()}
    if lowered == {"true", "false"} and not cells.missing:
        return "boolean"
    pair = next((pair for pair in BOOLEAN_WORDS if lowered <= pair), None)
    if pair is None or len(cells.values) <= len(lowered):
        return "text"
    words = cells.trimmed if types.strip else cells.values
    counts: Counter[str] = Counter()
    for text, count in zip(words.to_pylist(), cells.counts.to_pylist(), strict=True):
        counts[text] += count
    styles: Counter[str] = Counter()
    for text, count in counts.items():
        styles[_style(text)] += count
    # One style for all words of the column: "Yes" and "No", not "yes" and "No".
    style = max(sorted(styles), key=lambda found: styles[found])
    best = {word: getattr(word, style)() for word in lowered}
    renamed = {text: best[text.strip().lower()] for text in counts if text != best[text.strip().lower()]}
    if not renamed:
        return "text"
    types.spellings[name] = renamed
    shown = ", ".join(f"{old!r} as {new!r}" for old, new in types.spellings[name].items())
    types.said.append(f"{name!r} spells the same word in several ways; read {shown}.")
    return "text"


def _style(word: str) -> str:
    """Name the method of ``str`` that writes a word the way it is written."""
    word = word.strip()
    return "lower" if word.islower() else ("upper" if word.isupper() and len(word) > 1 else "title")


def _say_missing(columns: list[Distinct], types: Types) -> None:
    tokens = sorted({token.strip() for cells in columns for token in cells.missing} - {""})
    used = {token.strip() for token in types.missing | types.missing_numbers}
    shown = [token for token in tokens if token in used]
    if shown:
        types.said.append("Read as missing: " + ", ".join(repr(token) for token in shown[:20]) + ".")
