"""The side panel."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.chat.board import board_element, board_props, example, panel_element

STATE: dict[str, Any] = {
    "name": "Titanic",
    "dataset": {
        "name": "titanic.csv",
        "rows": 891,
        "columns": [{"name": "a", "kind": "numeric"}, {"name": "b", "kind": "numeric"}],
    },
    "target": "b",
    "task": "classification",
    "steps": [{"number": 1, "tool": "load_data", "args": {}, "title": "Load titanic.csv"}],
    "runs": [
        {"id": "r1", "number": 1, "model": "dummy", "task": "classification", "target": "b", "metrics": {"train": {"accuracy": 0.6}, "test": {}}},
        {
            "id": "r2",
            "number": 2,
            "model": "svm",
            "label": "support vector machine",
            "task": "classification",
            "target": "b",
            "metrics": {"train": {"accuracy": 0.9}, "validation": {"accuracy": 0.8, "roc_auc": 0.85}},
        },
    ],
    "job": None,
}


def test_the_panel_says_what_the_data_is() -> None:
    assert board_props(STATE)["dataset"] == {"name": "titanic.csv", "rows": 891, "columns": 2, "kinds": {"numeric": 2}}


def test_a_run_shows_its_score_on_data_it_did_not_learn_from() -> None:
    first, second = board_props(STATE)["runs"]
    assert (second["metric"], second["score"], second["part"]) == ("accuracy", 0.8, "validation")
    assert (first["part"], first["score"]) == ("train", 0.6)
    assert second["model"] == "support vector machine"


def test_the_best_run_is_that_of_the_comparison_with_its_measure() -> None:
    def run(number: int, folds: float, validation: float) -> dict[str, Any]:
        return {
            "id": f"r{number}", "number": number, "model": "svm", "task": "classification", "target": "b",
            "metrics": {"train": {"roc_auc": 1.0}, "validation": {"accuracy": 0.8, "roc_auc": validation}},
            "cross_validation": {"mean": {"roc_auc": folds, "accuracy": 0.7}},
        }

    compared = {"number": 2, "tool": "compare_models", "args": {"metric": "roc_auc"}, "title": "Compare models"}
    runs = [run(number, 0.9 if number == 1 else 0.8, 0.7 if number == 1 else 0.95) for number in range(1, 15)]
    shown = board_props({**STATE, "steps": [*STATE["steps"], compared], "runs": runs})["runs"]
    assert [each["number"] for each in shown] == [1, *range(3, 15)]
    assert [each["number"] for each in shown if each["best"]] == [1]
    assert {(each["metric"], each["part"]) for each in shown} == {("roc_auc", "folds")}
    assert shown[0]["score"] == 0.9


def test_a_session_without_data_has_an_empty_panel() -> None:
    props = board_props({"dataset": None, "steps": [], "runs": None, "job": None})
    assert props["dataset"] is None and props["runs"] == [] and props["can_undo"] is False


def test_the_panel_itself_never_changes_and_reads_its_content() -> None:
    panel = panel_element("s1")
    assert panel["display"] == "side"
    assert panel["props"]["live"] == board_element("s1", STATE)["id"]
    assert panel == panel_element("s1")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "load the penguins"),
        ({"dataset": {"rows": 9}, "suggestions": [{"call": {"tool": "profile", "args": {}}}, {"call": {"tool": "set_target", "args": {"column": "Zahlung"}}}]}, "predict Zahlung"),
        ({"dataset": {"rows": 9}, "suggestions": [{"call": {"tool": "set_target", "args": {"column": "a\u202eb" * 9}}}]}, "check the data"),
        ({"dataset": {"rows": 9}, "target": "price"}, "train a random forest"),
        ({"dataset": {"rows": 9}, "task": "clustering"}, "train k-means"),
        ({"dataset": {"rows": 9}, "target": "price", "runs": [{}]}, "explain the model"),
    ],
)
def test_the_example_in_the_message_field_fits_what_is_there(state: dict[str, Any], said: str) -> None:
    assert example(state) == said


def test_it_says_which_experiment_is_open() -> None:
    assert board_props({**STATE, "experiment": "no scaling"})["experiment"] == "no scaling"
