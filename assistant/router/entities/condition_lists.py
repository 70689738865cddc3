"""Gives every column of a list the condition that is said once for all: “where x, y or z is 0”."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.router.arguments.slots import resolved
from assistant.router.entities.clause import Clause
from assistant.router.entities.comparisons import compared
from assistant.router.entities.condition import Condition
from assistant.router.entities.direction import direction_of

_LIST = re.compile(
    r"(?:^|\b(?:where|whose|if|when|which|that|with|and|both|either|any|all|one|of|only|keep|,) )(?:either |both |any |one |all |of |"
    r"the )*(@(?: ?(?:,|or|and|, or|, and) (?:the )?@)+) (?:is|are|=|==|= =|! =|!=|<|>|was|were|equals?|isnt|arent|not|above|below|over|under|at|between|both|all|"
    r"each|has|have)(?!\S)",
)


def shared(clause: Clause, found: list[tuple[int, Condition]]) -> list[tuple[int, Condition]]:
    """Adds for the last column of each list its condition to the other columns of that list."""
    shape, every = clause.shape, list(found)
    for match in _LIST.finditer(shape.text):
        listed = [(place, shape.things[place]) for place in shape.places(*match.span(1)) if shape.words[place] == "@"]
        last = listed.pop()[1]
        own = next((condition for _, condition in found if condition.column in last.names), None)
        if own is None or any(condition.column in mention.names for _, mention in listed for _, condition in found):
            continue
        for place, mention in listed:
            column = resolved(mention, clause, "filter_rows", "column", {"op": own.op, "value": own.value})
            every.append((place, replace(own, column=column)))
    return every


def is_either(clause: Clause) -> bool:
    """Says whether one of the conditions is enough: all that joins them is “or”."""
    return re.search(r"\bor\b(?! (?:more|less|above|below|older|younger|over|under|higher|lower|equal)(?! (?:than|-?[\d@])))", clause.masked) is not None and re.search(r"\b(?:and|between)\b", clause.masked) is None


_THINGS = ("#", "N", "D")
_OR = ("or", "|", "||")


def either_of(clause: Clause) -> bool:
    """Says whether “or” stands between two conditions of different columns, or between two comparisons: “japanese or under 3000 lbs”."""
    shape, direction = clause.shape, direction_of(clause)
    within = {place for places, _, _ in compared(shape, set()) for place in places}
    for place, word in enumerate(shape.words):
        left = next((other for other in reversed(range(place)) if shape.words[other] in _THINGS), None)
        right = next((other for other in range(place + 1, len(shape.words)) if shape.words[other] in _THINGS), None)
        if word not in _OR or left is None or right is None or place in within or direction.turns(left):
            continue
        both = shape.words[left], shape.words[right]
        if both == ("#", "#") and set(shape.things[left].columns) & set(shape.things[right].columns):
            continue
        if "#" not in both and set(shape.words[left + 1 : right]) <= {"or", ",", "the", "of", "either", "@"}:
            continue
        return True
    return False
