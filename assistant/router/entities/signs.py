"""Reads a condition from the word for a sign: “profit is negative”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import resolved
from assistant.router.entities.clause import Clause
from assistant.router.entities.condition import Condition


def of_sign(clause: Clause) -> list[Condition]:
    """Gives the condition that a column is above or below zero; empty where no sign is said."""
    match = re.search(r"@ (?:is |are |was )?(not |non )?(negative|positive)\b|\b(negative|positive) @", clause.masked)
    if match is None or not clause.columns:
        return []
    place = clause.masked[: match.start()].count("@")
    negative = (match[2] or match[3]) == "negative"
    op = ("ge" if negative else "le") if match[1] else ("lt" if negative else "gt")
    return [Condition(resolved(clause.columns[place], clause, "filter_rows", "column", {"op": op, "value": 0}), op, 0)]
