"""Reads a message again where words of the trade are names of columns that the reading had no use for: “standardise count” scaled all columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from assistant.router.asking.foreign import words_of_tool
from assistant.router.context import Call, leaves
from assistant.router.entities.names import parts
from assistant.router.entities.reserved import is_reserved
from assistant.router.entities.stems import stem
from assistant.router.parts.put_right import corrected
from assistant.router.wording.normalize import Token, tokenize

Answer = dict[str, Any]
LONGEST = 14
"""Up to how many words and signs a message is read once more."""
_LED_TO = ("of", "in", "on", "by", "per", "for", "column")
"""What leads to a name, be the word after it one that the tool knows."""
_SAID_OF = ("is", "are", "has", "should", "must", "=", ">", "<", "minus", "plus", "times", "divided", "-", "+", "*", "/")
"""What follows a name at the beginning of a message: “run minus step as diff”."""
_PERIODS = ("day", "month", "year")
"""What there are hours and days of: “by hour of the day”."""

_MEANS = ("i", "we", "you", "they", "it", "that", "not", "dont", "didnt", "doesnt", "to", "would", "does", "did", "do")
"""Before which “mean” is no mean."""


def with_names_meant(message: str, names: tuple[str, ...], read: Callable[[str], Answer]) -> Answer:
    """Gives what a message is read as; with such words as names where that gives the same calls with the columns in them, or asks about them."""
    answer = read(message)
    known = {name.lower(): name for name in names if name.isalpha()}
    tokens = tokenize(message)
    if len(tokens) > LONGEST or known.keys().isdisjoint(token.norm for token in tokens) or corrected(message)[0]:
        return answer
    begins = not answer["calls"] and len(tokens) > 1 and tokens[0].norm in known and tokens[1].norm in _SAID_OF
    offered = [] if begins else _offered(answer)
    meant = list(_unused(tokens, offered if answer["calls"] else [{"tool": call["tool"], "args": {}} for call in offered], known)) if begins or offered else []
    if not meant:
        return answer
    for token in reversed(meant):
        message = f'{message[: token.start]}"{known[token.norm]}"{message[token.end :]}'
    again = read(message)
    named = _named(_offered(again))
    if not all(known[token.norm] in named for token in meant) or (again["status"] == "ask" and not answer["calls"]):
        return answer
    if answer["calls"] and again["calls"]:
        more = len(again["calls"]) > len(answer["calls"]) and all(call in again["calls"] for call in answer["calls"])
        return again if more or _tools(again) == _tools(answer) else answer
    return again if begins or set(_tools(again)[:2]) <= {call["tool"] for call in offered} else answer


def _offered(answer: Answer) -> list[Call]:
    """What an answer does, or asks about."""
    if answer["status"] == "unknown":
        return []
    return answer["calls"] or [entry["call"] for entry in answer["options"]]


def _tools(answer: Answer) -> list[str]:
    return [call["tool"] for call in _offered(answer)]


def _named(calls: list[Call]) -> set[str]:
    return {leaf for call in calls for leaf in leaves(call["args"]) if isinstance(leaf, str)}


def _unused(tokens: list[Token], calls: list[Call], known: dict[str, str]) -> Iterator[Token]:
    """The words that are names of columns, and that neither an argument nor the tool itself accounts for."""
    said = [token.norm for token in tokens]
    used = {part for leaf in _named(calls) for part in (leaf.lower(), *parts(leaf))}
    of_tools = frozenset().union(*(words_of_tool(call["tool"]) for call in calls))
    for place, token in enumerate(tokens):
        if token.norm not in known or not is_reserved(token) or token.norm in used or said.count(token.norm) > 1 or (token.norm == "mean" and place > 0 and said[place - 1] in _MEANS) or (said[max(0, place - 2) : place] == ["of", "the"] and token.norm in _PERIODS):
            continue
        if (place > 0 and said[place - 1] in _LED_TO) or (place == 0 and len(said) > 1 and said[1] in _SAID_OF) or stem(token.norm) not in of_tools:
            yield token
