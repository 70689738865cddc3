"""Suggestions, and whether one could be carried out now."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from tools.arguments import slots
from tools.base import COLUMN_WORDS, Suggestion, Tool, ToolCall
from tools.help.situation import Situation


def offer(label: str, reason: str, tool: str, **args: Any) -> Suggestion:
    """Makes a suggestion."""
    return Suggestion(label=label, reason=reason, call=ToolCall(tool=tool, args=args))


def fits_now(suggestion: Suggestion, now: Situation) -> bool:
    """Says whether the tool is there, its arguments are valid, their columns exist, and the stage is right."""
    from tools.catalog import TOOLS

    tool = next((tool for tool in TOOLS if tool.name == suggestion.call.tool), None)
    if tool is None or not _stage_is_right(tool, now):
        return False
    try:
        tool.Arguments.model_validate(suggestion.call.args)
    except ValidationError:
        return False
    return all(name in _names(now) for name in _columns_of(tool, suggestion.call.args))


def _stage_is_right(tool: Tool, now: Situation) -> bool:
    there = {
        "dataset": bool(now.dataset),
        "target": bool(now.target) or now.task in {"clustering", "anomaly_detection"},
        "split": bool(now.split),
        "run": bool(now.runs),
    }
    return all(there.get(needed, True) for needed in tool.requires) and (not tool.tasks or now.task in tool.tasks)


def _names(now: Situation) -> set[str]:
    return {str(column["name"]) for column in [*now.columns, *(now.state.get("sources") or ())]}


def _columns_of(tool: Tool, args: dict[str, Any]) -> list[str]:
    """Lists the column names that the arguments hold, words such as "all" left aside."""
    found: list[str] = []
    for name, slot in slots(tool).items():
        value = args.get(name)
        if slot.means == "columns" and isinstance(value, list):
            found += value
        elif slot.means == "column" and isinstance(value, str) and value not in COLUMN_WORDS:
            found.append(value)
    return found
