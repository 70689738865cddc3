"""Says what is to be foretold where a step needs it, and its words name the column: “too few ill ones, even that out”."""

from __future__ import annotations

from assistant.router.context import Call
from assistant.router.entities.clause import Clause


def target_first(tool: str, clause: Clause) -> list[Call]:
    """What is to be foretold, where the classes of a column are to be evened out and no target says which: “too few ill ones, even that out”."""
    if tool != "balance" or clause.context.target is not None:
        return []
    named = {name for mention in clause.columns if mention.score > 1.0 for name in mention.names} or {name for value in clause.values for name in value.columns}
    column = next(iter(named), "")
    return [{"tool": "set_target", "args": {"column": column}}] if len(named) == 1 and clause.context.kind(column) in ("categorical", "boolean") else []
