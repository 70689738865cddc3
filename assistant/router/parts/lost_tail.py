"""Finds a request at the end of a part of which the reading of the part has used no word: “hour from ts, iterative imputer on whatever is missing”."""

from __future__ import annotations

from assistant.router.context import Call, RouterContext, leaves
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import key
from assistant.router.tool.rank import candidates

HEARD = 85
"""From which weight of its patterns on the end of a part is a request of its own."""


def lost_tail(text: str, calls: list[Call], context: RouterContext) -> tuple[str, str] | None:
    """The part in two where the words after its last comma ask for another tool, and none of them is in the calls; None elsewhere."""
    head, joint, tail = text.rpartition(", ")
    if not joint or " " not in tail or len(calls) != 1 or "(" in tail:
        return None
    said = key(tail)
    if any(key(str(leaf)) in said for leaf in leaves(calls[0]["args"]) if key(str(leaf))):
        return None
    clause = Clause(tail, context)
    ranked = candidates(clause)
    return (head, tail) if ranked and ranked[0][0] >= HEARD and ranked[0][1] != calls[0]["tool"] and not clause.numbers else None
