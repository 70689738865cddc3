"""Keeps of the options of a question those that are whole calls, each once."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from tools.catalog import TOOLS

_TOOLS = {tool.name: tool for tool in TOOLS}


def complete(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The options that a click can carry out as they stand, in their order; a call that lacks an argument, or stands there twice, is none."""
    kept: list[dict[str, Any]] = []
    for entry in options:
        call = entry["call"]
        if _is_whole(call) and all(other["call"] != call for other in kept):
            kept.append(entry)
    return kept


def _is_whole(call: dict[str, Any]) -> bool:
    tool = _TOOLS.get(call["tool"])
    if tool is None:
        return True
    try:
        tool.Arguments.model_validate(call["args"])
    except ValidationError:
        return False
    return all(value is not None for name, value in call["args"].items() if name not in ("new", "value", "old", "fill_value"))
