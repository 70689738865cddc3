"""Earlier steps can be changed or removed; later ones are replayed, and what moved is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


@pytest.fixture
def trained(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("impute", columns=["Age"], strategy="mean")
    session.call("train", model="logistic_regression")
    return session


def number_of(session: Session, tool: str) -> int:
    """The number of the first step of a tool."""
    return next(n for n, step in enumerate(session.document["steps"], start=1) if step["tool"] == tool)


def moved(result: dict[str, Any]) -> dict[str, list[Any]]:
    """The table of what moved, by its first column."""
    table = next(block for block in result["blocks"] if block.get("title") == "What moved")
    return {row[0]: row[1:] for row in table["rows"]}


def test_changing_an_early_step_replays_the_later_ones_and_says_what_moved(trained: Session) -> None:
    before = trained.run
    result = trained.call("edit_step", step=3, args={"strategy": "median"})
    assert result["status"] == "done"
    steps = trained.document["steps"]
    assert steps[2]["args"]["strategy"] == "median" and steps[-1]["tool"] == "train"
    (run,) = result["state"]["runs"]
    assert run["key"] != before["key"]
    table = moved(result)
    assert table["rows"][2] == "as it was"
    score = next(row for name, row in table.items() if name.startswith("accuracy"))
    assert "noise" in score[2] or score[2] == "as it was"


def test_the_changed_experiment_equals_one_that_was_made_so_at_once(trained: Session, tmp_path: Path) -> None:
    trained.call("edit_step", step=3, args={"strategy": "median"})
    other = Session(tmp_path / "other")
    for step in trained.document["steps"]:
        assert other.call(step["tool"], **step["args"])["status"] == "done"
    assert other.run["metrics"] == trained.run["metrics"]


def test_dropping_a_column_early_takes_it_out_of_the_later_steps(trained: Session) -> None:
    trained.call("undo")
    trained.call("scale", columns=["Age", "Fare"])
    trained.call("edit_step", step=3, args={"columns": ["Fare", "Age"]})
    dropped = Session(trained.home)
    dropped.document = {**trained.document, "steps": trained.document["steps"][:2]}
    dropped.call("drop_columns", columns=["Cabin"])
    dropped.call("impute", columns=["Age"])
    dropped.call("scale", columns=["Age", "Fare"])
    result = dropped.call("edit_step", step=3, args={"columns": ["Cabin", "Fare"]})
    assert "without Fare" in result["said"]
    assert dropped.document["steps"][-1]["args"]["columns"] == ["Age"]


@pytest.mark.parametrize(
    ("args", "part"),
    [
        ({"step": 99, "args": {"strategy": "mean"}}, "There is no step 99"),
        ({"step": 3, "args": {"strategy": "avarage"}}, "mean"),
        ({"step": 3, "args": {"strategy": "mean"}}, "is like that already"),
        ({"step": 2, "args": {"column": "Aeg"}}, "Did you mean Age"),
    ],
)
def test_a_change_that_does_not_work_changes_nothing(trained: Session, args: dict[str, Any], part: str) -> None:
    before = trained.document
    result = trained.call("edit_step", **args)
    assert result["status"] == "error"
    assert part in f"{result['error']['message']} {result['error']['hint']}"
    assert result["experiment"] == before


def test_what_was_inferred_is_inferred_anew(trained: Session) -> None:
    trained.call("undo", steps=len(trained.document["steps"]) - 3)
    trained.call("edit_step", step=2, args={"column": "Fare"})
    assert trained.document["steps"][1]["args"] == {"column": "Fare", "task": "regression"}


def test_removing_a_step_tells_how_the_score_moved(trained: Session) -> None:
    result = trained.call("remove_step", step=number_of(trained, "scale"))
    assert any(name.startswith("accuracy") for name in moved(result))


def test_several_steps_are_undone_and_redone_at_once(trained: Session) -> None:
    before = trained.document["steps"]
    trained.call("undo", steps=3)
    assert len(trained.document["steps"]) == len(before) - 3
    trained.call("redo", steps=3)
    assert trained.document["steps"] == before


def test_the_pipeline_is_shown_with_what_takes_a_step_out(trained: Session) -> None:
    result = trained.call("show_pipeline")
    table = result["blocks"][0]
    assert [row[0] for row in table["rows"]] == list(range(1, len(trained.document["steps"]) + 1))
    assert result["options"][0]["call"] == {"tool": "remove_step", "args": {"step": len(table["rows"])}}
    assert table["columns"][-1] == "run" and [row[-1] for row in table["rows"] if row[-1]] == ["1"]
    trained.call("remove_step", step=len(table["rows"]))
    assert "run" not in trained.call("show_pipeline")["blocks"][0]["columns"], "without a run there is no column of them"


def test_what_moved_tells_runs_of_one_model_apart(trained: Session) -> None:
    trained.call("train", model="logistic_regression", params={"C": 0.1})
    names = [name for name in moved(trained.call("edit_step", step=3, args={"strategy": "median"})) if name.startswith("accuracy")]
    assert names == ["accuracy (train), run 1 → 3 (logistic regression)", "accuracy (train), run 2 → 4 (logistic regression)"]


def test_where_all_is_prepared_what_comes_next_fits_what_was_done(trained: Session) -> None:
    trained.call("prepare_automatically")
    error = trained.call("prepare_automatically")["error"]
    assert (error["code"], error["call"]) == ("nothing_to_do", {"tool": "suggest", "args": {}})
    assert "Split the rows" not in error["hint"]
    trained.call("remove_step", step=number_of(trained, "train"))
    error = trained.call("prepare_automatically")["error"]
    assert error["call"] == {"tool": "list_models", "args": {}} and "The rows are split" in error["hint"]


def test_what_would_work_is_offered_as_a_change_of_the_same_step(trained: Session) -> None:
    error = trained.call("edit_step", step=3, args={"strategy": "medain"})["error"]
    assert error["call"] == {"tool": "edit_step", "args": {"step": 3, "args": {"strategy": "median"}}}
    assert trained.call("edit_step", **error["call"]["args"])["status"] == "done"


def test_steps_that_need_the_target_say_so_when_it_is_removed(trained: Session) -> None:
    error = trained.call("remove_step", step=number_of(trained, "set_target"))["error"]
    assert error["code"] == "later_step_needs_it"
    assert "nothing is chosen to predict" in error["message"]


def test_words_that_reach_a_model_are_told_in_plain_words_and_once(trained: Session) -> None:
    error = trained.call("remove_step", step=number_of(trained, "encode"))["error"]
    assert "a column holds words" in error["message"]
    assert "float" not in error["message"] and error["message"].count("Train logistic regression") == 1
