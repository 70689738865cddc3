"""A file that is brought once a model is there: it is predicted for, and the experiment stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant import conversation
from assistant.playground import OWNER, Playground
from engine.store import get_export

ROWS = [f"M{number},{20 + number % 40},{'Basic' if number % 3 else 'Premium'},{'yes' if number % 4 == 0 else 'no'}" for number in range(80)]


@pytest.fixture
def trained(app: Playground, tmp_path: Path) -> tuple[str, dict[str, Any]]:
    """A session with a model of who cancels, and the file of its members."""
    members = brought(app, tmp_path, "members.csv", "Member,Age,Plan,Cancelled", ROWS)
    session = conversation.start_session(app)
    conversation.perform(app, session, {"tool": "load_data", "args": {"source": members["id"]}})
    for tool, args in (("set_target", {"column": "Cancelled"}), ("encode", {"columns": ["Plan"]}), ("train", {"model": "decision_tree", "params": {"max_depth": 2}})):
        turn = conversation.perform(app, session, {"tool": tool, "args": args})
    app.runner.wait(turn["job_id"], 120)
    return session, members


def brought(app: Playground, folder: Path, name: str, header: str, rows: list[str]) -> dict[str, Any]:
    (folder / name).write_text("\n".join([header, *rows]) + "\n")
    return conversation.upload(app, "local", folder / name, name)


@pytest.mark.parametrize(("words", "tool", "answered"), [("", "predict", True), ("who of these will quit?", "predict", True), ("predict these", "predict", True), ("load this table", "load_data", False), ("show the steps", "predict", False)])
def test_records_without_the_answer_are_predicted_for(app: Playground, tmp_path: Path, trained: tuple[str, dict[str, Any]], words: str, tool: str, answered: bool) -> None:
    new = brought(app, tmp_path, "new.csv", "Member,Age,Plan", ["X1,30,Basic", "X2,41,Premium"])
    call, said_enough = conversation.purpose_of(app, trained[0], new, words)
    assert (call, said_enough) == ({"tool": tool, "args": {"source": new["id"]}}, answered)


def test_each_prediction_stands_beside_the_id_of_its_row_and_the_model_stays(app: Playground, tmp_path: Path, trained: tuple[str, dict[str, Any]]) -> None:
    new = brought(app, tmp_path, "new.csv", "Member,Age,Plan", ["X1,30,Basic", "X2,41,Premium"])
    call, _ = conversation.purpose_of(app, trained[0], new, "")
    turn = conversation.perform(app, trained[0], call)
    table = next(block for block in turn["blocks"] if block["type"] == "table")
    assert table["columns"] == ["Member", "prediction", "probability_no", "probability_yes"]
    assert [row[0] for row in table["rows"]] == ["X1", "X2"]
    assert [option["label"] for option in turn["options"]] == ["Load new.csv"]
    file = next(block for block in turn["blocks"] if block["type"] == "file")
    assert file["name"] == "new-predictions.csv" and "verified" not in file
    kept = get_export(app.store, OWNER, file["url"].rpartition("/")[2])
    assert Path(kept["path"]).read_text().splitlines()[0] == "Member,Age,Plan,prediction,probability_no,probability_yes"
    assert len(conversation.state(app, trained[0])["runs"]) == 1


def test_a_column_that_is_not_there_is_named_and_loading_is_offered(app: Playground, tmp_path: Path, trained: tuple[str, dict[str, Any]]) -> None:
    few = brought(app, tmp_path, "few.csv", "Member,Age", ["X1,30", "X2,41"])
    turn = conversation.perform(app, trained[0], {"tool": "predict", "args": {"source": few["id"]}})
    assert "no column `Plan`" in turn["error"]["message"]
    assert turn["error"]["call"] == {"tool": "load_data", "args": {"source": few["id"]}}
    assert turn["error"]["label"] == "Load few.csv"


@pytest.mark.parametrize("words", ["do all the same with this table", "repeat the same steps on it", "now the same for the new file please"])
def test_a_table_that_the_steps_are_wanted_for_is_taken_through_them(app: Playground, tmp_path: Path, trained: tuple[str, dict[str, Any]], words: str) -> None:
    later = brought(app, tmp_path, "later.csv", "Member,Age,Plan,Cancelled", ROWS[:60])
    call, said_enough = conversation.purpose_of(app, trained[0], later, words)
    assert (call, said_enough) == ({"tool": "apply_pipeline", "args": {"source": later["id"]}}, True)
    assert conversation.purpose_of(app, trained[0], later, "look at this one")[0]["tool"] == "load_data"


def test_a_table_with_the_answers_or_without_a_column_is_loaded(app: Playground, tmp_path: Path, trained: tuple[str, dict[str, Any]]) -> None:
    session, members = trained
    others = [brought(app, tmp_path, "next.csv", "Member,Age,Plan,Cancelled", ROWS[:20]), brought(app, tmp_path, "few.csv", "Member,Age", ["X1,30", "X2,41"]), members]
    assert {conversation.purpose_of(app, session, each, "")[0]["tool"] for each in others} == {"load_data"}
