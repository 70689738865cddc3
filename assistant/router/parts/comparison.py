"""Keeps the models that were named before “and compare them”."""

from __future__ import annotations

import re

from assistant.router.arguments.model_slots import metric_of
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_THEM = re.compile(r"(?:compare|rank|benchmark)(?: (?:them|these|those|both|all|the|of|two|three|four|models?|runs?|results?|with|each|other|one|another|side|by|on))*$")


_WINNER = re.compile(
    r"(?:(?:and|please|tell|show|say|give|report|let|know|see|find out|pick|name|call|choose|me|us) )*(?:the |an? )?(?:winner|best(?: one| model)?|ranking|"
    r"champion|which (?:one |model |of them )?(?:wins|won|is (?:the )?best|does best|comes out on top)) (?:by|on|in|for|with|according to|judged by|measured by|"
    r"in terms of) (?:the )?METRIC(?: score)?",
)
"""Which model wins a comparison just asked for, and by what."""


def compared(clause: Clause, calls: list[Call]) -> list[Call] | None:
    """Makes one comparison of the trainings just asked for; those with settings of their own are trained and shown side by side.

    None where the words do not compare what was named before.
    """
    metric = metric_of(clause)
    if metric and calls and calls[-1]["tool"] == "compare_models" and "metric" not in calls[-1]["args"] and _WINNER.fullmatch(vocabulary.with_signs(clause.masked)):
        return [*calls[:-1], {"tool": "compare_models", "args": {**calls[-1]["args"], "metric": metric}}]
    words = clause.norm.strip(" .!?")
    if metric:
        words = re.sub(r"\b(?:by|on|with) \S.*$", "", words).strip()
    first = next((place for place in range(len(calls), 0, -1) if calls[place - 1]["tool"] != "train"), 0)
    trained = calls[first:]
    if len(trained) < 2 or not _THEM.match(words):
        return None
    said = {"metric": metric} if metric else {}
    if any(set(call["args"]) != {"model"} for call in trained):
        return [*calls, {"tool": "leaderboard", "args": said}]
    return [*calls[:first], {"tool": "compare_models", "args": {"models": [call["args"]["model"] for call in trained], **said}}]


_COLOURED = re.compile(r"(?:and |please )*(?:split|separated?|divided?|broken|colou?red|colou?r|grouped?|shaded|one colou?r)(?: it| them| the (?:bars|dots|points))?(?: up| out| down)? (?:by|per|for each|for|after|according to) (?:the |each )?@(?: please)?$")


def coloured(clause: Clause, calls: list[Call]) -> list[Call] | None:
    """Adds the colour to a chart just asked for: “…, split up by churn”."""
    last = calls[-1] if calls else None
    if last is None or last["tool"] != "plot" or "color" in last["args"] or "x" not in last["args"] or not _COLOURED.match(clause.masked) or not clause.columns[0].clear:
        return None
    return [*calls[:-1], {"tool": "plot", "args": {**last["args"], "color": clause.columns[0].name}}]


_SAME_AS = re.compile(r"(?:draw |show |plot |make )?(?:me )?(?:the same|that|this|it|those|these)(?: thing| numbers| table)? (?:but )?as (?:an? )?\w+(?: \w+)?(?: charts?| plots?| graphs?| diagrams?)?$")


_AS_A_PICTURE = re.compile(r"(?:(?:i|we|would|like|want|love|please|to|can|you|draw|show|see|plot|make|give|have|put|me|us|it|that|them|this|these|as|in|with|an?|the|some|nice|little) )+(?:\w+ )?(?:pictures?|charts?|graphs?|plots?|diagrams?|scatters?|histograms?|dots|points)$")


def drawn_answer(clause: Clause, calls: list[Call], asked: bool) -> list[Call] | None:
    """Draws what was just spoken of, instead of telling it where that was only asked: “does x go up with y? draw me a scatter”."""
    last = calls[-1] if calls else None
    if last is None or last["tool"] not in ("correlate", "describe_column") or not _AS_A_PICTURE.match(clause.masked):
        return None
    kind, args, kept = vocabulary.first(clause.masked, vocabulary.PLOT), last["args"], calls[:-1] if asked else calls
    if last["tool"] == "describe_column":
        return [*kept, {"tool": "plot", "args": ({"kind": kind} if kind else {}) | {"x": args["column"]}}]
    names = [*(args["columns"] if isinstance(args.get("columns"), list) else ()), *([args["with_column"]] if args.get("with_column") else ())]
    return [*kept, {"tool": "plot", "args": {"kind": "scatter", "x": names[0], "y": names[1]}}] if len(names) == 2 and kind in (None, "scatter") else None


def drawn_again(clause: Clause, calls: list[Call]) -> list[Call] | None:
    """Draws what was just grouped or drawn, where the words say “the same as a bar chart”."""
    last = calls[-1] if calls else None
    kind = vocabulary.first(clause.masked, vocabulary.PLOT) if last and last["tool"] in ("aggregate", "plot") and _SAME_AS.match(clause.masked) else None
    if last is None or kind is None:
        return None
    if last["tool"] == "plot":
        return [*calls, {"tool": "plot", "args": {**last["args"], "kind": kind}}]
    by, column = last["args"]["by"], last["args"].get("column")
    return [*calls, {"tool": "plot", "args": {"kind": kind, "x": by[0]} | ({"y": column} if column else {}) | ({"color": by[1]} if len(by) > 1 else {})}]
