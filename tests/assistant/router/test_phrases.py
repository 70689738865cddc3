"""Every tool is found by its own phrases, whatever the table."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.router import RouterContext, route
from tools.catalog import TOOLS

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text("utf-8"))
KINDS = {"extract_dates": ("datetime",), "vectorize_text": ("text",), "filter_rows": ("numeric",)}
ON = ("titanic", "taxis", "penguins", "seattle_pets")
STEPS = [{"number": number, "tool": tool, "args": args} for number, (tool, args) in enumerate([("load_data", {"source": "x"}), ("impute", {"strategy": "mean"}), ("train", {"model": "random_forest"}), ("split", {"train": 0.8})], start=1)]


def spelled(phrase: str, tool: str, columns: list[dict[str, Any]]) -> str | None:
    """Puts columns of the table into a phrase; None where the table has none that fit."""
    fitting = [entry["name"] for entry in columns if entry["kind"] in KINDS.get(tool, ("numeric", "categorical", "boolean"))]
    if not fitting:
        return None
    names = itertools.cycle(fitting)
    return re.sub(r"\{columns?\}", lambda _: next(names), phrase)


def reached(text: str, columns: list[dict[str, Any]]) -> set[str]:
    """The tools that a text leads to, by acting, or by asking for what the tool must know."""
    context = RouterContext(columns=columns, target=columns[-1]["name"], runs=["random_forest", "ridge"], steps=STEPS)
    answer = route(text, context)
    asked = {tool.name for tool in TOOLS if tool.label and answer["understood"].startswith(tool.label)}
    return {call["tool"] for call in answer["calls"]} or {*asked, *(entry["call"]["tool"] for entry in answer["options"][:1])}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_tools_phrases_lead_to_it_on_every_table(tool: Any) -> None:
    astray = []
    for table in ON:
        for phrase in tool.phrases:
            text = spelled(phrase, tool.name, TABLES[table])
            if text is not None and not reached(text, TABLES[table]) & {tool.name}:
                astray.append((table, text, reached(text, TABLES[table])))
    assert astray == []


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_tool_has_at_least_six_different_wordings(tool: Any) -> None:
    bags = [set(re.findall(r"[a-z]{3,}", re.sub(r"\{\w+\}", "", phrase.lower()))) for phrase in tool.phrases]
    different: list[set[str]] = []
    for bag in bags:
        if all(len(bag & other) / max(1, len(bag | other)) < 0.75 for other in different):
            different.append(bag)
    assert len(different) >= 6, tool.phrases
