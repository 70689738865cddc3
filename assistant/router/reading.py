"""Tells which words of a message led to which tool and which argument."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.context import Call, RouterContext, leaves
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import key
from assistant.router.tool.triggers import TRIGGERS
from assistant.router.wording.normalize import clean

_TABLES = tuple(table for name, table in vars(vocabulary).items() if name.isupper() and isinstance(table, tuple))


def reading(text: str, calls: list[Call], context: RouterContext) -> list[dict[str, Any]]:
    """Lists for each call the words that asked for the tool, and for each argument its value and the words it came from.

    The words are empty where nothing in this message says it: it came from what was said before.
    """
    clause = Clause(clean(text), context)
    return [{"tool": call["tool"], "words": _asked_by(call["tool"], clause), "arguments": [
        {"name": name, "value": value, "words": ", ".join(dict.fromkeys(filter(None, (_said(item, clause) for item in leaves(value)))))}
        for name, value in call["args"].items()
    ]} for call in calls]


def _asked_by(tool: str, clause: Clause) -> str:
    for words in (clause.masked, vocabulary.with_signs(clause.masked), clause.norm):
        for name, _, pattern in TRIGGERS:
            match = pattern.search(words) if name == tool else None
            if match:
                return _readable(match[0])
    return ""


def _readable(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("@", "…").replace("MODEL", "…").replace("METRIC", "…")).strip(" ,")


def _said(value: Any, clause: Clause) -> str:
    """The words that a single value stands for in the message; empty where there are none."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return next((token.text for token in clause.tokens if token.number is not None and _same(token.number, value)), "")
    for mention in clause.all_mentions:
        if value in mention.names:
            return clause.written(mention)
    for found in clause.values:
        if value in found.as_in:
            return clause.written(found)
    for table in _TABLES:
        for name, pattern in table:
            match = pattern.search(clause.norm) if name == value else None
            if match:
                return str(match[0])
    return next((token.text for token in clause.tokens if key(token.text) == key(str(value)) and key(token.text)), "")


def _same(said: float, value: float) -> bool:
    return any(abs(said / scale - value) < 1e-9 for scale in (1, 10, 100))
