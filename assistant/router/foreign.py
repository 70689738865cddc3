"""Recognises a request about another world: “split the bill with my friend” has the verb of a tool and nothing of a table."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router import vocabulary
from assistant.router.clause import Clause
from assistant.router.context import Call
from assistant.router.stems import stem
from assistant.router.thesaurus import WORDS
from assistant.router.triggers import TRIGGERS
from assistant.router.triggers.wordlists import TABLE
from assistant.router.words import COMMON, ROW_NOUNS, TRADE
from engine.samples import SAMPLES

_ENDINGS = ("s", "es", "d", "ed", "r", "er", "ing", "ly")
_LOOKS = frozenset(["profile", "preview", "list_samples", "describe_column", "compare_data"])
"""Tools that only look at data."""
ENOUGH = 2
"""How many words that nobody uses about tables make a request one about something else."""


def is_foreign(calls: list[Call], clause: Clause) -> bool:
    """Says whether nothing but the verb speaks of data: no column by its name, no value, model, metric, number or method, and several unknown words."""
    if _is_thing(calls, clause):
        return True
    loosely = {name for mention in clause.columns if mention.score <= 1.0 for name in mention.names}
    told = {str(name) for call in calls for value in call["args"].values() for name in (value if isinstance(value, list) else [value])}
    if told - loosely or clause.values or clause.numbers or vocabulary.with_signs(clause.masked) != clause.masked:
        return False
    if all(call["tool"] in _LOOKS for call in calls) and clause.has(TABLE):
        return False  # “check the file, my colleague said that it is broken” tells a story, but of a table
    strange = strange_words(clause, frozenset().union(*(_words_of(call["tool"]) for call in calls)))
    return len(strange) >= ENOUGH or (len(clause.tokens) <= 5 and _is_object(clause, max(strange.values(), default=0)))


_SAMPLES = frozenset(sample.name for sample in SAMPLES)
_THING = re.compile(r"(?:(?:please|now|then|can you|could you|just) )*(?:open|load)(?: up)? (?:the|a|an|my|your|our|his|her) (?:[a-z]+ )?[a-z]+(?: (?:please|now|then|again|for me))*")


def _is_thing(calls: list[Call], clause: Clause) -> bool:
    """Says whether something of the world is to be opened or loaded rather than a table: “open the door”, where no sample is called so."""
    if [call["tool"] for call in calls] != ["load_data"] or not _THING.fullmatch(clause.norm) or clause.has(TABLE):
        return False
    source = str(calls[0]["args"].get("source", ""))
    return not source.endswith("s") and source not in _SAMPLES


def strange_words(clause: Clause, known: frozenset[str] = frozenset()) -> dict[str, int]:
    """Lists the words that nobody uses about tables, with where they stand; `known` are stems that are used all the same."""
    inside = {index for mention in clause.columns for index in range(mention.start, mention.end)}
    return {token.norm: index for index, token in enumerate(clause.tokens) if index not in inside and token.norm.isalpha() and len(token.norm) > 2 and not _is_known(token.norm, known)}


def _is_object(clause: Clause, index: int) -> bool:
    """Says whether the word at a place ends a short order as what it is done to: “tune my guitar”."""
    return index >= 2 and index == len(clause.tokens) - 1 and any(clause.word(place) in ("my", "the", "a", "an", "your", "our", "his", "her", "some", "any") for place in (index - 1, index - 2))


def _is_known(word: str, known: frozenset[str]) -> bool:
    if word in COMMON or word in TRADE or word in WORDS or word in ROW_NOUNS or f"{word}s" in ROW_NOUNS or stem(word) in known:
        return True
    return any(word.removesuffix(ending) in COMMON or word.removesuffix(ending) in WORDS for ending in _ENDINGS if word.endswith(ending))


@lru_cache(maxsize=256)
def _words_of(tool: str) -> frozenset[str]:
    """The stems of the words that the patterns, the phrases and the arguments of a tool speak of."""
    from tools.catalog import TOOLS

    texts = [re.sub(r"\\[a-zA-Z]", " ", pattern.pattern) for name, _, pattern in TRIGGERS if name == tool]
    texts += [text for entry in TOOLS if entry.name == tool for text in (*entry.phrases, str(entry.Arguments.model_fields))]
    return frozenset(stem(word) for text in texts for word in re.findall(r"[a-z]{3,}", text.lower()))
