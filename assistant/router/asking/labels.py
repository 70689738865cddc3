"""Writes a call as a person would say it."""

from __future__ import annotations

from pydantic import ValidationError

from assistant.router.context import Call
from tools.base import Tool
from tools.catalog import find_tool

SPEAK_FOR_THEMSELVES = {"x", "y", "column", "columns", "kind", "term", "topic", "which", "what", "stage", "name", "method", "model"}
"""Arguments whose value alone says what is meant."""
NAMED_BY_PROGRAMS = {"kind", "method", "metric", "model", "stage", "strategy"}


def label(call: Call) -> str:
    """Writes a call as a person would say it: as its step is titled, else what its button says and what it is given."""
    tool = find_tool(call["tool"])
    if type(tool).title is not Tool.title and not isinstance(call["args"].get("columns"), str):
        try:
            return tool.title(tool.Arguments.model_validate(call["args"]))
        except ValidationError:  # something is still to be filled in, so only what there is can be told
            return _listed(tool, call)
    return _listed(tool, call)


def _listed(tool: Tool, call: Call) -> str:
    """What its button says, and what it is given."""
    told = ", ".join(_told(name.replace("_", " "), value) for name, value in call["args"].items() if value is not None)
    words = tool.label or tool.name.replace("_", " ").capitalize()
    return f"{words}{'' if words[-1] in '?…' else ':'} {told}" if told else words


def _told(name: str, value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(_told(str(key), each) for key, each in value.items())
    if isinstance(value, list):
        return " and ".join(map(str, value))
    if isinstance(value, str) and name in NAMED_BY_PROGRAMS:
        value = value.replace("_", " ")
    return value if isinstance(value, str) and name in SPEAK_FOR_THEMSELVES else f"{name} {value}"
