"""Reads what somebody is said to have typed into a column: “some joker typed drop in the note column”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.condition import Condition
from assistant.router.entities.names import Mention
from assistant.router.entities.values import ValueMention
from assistant.router.wording.normalize import Token

_TYPED = r"(?:(?:typed|keyed|wrote|put|entered|filled|scribbled|noted|inserted|left|has written|have written)(?: in| down)?|(?:there is|theres|there are|it says|stands|appears))"
_CELL = r"(?:an? |the (?:words?|value|text|code) |the |just |only |things like )?(?P<cell>Q|#|N|(?!(?:it|them|those|these|that|this|what|which|no|nothing|an?|the|missing|many|some|any)\b)[^\s@,]+(?: [^\s@,]+){0,2}?)"
_THERE = r"(?:the |my |our |some |a few |cells|rows|of |column )*@(?: columns?| fields?)?"
_SAID = tuple(re.compile(pattern) for pattern in (
    rf"(?:[a-z]+ ){{0,5}}?{_TYPED} {_CELL} (?:in|into|under|for|at) {_THERE}(?: (?!is\b|are\b)[a-z]+){{0,3}}",
    rf"(?:in|under|for|into) {_THERE} ?,? (?:[a-z]+ ){{0,4}}?{_TYPED} {_CELL}",
))  # fmt: skip


def typed_cell(clause: Clause) -> Condition | None:
    """The one column and what was typed into it; None where nothing of the kind is said."""
    if len(clause.columns) != 1 or not clause.columns[0].clear:
        return None
    shape = clause.shape
    match = next((match for pattern in _SAID if (match := pattern.fullmatch(shape.text))), None)
    if match is None:
        return None
    things = [shape.things[place] for place in shape.places(*match.span("cell"))]
    first = things[0]
    if len(things) == 1 and isinstance(first, Token):
        return Condition(clause.columns[0].name, "eq", first.text)
    start, end = _starts(clause, things[0]), _ends(clause, things[-1])
    return Condition(clause.columns[0].name, "eq", clause.text[start:end])


def _starts(clause: Clause, thing: Token | Mention | ValueMention) -> int:
    return thing.start if isinstance(thing, Token) else clause.tokens[thing.start].start


def _ends(clause: Clause, thing: Token | Mention | ValueMention) -> int:
    return thing.end if isinstance(thing, Token) else clause.tokens[thing.end - 1].end
