"""Keeps what is about the table apart from code that is not: of “drop cabin; DROP TABLE runs; --” only the first is a request, and it is asked about."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities.clause import Unclear
from tools.catalog import find_tool

_MARKUP = re.compile(r"<(script|style|iframe|svg)\b[^<>]{0,200}>.{0,400}?</\1 ?>|</?[a-z][^<>]{0,200}>", re.I | re.S)
_SQL = re.compile(r"(?:^|;)\s*(?:drop (?:table|database)|truncate table|insert into|union select)\b[^;]{0,200};?|--\s*$", re.I)
_INJECTED = re.compile(r"^\s*(?:#+|//|--|[\"']+\s*;|;|[\"']\s*\)\s*;)\s*\w|;\s*--\s*$|\bor\s+1\s*=\s*1\b", re.I)
"""How text opens or ends that is meant to slip into code, or to be passed over in it."""


def honest_part(text: str) -> str | None:
    """What is left of a message without markup and orders to a database; None where nothing is, or nothing was taken out."""
    left = _SQL.sub(" ", _MARKUP.sub(" ", text)).strip(" ;'\"-")
    return left if left != text.strip() and len(re.findall(r"[a-z]+", left, re.I)) > 1 else None


def is_injected(text: str) -> bool:
    """Says whether a text looks as if it was to slip into code: “'; drop column Age; --”."""
    return _INJECTED.search(text) is not None


def asked_first(calls: list[Call]) -> Unclear:
    """Asks before what was found in such a text is done."""
    told = ", then ".join(label(call) for call in calls)
    return Unclear(f"I run no code; what I read in that is: {told}. Shall I do it?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:2]), option("suggest", {}, "No, what to do next")])


def takes_away(calls: list[Call]) -> bool:
    """Says whether a call takes rows or columns away."""
    return any(find_tool(call["tool"]).takes_away for call in calls)
