"""Lists the values of a column that lie between two of them: “colour D to F” is D, E and F, “Mon to Wed” three days."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CODE = re.compile(r"([a-z]?)(\d*)", re.I)
_NUMBERED = re.compile(r"(\D+)(\d+)")
_TO = re.compile(r"(?:up )?(?:to|-|through|thru|till|until)")


def is_span(clause: Clause, first: int, last: int) -> bool:
    """Says whether the values at two places of the shape are the ends of a span: “d to f”, “between d and f”."""
    words = clause.shape.words
    joint = " ".join(words[first + 1 : last])
    return _TO.fullmatch(joint) is not None or (joint == "and" and "between" in words[max(0, first - 2) : first])


def between(clause: Clause, column: str, first: Any, last: Any) -> list[Any]:
    """The values from one to another, where codes, weekdays or months give them an order; asks where their order is not known."""
    known = clause.context.column(column).get("values") or []
    for cycle in (_DAYS, _MONTHS):
        places = {value: cycle.index(str(value)[:3].lower()) for value in known if str(value)[:3].lower() in cycle}
        if len(places) == len(known) and first in places and last in places:
            length = (places[last] - places[first]) % len(cycle)
            return sorted((value for value, place in places.items() if (place - places[first]) % len(cycle) <= length), key=lambda value: (places[value] - places[first]) % len(cycle))
    for ranked in (_by_code, _by_number):
        ends = ranked(first), ranked(last)
        if None not in ends and ends[0][0] == ends[1][0]:
            return sorted((value for value in known if (rank := ranked(value)) and rank[0] == ends[0][0] and min(ends) <= rank <= max(ends)), key=ranked)
    raise Unclear(f"I do not know which values of “{column}” lie between “{first}” and “{last}”. Which ones are meant?", [option("filter_rows", {"column": column, "op": "in", "value": [first, last]}, "Only these two"), option("describe_column", {"column": column}, f"Look at {column} first")])


def _by_code(value: Any) -> Any:
    """The order of codes of a letter, a number or both: c, 3, c3."""
    match = _CODE.fullmatch(str(value))
    return ((bool(match[1]), bool(match[2])), match[1].lower(), int(match[2] or 0)) if match else None


def _by_number(value: Any) -> Any:
    """The order of values that differ in a number at their end: term_36, Grade 2."""
    match = _NUMBERED.fullmatch(str(value))
    return (match[1].lower(), int(match[2])) if match else None
