"""Reads rows of the weekend or of the working days where one column holds the names of days: “no weekends”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.condition import Condition

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAID = re.compile(r"\b(?:(?P<weekend>week ?ends?|weekend days)|(?P<week>week ?days|work(?:ing)? ?days|business days))\b")


def of_days(clause: Clause) -> Condition | None:
    """The condition on the one column whose values are names of days; None where there is no such column, or something else is said as well."""
    said = None if clause.values or clause.numbers else _SAID.search(clause.norm)
    if said is None or any(mention.clear and clause.context.kind(mention.name) != "categorical" for mention in clause.columns):
        return None
    columns = [(column["name"], [value for value in column.get("values") or () if str(value)[:3].lower() in _DAYS]) for column in clause.context.columns if column.get("kind") == "categorical"]
    fitting = [(name, values) for name, values in columns if len(values) > 4 and len(values) == len(clause.context.column(name).get("values") or ())]
    if len(fitting) != 1:
        return None
    name, values = fitting[0]
    meant = sorted((value for value in values if (str(value)[:3].lower() in _DAYS[5:]) == (said["weekend"] is not None)), key=lambda value: _DAYS.index(str(value)[:3].lower()))
    return Condition(name, "in", meant) if len(meant) > 1 else Condition(name, "eq", meant[0]) if meant else None
