"""What is said of an argument that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


@pytest.mark.parametrize(
    ("args", "nearest"),
    [({"test": 1.4}, 0.99), ({"validation": -0.1}, 0.0), ({"test": 0.2, "strategy": "stratify"}, "stratified")],
)
def test_a_value_that_does_not_fit_is_answered_with_the_nearest_that_does(
    tmp_path: Path, args: dict[str, object], nearest: object
) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    error = session.call("split", **args)["error"]
    assert error["call"]["args"][error["argument"]] == nearest
    assert f"nearest valid value is {nearest}" in error["hint"]
    assert session.call("split", **error["call"]["args"])["status"] == "done"


@pytest.mark.parametrize(
    ("tool", "args"),
    [("scale", {"columns": ["Sex", "Embarked"]}), ("extract_dates", {"columns": ["Ticket_no", "Age"]}), ("impute", {"columns": ["Ticket_no"], "strategy": "knn"}), ("transform", {"columns": ["SibSp", "Parch"], "method": "box_cox"})],
)
def test_names_in_an_error_are_written_as_they_are(tmp_path: Path, tool: str, args: dict[str, object]) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("rename_column", column="Ticket", name="Ticket_no")
    error = session.call(tool, **args)["error"]
    assert "\\" not in error["message"] + error["hint"]
    assert all(f"`{name}`" in error["message"] for name in args["columns"])  # type: ignore[attr-defined]


def test_a_value_to_fill_in_is_filled_in_without_more_words(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("impute", columns=["Age"], fill_value=30)
    assert session.document["steps"][-1]["args"]["strategy"] == "constant"
    assert session.call("impute", columns=["Cabin"], strategy="constant", fill_value=["a"])["error"]["argument"] == "fill_value"


def test_a_value_that_is_missing_is_asked_for_in_the_columns_own_kind(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    assert "30" in session.call("filter_rows", column="Age", op="gt")["error"]["hint"]
    error = session.call("filter_rows", column="Sex", op="eq")["error"]
    assert "30" not in error["hint"] and "None" not in error["message"]


@pytest.mark.parametrize(("tool", "argument", "value"), [("train", "model", "random_forrest"), ("train", "model", "kmeans"), ("compare_models", "models", ["ridge", "hubre"])])
def test_a_model_that_does_not_suit_is_told_with_its_argument(tmp_path: Path, tool: str, argument: str, value: object) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    assert session.call(tool, **{argument: value})["error"]["argument"] == argument


def test_a_value_that_would_do_is_offered_only_where_the_tool_can_be_used(tmp_path: Path) -> None:
    session = Session(tmp_path / "home")
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    before = session.call("show_errors", rows=1_000_000)["error"]
    assert before["argument"] == "rows" and "call" not in before, "there is no model to show errors of"
    session.call("train", model="decision_tree")
    offered = session.call("show_errors", rows=1_000_000)["error"]["call"]
    assert session.call(offered["tool"], **offered["args"])["status"] == "done"


def test_what_cannot_be_done_to_these_rows_is_offered_by_no_refusal(tmp_path: Path) -> None:
    session = Session(tmp_path / "home")
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    assert "call" not in session.call("transform", columns=["species"], method="log")["error"], "classes are encoded by no step"
    for model in ("decision_tree", "dummy"):
        session.call("train", model=model)
    session.call("ensemble", method="voting")
    offered = session.call("apply_tuning")["error"]["call"]
    assert session.call(offered["tool"], **offered["args"], trials=1)["status"] == "done", "models that were combined are tuned one by one"
    session.call("set_task", task="clustering")
    error = session.call("apply_tuning")["error"]
    assert (error["code"], error["call"]["tool"]) == ("wrong_task", "choose_k"), "groups cannot be tuned"
