"""Reads answers that name what no option has, or several of them: “0.2”, “desk”, “both”, “yes, but only the salary”."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from assistant.router.asking.unused import losses
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.assent import OPENS_WITH_YES
from assistant.router.dialogue.changed import changed
from assistant.router.dialogue.chosen import FILLER, ORDER, Option
from assistant.router.dialogue.picked import is_aside
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.quantities import fraction_of
from assistant.router.parts.segment import opens_with_verb
from assistant.router.wording.normalize import plain_number
from tools.catalog import find_tool
from tools.idle_arguments import without_idle

_HOW_MUCH = re.compile(r"\b(?:how (?:many|much|often|long|deep|big|large)|(?:which|what|with which|at which) (?:threshold|value|number|share|size|depth|degree|percentage|part|level|figure|limit))\b", re.I)
_OF_COLUMNS = ("columns", "column", "by", "x", "with_column")
_BESIDE_NUMBERS = FILLER | frozenset(["at", "about", "around", "with", "set", "by", "into", "up", "exactly", "percent", "per", "cent", "%", "component", "components", "dimensions", "clusters", "groups", "folds", "bins", "ranges", "rows", "trees", "neighbours", "neighbors", "trials", "seconds", "minutes", "columns", "features", "=", ":"])
"""What may stand beside a number that is the whole of an answer."""
_ONLY_COLUMNS = re.compile(
    r"(?:(?:the|my|our|of|for|on|with|by|in|column|columns|i|mean|meant|think|guess|want|would|like|use|take|its|it|is|thats|please|then|just|only|one|ones|"
    r"probably|maybe|and|too|as well|of course|or|hm+|um+|oh|well) )*@(?: ?,? ?(?:and|plus|,|&|as well as) (?:the |my )?@)*(?: (?:please|then|of course|column|"
    r"columns|i (?:guess|think|mean)|too|one|would be (?:good|fine|best)|is (?:fine|good|ok|best)))*",
)
_BUT = re.compile(r" ?,? ?(?:(?:but|and|though|please|do|use|it|just|then|only|rather|except|take|make|that|with|by|using|on|for|in|the|columns?|method|way) ?)+ (?=\S)")
_ADDED = re.compile(r" (?:as well|too|also|on top|in addition)$|^ (?:and|plus|also|along with|together with)(?: also)? (?=(?:the |my )?\S+(?: \S+)?$)")
_CONDITION = re.compile(r"\b(?:if|unless|when|in case|provided)\b")
ALSO_MEANT = frozenset(["strategy", "method", "fill_value", "params", "columns", "column", "value", "model", "folds", "bins", "components"])
"""Arguments of what was agreed to that an answer may change in the same breath."""


def asked_about(options: list[Option]) -> list[Option]:
    """The options that answer the question, without those that every question has."""
    return [entry for entry in options if not is_aside(entry)]


def beyond_options(words: str, clause: Clause, context: RouterContext, options: list[Option], question: str) -> list[Call] | None:
    """Gives the calls that an answer means where it is none of the options as it stands; None where it is something else."""
    return _of_that_number(clause, options) or _agreed_but(words, context, options, question) or _another_number(clause, options, question) or _another_text(words, clause, options)


def _agreed_but(words: str, context: RouterContext, options: list[Option], question: str) -> list[Call] | None:
    """Reads “yes, with minmax” and “yes but only the salary” as what was offered with this one thing changed."""
    agreed = OPENS_WITH_YES.match(words)
    rest_said = words[agreed.end() :] if agreed else ""
    but, added = _BUT.match(rest_said), _ADDED.search(rest_said)
    if not (but or added) or not options[0]["label"].lower().startswith("yes"):
        return None
    if _CONDITION.search(rest_said):
        raise Unclear(f"I cannot wait for a condition. {question}", options)
    rest = Clause(_ADDED.sub("", rest_said[but.end() if but else 0 :]).strip(), context)
    call = options[0]["call"]
    more = changed(call, rest) if rest.tokens and not (but and "except" in but[0]) else {}
    if not more or not set(more) <= ALSO_MEANT or (added and set(more) != {"columns"}):
        return None
    if added and isinstance(call["args"].get("columns"), list):
        more = {"columns": list(dict.fromkeys([*call["args"]["columns"], *more["columns"]]))}
    meant = {"tool": call["tool"], "args": without_idle(find_tool(call["tool"]), {**call.get("args", {}), **more}, more)}
    return [meant] if _is_valid(meant) and not losses([meant], rest) else None


def all_of_them(options: list[Option]) -> list[Call] | None:
    """Makes what several options are together: one call of their columns, or one after the other where they do not exclude each other."""
    calls = [entry["call"] for entry in options]
    slot = _slot_of(options)
    if all(call["tool"] == "filter_rows" for call in calls) and all(entry["label"].startswith("Remove") for entry in options):
        return calls
    if all(call["tool"] == "train" for call in calls) and len({call["args"].get("model") for call in calls}) == len(calls) < 4:
        return calls
    if slot is None:
        return calls if len(calls) < 4 and all(not find_tool(call["tool"]).records for call in calls) and len({call["tool"] for call in calls}) < 2 else None
    if slot in ("columns", "formats", "models") or (slot == "by" and len(calls) < 3):
        listed = [call["args"][slot] for call in calls]
        if all(isinstance(names, list) for names in listed):
            return [{"tool": calls[0]["tool"], "args": {**calls[0]["args"], slot: list(dict.fromkeys(name for names in listed for name in names))}}]
    several = slot == "model" or (slot == "column" and calls[0]["tool"] == "filter_rows" and calls[0]["args"].get("op") == "eq") or (slot == "step" and calls[0]["tool"] == "remove_step") or not find_tool(calls[0]["tool"]).records
    if not several or len(calls) > 4:
        return None
    return sorted(calls, key=lambda call: -call["args"]["step"]) if slot == "step" else calls  # the later step first, as the numbers move


def _slot_of(options: list[Option]) -> str | None:
    """The one argument in which options of one tool differ."""
    calls = [entry["call"] for entry in options]
    if len({call["tool"] for call in calls}) != 1 or len(calls) < 2:
        return None
    names = {name for call in calls for name in call.get("args", {})}
    slots = [name for name in names if len({str(call["args"].get(name)) for call in calls}) > 1]
    return slots[0] if len(slots) == 1 and all(slots[0] in call["args"] for call in calls) else None


def _of_that_number(clause: Clause, options: list[Option]) -> list[Call] | None:
    """The one option that keeps or removes rows by the number which is said: “the over 50s”."""
    numbers = {token.number for _, token in clause.numbers}
    if len(numbers) != 1 or not all(word in FILLER | _COMPARED or word[0].isdigit() for word in re.findall(r"[^\s.!,]+", clause.norm)) or not _COMPARED & set(clause.norm.split()):
        return None
    fitting = [entry for entry in options if entry["call"]["tool"] == "filter_rows" and entry["call"]["args"].get("value") in numbers]
    return [fitting[0]["call"]] if len(fitting) == 1 else None


_COMPARED = frozenset(["over", "under", "above", "below", "older", "younger", "more", "less", "than", "year", "years", "old", "olds", "people", "everyone", "everybody", "rows", "at", "least", "most", "s"])


def _another_number(clause: Clause, options: list[Option], question: str) -> list[Call] | None:
    """Reads a number as the argument that the options have numbers for: “0.2” where 0.3 was offered."""
    if len(clause.numbers) != 1 or clause.columns or clause.values or not set(re.findall(r"[^\s.!,]+", clause.norm.replace(clause.numbers[0][1].norm, " ", 1))) <= _BESIDE_NUMBERS:
        return None
    with_number = [(entry["call"], name) for entry in options for name, value in entry["call"].get("args", {}).items() if isinstance(value, int | float) and not isinstance(value, bool)]
    if len({(call["tool"], name) for call, name in with_number}) != 1 or with_number[0][1] in ("row", "step", "run") or not (_HOW_MUCH.search(question) or _slot_of(asked_about(options)) == with_number[0][1]):
        return None
    call, name = with_number[0]
    if call["tool"] == "set_threshold" and re.search(r"\bby\b", clause.norm):
        raise Unclear(f"To which value, not by how much? {question}", options)
    share = fraction_of(clause)
    meant = {"tool": call["tool"], "args": {**call["args"], name: share if share is not None else plain_number(clause.numbers[0][1].number or 0)}}
    return [meant] if _is_valid(meant) else None


def _another_text(words: str, clause: Clause, options: list[Option]) -> list[Call] | None:
    """Reads a word as what the gaps are to be filled with, where that was asked."""
    asked = asked_about(options)
    if _slot_of(asked) != "fill_value" or not 0 < len(words.split()) <= 3 or opens_with_verb(words) or clause.columns or any(word in FILLER or word in ORDER for word in words.split()):
        return None
    return [{"tool": "impute", "args": {**asked[0]["call"]["args"], "fill_value": clause.text.strip(" .!\"'“”")}}]


def another_column(clause: Clause, options: list[Option]) -> list[Call] | None:
    """Reads the name of a column as the answer to “which column”, where the options are only the first of them."""
    if not clause.columns or clause.numbers or clause.values or not all(mention.clear for mention in clause.columns) or not _ONLY_COLUMNS.fullmatch(clause.masked.strip(" .!")):
        return None
    asked = asked_about(options)
    names = list(dict.fromkeys(mention.name for mention in clause.columns))
    if asked and all(entry["call"]["tool"] == "plot" and "x" not in entry["call"]["args"] for entry in asked) and len(names) < 3:
        return [{"tool": "plot", "args": dict(zip(("x", "y"), names, strict=False))}]
    asked = [entry for entry in asked if set(_OF_COLUMNS) & set(entry["call"]["args"])]
    slot = _slot_of(asked)
    if slot not in _OF_COLUMNS:
        return None
    call = asked[0]["call"]
    if not isinstance(call["args"][slot], list):
        return [{"tool": call["tool"], "args": {**call["args"], slot: name}} for name in names] if len(names) == 1 or not find_tool(call["tool"]).records else None
    return [{"tool": call["tool"], "args": {**call["args"], slot: names}}]


def _is_valid(call: dict[str, Any]) -> bool:
    try:
        find_tool(call["tool"]).Arguments.model_validate(call["args"])
    except ValidationError:
        return False
    return True
