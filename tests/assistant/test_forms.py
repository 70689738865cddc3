"""What the forms of tools offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.forms import form_block
from tests.tools.gate import Session
from tools.catalog import TOOLS, find_tool


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    yield session.call("train", model="logistic_regression")["state"]


def fields(tool: str, state: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = form_block(find_tool(tool), {}, state, [{"name": "a1b2", "label": "mine.csv"}])["schema"]["properties"]
    return properties


def names(field: dict[str, Any]) -> list[Any]:
    return [choice["name"] for choice in field["x-choices"]]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_no_form_asks_for_what_the_program_fills_in(tool: Any, state: dict[str, Any]) -> None:
    shown = fields(tool.name, state)
    assert not set(shown) & set(tool.found)
    assert not [name for name, field in shown.items() if "filled in" in field.get("description", "").casefold()]


def test_models_metrics_runs_steps_files_and_findings_are_chosen_from_lists(state: dict[str, Any]) -> None:
    assert {"random_forest", "ridge"} <= set(names(fields("compare_models", state)["models"]))
    assert names(fields("ensemble", state)["models"]) == ["1"]
    assert "f1" in names(fields("tune", state)["metric"])
    assert fields("explain", state)["run"]["x-choices"] == [{"name": "1", "label": "Run 1: logistic regression"}]
    assert names(fields("edit_step", state)["step"]) == [step["number"] for step in state["steps"]]
    assert fields("compare_data", state)["source"]["x-choices"] == [{"name": "a1b2", "label": "mine.csv"}]
    gaps = {"id": "missing", "title": "Missing values", "columns": ["sex"]}
    offered = fields("acknowledge", state | {"findings": [gaps]})["finding"]["x-choices"]
    assert offered == [{"name": "missing:sex", "label": "Missing values: sex"}]
    assert "x-choices" not in fields("apply_pipeline", state)["columns"]


def test_a_model_tells_its_parameters_with_their_usual_values(state: dict[str, Any]) -> None:
    (forest,) = [model for model in fields("train", state)["model"]["x-choices"] if model["name"] == "random_forest"]
    (trees,) = [each for each in forest["parameters"] if each["name"] == "n_estimators"]
    assert (trees["default"], "whole number" in trees["range"]) == (100, True)


def test_conditions_and_columns_have_words_values_and_ranges(state: dict[str, Any]) -> None:
    shown = fields("filter_rows", state)
    assert shown["op"]["x-title"] == "Condition"
    assert shown["op"]["x-words"]["ge"] == "is at least"
    columns = {choice["name"]: choice for choice in shown["column"]["x-choices"]}
    assert set(columns["island"]["values"]) == {"Biscoe", "Dream", "Torgersen"}
    assert columns["body_mass_g"]["minimum"] == 2700


def test_a_column_of_a_model_is_chosen_among_those_that_it_was_given(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("encode", columns=["island", "sex"])
    state = session.call("train", model="decision_tree")["state"]
    assert names(fields("explain", state)["column"]) == session.run["features"]
