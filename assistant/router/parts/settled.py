"""Asks whether what is to wait for a condition shall be done now: nothing here waits, and nothing is done on a condition that nobody looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.parts.called import Found
from assistant.router.parts.conditions import WAY, Conditional, is_seen_to, waits_behind, waits_for
from assistant.router.parts.in_order import names_of
from assistant.router.parts.segment import segments
from tools.catalog import find_tool

ReadAll = Callable[[list[str], tuple[str, ...]], Found | None]
"""Reads requests one after the other, with the columns that were spoken of before."""
MOST_SHOWN = 60
"""How many letters of a condition are said again."""


def settled(text: str, context: RouterContext, read_all: ReadAll) -> Found | None:
    """Raises Unclear where something is to wait for a condition; gives its calls where they see to the condition by themselves, None where nothing waits."""
    held, before = waits_for(text), ""
    if held is None:
        behind = waits_behind(text)
        if behind is None:
            return None
        before, held = behind
    told = names_of(Clause(held.when, context)) or names_of(Clause(held.what, context)) or names_of(Clause(held.other, context))
    if before:
        return _settled_behind(before, held, context, read_all)
    if _tells_rows(held, context):
        return None
    what, otherwise = _both_in_full(held, context)
    try:
        found = _spoken_of(what, told, context, read_all)
        other = _spoken_of(otherwise, told, context, read_all) if otherwise else None
    except Unclear as unclear:
        unclear.vague = False
        if unclear.tool and find_tool(unclear.tool).records:
            unclear.tool = None  # to wait for a condition is a decision, whatever the step
        raise
    if held.other and (found or other):
        both = [call for calls in (found, other) if calls for call in calls[0][:1]]
        raise Unclear(f"I cannot wait for a condition ({_shown(held)}). Which of the two shall I do now: {' or '.join(_what(call) for call in both)}?", [*(option(call["tool"], call["args"], label(call)) for call in both), *([first_look(told, context)] if len(both) < 2 else [])])
    also = read_all(segments(held.also), ()) if held.also else None
    if found is None or (is_seen_to(held.when, found[0]) and not held.also):
        return found
    listed = found[0][0]["args"].get("columns")
    raise _asked(held, found[0][:2], also[0][:1] if also else [], first_look(told or (tuple(listed) if isinstance(listed, list) and len(listed) < 3 else ()), context))


def _both_in_full(held: Conditional, context: RouterContext) -> tuple[str, str]:
    """Says of both ways what they are of, where one of them does not: “use the mean for age if it is normal, otherwise the median”."""
    if not held.other:
        return held.what, ""
    bare = _VERB.sub("", held.what, count=1)
    if WAY.fullmatch(held.other) and WAY.search(held.what):
        return held.what, WAY.sub(held.other, held.what, count=1)
    if WAY.fullmatch(bare) and WAY.search(held.other) and names_of(Clause(held.other, context)):
        full = f"{held.what[: -len(bare)]}{held.other}" if WAY.match(held.other) else held.other
        return WAY.sub(bare, full, count=1), full
    return held.what, held.other


_VERB = re.compile(r"^(?:please |just )*(?:use|take|fill(?: (?:it|them))?(?: with)?|impute(?: with)?|do|go with|apply|make it)(?: the| an?)? ", re.I)


def _settled_behind(before: str, held: Conditional, context: RouterContext, read_all: ReadAll) -> Found | None:
    """Asks whether a request shall be done with or without what is to wait; None where what stands before the condition is no request."""
    try:
        first = read_all(segments(before), ())
        told = names_of(Clause(held.when, context))
        then = _spoken_of(held.what, told, context, read_all) if told else None
        both = ([*first[0], *then[0]], 0.9) if first and then else read_all([*segments(before), *segments(held.what)], ()) if first else None
    except Unclear:
        return None
    if first is None or both is None or is_seen_to(held.when, both[0][-1:]) or _tells_rows(held, context) or not any(find_tool(call["tool"]).records for call in first[0]):
        return None
    now = [call for call in first[0][:2] if call not in both[0] or len(both[0]) > len(first[0])]
    now = now or first[0][:1]
    later = [call for call in both[0] if call not in first[0]][:2]
    if not later:
        return None
    raise Unclear(f"I cannot wait for a condition ({_shown(held)}). Which of these shall I do now: {', '.join(_what(call) for call in [*now, *later])}?", [option(call["tool"], call["args"], label(call)) for call in [*now, *later]])


def _asked(held: Conditional, now: list[Call], also: list[Call], look: dict[str, Any]) -> Unclear:
    done = " and ".join(_what(call) for call in now)
    besides = f" And {' and '.join(_what(call) for call in also)}?" if also else ""
    return Unclear(f"I cannot wait for a condition ({_shown(held)}), but I can do it now. Shall I {done}?{besides}", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in now), *(option(call["tool"], call["args"], label(call)) for call in also), look])


def _shown(held: Conditional) -> str:
    words = _SHORTENED.sub(lambda match: f"{match[1]}'s", _NEGATED.sub(r"\1n't", held.when.strip(" ,.?!")))
    return f"“{words if len(words) <= MOST_SHOWN else words[:MOST_SHOWN].rsplit(' ', 1)[0] + ' …'}”"


_SHORTENED = re.compile(r"\b(it|that|there|he|she|what)s\b", re.I)
_NEGATED = re.compile(r"\b(is|are|was|were|do|does|did|has|have|wo|would|could|should|ca)nt\b", re.I)


def _what(call: Call) -> str:
    """What a call does, as it stands within a sentence."""
    words = label(call)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


_OF_EACH = re.compile(r"\b(?:they|them|those|he|she|someone|somebody|people|persons?|customers?|users?)\b|\b(?:above|below|over|under|more than|less than|at least|at most|before|after|between|contains?)\b|[<>=]", re.I)


def _tells_rows(held: Conditional, context: RouterContext) -> bool:
    """Says whether the condition holds for some of the rows, which it tells: “drop the age unless it is above 18”."""
    when = Clause(held.when, context)
    return bool(when.values or (when.columns and when.numbers)) and bool(_OF_EACH.search(held.when) or when.values) and not _JUDGES.search(held.when)


_JUDGES = re.compile(r"\b(?:skew\w*|correlat\w*|accuracy|auc|f1|score|error|rmse|mae|r2|loss|model|overfit\w*|help\w*|matters?|useful|useless|missing|empty)\b", re.I)


def _spoken_of(request: str, told: tuple[str, ...], context: RouterContext, read_all: ReadAll) -> Found | None:
    """Reads what a condition is to decide; a step that is said without columns is meant for those that the condition is about."""
    filling = _FILLING.fullmatch(request) if told else None
    if filling:
        request = f"fill {_listed(told)} with the {filling['way']}"
    try:
        found = read_all(segments(request), told)
        open_step = found is not None and bool(told) and len(found[0]) == 1 and "columns" not in found[0][0]["args"] and _takes_columns(found[0][0]["tool"])
    except Unclear as unclear:
        tool = unclear.tool or next((entry["call"]["tool"] for entry in unclear.options), None)
        if not told or tool is None or not _takes_columns(tool) or names_of(Clause(request, context)):
            raise
        found, open_step = None, True
    if open_step:
        return read_all([f"{_OF_IT.sub('', request)} of {_listed(told)}"], told) or found
    return found


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(f'"{name}"' for name in names if '"' not in name)


_FILLING = re.compile(r"(?:please |just )*(?:use|take|go with|apply|do)(?: the)? (?P<way>mean|median|mode|average|most frequent(?: value)?|knn)", re.I)
_OF_IT = re.compile(r" (?:of|for|on|in) (?:it|them|that|those|these)$", re.I)


def _takes_columns(tool: str) -> bool:
    entry = find_tool(tool)
    return entry.records and "columns" in entry.Arguments.model_fields


def first_look(told: tuple[str, ...], context: RouterContext) -> dict[str, Any]:
    """Offers to look at what a condition is about."""
    if len(told) == 1:
        return option("describe_column", {"column": told[0]}, f"Look at “{told[0]}” first")
    if len(told) == 2 and all(context.kind(name) == "numeric" for name in told):
        return option("correlate", {"columns": list(told)}, f"See how {told[0]} and {told[1]} go together first")
    return option("leaderboard", {}, "Look at the runs first") if context.runs else option("suggest", {}, "Not now")
