"""Recognises that somebody without a target looks for what is unusual: “no labels here, it is about spotting odd trips”."""

from __future__ import annotations

import re

from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.tool.triggers.wordlists import DROP

_NO_TARGET = re.compile(r"\b(?:no|without(?: any| a)?|havent (?:any|got any)|dont have (?:any|a)|isnt (?:any|a)|there is no|theres no|not any) (?:(?:target|class|known|real|such) )?(?:labels?|targets?|outcomes?|y|answers?|ground truth)\b|\bnothing to predict\b|\bunlabell?ed\b")
_ODD_ONES = re.compile(r"\b(?:anomal\w+|(?:strange|odd|unusual|weird|suspicious|abnormal|atypical|fraudulent|rare) (?!that\b|to\b|if\b)[a-z@]+s\b|(?:strange|odd|unusual|weird|suspicious|abnormal) ones?|fraud\w*|oddballs|outsiders|odd ones out)")
_OTHERWISE = re.compile(rf"\b(?:{DROP}|clip|cap|winsori[sz]e|train|fit|cluster\w*|segment\w*|groups?)\b")


def anomalies_sought(message: str, context: RouterContext) -> list[Call] | None:
    """Reads a message that says both that there is no target and that odd rows are looked for; None where it asks for something to be done to them."""
    if context.target is not None:
        return None
    words = Clause(message.strip(" .!?"), context).masked
    if not _NO_TARGET.search(words) or not _ODD_ONES.search(words) or _OTHERWISE.search(words):
        return None
    return [{"tool": "set_task", "args": {"task": "anomaly_detection"}}]
