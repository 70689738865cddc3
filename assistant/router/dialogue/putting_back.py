"""Tells whether “put it back” undoes a step or takes again one that was undone."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from tools.catalog import find_tool


def takes_back(clause: Clause) -> bool:
    """Says whether “put it back” undoes the step that was just taken; else it takes again one that was undone."""
    last = clause.context.last[-1]["tool"] if clause.context.last else "undo"
    return last not in ("undo", "redo") and find_tool(last).records and clause.has("bring|put|give|want|back")


_IN_AGAIN = re.compile(r"\b(?:put|bring|want|have|get|take)\b.*\b(?:back in|in again|in|back)\b$|\bone too many\b")
"""What takes again a step that has just been undone: “put that last one in again”."""


def put_back(clause: Clause, best: dict[str, int]) -> None:
    if clause.context.last and clause.context.last[-1]["tool"] in ("undo", "redo") and not (clause.columns or clause.values) and _IN_AGAIN.search(clause.norm):
        best.pop("undo", None)
        best["redo"] = 125
    if "redo" in best and takes_back(clause):
        best["undo"] = max(best.pop("redo"), best.get("undo", 0))
