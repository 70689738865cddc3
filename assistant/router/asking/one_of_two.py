"""Asks which of two columns, or of two ways, is meant where the words say that it shall be one alone: “temp or atemp: remove one”, “count or mean, not both”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.tool.triggers.wordlists import DROP

_OF_THEM = r"(?: of (?:them|em|the two|those|these|the pair|both))?"
_ONE_ALONE = re.compile(
    rf"\b(?:{DROP}|keep|cut|leave|pick|choose|want|need)(?: just| only)? (?:one|either){_OF_THEM}(?: please| out| away| only)*$|\b(?:one|either){_OF_THEM} (?:has to|have to|must|should|can|could|needs to|is to|will|may|goes|go|out|is enough|will do|is plenty|suffices)\b"
    rf"|\bnot both\b|\bonly one{_OF_THEM}$|[,.] ?(?:hm+ |just |um+ )*one of (?:them|the two|those)$|\bwhichever(?: one)?$|\b(?:no|does not|doesnt) matter which\b|\bonly once\b|\bone of (?:the )?@ ?(?:or|and|,|/) (?:the )?@"
)
_HINT = re.compile(r"\b(?:one|either|not both|whichever|matter which|only once)\b", re.I)
_TWO = re.compile(r"@ ?(?:or|/|and|&|,|vs|and / or|, or|, no ,|, no)[^@]{0,12}@")
_AIM = re.compile(rf"\b(?:{'|'.join(TARGET_WORDS)}|predict|forecast)\b")
_GOES = re.compile(rf"\b(?:{DROP}|cut|go|goes|out|superfluous|redundant|too many|enough)\b")
_STAYS = re.compile(r"\b(?:keep|pick|choose|need|want|stays?|remains?)\b")
_WAYS = (("scale", "method", vocabulary.SCALE), ("impute", "strategy", vocabulary.IMPUTE), ("encode", "method", vocabulary.ENCODE), ("transform", "method", vocabulary.TRANSFORM))


def refuse_one_of_two(message: str, context: RouterContext) -> None:
    """Asks with each of the two as a call of its own; nothing where the words do not say that it shall be one."""
    if not _HINT.search(message):
        return
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
