"""Example sentences with the names of the data at hand."""

from __future__ import annotations

from tools.base import Tool
from tools.experiment import Experiment


def example_of(tool: Tool, experiment: Experiment) -> str:
    """Writes the tool's first phrase with real column names in it."""
    phrase = next(iter(tool.phrases), "")
    if "{column" not in phrase:
        return phrase
    entries = list(experiment.columns.values()) if experiment.dataset else []
    names = [str(entry["name"]) for entry in entries if entry["kind"] != "id"] or ["age", "income"]
    first, second = names[0], names[1 % len(names)]
    return phrase.replace("{columns}", f"{first} and {second}").replace("{column}", first, 1).replace("{column}", second)
