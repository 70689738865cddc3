"""Finds the tools that the patterns of words speak for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.tool.triggers import TRIGGERS, any_of
from assistant.router.tool.triggers.shapes import SHAPES

LEADING = 4
"""What a pattern gains where the request opens with it: “fill total bedrooms by median” asks to fill."""
KNOWN = frozenset(tool for tool, _, _ in TRIGGERS)


def opens_with(tool: str, clause: Clause) -> bool:
    """Says whether the words that ask for the tool stand first."""
    words = (clause.masked, vocabulary.with_signs(clause.masked))
    return any(pattern.match(text) for _, pattern in BY_TOOL.get(tool, ()) for text in words) or any(name == tool and pattern.match(clause.shape.text) for name, _, pattern in SHAPES)


BY_TOOL = {name: sorted(((weight, pattern) for tool, weight, pattern in TRIGGERS if tool == name), key=lambda trigger: -trigger[0]) for name, _, _ in sorted(TRIGGERS, key=lambda trigger: -trigger[1])}
"""The patterns of each tool, the heaviest first, so that the lighter ones of a tool that was found need no look."""
_SOME_TRIGGER, _SOME_SHAPE = any_of(pattern for _, _, pattern in TRIGGERS), any_of(pattern for _, _, pattern in SHAPES)


@lru_cache(maxsize=2048)
def triggered(masked: str, norm: str, penalty: int, tools: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """The weight of each of the tools by the patterns alone; words that are no columns by right count a little less as names."""
    best: dict[str, int] = {}
    for words, less in {norm: penalty, vocabulary.with_signs(masked): 0, masked: 0}.items():
        for tool, patterns in BY_TOOL.items():
            if tool not in tools:
                continue
            for weight, pattern in patterns:
                if weight - less + LEADING <= best.get(tool, 0):
                    break
                match = pattern.search(words)
                if match:
                    best[tool] = max(best.get(tool, 0), weight - less + LEADING * (match.start() == 0))
    return tuple(best.items())


@lru_cache(maxsize=2048)
def shaped(shape: str) -> tuple[tuple[str, int], ...]:
    """The tools that a request is built like, each with the weight of its pattern."""
    return tuple((tool, weight) for tool, weight, pattern in SHAPES if pattern.search(shape))


def some_opens(texts: Iterable[str], shape: str) -> bool:
    """Says whether words that ask for any tool stand first: quickly, before all that may follow is looked at."""
    return any(_SOME_TRIGGER.match(text) for text in texts) or _SOME_SHAPE.match(shape) is not None
