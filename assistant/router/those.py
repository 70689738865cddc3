"""Understands “those” after a statement about rows: “some stones have x = 0. Remove those”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.clause import Clause, Unclear
from assistant.router.conditions import Condition, conditions
from assistant.router.context import RouterContext
from assistant.router.segment import opens_with_verb
from assistant.router.triggers.wordlists import DROP

_POINTED = r"(?: (?:all )?(?:of )?(?:it|them|those|these|such)?(?: (?:rows|records|entries|ones|cases|values|trips|rides|people|customers))?)?"
_AWAY = re.compile(rf"(?:so |just |please )*(?:{DROP}){_POINTED}(?: (?:out|away|please|then))*", re.I)
_BLANK = re.compile(r"(?:so |just |please )*(?:make|set|turn|mark|treat|count|consider) (?:it|them|those|these)(?: all)?(?: to| as| into)? (?:missing|nan|null|empty|na|unknown)", re.I)
_SIGNS = {"eq": "=", "ne": "is not", "gt": ">", "ge": ">=", "lt": "<", "le": "<="}


def about_those(requests: list[str], context: RouterContext) -> list[str]:
    """Writes a part that points at the rows of the statement before it with what was said of them."""
    found: list[str] = []
    for text in requests:
        held = _held(found[-1], context) if found and (_AWAY.fullmatch(text) or _BLANK.fullmatch(text)) else None
        if held is None:
            found.append(text)
        elif _AWAY.fullmatch(text):
            found[-1] = f'drop rows where "{held.column}" {_SIGNS[held.op]} {_shown(held.value)}'
        elif held.op == "eq":
            found[-1] = f'in "{held.column}" replace {_shown(held.value)} with missing'
        else:
            found.append(text)
    return found


def _held(text: str, context: RouterContext) -> Condition | None:
    """The one condition that a statement holds; None where it is a request, or says nothing of rows."""
    clause = Clause(text, context)
    if opens_with_verb(text) or not (clause.numbers or clause.values):
        return None
    try:
        listed = conditions(clause) or _of_value(clause)
    except Unclear:
        return None
    return listed[0] if len(listed) == 1 and listed[0].op in _SIGNS else None


def _of_value(clause: Clause) -> list[Condition]:
    """Reads “values of 500001 in house value”."""
    value = re.search(r"(?:values?|entries|entry|rows?) of N in (?:the )?@", clause.shape.text)
    if value is None or not clause.columns[-1].clear:
        return []
    return [Condition(clause.columns[-1].name, "eq", clause.numbers[0][1].norm)]


def _shown(value: Any) -> str:
    return str(value)
