"""What people said before speaks for a tool where no pattern knows the words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.router import RouterContext, route
from assistant.router.tool.evidence import BELIEVED, NO_REQUEST, SEVERAL, evidence, learned
from assistant.router.tool.learn_evidence import examples
from tools.catalog import TOOLS

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text("utf-8"))


def read(table: str, text: str, **context: Any) -> list[tuple[str, dict[str, Any]]]:
    answer = route(text, RouterContext(columns=TABLES[table], **context))
    return [(call["tool"], call["args"]) for call in answer["calls"]]


def test_the_weights_are_those_of_the_examples() -> None:
    told = examples()
    right = sum(evidence(words)[0][1] == tool for words, tool in told)
    assert right / len(told) >= 0.97


def test_there_are_examples_of_every_tool_and_of_no_other() -> None:
    assert set(learned().tools) == {tool.name for tool in TOOLS} | {NO_REQUEST, SEVERAL}
    assert {tool for _, tool in examples()} == set(learned().tools)


def test_shares_sum_to_one() -> None:
    assert sum(learned().shares("drop @ and @")) == pytest.approx(1)


@pytest.mark.parametrize("words", ["qwrtz plmk", "", "the quick brown fox jumps over the lazy dog near N trees"])
def test_words_without_a_request_speak_for_no_tool(words: str) -> None:
    share, tool = evidence(words)[0]
    assert share < BELIEVED or tool == NO_REQUEST


@pytest.mark.parametrize(
    ("table", "text", "calls"),
    [
        ("titanic", "from here on it is only the third class people that interest me", [("filter_rows", {"column": "Pclass", "op": "eq", "value": 3})]),
        ("penguins", "I'd love to hear more about body mass", [("describe_column", {"column": "body_mass_g"})]),
        ("taxis", "trane a desicion tree modle", [("train", {"model": "decision_tree"})]),
        ("titanic", "sort all of this data out by yourself, whatever it is that it needs", [("prepare_automatically", {})]),
        ("penguins", "Biscoe and Dream birds, but not the male ones", [("filter_rows", {"column": "island", "op": "in", "value": ["Biscoe", "Dream"]}), ("filter_rows", {"column": "sex", "op": "ne", "value": "male"})]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_new_words_for_an_old_wish_are_understood(table: str, text: str, calls: list[tuple[str, dict[str, Any]]]) -> None:
    assert read(table, text, target="species" if table == "penguins" else None) == calls


def test_what_leaves_a_choice_open_is_still_asked() -> None:
    assert route("random forest or svm?", RouterContext(columns=TABLES["titanic"], target="Survived"))["status"] == "ask"


def test_the_target_never_goes_without_a_question() -> None:
    assert route("the survived thing has to be kicked out of here", RouterContext(columns=TABLES["titanic"], target="Survived"))["status"] == "ask"
