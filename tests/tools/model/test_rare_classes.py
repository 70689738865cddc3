"""Classes with too few rows, or one class alone: each tool works, or says so and offers a call that works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.tools.gate import Session
from tests.tools.model.test_unusual_tables import session_of

JUDGING: list[tuple[str, dict[str, Any]]] = [
    ("cross_validate", {"folds": 3}),
    ("compare_models", {"models": ["decision_tree", "gaussian_nb"]}),
    ("tune", {"model": "decision_tree", "trials": 2}),
    ("calibrate", {}),
    ("set_threshold", {"optimize_for": "f1"}),
    ("ensemble", {"method": "stacking"}),
    ("plot_model", {"kind": "learning_curve"}),
    ("autopilot", {"time_budget": 5}),
]


def trained(tmp_path: Path, answers: Any) -> Session:
    session, _ = session_of(tmp_path, answers)
    for model in ("lda", "decision_tree"):
        assert session.call("train", model=model)["status"] == "done"
    return session


def offered(session: Session, error: dict[str, Any]) -> str:
    """Makes the call that an error offers and gives its tool; it must work."""
    result = session.call(error["call"]["tool"], **error["call"]["args"])
    assert result["status"] == "done", (error, result["error"])
    return str(error["call"]["tool"])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("tool", "args"), JUDGING)
def test_one_row_of_two_classes_cannot_be_judged_and_is_looked_for_as_odd(tmp_path: Path, tool: str, args: dict[str, Any]) -> None:
    session = trained(tmp_path, np.array(["x"] * 60 + ["z"]))
    error = session.call(tool, **args)["error"]
    if tool == "plot_model":
        assert offered(session, error) == "evaluate"
        return
    assert error["code"] == "rare_class"
    assert offered(session, error) == "set_task"
    assert session.call("train", model="isolation_forest")["status"] == "done"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("tool", "args"), [("train", {"model": "lda"}), *JUDGING[:5], JUDGING[7]])
def test_one_class_alone_is_refused_before_anything_begins(tmp_path: Path, tool: str, args: dict[str, Any]) -> None:
    session = trained(tmp_path, np.array(["x"] * 60 + ["z"]))
    session.call("filter_rows", column="y", op="ne", value="z")
    error = session.call(tool, **args)["error"]
    assert error["code"] == "one_class"
    assert "`y`" in error["message"]
    assert offered(session, error) == "set_task"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("tool", "args"), JUDGING[:7])
def test_two_rows_of_a_class_are_judged_or_declined_in_words(tmp_path: Path, tool: str, args: dict[str, Any]) -> None:
    session = trained(tmp_path, np.array(["x"] * 60 + ["z"] * 2))
    assert session.call("calibrate")["status"] == "done"
    result = session.call(tool, **args)
    if result["status"] == "error":
        offered(session, result["error"])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("tool", "args"), JUDGING[:3])
def test_a_fold_that_would_learn_from_one_class_is_told_and_a_split_by_lot_goes(tmp_path: Path, tool: str, args: dict[str, Any]) -> None:
    days = pd.date_range("2024-01-01", periods=90).strftime("%Y-%m-%d")
    path = tmp_path / "visits.csv"
    pd.DataFrame({"day": days, "length": np.arange(90) % 7, "came": ["no"] * 40 + ["no", "yes"] * 25}).to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="came")
    session.call("split", strategy="time", column="day")
    assert session.call("train", model="decision_tree")["status"] == "done"
    error = session.call(tool, **args)["error"]
    assert "In one of the folds all rows to learn from have the same `came`" in error["message"]
    assert offered(session, error) == "split"
    assert session.call("train", model="decision_tree")["status"] == "done"
    assert session.call(tool, **args)["status"] == "done"


def test_words_that_never_come_twice_are_no_classes(tmp_path: Path) -> None:
    _, answer = session_of(tmp_path, np.array([f"k{place}" for place in range(40)]))
    assert "different in each of its 40 rows" in answer["error"]["message"]
    assert answer["error"]["call"] == {"tool": "set_target", "args": {"column": "word"}}


def test_numbers_that_never_come_twice_are_predicted_as_numbers(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.arange(40) * 1.5)
    error = session.call("set_target", column="y", task="classification")["error"]
    assert error["code"] == "fractions"
    offered(session, error)
    assert session.call("train", model="ridge")["status"] == "done"


def test_classes_too_rare_for_each_part_are_split_by_lot(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.array([f"k{place // 2}" for place in range(40)]))
    error = session.call("split", train=0.6, validation=0.2, test=0.2)["error"]
    assert "the 3 rows that it takes to be in each part" in error["message"]
    offered(session, error)
    assert session.document["steps"][-1]["args"]["strategy"] == "random"
