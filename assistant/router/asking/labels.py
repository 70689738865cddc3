"""Writes a call as a person would say it."""

from __future__ import annotations

import re

from pydantic import ValidationError

from assistant.router.context import Call
from engine.models import MODELS, label_of
from tools.base import Tool
from tools.catalog import find_tool

SPEAK_FOR_THEMSELVES = {"x", "y", "column", "columns", "kind", "term", "topic", "which", "what", "stage", "name", "method", "model"}
"""Arguments whose value alone says what is meant."""
NAMED_BY_PROGRAMS = {"topic", "kind", "method", "metric", "model", "stage", "strategy"}


def label(call: Call) -> str:
    """Writes a call as a person would say it: as its step is titled, else what its button says and what it is given."""
    tool = find_tool(call["tool"])
    if type(tool).title is not Tool.title:
        try:
            return _with_more(tool.title(tool.Arguments.model_validate(call["args"])), call)
        except ValidationError:  # something is still to be filled in, so only what there is can be told
            return listed(tool, call)
    return listed(tool, call)


_MODELS = frozenset(model.id for model in MODELS)
_BESIDE_THE_TITLE = {
    "seed": "seed {}", "metric": "by {}", "time_budget": "{} s at most", "run": "run {}", "top": "the first {}", "max_features": "{} words at most", "repeats": "{} times",
    "name": "called {}", "models": "with {}", "threshold": "limit {}", "space": "with {}", "delimiter": "parted by {}", "sheet": "sheet {}", "decimal": "decimal sign {}", "header": "header in line {}", "encoding": "{}", "stratify": "by {}",
}  # fmt: skip
"""What a title of a step leaves out because it is mostly the usual, and is told where somebody said it."""


def _with_more(title: str, call: Call) -> str:
    """A title, and what was said that it does not tell."""
    more = []
    for name, words in _BESIDE_THE_TITLE.items():
        value = call["args"].get(name)
        told = "" if value is None or isinstance(value, bool) else _in_words(value)
        if told and not all(_is_told(part, title) for part in told.lower().split(" or ")):
            more.append(words.format(told))
    if call["args"].get("add_indicator"):
        more.append("and mark where they were")
    return f"{title}, {', '.join(more)}" if more else title


def _is_told(part: str, title: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(part)}(?![\w%])", title.lower().replace("_", " ")) is not None


def _in_words(value: object) -> str:
    """A value of an argument, or the values that are to be tried of several settings."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {'from {low} to {high}'.format(**each) if isinstance(each, dict) and set(each) >= {'low', 'high'} else _in_words(each)}" for name, each in value.items())
    if isinstance(value, list):
        return " or ".join(_in_words(each) for each in value)
    return label_of(value) if isinstance(value, str) and value in _MODELS else str(value).replace("_", " ")


def listed(tool: Tool, call: Call) -> str:
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
