"""Reads the one condition that a statement tells of rows, which “remove those” after it means."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.condition import Condition
from assistant.router.entities.conditions import conditions
from assistant.router.entities.typed_cells import typed_cell
from assistant.router.parts.segment import opens_with_verb

_OF_ONE_VALUE = re.compile(r"(?:the |our |all )*(?:(?!not\b|no\b|only\b)[a-z]+ )?# (?:is|are|was|were|has|have|had|looks?|seems?) (?!not\b|in\b|the\b|all\b|what\b|#)[a-z]+")
"""“sample Torgersen is contaminated”"""
_NO_MORE = re.compile(
    r"\b(?:(?:do|does|did|can|could|will|would) not|dont|doesnt|didnt|cant|couldnt|wont|never|"
    r"no longer)(?: (?!is\b|are\b|be\b|was\b|were\b|have\b|has\b|had\b|equals?\b|says?\b|contains?\b|include\b|come\b)[a-z]+){1,4} #(?! @)|"
    r"\b(?:not|arent|isnt|aint) (?:really |at all )?(?:interested in|concerned with|responsible for|looking at|after|bothered (?:about|with|by)|keen on) (?:the |"
    r"any |all )*#",
)
"""What people no longer do is said of the rows that the value stands in, not of the others: “we do not make chairs any more”."""
_TOLD_OF = {"ne": "eq", "not_in": "in"}
SIGNS = {"eq": "=", "ne": "is not", "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "in": "is"}


def held(text: str, context: RouterContext) -> Condition | None:
    """The one condition that a statement holds; None where it is a request, or says nothing of rows."""
    clause = Clause(text, context)
    if len(clause.values) == 1 and len(clause.values[0].columns) == 1 and not (clause.columns or clause.numbers) and _OF_ONE_VALUE.match(clause.shape.text):
        return Condition(clause.values[0].columns[0], "eq", clause.values[0].value)
    if opens_with_verb(text):
        return None
    if typed := typed_cell(clause):
        return typed
    if not (clause.numbers or clause.values):
        return None
    try:
        listed = _of_value(clause) or conditions(clause)
    except Unclear:
        return None
    if len(listed) != 1:
        return None
    told = replace(listed[0], op=_TOLD_OF[listed[0].op]) if listed[0].op in _TOLD_OF and _NO_MORE.search(clause.shape.text) else listed[0]
    return told if told.op in SIGNS else None


def _of_value(clause: Clause) -> list[Condition]:
    """Reads “values of 500001 in house value” and “house values of 500001 are capped”."""
    value = re.search(
        r"(?:values?|entries|entry|rows?) of N in (?:the )?@|"
        r"^(?:the |all |an? |any |every )*@(?: values?| valued| priced| worth)? (?:of |at |equal to )?(?:exactly )?N (?:is|are|looks?|seems?|means?|must|cannot|"
        r"cant|makes?)\b|^[a-z]+ @ (?:at |of )?(?:exactly )?N (?:is|are)\b", clause.shape.text)
    if value is None or len(clause.numbers) != 1 or not clause.columns[-1].clear:
        return []
    return [Condition(clause.columns[-1].name, "eq", clause.numbers[0][1].norm)]
