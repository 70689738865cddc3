"""An argument that would be passed over because of another one is refused, and what is offered instead goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("choose_features", columns=["Age", "Sex", "Fare", "Pclass"])
    for model in ("decision_tree", "logistic_regression"):
        session.call("train", model=model)
    return session


@pytest.mark.parametrize(
    ("tool", "args", "argument"),
    [
        ("set_kind", {"columns": ["Pclass"], "kind": "categorical", "formats": ["%Y"]}, "formats"),
        ("set_kind", {"columns": ["Pclass"], "kind": "numeric", "day_first": True}, "day_first"),
        ("impute", {"columns": ["Age"], "strategy": "mean", "fill_value": 30}, "fill_value"),
        ("filter_rows", {"column": "Age", "op": "not_missing", "value": 30}, "value"),
        ("sample_rows", {"rows": 100, "fraction": 0.5}, "rows"),
        ("predict", {"source": "titanic", "values": {"Age": 30}}, "source"),
        ("explain", {"method": "partial_dependence", "column": "Age", "top": 5}, "top"),
        ("explain", {"row": 3, "top": 5}, "top"),
        ("explain", {"column": "Age", "top": 5}, "top"),
        ("split", {"strategy": "column", "column": "Sex", "seed": 7}, "seed"),
        ("set_threshold", {"value": 0.3, "optimize_for": "f1"}, "value"),
        ("set_target", {"column": "Age", "positive": 30}, "positive"),
        ("ensemble", {"method": "bagging", "models": [1, 2]}, "models"),
        ("export", {"formats": ["data"], "run": 1}, "run"),
        ("acknowledge", {"finding": "small_test", "columns": ["Age"]}, "columns"),
        ("plot", {"kind": "correlation", "columns": ["Age", "Fare"], "color": "Sex"}, "color"),
        ("plot", {"kind": "box", "x": "Age", "y": "Sex", "color": "Embarked"}, "y"),
        ("plot", {"kind": "histogram", "x": "Sex", "y": "Age", "color": "Embarked"}, "color"),
        ("plot", {"kind": "bar", "x": "Sex", "y": "Embarked", "color": "Pclass"}, "y"),
        ("plot", {"kind": "line", "x": "Sex", "y": "Age", "color": "Embarked"}, "x"),
        ("plot", {"kind": "target", "x": "Age", "color": "Sex"}, "color"),
        ("plot", {"kind": "bar", "x": "Sex", "columns": ["Age", "Fare"]}, "columns"),
    ],
)
def test_it_is_named_with_the_reason_and_without_it_the_call_goes(trained: Session, tool: str, args: dict[str, Any], argument: str) -> None:
    document = trained.document
    error = trained.call(tool, **args)["error"]
    assert (error["code"], error["argument"]) == ("invalid_argument", argument)
    assert "would be passed over" in error["message"]
    assert argument in error["message"] or tool == "ensemble"
    assert error["hint"]
    if error.get("call") and tool != "split":
        assert trained.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"
    trained.document = document


@pytest.mark.parametrize(
    ("tool", "args"),
    [
        ("impute", {"columns": ["Age"], "fill_value": 30}),
        ("explain", {"column": "Age"}),
        ("explain", {"method": "permutation", "top": 2}),
        ("explain", {"method": "permutation", "column": "Age", "top": 2}),
        ("split", {"strategy": "random", "seed": 7}),
        ("split", {"strategy": "column", "column": "part", "seed": 42}),
        ("plot", {"kind": "bar", "x": "Sex", "y": "Age", "color": "Embarked"}),
        ("plot", {"kind": "line", "x": "Age", "y": "Fare", "color": "Sex"}),
        ("plot", {"kind": "scatter", "x": "Age", "y": "Fare", "color": "Sex"}),
        ("plot", {"kind": "pairs", "columns": ["Age", "Fare"], "color": "Sex"}),
    ],
)
def test_what_counts_or_is_as_it_would_be_anyhow_is_taken(trained: Session, tool: str, args: dict[str, Any]) -> None:
    document = trained.document
    error = trained.call(tool, **args)["error"]
    assert error is None or "passed over" not in error["message"]
    trained.document = document


def test_changing_a_step_leaves_out_what_says_nothing_beside_the_change(titanic: Session) -> None:
    titanic.call("impute", columns=["Age"], strategy="constant", fill_value=30)
    titanic.call("edit_step", step=3, args={"strategy": "mean"})
    assert titanic.document["steps"][2]["args"] == {"columns": ["Age"], "strategy": "mean", "add_indicator": False}
    titanic.call("edit_step", step=3, args={"fill_value": 5})
    assert titanic.document["steps"][2]["args"]["strategy"] == "constant"
    error = titanic.call("edit_step", step=3, args={"strategy": "median", "fill_value": 5})["error"]
    assert error["argument"] == "fill_value"
    assert "would be passed over" in error["message"]


def test_dates_that_were_read_with_the_file_are_read_anew_the_other_way_round(tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    path.write_text("day,y\n" + "".join(f"{number:02}/01/2024,{number}\n" for number in range(1, 29)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path), date_order="day")
    error = session.call("set_kind", columns=["day"], kind="datetime", day_first=True)["error"]
    assert error["argument"] == "day_first"
    assert error["call"]["args"]["date_order"] == "day"
    assert session.call("set_kind", columns=["day"], kind="datetime", formats=["%d/%m/%Y"])["error"]["argument"] == "formats"


def test_tuned_parameters_are_those_of_the_model_that_is_named(titanic: Session) -> None:
    titanic.call("choose_features", columns=["Age", "Fare"])
    for model, depths in (("decision_tree", [2, 3]), ("random_forest", [4, 5])):
        titanic.call("tune", model=model, method="grid", space={"max_depth": depths})
    titanic.call("apply_tuning", model="decision_tree")
    assert titanic.run["model"] == "decision_tree"
    assert titanic.run["params"].get("max_depth") in {2, 3, None}
    error = titanic.call("apply_tuning", model="knn")["error"]
    assert error["code"] == "not_tuned"
    assert "Nearest neighbours has not been tuned" in error["message"]


def test_a_finding_about_the_table_is_kept_without_a_run(titanic: Session) -> None:
    error = titanic.call("acknowledge", finding="missing", columns=["Age"], run=1)["error"]
    assert (error["code"], error["argument"]) == ("invalid_argument", "run")
    assert titanic.call("acknowledge", **error["call"]["args"])["status"] == "done"


def test_a_run_that_cannot_be_combined_is_named(trained: Session) -> None:
    document = trained.document
    trained.call("ensemble", models=[1, 2])
    error = trained.call("ensemble", models=[1, 2, 3])["error"]
    assert error["argument"] == "models"
    assert "Run 3" in error["message"]
    assert error["call"]["args"]["models"] == [1, 2]
    trained.document = document


def test_a_seed_says_nothing_where_a_date_alone_decides(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text("day,x\n" + "\n".join(f"2024-03-{day:02},{day * 7 % 11}" for day in range(1, 31)), encoding="utf-8")
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(file))
    error = session.call("split", column="day", seed=7)["error"]
    assert (error["code"], error["argument"]) == ("invalid_argument", "seed")
    assert "seed = 7 would be passed over with strategy = 'time'" in error["message"]
    assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"
    for step in session.document["steps"]:
        assert session.call(step["tool"], **step["args"])["status"] == "done"
