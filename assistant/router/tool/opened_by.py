"""Tells which tool the words that open a part of a message ask for."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import LEAD_IN, starts_with_verb
from assistant.router.tool.evidence import evidence, words_of
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggered import KNOWN, LEADING, opens_with, shape_opens, some_opens, triggers_open

_ARTICLE = re.compile(r"^(?:an?|the|random|stratified|new|simple|quick|also|some|any|all|my|its|their|another|one|maybe|a few|those|these|every|each|\d+|top|first|last|last of all)\s+", re.I)
SPOKEN_FOR, BEYOND_DOUBT = 0.75, 0.95
"""The shares of the examples from which on they alone make a part of a message a request of its own: where no pattern finds one, and where the verb before it would make another of it."""


@lru_cache(maxsize=1024)
def _may_open(masked: str, shape: str) -> bool:
    words = LEAD_IN.sub("", masked)
    bare = _without_articles(words)
    return some_opens({masked, words, bare, vocabulary.with_signs(words), vocabulary.with_signs(bare)}, shape)


def _without_articles(words: str) -> str:
    for _ in range(3):
        words = _ARTICLE.sub("", words, count=1)
    return words


def opening(clause: Clause, least: int, bare: Clause | None = None) -> str | None:
    """The tool whose words open the clause, articles aside, where it is also the one that the whole clause asks for."""
    words = _without_articles(LEAD_IN.sub("", (bare or clause).masked))
    texts = (clause.masked, words, vocabulary.with_signs(words))
    if not (some_opens(texts, clause.shape.text) if bare else _may_open(clause.masked, clause.shape.text)):
        return None
    ranked = candidates(clause)
    if not ranked or ranked[0][0] < least:
        return None
    if bare is None and starts_with_verb(clause.text):
        return ranked[0][1]
    tool = ranked[0][1]
    if bare is None and opens_with(tool, Clause(LEAD_IN.sub("", clause.text), clause.context)):
        return tool
    return tool if (bare and shape_opens(tool, clause.shape.text)) or triggers_open(tool, texts, least - LEADING) else None


def by_examples(clause: Clause, least: float = SPOKEN_FOR) -> str | None:
    """The tool that examples speak for all but alone."""
    share, tool = evidence(words_of(clause))[0]
    return tool if share >= least and tool in KNOWN else None
