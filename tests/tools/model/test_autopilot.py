"""The autopilot: ordinary steps within a time, each of which can be undone; replay never asks the clock."""

from __future__ import annotations

from pathlib import Path

import pytest

import tools.model.autopilot as autopilot
import tools.model.comparison as comparison
from tests.tools.gate import Session


@pytest.fixture
def penguins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(autopilot, "MOST_TRIALS", 3)
    monkeypatch.setitem(__import__("engine.compare").compare.PORTFOLIO, "classification", ("lda", "decision_tree"))
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    return session


def tools_of(session: Session) -> list[str]:
    return [step["tool"] for step in session.document["steps"]]


def test_it_records_ordinary_steps_that_can_be_undone_one_by_one(penguins: Session) -> None:
    result = penguins.call("autopilot", time_budget=120, metric="balanced_accuracy")
    assert result["status"] == "done", result
    tools = tools_of(penguins)
    assert "autopilot" not in tools
    assert {"impute", "encode", "split", "compare_models", "tune"} <= set(tools)
    assert next(step for step in penguins.document["steps"] if step["tool"] == "compare_models")["args"]["metric"] == "balanced_accuracy"
    penguins.call("undo")
    assert tools_of(penguins) == tools[:-1]


def test_its_steps_give_the_same_numbers_in_another_home(penguins: Session, tmp_path: Path) -> None:
    penguins.call("autopilot", time_budget=120)
    other = Session(tmp_path / "other")
    for step in penguins.document["steps"]:
        assert other.call(step["tool"], **step["args"])["status"] == "done"
    assert [run["metrics"] for run in other.document["runs"]] == [run["metrics"] for run in penguins.document["runs"]]


def test_a_stop_keeps_what_is_done(penguins: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[object] = []
    learn = comparison.trained
    monkeypatch.setattr(comparison, "trained", lambda *args: first.append(learn(*args)) or first[-1])
    monkeypatch.setattr("engine.jobs.child.stop_asked", lambda: bool(first))
    result = penguins.call("autopilot")
    assert [run["model"] for run in result["state"]["runs"]] == ["lda"]
    assert tools_of(penguins)[-1] == "compare_models"


def test_without_time_there_is_still_one_model(penguins: Session) -> None:
    penguins.call("autopilot", time_budget=0.01)
    assert penguins.document["runs"]
