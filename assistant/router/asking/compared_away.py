"""Asks where values are to be replaced that are told by a comparison, as each is replaced by itself: “negatives in temp to NaN”, “above 250 is a typo”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.wording.normalize import plain_number

_COMPARED = re.compile(r"(?P<sign>negatives?|positives?|[<>]=?|above|over|more than|below|under|less than) ?(?P<number>-?\d+(?:\.\d+)?)?(?: values?| ones)?", re.I)
_LOWER = ("<", "<=", "below", "under", "less than", "negative", "negatives")


def refuse_compared(clause: Clause, column: str, old: Any) -> None:
    """Raises the question where the old value is no value of the column but a comparison."""
    said = _COMPARED.fullmatch(old.strip()) if isinstance(old, str) else None
    if said is None or clause.context.kind(column) != "numeric" or old in [str(value) for value in clause.context.column(column).get("values") or ()]:
        return
    low = said["sign"].lower() in _LOWER
    bound = plain_number(float(said["number"] or 0))
    op = "ge" if low else "le"
    raise Unclear(f"A value is replaced by itself, not by how it compares. Shall rows of “{column}” go, or be drawn in?", [option("filter_rows", {"column": column, "op": op, "value": bound}, f"Keep rows where {column} is {'at least' if low else 'at most'} {bound}"), option("handle_outliers", {"columns": [column], "action": "clip"}, f"Draw in what is unusual in {column}"), option("describe_column", {"column": column}, f"Look at {column} first")])
