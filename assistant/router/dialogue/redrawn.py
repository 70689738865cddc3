"""Understands what is to be otherwise in the chart just drawn: its kind, its colours or an axis."""

from __future__ import annotations

import re

from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_COLOUR = r"(?:colou?r\w*|hues?|shade[ds]?|shading|paint(?:ed)?|tint(?:ed)?)"
_COLOURED = re.compile(rf"\b{_COLOUR}\b(?! of\b)[^@]{{0,30}}?(?:(?:by|per|after|for|with|from|according to|depending on|as|in|=|:)(?: the| each| every)*|each|every|hue|colou?r|is|be) @$|@ (?:as|for|in|on) (?:the |an? )?{_COLOUR}$")
_AXIS = r"(?P<{0}>x|y|horizontal|vertical)(?: ?-? ?axis| axis)?"
_ON_AXIS = re.compile(rf"@ (?:on|onto|along|as|for|to) (?:the )?{_AXIS.format('axis')}$")
_AXIS_IS = re.compile(rf"(?:^|\b){_AXIS.format('axis')} (?:should be|shall be|is|=|be|to|with|shows?|must be) (?:the )?@$")
_OF_IT = re.compile(r"\b(?:it|that|this|them|those|these|the same|same)\b")
_OF_ONE = ("histogram", "box", "violin", "scatter", "line", "bar", "pie")


def redrawn(clause: Clause, last: Call) -> Call | None:
    """Gives the chart before as it shall be now; None where the words ask for something else."""
    if last["tool"] != "plot":
        return None
    words, old = clause.masked.strip(" .!?"), last["args"]
    words = re.sub(r"(?: ?,)? (?:please|too|as well|instead|now|then)$", "", words)
    if len(clause.columns) == 1 and clause.columns[0].clear and not clause.values and not clause.numbers:
        if _COLOURED.search(words):
            return {"tool": "plot", "args": {**old, "color": clause.columns[0].name}}
        placed = _ON_AXIS.search(words) or _AXIS_IS.search(words)
        if placed:
            axis = {"h": "x", "v": "y"}.get(placed["axis"][0], placed["axis"])
            return {"tool": "plot", "args": {**old, axis: clause.columns[0].name}} if axis in old else None
    kind = vocabulary.first(words, vocabulary.PLOT)
    if kind in _OF_ONE and not clause.columns and not clause.values and "x" in old and _OF_IT.search(words):
        return {"tool": "plot", "args": {**old, "kind": kind}}
    return None
