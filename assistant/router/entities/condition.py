"""What one condition on rows says: a column, how it is compared, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

OUTSIDE = "outside"
"""What is not between two values, which no filter says by itself: it is asked about, or turned round."""
OPPOSITE = {"eq": "ne", "ne": "eq", "gt": "le", "le": "gt", "ge": "lt", "lt": "ge", "in": "not_in", "not_in": "in", "is_missing": "not_missing", "not_missing": "is_missing", "between": OUTSIDE, OUTSIDE: "between"}


@dataclass(frozen=True)
class Condition:
    """A column, how it is compared, and with what."""

    column: str
    op: str
    value: Any = None


def as_args(condition: Condition) -> dict[str, Any]:
    """The arguments that keep the rows of a condition."""
    args = {"column": condition.column, "op": condition.op}
    return args if condition.op in ("is_missing", "not_missing") else args | {"value": condition.value}
