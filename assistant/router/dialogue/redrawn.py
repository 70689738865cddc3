"""Understands what is to be otherwise in the chart just drawn: its kind, its colours or an axis."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear

_COLOUR = r"(?:colou?r\w*|hues?|shade[ds]?|shading|paint(?:ed)?|tint(?:ed)?)"
_COLOURED = re.compile(rf"\b{_COLOUR}\b(?! of\b)[^@]{{0,30}}?(?:(?:by|per|after|for|with|from|according to|depending on|as|in|=|:)(?: the| each| every)*|each|every|hue|colou?r|is|be) @$|@ (?:as|for|in|on) (?:the |an? )?{_COLOUR}$")
_AXIS = r"(?P<{0}>x|y|horizontal|vertical)(?: ?-? ?axis| axis)?"
_ON_AXIS = re.compile(rf"@ (?:on|onto|along|as|for|to) (?:the )?{_AXIS.format('axis')}$")
_AXIS_IS = re.compile(rf"(?:^|\b){_AXIS.format('axis')} (?:should be|shall be|is|=|be|to|with|shows?|must be) (?:the )?@$")
_OF_IT = re.compile(r"\b(?:it|that|this|them|those|these|the same|same)\b")
_OF_ONE = ("histogram", "box", "violin", "scatter", "line", "bar", "pie")


_LEAD = r"(?:(?:and|now|then|ok|but|please|the same|same|again|can you|could you|show|see|me|draw|plot|make|do|have|it|that|this|them|split|divided?|broken down|group(?:ed)?|separate(?:d|ly)?|but|a|an|as|in) )*"
_PER_GROUP = re.compile(rf"{_LEAD}(?:per|by|for each|for every|by each|in each|within each) (?:the )?@(?: separately| group)?")
_SET_AGAINST = re.compile(rf"{_LEAD}(?:(?P<points>scatter(?: ?plot)?|dots) )?(?:of (?:it|that|this) )?(?P<how>against|versus|vs|over|with) (?:the )?@(?: instead)?")
_BINS = re.compile(rf"{_LEAD}(?:(?:with|use|using|to|finer|coarser|a|lot|of|many|more|fewer|less|some) )*(?:\d+ )?(?:(?:more|fewer|less|finer|coarser|smaller|wider|bigger|narrower) )?(?:bins?|bars|buckets)(?: please| instead)*")


def _against(clause: Clause, words: str, old: dict[str, Any]) -> Call | None:
    """The column of the chart before against another: “now against the weight”."""
    said, name = _SET_AGAINST.fullmatch(words), clause.columns[0].name
    if said is None or "x" not in old or name == old["x"] or not (said["points"] or said["how"] in ("against", "versus", "vs", "over")):
        return None
    if "y" in old:
        return {"tool": "plot", "args": {**old, "x": name}}
    if said["how"] == "with":
        return {"tool": "plot", "args": {"kind": "scatter", "x": old["x"], "y": name}}
    points = {"kind": "scatter"} if clause.context.kind(name) == clause.context.kind(old["x"]) == "numeric" else {}
    return {"tool": "plot", "args": points | {"x": name, "y": old["x"]}}


def _other_bins(old: dict[str, Any], clause: Clause) -> Unclear:
    """Asks what is meant by other bars: a histogram chooses its own, and a column cut into ranges is changed."""
    numbers = [int(token.number) for _, token in clause.numbers if token.number]
    bins = {"bins": numbers[0]} if numbers else {}
    return Unclear("A histogram chooses its bars by itself. Shall the column itself be cut into ranges?", [option("plot", {**old, "kind": "box"}, "No, draw a box plot"), option("describe_column", {"column": old["x"]}, f"No, describe {old['x']}"), option("bin", {"columns": [old["x"]], **bins}, f"Yes, cut {old['x']} into {numbers[0] if numbers else 'some'} ranges")])


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
        if (set_against := _against(clause, words, old)) is not None:
            return set_against
        if "x" in old and _PER_GROUP.fullmatch(words):
            if "y" in old and old.get("kind") in (None, "box", "violin", "bar") and clause.context.kind(old["x"]) in ("categorical", "boolean") and clause.context.kind(old["y"]) == "numeric":
                return {"tool": "plot", "args": {**old, "x": clause.columns[0].name}}  # boxes have one column of groups
            if "same" in words.split() and "y" not in old and clause.context.kind(old["x"]) in ("categorical", "boolean"):
                return {"tool": "plot", "args": {**old, "x": clause.columns[0].name}}  # bars of one column are the same of another
            return {"tool": "plot", "args": {**old, "color": clause.columns[0].name}}
    if old.get("kind") == "histogram" and "x" in old and not clause.columns and _BINS.fullmatch(words):
        raise _other_bins(old, clause)
    kind = vocabulary.first(words, vocabulary.PLOT)
    if kind in _OF_ONE and not clause.columns and not clause.values and "x" in old and _OF_IT.search(words):
        return {"tool": "plot", "args": {**old, "kind": kind}}
    return None
