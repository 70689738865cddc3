"""The tool that compares another table with the training data."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from engine.samples import find_sample
from tests.tools.gate import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    return session


def uploaded(session: Session, tmp_path: Path, frame: pd.DataFrame) -> str:
    path = tmp_path / "new.csv"
    frame.to_csv(path, index=False)
    return session.upload(path)


@pytest.fixture
def titanic() -> pd.DataFrame:
    sample = find_sample("titanic")
    assert sample is not None
    return pd.read_csv(sample.path)


def test_the_same_table_differs_in_nothing(session: Session) -> None:
    result = session.call("compare_data", source="titanic")
    assert result["status"] == "done"
    assert "nothing differs that matters" in result["said"]
    assert result["options"] == []


def test_a_misspelt_column_is_mended_by_a_click(session: Session, tmp_path: Path, titanic: pd.DataFrame) -> None:
    source = uploaded(session, tmp_path, titanic.rename(columns={"Fare": "Fares"}))
    result = session.call("compare_data", source=source)
    mend = result["options"][0]["call"]
    assert mend == {"tool": "rename_column", "args": {"column": "Fare", "name": "Fares"}}
    assert session.call(mend["tool"], **mend["args"])["status"] == "done"
    assert "nothing differs that matters" in session.call("compare_data", source=source)["said"]


def test_unseen_values_range_and_drift_are_told_with_their_numbers(session: Session, tmp_path: Path, titanic: pd.DataFrame) -> None:
    titanic.loc[:99, "Embarked"] = "X"
    titanic["Age"] += 30
    result = session.call("compare_data", source=uploaded(session, tmp_path, titanic))
    messages = " ".join(row[1] for row in result["blocks"][0]["rows"])
    assert "100 of 891 rows have a value of Embarked that was never seen in training: X 100×" in messages
    assert "Age has changed: stability index" in messages
    plot = next(block for block in result["blocks"] if block["type"] == "plot")
    assert "Age" in plot["alt"]


def test_steps_that_shaped_columns_are_applied_to_the_other_table(session: Session) -> None:
    session.call("rename_column", column="Fare", name="price")
    session.call("drop_columns", columns=["Cabin"])
    assert "nothing differs that matters" in session.call("compare_data", source="titanic")["said"]


def test_only_training_rows_count_where_a_split_is_declared(session: Session) -> None:
    session.call("split", train=0.6, test=0.4)
    assert "535 training rows" in session.call("compare_data", source="titanic")["said"] or "534 training rows" in session.call("compare_data", source="titanic")["said"]


def test_hostile_names_stay_text(session: Session, tmp_path: Path, titanic: pd.DataFrame) -> None:
    name = "<img src=x onerror=alert(1)>`*[a](b)"
    result = session.call("compare_data", source=uploaded(session, tmp_path, titanic.rename(columns={"Age": name})))
    assert "<img" not in result["said"].replace("`<img", "")


def test_an_unknown_source_is_refused_in_words(session: Session) -> None:
    result = session.call("compare_data", source="nothing")
    assert result["error"]["code"] == "unknown_source"


def test_a_table_with_no_column_in_common_is_told_without_an_empty_table(session: Session) -> None:
    result = session.call("compare_data", source="california_housing")
    assert result["status"] == "done"
    assert all(block["rows"] for block in result["blocks"] if block["type"] == "table")
