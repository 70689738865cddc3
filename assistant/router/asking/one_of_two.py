"""Asks which of two columns, or of two ways, is meant where the words say that it shall be one alone: “temp or atemp: remove one”, “count or mean, not both”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import number_word
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.tool.triggers.wordlists import DROP

_OF_THEM = r"(?: of (?:them|em|the two|those|these|the pair|both))?"
_ONE_ALONE = re.compile(
    rf"\b(?:{DROP}|keep|cut|leave|pick|choose|want|need)(?: just| only)? (?:one|either){_OF_THEM}(?: please| out| away| only)*$|\b(?:one|either){_OF_THEM} (?:has to|have to|must|should|can|could|needs to|is to|will|may|goes|go|out|is enough|will do|is plenty|suffices)\b"
    rf"|\bnot both\b|\bonly one{_OF_THEM}$|[,.] ?(?:hm+ |just |um+ )*one of (?:them|the two|those)$|\bwhichever(?: one)?$|\b(?:no|does not|doesnt) matter which\b|\bonly once\b|\bone of (?:the )?@ ?(?:or|and|,|/) (?:the )?@"
)
_HINT = re.compile(r"\b(?:one|either|not both|whichever|matter which|only once)\b|\d or \d", re.I)
_TWO = re.compile(r"@ ?(?:or|/|and|&|,|vs|and / or|, or|, no ,|, no)[^@]{0,12}@")
_AIM = re.compile(rf"\b(?:{'|'.join(TARGET_WORDS)}|predict|forecast)\b")
_GOES = re.compile(rf"\b(?:{DROP}|cut|go|goes|out|superfluous|redundant|too many|enough)\b")
_STAYS = re.compile(r"\b(?:keep|pick|choose|need|want|stays?|remains?)\b")
_WAYS = (("scale", "method", vocabulary.SCALE), ("impute", "strategy", vocabulary.IMPUTE), ("encode", "method", vocabulary.ENCODE), ("transform", "method", vocabulary.TRANSFORM))


_OF_ROWS = (
    ("split", "strategy", re.compile(r"\bsplit\b", re.I), (("random", r"random\w*|by chance"), ("stratified", r"stratif\w+"), ("time", r"time|dates?|chronolog\w*"), ("group", r"groups?|grouped"))),
    ("balance", "method", re.compile(r"\b(?:smote|adasyn|(?:over|under)[- ]?sampl\w+)\b", re.I), (("smote", "smote"), ("adasyn", "adasyn"), ("random_under", r"under[- ]?sampl\w+"), ("random_over", r"over[- ]?sampl\w+"))),
)
"""Tools whose ways are told by a word each, and nothing else of theirs."""


def _refuse_way_of_rows(message: str, context: RouterContext) -> None:
    """Asks which way rows shall be parted or balanced where “or” stands between two: “split at random or by date”."""
    sides = re.split(r"\s(?:or|/)\s", message, flags=re.I) if " or " in message.lower() else []
    if len(sides) != 2:
        return
    for tool, slot, spoken, ways in _OF_ROWS:
        named = [[way for way, words in ways if re.search(rf"\b(?:{words})\b", side, re.I)] for side in sides] if spoken.search(message) else []
        if len(named) == 2 and len(named[0]) == len(named[1]) == 1 and named[0] != named[1]:
            columns = [[mention.name for mention in Clause(side, context).columns if mention.clear] for side in sides]
            calls: list[Call] = [{"tool": tool, "args": {slot: way[0]} | ({"column": names[0]} if way[0] in ("time", "group") and len(names) == 1 else {})} for way, names in zip(named, columns, strict=True)]
            raise Unclear("Which of the two shall it be?", [option(call["tool"], call["args"], label(call)) for call in calls])


_NUMBER = r"(?:one|two|three|four|five|\d{1,2})"
_UNDO_SO_MANY = re.compile(rf"^(?:(?:please|just|can you|could you|lets) )*(?:undo|take back|revert|roll back) (?:the last )?(?P<first>{_NUMBER})(?: steps?)? or (?P<second>{_NUMBER})(?: steps?)?(?: please)?[ .!?]*$", re.I)


def refuse_one_of_two(message: str, context: RouterContext) -> None:
    """Asks with each of the two as a call of its own; nothing where the words do not say that it shall be one."""
    _refuse_way_of_rows(message, context)
    if not _HINT.search(message):
        return
    undone = _UNDO_SO_MANY.match(message)
    if undone:
        raise Unclear("How many steps shall be undone?", [option("undo", {"steps": number}, f"Undo {number} step{'s' if number > 1 else ''}") for side in ("first", "second") if (number := number_word(undone[side].lower()) or (int(undone[side]) if undone[side].isdecimal() else 1))])
    clause = Clause(message.strip(" .!?"), context)
    if not _ONE_ALONE.search(clause.masked):
        return
    names = list(dict.fromkeys(mention.name for mention in clause.columns if mention.clear))
    calls = _of_columns(clause, names) if len(names) == 2 and (_TWO.search(clause.masked) or _AIM.search(clause.masked)) else _of_ways(clause, names) if len(names) == 1 else []
    if len(calls) == 2:
        raise Unclear("Which of the two shall it be?", [option(call["tool"], call["args"], label(call)) for call in calls])


def _of_columns(clause: Clause, names: list[str]) -> list[Call]:
    if _AIM.search(clause.masked):
        return [{"tool": "set_target", "args": {"column": name}} for name in names]
    goes = _GOES.search(clause.masked)
    if goes or _STAYS.search(clause.masked):
        return [{"tool": "drop_columns", "args": {"columns": [name]}} for name in (names if goes else reversed(names))]
    return []


def _of_ways(clause: Clause, names: list[str]) -> list[Call]:
    for tool, slot, table in _WAYS:
        ways = list(dict.fromkeys(name for _, _, name in vocabulary.placed(clause.masked, table)))
        if len(ways) == 2:
            return [{"tool": tool, "args": {"columns": names, slot: way}} for way in ways]
    return []
