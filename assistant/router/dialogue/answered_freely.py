"""Reads an answer in words of its own: a way that no option has (“with zero”), a column or number that was asked for, or a question about the question."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.method_words import TABLES
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.changed import NUMBERS
from assistant.router.dialogue.chosen import Option
from assistant.router.dialogue.picked import is_aside, is_place, picked_with_change, stripped
from assistant.router.entities.clause import Clause
from assistant.router.tool.triggers.wordlists import DROP
from assistant.router.wording.normalize import plain_number
from tools.catalog import find_tool
from tools.idle_arguments import without_idle

_ABOUT_IT = re.compile(
    r"(?:(?:but|and|so|hm+|ok|oh|wait|sorry|um+) )*(?:(?:what is|whats|what are|tell me|"
    r"explain)(?: me)?(?: the)? differences?(?: between (?:them|those|these|the two|the three|the options))?|"
    r"(?:which|what)(?: one| of (?:them|those|these))? (?:is|would be|are|should i (?:take|use|choose|pick)|do (?:i|you) (?:take|need|recommend|suggest)|"
    r"would you (?:take|use|choose|pick|recommend|suggest))(?: (?:better|best|right|safest|usual|normal|easier|simplest|fastest|"
    r"the (?:best|better|right|safest|fastest|simplest)(?: one)?))?(?: here| for (?:me|this)| then)*"
    r"|why (?:do|did|are) you (?:ask|asking|want to know)(?: (?:me|that|this))*|what do you mean(?: by that)?|"
    r"(?:i )?(?:dont|do not|didnt) (?:understand|get (?:it|that)|follow)(?: (?:that|this|it|the question|you))?|"
    r"(?:what|which)(?: one)? (?:would|do|should|shall) (?:you|i)(?: (?:do|suggest|recommend|say|think|take|advise))?(?: (?:here|then|now))*|"
    r"why (?:the |so |not (?:the )?)?(?:\w+ ){0,2}\w+|"
    r"(?:take |use |just )*(?:the|which ?ever is(?: the)?) (?!test\b|rest\b|forest\b)(?:\w+est|most \w+|least \w+)(?: one)?|"
    r"explain(?: (?:that|this|it|please|them|the options|the question))*|huh|what|pardon|come again|eh|sorry|say (?:that )?again|whats that|what is that|why)"
)
"""A question about the question, which is put again."""
_LEFT = re.compile(
    r"(?:(?:just|please|lets|rather|better|ok|no|then) )*(?:leave|keep) (?:the )?(?:it|them|that|those|gaps?|holes|blanks?|missing(?: (?:values|ones|cells))?|"
    r"empty (?:ones|cells)|everything|all)(?: (?:empty|blank|missing|in|alone|there|be|as (?:it|they) (?:is|are)|unfilled|untouched|please|for now))*|"
    r"(?:skip|pass|later|not now|maybe later|some other time|another time)(?: (?:it|this|that|then|please|for now))*",
)
"""What leaves things as they are."""
_WAY = re.compile(
    r"^(?:(?:the|an?|with|by|use|using|take|put|fill|impute|set|make|it|them|in|to|as|do|go|for|just|rather|please|simply|then|value|values|of|method|strategy|ok|"
    r"yes|no|i want|i prefer|id prefer|lets|let us|and|all|gaps|fixed|constant|number|that|those|instead|one|ones|scaling|encoding|imputation|maybe) ?)+",
)
_USUAL = re.compile(r"(?:(?:whatever|what|whichever|the|is|with|most|a|value|one|just|take|use|would|be|simply|by) )*(?:usual|typical|normal|ordinary|customary)(?: (?:one|value|way|thing|here|please))*")
"""Gaps that are to be filled with what is usual."""
_COLUMNS = re.compile(r"(?:(?:the|my|our|column|columns|for|by|of|in|only|just|take|use|its|it is|i meant?|i mean|no|both|drop|please|and|to|predict|group by) )*@(?: ?(?:, and|,|and|&|plus) (?:the )?@)*(?: (?:columns?|please|then|one|of course|instead|i mean|i meant|is it))*")
_NUMBER = re.compile(
    r"(?:(?:that is|thats|that|this is|still|a bit|way|much|far|too (?:low|high|many|few|much|little|big|small|large)|the|ok|yes|no|yeah|sure|but|only|just|"
    r"rather|make it|make that|use|take|with|row|number|no|nr|at|to|of|lets say|say|about|its|it is|is|fine|please|better|and|,|go with|"
    r"try) )*(?P<number>-?\d[\d.]*)(?: ?(?:please|then|is enough|will do|is fine|folds?|rows?|trees|times|instead|are enough|should do|it is|would be better))*",
)
_COLUMN_GOES = re.compile(
    rf"(?:(?:no|nah|nope|actually|rather|better|just|please|then|lets|i would|id|so|hm+|oh|neither|none of (?:them|those|these)) ,? ?)*(?:{DROP}) (?:the |that |"
    rf"this )?(?:(?:whole|entire|complete) )?(?:@(?: column)?|column|thing|feature)(?: (?:entirely|completely|altogether|instead|then|please|out|away|rather))*",
)
_SLOTS = ("columns", "by", "column", "x", "y", "with_column", "color")


def asks_about_it(words: str) -> bool:
    """Says whether an answer only asks what the question means."""
    return _ABOUT_IT.fullmatch(words) is not None


def left_as_it_is(words: str) -> bool:
    """Says whether an answer leaves things as they are."""
    return _LEFT.fullmatch(words) is not None


def answered_freely(clause: Clause, words: str, options: list[Option], context: RouterContext) -> list[Call] | None:
    """The calls of an answer that is none of the options as it stands; None where it is something else."""
    real = [entry for entry in options if not is_aside(entry)]
    if not real or len(clause.tokens) > 12 or is_place(stripped(words)):
        return None
    gone = _column_gone(clause, real)
    return gone or _in_a_way(clause, real) or (filled_in(clause, options) if len(clause.columns) > 1 else None) or _numbered(words, options, real) or picked_with_change(clause, options, context)


def _column_gone(clause: Clause, real: list[Option]) -> list[Call] | None:
    """“drop the column” in answer to how its gaps shall be filled."""
    listed = [entry["call"]["args"].get("columns") for entry in real if entry["call"]["tool"] == "impute"]
    if not listed or not isinstance(listed[0], list) or any(columns != listed[0] for columns in listed) or not _COLUMN_GOES.fullmatch(clause.masked.strip(" .!?")):
        return None
    named = [mention.name for mention in clause.columns]
    return [{"tool": "drop_columns", "args": {"columns": listed[0]}}] if not named or named == listed[0] else None


def _in_a_way(clause: Clause, real: list[Option]) -> list[Call] | None:
    """The option that works in the way that is said, or the same step in a way that none of them has: “the average”, “with zero”, “knn”."""
    if clause.columns or clause.values or clause.text.rstrip().endswith("?"):
        return None
    words = clause.masked.strip(" .!?")
    for tool in dict.fromkeys(entry["call"]["tool"] for entry in real):
        calls = [entry["call"] for entry in real if entry["call"]["tool"] == tool]
        for (owner, slot), names in TABLES.items():
            if owner != tool or not any(slot in call.get("args", {}) for call in calls):
                continue
            found = next((value for value, pattern in names for match in [pattern.search(words)] if match and not _WAY.sub("", f"{words[: match.start()]}".strip() + " ").strip() and not _WAY.sub("", words[match.end() :].strip() + " ").strip()), None)
            if found and found != "constant":
                return _with({slot: found}, calls, tool)
        if tool == "impute" and _USUAL.fullmatch(words):
            named = [name for name in calls[0]["args"].get("columns") or [] if isinstance(name, str)]
            usual = "most_frequent" if named and all(clause.context.kind(name) in ("categorical", "boolean") for name in named) else "median"
            return _with({"strategy": usual}, calls, tool)
        if tool == "impute" and (number := _constant(clause, words)) is not None:
            return _with({"strategy": "constant", "fill_value": number}, calls, tool)
    return None


def _constant(clause: Clause, words: str) -> float | int | None:
    """The one number that gaps are to be filled with, said alone: “put in 0”."""
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    alone = re.sub(r"-?\d[\d.]*|\bzero(?:e?s)?\b", "", words)
    if len(numbers) != 1 and re.search(r"\bzero(?:e?s)?\b", words):
        numbers = [0.0]
    return plain_number(numbers[0]) if len(numbers) == 1 and not _WAY.sub("", alone.strip() + " ").strip() else None


def _with(more: dict[str, Any], calls: list[Call], tool: str) -> list[Call] | None:
    """The one call that has these arguments already, or the calls' common arguments with these."""
    having = [call for call in calls if more.items() <= call["args"].items()]
    if len(having) == 1:
        return [having[0]]
    common = {name: value for name, value in calls[0]["args"].items() if all(call["args"].get(name) == value for call in calls)}
    return [{"tool": tool, "args": without_idle(find_tool(tool), {**common, **more}, more)}]


