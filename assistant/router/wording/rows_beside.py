"""Writes rows outside of a value as those that are not in it, and two kinds of rows that are both to go as two requests: “everyone outside paris”, “people under 20 and people in HR out”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause

_OUTSIDE = re.compile(r"\b(?:from )?outside(?: of)?(?: the)? (?P<column>(?:[\w-]+ ){0,3})$", re.I)
_WHO = r"(?:everybody|everyone|anybody|anyone|people|persons|those|rows|records|cases|customers|clients|patients|passengers|employees|users|guests|students|members|drivers|orders|trips|rides|houses|cars|animals|products|entries)"
_GOES = r"(?:drop|remove|delete|exclude|discard|throw out|throw away|kick out|filter out|take out|leave out|get rid of)"
_BOTH_GO = re.compile(
    rf"^(?P<lead>(?:(?:please|now|then|and|can you|could you|lets|i want to) ,? ?)*)(?P<verb>{_GOES} )?(?:all |the )*(?P<first>{_WHO} [^,;?]{{2,50}}?) ?(?:,|, and|"
    rf"and|plus|as well as)(?: also)? (?:all |the )*(?P<second>{_WHO} [^,;?]{{2,50}}?)(?P<out> (?:out|away|"
    rf"(?:should |must |can |have to |shall )?(?:both )?(?:go|be (?:removed|dropped|deleted|left out))|removed|dropped|gone))?[.! ]*$",
    re.I,
)


def rows_beside(text: str, context: RouterContext) -> str:
    """The text in these words; other text stays as it is."""
    said = text.lower()
    if "outside" in said:
        text = _not_inside(text, context)
    match = _BOTH_GO.match(text) if " and " in said or "," in said or " plus " in said or " as well as " in said else None
    if match is None or bool(match["verb"]) == bool(match["out"]):
        return text
    parts = [Clause(match[part], context) for part in ("first", "second")]
    if not all(part.values or part.numbers for part in parts) or (parts[0].values and parts[1].values and parts[0].values[0].columns == parts[1].values[0].columns):
        return text  # two values of one column are one condition
    return f"{match['lead']}drop {match['first']}. drop {match['second']}"


def _not_inside(text: str, context: RouterContext) -> str:
    clause = Clause(text, context)
    for value in reversed(clause.values):
        start = clause.tokens[value.start].start
        before = _OUTSIDE.search(text[:start])
        if before and (not before["column"] or Clause(before["column"], context).columns):
            text = f"{text[: before.start()]}not in {before['column']}{text[start:]}"
    return text
