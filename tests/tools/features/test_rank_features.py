"""The tool that ranks features."""

from __future__ import annotations

from pathlib import Path

from tests.tools.gate import Session


def loaded(home: Path) -> Session:
    session = Session(home)
    session.call("load_data", source="titanic")
    return session


def test_without_a_target_it_asks_for_one(tmp_path: Path) -> None:
    result = loaded(tmp_path).call("rank_features")
    assert result["status"] == "ask"
    assert {"tool": "set_target", "args": {"column": "Survived"}} in [option["call"] for option in result["options"]]


def test_it_shows_a_chart_and_a_table_of_the_columns_as_they_were_loaded(tmp_path: Path) -> None:
    session = loaded(tmp_path)
    session.call("set_target", column="Survived")
    session.call("encode", columns=["Sex"])
    result = session.call("rank_features", method="f_test", top=3)
    plot, table = result["blocks"]
    names = [row[1] for row in table["rows"]]
    assert "Sex" in names and "PassengerId" not in names and "Survived" not in names
    assert plot["type"] == "plot" and names[0] in plot["alt"]
    assert len(names) == 3 and table["total_rows"] == 10
    assert "no split is declared" in result["said"]


def test_with_a_split_only_training_rows_decide(tmp_path: Path) -> None:
    session = loaded(tmp_path)
    session.call("set_target", column="Survived")
    session.call("split", train=0.6, validation=0.2, test=0.2)
    assert "all 535 training rows" in session.call("rank_features")["said"]


def test_it_changes_nothing(tmp_path: Path) -> None:
    session = loaded(tmp_path)
    session.call("set_target", column="Survived")
    before = session.document["steps"]
    session.call("rank_features")
    assert session.document["steps"] == before


def test_groups_need_no_ranking(tmp_path: Path) -> None:
    session = loaded(tmp_path)
    session.call("set_task", task="clustering")
    result = session.call("rank_features")
    assert result["error"]["code"] == "no_target"