def filled_in(clause: Clause, options: list[Option]) -> list[Call] | None:
    """The columns that were asked for, be they among the options or not: “the price and the depth”."""
    calls = [entry["call"] for entry in options if not is_aside(entry)]
    if len({call["tool"] for call in calls}) != 1 or not _COLUMNS.fullmatch(clause.masked.strip(" .!?")) or not all(mention.clear for mention in clause.columns) or clause.text.rstrip().endswith("?"):
        return None
    names = list(dict.fromkeys(mention.name for mention in clause.columns))
    args = [call.get("args", {}) for call in calls]
    slot = next((slot for slot in _SLOTS if all(slot in each for each in args) and (len(args) == 1 or len({str(each[slot]) for each in args}) > 1)), None)
    several = slot in ("columns", "by")
    if slot is None or (len(names) > 1 and not several) or any({**each, slot: None} != {**args[0], slot: None} for each in args) or not isinstance(args[0][slot], list if several else str):
        return None
    return [{"tool": calls[0]["tool"], "args": {**args[0], slot: names if several else names[0]}}]


def _numbered(words: str, options: list[Option], real: list[Option]) -> list[Call] | None:
    """The number that was asked for, or that is to be another: “5”, “ok but 5”, “row 12”."""
    said = _NUMBER.fullmatch(words)
    call = real[0]["call"]
    slot = "row" if "row" in call.get("args", {}) else NUMBERS.get(call["tool"])
    if said is None or slot is None or slot not in call.get("args", {}) or (said["number"].isdigit() and said["number"] == words and int(said["number"]) <= len(options) and not options[0]["label"].lower().startswith("yes")):
        return None
    if any(entry["call"]["tool"] != call["tool"] for entry in real) or not isinstance(call["args"][slot], int | float):
        return None
    return [{"tool": call["tool"], "args": {**call["args"], slot: plain_number(float(said["number"].rstrip(".")))}}]
