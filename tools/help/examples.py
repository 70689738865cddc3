"""Example sentences with the names of the data at hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tools.base import Slot, Tool
from tools.experiment import Experiment

_RECKONS = re.compile(r"\b(?:above|average|median|plus|histogram|correlates|were \d)")
"""What is only said of numbers, whatever columns the tool takes beside them."""
_GROUPS = ("categorical", "boolean")


def example_of(tool: Tool, experiment: Experiment) -> str:
    """Writes the tool's first phrase with real column names in it, of a kind that it can be said of where there is one."""
    phrase = next(iter(tool.phrases), "")
    if "{column" not in phrase:
        return phrase
    entries = [entry for entry in experiment.columns.values() if entry["kind"] != "id"] if experiment.dataset else []
    names = [str(entry["name"]) for entry in entries] or ["age", "income"]
    first, *others = [*_fitting(tool, phrase, entries), *names]
    groups = [str(entry["name"]) for entry in entries if entry["kind"] in _GROUPS] if "by {column}" in phrase else []
    second = next((name for name in [*groups, *others] if name != first), first)
    return phrase.replace("{columns}", f"{first} and {second}").replace("{column}", first, 1).replace("{column}", second)


def _fitting(tool: Tool, phrase: str, entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """Lists the columns of the kinds that the tool or its phrase speaks of, those with gaps first where it is about gaps."""
    slots = [slot for field in tool.Arguments.model_fields.values() for slot in field.metadata if isinstance(slot, Slot)]
    kinds = next((slot.kinds for slot in slots if slot.kinds), ("numeric",) if _RECKONS.search(phrase) else ())
    fitting = [entry for entry in entries if entry["kind"] in kinds]
    if any(slot.missing_only for slot in slots):
        fitting.sort(key=lambda entry: not entry["missing"])
    return [str(entry["name"]) for entry in fitting]
