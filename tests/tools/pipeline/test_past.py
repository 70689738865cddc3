"""Every act can be taken back and done again: added steps, removed ones, changed ones, and starting over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


@pytest.fixture
def titanic(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("impute", columns=["Age"], strategy="median")
    session.call("scale", columns=["Fare"])
    return session


def tools(session: Session) -> list[str]:
    return [step["tool"] for step in session.document["steps"]]


@pytest.mark.parametrize(
    ("act", "args"),
    [
        ("remove_step", {"step": 3}),
        ("edit_step", {"step": 3, "args": {"strategy": "mean"}}),
        ("start_over", {"confirmed": True}),
        ("encode", {"columns": ["Sex"]}),
    ],
)
def test_one_undo_takes_one_act_back_and_redo_does_it_again(titanic: Session, act: str, args: dict[str, Any]) -> None:
    before = titanic.document["steps"]
    assert titanic.call(act, **args)["status"] == "done"
    after = titanic.document["steps"]
    assert titanic.call("undo")["status"] == "done"
    assert titanic.document["steps"] == before
    titanic.call("redo")
    assert titanic.document["steps"] == after
    titanic.call("undo")
    assert titanic.document["steps"] == before


def test_steps_added_after_a_change_are_undone_before_it(titanic: Session) -> None:
    titanic.call("remove_step", step=3)
    titanic.call("encode", columns=["Sex"])
    assert "Encode" in titanic.call("undo")["said"] or tools(titanic)[-1] == "scale"
    assert "Remove step 3" in titanic.call("undo")["said"]
    assert tools(titanic) == ["load_data", "set_target", "impute", "scale"]
    titanic.call("redo", steps=2)
    assert tools(titanic) == ["load_data", "set_target", "scale", "encode"]


def test_models_come_back_with_their_steps(titanic: Session) -> None:
    titanic.call("train", model="decision_tree")
    numbers = titanic.run["metrics"]
    titanic.call("remove_step", step=4)
    state = titanic.call("undo")["state"]
    assert [run["metrics"] for run in state["runs"]] == [numbers]


def test_a_step_whose_column_is_gone_is_not_repeated_as_if_it_were_there(titanic: Session) -> None:
    titanic.call("rename_column", column="Embarked", name="Port")
    titanic.call("encode", columns=["Port"])
    error = titanic.call("remove_step", step=5)["error"]
    assert error["code"] == "later_step_needs_it"
    assert "no column `Port` any more" in error["message"]
    assert len(titanic.document["steps"]) == 6
