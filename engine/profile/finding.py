"""The shape of a finding, and how several alike are told as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.profile.wording import listed, named

MOST_SINGLE = 3
"""Up to so many columns with the same trouble are told one by one; more are told together."""

ORDER = ["target_leakage", "id_like", "constant", "near_constant", "missing", "disguised_missing", "spellings", "mixed_kinds", "duplicates", "repeated_entity", "time_order", "rare_class", "imbalance", "tiny", "wide", "big", "skewed_target", "high_cardinality", "text", "collinear", "outliers"]
OF_TARGET = ("target_leakage", "time_order", "rare_class", "imbalance", "skewed_target")
"""What can only be looked for once it is said what to predict."""
LEVELS = ("stop", "warn", "note")

Finding = dict[str, Any]
Call = dict[str, Any]


def call(label: str, tool: str, **args: Any) -> Call:
    """Offers a ToolCall under a label."""
    return {"label": label, "call": {"tool": tool, "args": args}}


def finding(
    id: str, columns: list[str], level: str, title: str, message: str, number: float, calls: list[Call], done: bool = False
) -> Finding:
    """Builds a finding; whatever it is, it can be kept as it is with a recorded acknowledgement.

    Stops and warnings are the user's decision; notes are fine as they are; `done` says that it was already dealt with.
    """
    severity = "done" if done else "fine" if level == "note" else "decide"
    keep = {"finding": id, "columns": columns} if columns else {"finding": id}
    return {
        "id": id,
        "columns": columns,
        "severity": severity,
        "level": level,
        "title": title,
        "message": message,
        "number": number,
        "calls": [*calls, call(_keeping(columns), "acknowledge", **keep)],
    }


def _keeping(columns: list[str]) -> str:
    if not columns:
        return "Keep the table as it is"
    return f"Keep {named(columns)} as {'it is' if len(columns) == 1 else 'they are'}"


def one_or_many(singles: list[Finding], together: Callable[[list[str]], Finding]) -> list[Finding]:
    """Keeps a few findings apart and tells many as one, so that a wide table does not drown the reader."""
    if len(singles) <= MOST_SINGLE:
        return singles
    return [together([single["columns"][0] for single in singles])]


def rank(findings: list[Finding]) -> list[Finding]:
    """Puts the findings in the order in which they should be read: stops, warnings, notes."""
    return sorted(findings, key=lambda item: (LEVELS.index(item["level"]), ORDER.index(item["id"])))


__all__ = ["Call", "Finding", "call", "finding", "listed", "one_or_many", "rank"]
