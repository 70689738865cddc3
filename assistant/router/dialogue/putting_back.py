"""Tells whether “put it back” undoes a step or takes again one that was undone."""

from __future__ import annotations

from assistant.router.entities.clause import Clause
from tools.catalog import find_tool


def takes_back(clause: Clause) -> bool:
    """Says whether “put it back” undoes the step that was just taken; else it takes again one that was undone."""
    last = clause.context.last[-1]["tool"] if clause.context.last else "undo"
    return last not in ("undo", "redo") and find_tool(last).records and clause.has("bring|put|give|want|back")


def put_back(clause: Clause, best: dict[str, int]) -> None:
    if "redo" in best and takes_back(clause):
        best["undo"] = max(best.pop("redo"), best.get("undo", 0))
