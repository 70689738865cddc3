"""Joins a part that is no request of its own to the request after it: “for row 12, what if the age was 60”, “age has gaps, use the mean”."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.arguments.slots import EVERYTHING
from assistant.router.asking.refuse import is_refusal
from assistant.router.context import Call, RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

OF_ONESELF = re.compile(r"(?:i|im|i am|ive|we|were|my|no|not|never|dont|its my|this is my)\b(?! (?:want|need|would like|wish)\b)", re.I)
"""How words open that only tell about the person."""
_COMPLETED = {"add_indicator", "columns", "column", "row", "run"}
"""What a part before a request may say for it."""


def with_next(text: str, following: list[str], context: RouterContext, read: Callable[[str, RouterContext], list[Call] | None]) -> str | None:
    """Gives both parts as one where the first says what the second leaves open, or where only both together are a request."""
    if not following or OF_ONESELF.match(text) or is_refusal(text) or is_refusal(following[0]):
        return None
    clause, later = Clause(text, context), Clause(following[0], context)
    if not (clause.columns or clause.numbers) or (later.columns and clause.columns) or later.has(EVERYTHING) or vocabulary.first(later.masked, vocabulary.COLUMN_WORDS):
        return None
    both = f"{text}, {following[0]}"
    whole, alone = read(both, context), read(following[0], context)
    if whole is None or alone is None:
        return both if whole else None
    return both if _completes(whole, alone, clause.numbers != [] and not clause.columns) else None


def _completes(whole: list[Call], alone: list[Call], counts: bool) -> bool:
    """Says whether the calls are the same but for the columns or rows that they are about, or for how many where the part before `counts`: “six groups. kmeans”."""
    if [call["tool"] for call in whole] != [call["tool"] for call in alone]:
        return False
    pairs = [(full["args"], short["args"]) for full, short in zip(whole, alone, strict=True)]
    more = {name for full, short in pairs for name in full.keys() - short.keys()}
    return bool(more) and (counts or more <= _COMPLETED) and all(short.items() <= full.items() for full, short in pairs)
