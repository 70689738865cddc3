"""The first experiment, call by call, through the gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


@pytest.fixture
def titanic(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    assert session.call("load_data", source="titanic")["status"] == "done"
    assert session.call("set_target", column="Survived")["status"] == "done"
    return session


def test_training_records_what_was_missing_first_and_says_it(titanic: Session) -> None:
    result = titanic.call("train", model="logistic_regression")
    tools = [step["tool"] for step in titanic.document["steps"]]
    assert tools[:2] == ["load_data", "set_target"]
    assert tools[-1] == "train"
    assert {"choose_features", "impute", "encode", "split"} <= set(tools)
    assert "Run 1" in result["said"]
    assert 0.7 < titanic.run["metrics"]["test"]["accuracy"] < 0.9


def test_equal_pipelines_give_equal_numbers_in_another_home(titanic: Session, tmp_path: Path) -> None:
    titanic.call("train", model="random_forest", params={"n_estimators": 20})
    other = Session(tmp_path / "other")
    for step in titanic.document["steps"]:
        assert other.call(step["tool"], **step["args"])["status"] == "done"
    assert other.run["metrics"] == titanic.run["metrics"]


def test_undo_takes_the_run_away_and_redo_brings_it_back(titanic: Session) -> None:
    titanic.call("train", model="logistic_regression")
    undone = titanic.call("undo")
    assert undone["state"]["runs"] == []
    redone = titanic.call("redo")
    assert [run["number"] for run in redone["state"]["runs"]] == [1]


def test_removing_a_step_trains_later_models_again(titanic: Session) -> None:
    titanic.call("train", model="logistic_regression")
    number = next(n for n, step in enumerate(titanic.document["steps"], start=1) if step["tool"] == "scale")
    result = titanic.call("remove_step", step=number)
    assert result["status"] == "done"
    assert "scale" not in [step["tool"] for step in titanic.document["steps"]]
    assert len(result["state"]["runs"]) == 1


@pytest.mark.parametrize(
    ("tool", "args", "part"),
    [
        ("describe_column", {"column": "Agee"}, "Age"),
        ("train", {"model": "random_forest", "params": {"n_estimators": -1}}, "n_estimators"),
        ("split", {"train": 0.9, "test": 0.3}, "add up to 1"),
        ("drop_columns", {"columns": ["Survived"]}, "predict"),
        ("imputate", {}, "impute"),
        ("preview", {"rows": 0}, "at least 1"),
    ],
)
def test_a_mistake_gets_one_helpful_sentence_and_changes_nothing(titanic: Session, tool: str, args: dict, part: str) -> None:
    before = titanic.document
    result = titanic.call(tool, **args)
    assert result["status"] == "error"
    assert part in f"{result['error']['message']} {result['error']['hint']}"
    assert result["experiment"] == before


def test_a_column_that_an_earlier_step_needs_is_not_taken_away(titanic: Session) -> None:
    assert titanic.call("add_feature", name="double", left="Fare", operator="multiply", right=2)["status"] == "done"
    result = titanic.call("drop_columns", columns=["Fare"])
    assert (result["status"], result["error"]["code"]) == ("error", "column_needed")
    assert "Fare" in result["error"]["message"]


def test_a_target_with_one_class_is_refused_with_a_way_on(tmp_path: Path) -> None:
    path = tmp_path / "same.csv"
    path.write_text("a,b,y\n" + "".join(f"{n},{n % 3},yes\n" for n in range(40)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    result = session.call("set_target", column="y")
    assert result["status"] == "error"
    assert result["error"]["code"] == "one_class"
    assert result["error"]["call"]["tool"] == "set_target"


def test_starting_over_asks_first(titanic: Session) -> None:
    asked = titanic.call("start_over")
    assert asked["status"] == "ask"
    assert len(titanic.document["steps"]) == 2
    titanic.call("start_over", **asked["options"][0]["call"]["args"])
    assert len(titanic.document["steps"]) == 1
def test_a_model_that_can_only_group_or_find_what_is_odd_needs_no_target(tmp_path: Path) -> None:
    for model, task in (("dbscan", "clustering"), ("isolation_forest", "anomaly_detection")):
        session = Session(tmp_path / model)
        session.call("load_data", source="penguins")
        assert session.call("train", model=model)["status"] == "done"
        assert session.document["steps"][1]["args"] == {"task": task}
    session = Session(tmp_path / "forest")
    session.call("load_data", source="penguins")
    assert session.call("train", model="random_forest")["question"] == "Which column do you want to predict?"
