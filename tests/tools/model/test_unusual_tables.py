"""Unusual answers and shapes: every model works, or says why in words and offers what does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.tools.gate import Session

BASE = np.random.default_rng(1).normal(size=120)
ODD = BASE > 0
CLASSES: dict[str, Any] = {
    "yes and no": np.where(ODD, "yes", "no"),
    "1 and 2": np.where(ODD, 1, 2),
    "True and False": ODD,
    "a b": np.where(ODD, "a b", "c d"),
    "missing": np.where(np.arange(120) % 10 == 0, None, np.where(ODD, "x", "z")),
    "40 classes": np.array([f"k{n % 40}" for n in range(200)]),
    "one row of a class": np.array([*["x", "z"] * 60, "rare"]),
    "12 rows": np.array(["x", "z"] * 6),
}
AMOUNTS: dict[str, Any] = {
    "whole numbers": (BASE * 100).astype(int),
    "huge": BASE * 1e300,
    "large": BASE * 1e15,
    "12 rows": BASE[:12],
}
CLASSIFIERS = ["logistic_regression", "svm", "knn", "lightgbm", "xgboost", "gaussian_nb", "lda", "qda", "ridge"]
REGRESSORS = ["linear_regression", "ridge", "huber", "svm", "decision_tree", "lightgbm", "xgboost"]


def session_of(tmp_path: Path, answers: Any, columns: int = 2) -> tuple[Session, dict[str, Any]]:
    random = np.random.default_rng(0)
    frame = pd.DataFrame(random.normal(size=(len(answers), columns)), columns=[f"c{n}" for n in range(columns)])
    frame["word"] = random.choice(["u", "v"], len(answers))
    frame["y"] = answers
    path = tmp_path / "table.csv"
    frame.to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    return session, session.call("set_target", column="y")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CLASSES)
def test_classes_of_any_kind_are_learned(tmp_path: Path, name: str) -> None:
    session, answer = session_of(tmp_path, CLASSES[name])
    assert answer["state"]["task"] == "classification"
    for model in CLASSIFIERS:
        result = session.call("train", model=model)
        if result["status"] == "error":
            assert (model, name) == ("qda", "one row of a class")
            assert "the class “rare” has one row" in result["error"]["message"]
        else:
            assert 0 <= session.run["metrics"]["test"]["accuracy"] <= 1


def test_a_computation_that_breaks_off_is_told_and_the_other_models_go_on(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    pd.DataFrame({"code": [n % 3 for n in range(60)], "label": ["abc"[n % 3] for n in range(60)]}).to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="label")
    told = session.call("train", model="lda")["error"]
    assert told["code"] == "training_failed"
    assert "its computation broke off on these rows" in told["message"]
    compared = session.call("compare_models", models=["lda", "decision_tree"], time_budget=60)
    assert compared["status"] == "done"
    assert [run["model"] for run in session.document["runs"]] == ["decision_tree"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", AMOUNTS)
def test_amounts_of_any_size_are_learned(tmp_path: Path, name: str) -> None:
    session, _ = session_of(tmp_path, AMOUNTS[name])
    session.call("set_task", task="regression")
    for model in REGRESSORS:
        result = session.call("train", model=model)
        if result["status"] == "error":
            assert (model, name) == ("xgboost", "huge")
            assert "too large" in result["error"]["message"]
            assert "/" not in result["error"]["message"]
        else:
            assert np.isfinite(list(session.run["metrics"]["test"].values())).all()


@pytest.mark.filterwarnings("ignore")
def test_numbers_that_cannot_be_added_up_are_refused_with_what_goes(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.where(ODD, 1.2e308, -1.5e308))
    for call in ({"tool": "train", "args": {"model": "ridge"}}, {"tool": "compare_models", "args": {}}, {"tool": "tune", "args": {"model": "ridge", "trials": 2}}):
        session.call("set_target", column="y", task="regression")
        error = session.call(call["tool"], **call["args"])["error"]
        assert "`y` reaches 1.5e+308" in error["message"]
        assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"


@pytest.mark.filterwarnings("ignore")
def test_models_of_amounts_whose_squares_are_no_numbers_are_compared_and_tuned(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, [*BASE, 1e200])
    compared = session.call("compare_models", models=["decision_tree", "knn"])
    assert "by rmse" in compared["said"]
    assert session.call("tune", model="decision_tree", trials=2)["status"] == "done"


@pytest.mark.filterwarnings("ignore")
def test_a_few_numbers_beyond_counting_can_be_left_out(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, [*BASE, 1.2e308, 1.3e308])
    error = session.call("train", model="ridge")["error"]
    assert "the 2 rows in which it is beyond 1e+300" in error["hint"]
    assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"
    assert session.call("train", model="ridge")["status"] == "done"


def test_a_constant_has_nothing_to_learn(tmp_path: Path) -> None:
    _, answer = session_of(tmp_path, np.full(50, 7.0))
    assert "only one value" in answer["error"]["message"]


def test_values_below_zero_are_no_counts(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, BASE * 3)
    error = session.call("train", model="poisson")["error"]
    assert "below 0" in error["message"]
    assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"


@pytest.mark.filterwarnings("ignore")
def test_more_columns_than_rows_are_learned(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.where(ODD[:60], "yes", "no"), columns=200)
    for model in ("logistic_regression", "lda"):
        assert session.call("train", model=model)["status"] == "done"


def test_a_forest_that_is_too_large_is_refused_with_one_that_goes(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.tile(BASE, 10))
    session.call("split")
    error = session.call("train", model="random_forest", params={"n_estimators": 90_000})["error"]
    assert error["code"] == "too_expensive"
    assert error["call"]["args"]["params"]["n_estimators"] <= 500


def test_a_number_of_trees_out_of_range_is_answered_with_one_that_can_be_afforded(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.tile(BASE, 10))
    session.call("split")
    error = session.call("train", model="random_forest", params={"n_estimators": 10**9})["error"]
    assert error["code"] == "invalid_parameter"
    assert error["call"]["args"]["params"]["n_estimators"] <= 500


def test_too_many_rows_for_a_model_are_refused_before_it_starts(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.tile(np.where(ODD, "yes", "no"), 320))
    error = session.call("train", model="svm")["error"]
    assert error["code"] == "too_expensive"
    assert "30,000" in error["message"]
    assert error["call"] == {"tool": "train", "args": {"model": "linear_svm"}}
    compared = session.call("compare_models", models=["svm", "gaussian_nb"])
    assert "Support vector machine was left out" in compared["said"]
    assert [run["model"] for run in compared["state"]["runs"]] == ["gaussian_nb"]


def test_a_threshold_needs_two_rows_of_each_class(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.array(["x"] * 38 + ["z"] * 2))
    session.call("split", strategy="stratified", train=0.5, test=0.5)
    assert session.call("train", model="gaussian_nb")["status"] == "done"
    assert session.call("set_threshold", optimize_for="f1")["error"]["code"] == "rare_class"
