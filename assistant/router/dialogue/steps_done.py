"""Finds which step of the pipeline is meant by its number, its place or what it did: “the encoding”, “I filled the age”, “the last step but one”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import RouterContext
from assistant.router.entities.names import key
from assistant.router.entities.numbers import ORDINALS
from assistant.router.tool.triggers.wordlists import STEP_NOUNS

Step = dict[str, Any]
_VERBS = {
    "impute": r"imput(?:e|ed)|fill(?:ed)?(?: in| up)?", "scale": r"scaled?|standardi[sz]ed?|normali[sz]ed?", "encode": r"(?:one ?hot )?encoded?|one ?hot(?:ted)?|dumm(?:y|ies)",
    "transform": r"log(?:s|ged|ging)?|transformed|square roots?", "drop_columns": r"drop(?:ped|ping)?|remov(?:ed|al|ing)|delet(?:ed|ion|ing)|threw (?:out|away)", "filter_rows": r"filtered", "bin": r"bins|binned|buckets",
    "handle_outliers": r"clipped|capped|outliers?", "balance": r"(?:re)?balanced", "split": r"split(?: up)?", "train": r"trained|model|fit(?:ted)?", "set_target": r"(?:choice of (?:the )?)?target", "tune": r"tuned",
    "drop_duplicates": r"duplicates?|dedup\w*|deduplication", "drop_missing": r"(?:drop(?:ping)? of )?(?:gaps|missing (?:rows|values))", "rename_column": r"renam(?:e|ed|ing)", "add_feature": r"(?:new|added|own) (?:column|feature)",
    "sample_rows": r"sampled?", "set_kind": r"(?:change of )?kinds?|conversion", "replace_values": r"replac(?:ed|ing|ement)s?", "reduce_dimensions": r"principal components",
}
_NOUNS = dict(STEP_NOUNS)
_CALLED = tuple((tool, re.compile(rf"(?:{'|'.join(pattern for pattern in (_NOUNS.get(tool), _VERBS.get(tool)) if pattern)})")) for tool in dict.fromkeys([*_NOUNS, *_VERBS]))
"""What each step may be called, as a noun and as what was done."""
NUMBERED = r"step (?:number |no\.? ?|nr\.? ?|# ?)?\d{1,3}"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_PLACE = re.compile(rf"(?:step (?:number |no\.? ?|nr\.? ?|# ?)?(?P<number>\d{{1,3}})|(?:the )?(?P<place>{_ORDINAL}) step|(?:the )?(?P<but>last (?:step )?but one(?: step)?|(?:second|next)[ -]to[ -](?:the )?last(?: step| one)?|penultimate(?: step| one)?)|(?:the )?(?P<last>last|latest) step)")
_AROUND = re.compile(r"^(?:(?:the|my|our|that|this|i|we|you|it|was|were|is|had|have|did|doing|all|of|a|an) )+|(?: (?:step|thing|bit|one|stuff|off|out|up|away))+$")
_OF_COLUMNS = re.compile(r"^(?P<did>[a-z ]{3,30}?)(?: steps?)?(?: (?:of|for|on|in|from))?(?: (?:the|my|our))* (?P<what>[^,.;:?!]{1,40})$|^(?P<first>[^,.;:?!]{1,40}?) (?P<noun>[a-z]{3,15})$")


def steps_meant(words: str, steps: list[Step]) -> list[int]:
    """The numbers of the steps that words may mean; none where they mean no step, or none that there is."""
    said = " ".join(words.lower().replace("-", " ").replace('"', " ").split())
    numbers = [int(step.get("number", place)) for place, step in enumerate(steps, 1)]
    placed = _PLACE.fullmatch(said)
    if placed:
        number = int(placed["number"]) if placed["number"] else ORDINALS[placed["place"]] if placed["place"] else (numbers[-2:-1] or [0])[0] if placed["but"] else (numbers[-1:] or [0])[0]
        return [number] if number in numbers else []
    did = _AROUND.sub("", said)
    tools = _tools(did)
    if tools:
        return [number for number, step in zip(numbers, steps, strict=True) if step.get("tool") in tools]
    of = _OF_COLUMNS.match(did)
    tools = _tools((of["did"] or of["noun"]).strip()) if of else set()
    what = key(of["what"] or of["first"]) if of and tools else ""
    return [number for number, step in zip(numbers, steps, strict=True) if step.get("tool") in tools and any(key(name) in what or (len(what) > 2 and what in key(name)) for name in columns_of_step(step))]


def _tools(words: str) -> set[str]:
    return {tool for tool, pattern in _CALLED if pattern.fullmatch(words)}


def columns_of_step(step: Step) -> list[str]:
    """The columns that a step names."""
    args = step.get("args", {})
    listed = args.get("columns") or args.get("column") or []
    return [str(name) for name in listed] if isinstance(listed, list) else [str(listed)]


def step_numbered(number: int, steps: list[Step]) -> Step:
    """The step of a number; empty where there is none."""
    return next((step for place, step in enumerate(steps, 1) if step.get("number", place) == number), {})


def with_steps_edited(context: RouterContext) -> RouterContext:
    """The context with each change of a step in the previous turn as the step itself, as it is now: “same for the fare” after “no, the mean” means the filling."""
    if not any(call["tool"] == "edit_step" for call in context.last):
        return context
    last = []
    for call in context.last:
        step = step_numbered(call["args"].get("step", 0), context.steps) if call["tool"] == "edit_step" else {}
        last.append({"tool": step["tool"], "args": {**step.get("args", {}), **(call["args"].get("args") or {})}} if step else call)
    return replace(context, last=last)


def step_option(tool: str, args: dict[str, Any], number: int, steps: list[Step], before: str) -> dict[str, Any]:
    """A button that names a step by its number and what it does."""
    step = step_numbered(number, steps)
    return option(tool, args, f"{before} step {number}: {label({'tool': step['tool'], 'args': step.get('args', {})})}")
