"""Finds the tools that the patterns of words speak for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.tool.sieve import Sieve
from assistant.router.tool.triggers import TRIGGERS
from assistant.router.tool.triggers.shapes import SHAPES

LEADING = 4
"""What a pattern gains where the request opens with it: “fill total bedrooms by median” asks to fill."""
KNOWN = frozenset(tool for tool, _, _ in TRIGGERS)
_TRIGGERS, _SHAPES = Sieve([pattern for _, _, pattern in TRIGGERS]), Sieve([pattern for _, _, pattern in SHAPES])
_BY_TOOL = {name: sorted(((weight, 1 << place, pattern) for place, (tool, weight, pattern) in enumerate(TRIGGERS) if tool == name), key=lambda trigger: -trigger[0]) for name, _, _ in sorted(TRIGGERS, key=lambda trigger: -trigger[1])}
"""The patterns of each tool, the heaviest first, so that the lighter ones of a tool that was found need no look."""


@lru_cache(maxsize=2048)
def triggered(masked: str, norm: str, penalty: int, tools: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """The weight of each of the tools by the patterns alone; words that are no columns by right count a little less as names."""
    best: dict[str, int] = {}
    for words, less in {norm: penalty, vocabulary.with_signs(masked): 0, masked: 0}.items():
        possible = _TRIGGERS.places(words)
        for tool, patterns in _BY_TOOL.items():
            if tool not in tools:
                continue
            for weight, bit, pattern in patterns:
                if weight - less + LEADING <= best.get(tool, 0):
                    break
                match = pattern.search(words) if possible & bit else None
                if match:
                    best[tool] = max(best.get(tool, 0), weight - less + LEADING * (match.start() == 0))
    return tuple(best.items())


@lru_cache(maxsize=2048)
def shaped(shape: str) -> tuple[tuple[str, int], ...]:
    """The tools that a request is built like, each with the weight of its pattern."""
    return tuple(SHAPES[place][:2] for place, pattern in _SHAPES.passing(shape) if pattern.search(shape))


def opens_with(tool: str, clause: Clause) -> bool:
    """Says whether the words that ask for the tool stand first."""
    return triggers_open(tool, (clause.masked, vocabulary.with_signs(clause.masked))) or shape_opens(tool, clause.shape.text)


def triggers_open(tool: str, texts: Iterable[str], least: int = 0) -> bool:
    """Says whether words that ask for the tool with some weight stand first in any of the texts."""
    return any(pattern.match(text) for text in texts for place, pattern in _TRIGGERS.passing(text) if TRIGGERS[place][0] == tool and TRIGGERS[place][1] >= least)


def shape_opens(tool: str, shape: str) -> bool:
    """Says whether a request opens with what the tool is asked for with."""
    return any(pattern.match(shape) for place, pattern in _SHAPES.passing(shape) if SHAPES[place][0] == tool)


def some_opens(texts: Iterable[str], shape: str) -> bool:
    """Says whether words that ask for any tool stand first: quickly, before all that may follow is looked at."""
    return any(pattern.match(text) for text in texts for _, pattern in _TRIGGERS.passing(text)) or any(pattern.match(shape) for _, pattern in _SHAPES.passing(shape))
