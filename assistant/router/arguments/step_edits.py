"""Reads which step of the pipeline is meant, and what shall be different in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ORDINALS
from tools.catalog import find_tool

Args = dict[str, Any]


def step_number(clause: Clause) -> int:
    """Reads the number of a step."""
    match = re.search(r"\bstep (?:number |no ?\.? ?|# ?)?(\d{1,4})\b", clause.norm)
    word = re.search(r"\b(\w+) step\b", clause.norm)
    number = int(match[1]) if match else ORDINALS.get(word[1]) if word else None
    if not number:
        raise Unclear("Which step? The pipeline shows their numbers.", [option("show_pipeline", {}, "Show the pipeline"), option("undo", {}, "Undo the last step")])
    return int(number)


def edit_step(clause: Clause) -> Args:
    """Reads the step's number and what changes: a strategy, a method or a parameter of that step's tool."""
    from assistant.router.dialogue.changed import changed
    from assistant.router.tool.rank import candidates

    number = step_number(clause)
    step = next((step for place, step in enumerate(clause.context.steps, 1) if step.get("number", place) == number), None)
    rest = re.sub(r"\b(?:change|edit|modify|set|make|redo|update|in|for|of|at)? ?(?:the )?(?:step (?:number )?\d{1,4}|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) step)\b(?: to be)?", " ", clause.text, flags=re.I)
    inner = Clause(rest.strip(), _before_its_columns(clause.context, step))
    likely = candidates(inner)
    tool = step["tool"] if step else likely[0][1] if likely else ""
    args = changed({"tool": tool, "args": step.get("args", {}) if step else {}}, inner) if tool else {}
    listed = step.get("args", {}).get("columns") if step else None
    if isinstance(args.get("columns"), list) and isinstance(listed, list) and (_AS_WELL.search(clause.norm) or not _INSTEAD.search(clause.norm)):
        args["columns"] = list(dict.fromkeys([*listed, *args["columns"]]))
    args = args or _named_slot(inner) or ({} if step else _by_its_way(inner))
    if tool == "extract_dates" and (parts := vocabulary.every(inner.masked, vocabulary.DATE_PARTS)):
        args["parts"] = parts
    if not args:
        raise Unclear(f"What shall be different in step {number}?", [option("show_pipeline", {}, "Show the pipeline"), option("remove_step", {"step": number}, f"Remove step {number}")])
    return {"step": number, "args": args}


_AS_WELL = re.compile(r"\b(?:also|too|as well|add|plus|and|include)\b(?!.*\b(?:only|just|instead|rather)\b)")
"""What adds to the columns of a step, rather than take their place."""
_INSTEAD = re.compile(r"\b(?:only|just|instead|rather|not|use|to|into|change|make|with|set|be|should)\b")


def _before_its_columns(context: RouterContext, step: dict[str, Any] | None) -> RouterContext:
    """The table without the parts of dates that the step itself made: “change step 5 to month only” names a part, not the sold_month that comes of it."""
    if not step or step.get("tool") != "extract_dates":
        return context
    made = tuple(f"{name}_" for name in step.get("args", {}).get("columns") or ())
    return replace(context, columns=[column for column in context.columns if not column["name"].startswith(made)], notes={})


def _named_slot(clause: Clause) -> Args:
    """Reads “the strategy to mean” by the argument's own name, where the step itself is not known."""
    slot = _SLOT.search(clause.masked)
    values = [(name, value) for (_, name), names in TABLES.items() if slot and name == slot[1] and (value := vocabulary.first(slot[2], names))]
    return dict(values[:1])


def _by_its_way(clause: Clause) -> Args:
    """Reads “use the median” as the strategy of a step that is not known, where only one argument of all steps has such a value."""
    found = {(name, value) for (owner, name), names in TABLES.items() if find_tool(owner).records and name in ("method", "strategy", "kind") and (value := vocabulary.first(clause.masked, names))}
    return dict(found) if len(found) == 1 else {}


_SLOT = re.compile(r"\b([a-z]+) (?:should be|to|=|as|into|is|of|:) (.{2,40})")
