"""Numbers that are dressed up: with thousands marks, a currency, a percent sign, a unit, the mark of a footnote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from engine.ingest.tokens import CURRENCY, DEBIT, LIMIT, LOOSE_MARK, MARK, UNITS, amount_pattern

if TYPE_CHECKING:
    from engine.ingest.column_types import Types

LONGEST_AMOUNT = 18
UNDECORATED = re.compile(r"(?<![^\W\d_])\d|[.,()+\-−\s'’]")
MONEY = re.compile(CURRENCY)
KNOWN_UNIT = re.compile(UNITS)
PADDED_CODE = r"^0\d+\pL"
SHORTEST_PLURAL = 3
LONGEST_ENDING = 2
FEW_LIMITS = 0.2
SIDES = ({"CR", "DR"}, {"H", "S"}, {"C", "D"})
"""What stands behind amounts that were added, and behind those that were taken away."""
SCALES = {"K", "k", "M", "B", "bn", "mn"}


def matching(values: pa.Array, pattern: str) -> int:
    """Count the cells in which a pattern is found."""
    return pc.sum(pc.match_substring_regex(values, pattern)).as_py() or 0


def without_marks(values: pa.Array) -> pa.Array:
    """Take the marks of footnotes from behind numbers."""
    return pc.replace_substring_regex(values, MARK, r"\1")


def without_limits(values: pa.Array) -> pa.Array:
    """Take the marks of limits and of rough numbers from before numbers, such as < and about."""
    return pc.replace_substring_regex(values, LIMIT, r"\1\2")


def amount_type(name: str, values: pa.Array, counts: pa.Array, gaps: bool, types: Types) -> str | None:
    """Give the type of a column whose cells are all numbers beneath what they are dressed up with, else None."""
    count, with_digits = len(values), matching(values, r"\d")
    if with_digits < count and (count < 5 or with_digits < 0.8 * count):
        return None  # words, for which the long pattern of amounts is not even prepared
    marked = _marked(values)
    plain = without_marks(values) if marked else values
    limits = _limits(values, counts)
    plain = without_limits(plain) if limits else plain
    pattern = amount_pattern(types.decimal)
    fitting = matching(plain, pattern)
    if fitting < count or matching(plain, PADDED_CODE):
        if fitting >= 0.8 * count and count >= 5:
            odd = pc.invert(pc.match_substring_regex(plain, pattern))
            shown = ", ".join(repr(text) for text in values.filter(odd).slice(0, 5).to_pylist())
            types.said.append(f"{name!r} stays text: most cells are numbers, but not {shown or repr(values[0].as_py())}.")
        elif len(few := values.filter(pc.match_substring_regex(values, LIMIT))) and matching(without_limits(plain), pattern) == count:
            types.said.append(f"{name!r} stays text: many of its numbers are limits, such as {few[0].as_py()!r}; treated as numeric, these would be missing.")
        return None
    percent = matching(plain, "%")
    if 0 < percent < count:
        types.said.append(f"{name!r} stays text: only some of its numbers have a percent sign.")
        return None
    units = sorted({UNDECORATED.sub("", text) for text in plain.slice(0, 5000).to_pylist()} - {""}, key=lambda unit: (len(unit), unit))
    if {unit.upper() for unit in units} in SIDES:
        types.decorated.setdefault(f"those with {_debit(units)} behind them are negative", []).append(name)
        return "debit amount"
    if SCALES & set(units) and set(units) <= SCALES | {"T"}:
        types.decorated.setdefault("K, M, B (bn) and T were read as thousand, million, billion and trillion", []).append(name)
        return "scaled amount"
    if len(units) > 1 and not _are_plurals(units):
        if all(KNOWN_UNIT.fullmatch(unit) or not unit[0].isalpha() or MONEY.fullmatch(unit) for unit in units):
            shown = ", ".join(repr(unit) for unit in sorted(units)[:4])
            types.said.append(f"{name!r} stays text: its amounts are in several units ({shown}).")
        return None
    unit = units[0] if units else ""
    measured = bool(re.fullmatch(r"[^\W\d_].*|°.*", unit)) and not MONEY.fullmatch(unit)
    bare = pc.match_substring_regex(plain, r"^[^\pL°]*$") if measured else None
    if bare is not None and pc.any(bare).as_py():
        few = bare if 2 * pc.sum(bare).as_py() < count else pc.invert(bare)
        shown = ", ".join(repr(text) for text in values.filter(few).slice(0, 5).to_pylist())
        types.said.append(f"{name!r} stays text: only some of its numbers have the unit {unit!r}, such as {shown}.")
        return None
    point = r"\.\d" if types.decimal == "." else r",\d"
    if marked:
        types.decorated.setdefault(f"marks behind them were taken off, such as in {', '.join(map(repr, marked))}", []).append(name)
    if limits:
        types.decorated.setdefault(f"limits and rough numbers count as the number itself, such as {', '.join(map(repr, limits))}", []).append(name)
    if how := _decoration(plain, percent, unit, measured, types.decimal):
        types.decorated.setdefault(how, []).append(name)
    long = pc.max(pc.utf8_length(plain)).as_py() > LONGEST_AMOUNT
    return "amount" if gaps or percent or long or matching(plain, point) else "whole amount"


def _marked(values: pa.Array) -> list[str]:
    """Give a few of the cells with marks of footnotes; numbers in brackets behind most cells are no marks."""
    if matching(values, LOOSE_MARK) > 0.5 * len(values):
        return []
    return list(values.filter(pc.match_substring_regex(values, MARK)).slice(0, 3).to_pylist())


def _limits(values: pa.Array, counts: pa.Array) -> list[str]:
    """Give a few of the cells that are limits or rough numbers, where they are few or all alike."""
    found = pc.match_substring_regex(values, LIMIT)
    rows, limited = pc.sum(counts).as_py(), pc.sum(counts.filter(found)).as_py() or 0
    cells = values.filter(found).to_pylist()
    alike = limited == rows and len({re.sub(r"[\d.,]+", "0", cell) for cell in cells}) == 1
    return cells[:3] if alike or 0 < limited <= FEW_LIMITS * rows else []


def _debit(units: list[str]) -> str:
    return repr(next(unit for unit in units if re.fullmatch(DEBIT, unit)))


def _are_plurals(units: list[str]) -> bool:
    """Say whether words are one in singular and plural, such as day and days."""
    stem = units[0]
    return len(stem) >= SHORTEST_PLURAL and all(unit.startswith(stem) and len(unit) - len(stem) <= LONGEST_ENDING for unit in units)


def _decoration(values: pa.Array, percent: int, unit: str, measured: bool, decimal: str) -> str:
    """Say what was taken off the numbers; nothing where there were but marks."""
    if percent:
        return "percent signs were taken off (45% is 45)"
    if measured:
        return f"the unit {unit!r} was taken off"
    brackets = ", brackets mean negative" if matching(values, r"^\(") else ""
    if unit:
        return f"currency signs were taken off{brackets}"
    trailing = ", a minus behind them means negative" if matching(values, r"[-−]$") else ""
    thousands = matching(values, rf"\d[^\d\-−)e{re.escape(decimal)}]+\d")
    marks = "thousands marks were taken off" if thousands else ""
    return (marks + brackets + trailing).removeprefix(", ")
