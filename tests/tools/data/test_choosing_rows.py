"""Tools that choose rows: typed conditions, repeats, gaps, samples; each says what it changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.gate import Session


def rows(session: Session) -> int:
    return int(session.call("preview")["state"]["dataset"]["rows"])


@pytest.mark.parametrize(
    ("column", "op", "value", "kept"),
    [
        ("age", "gt", 31, 10),
        ("age", "ge", "31", 20),
        ("age", "between", [40, 30], 10),
        ("age", "in", ["28", 45], 10),
        ("age", "not_in", [31], 15),
        ("age", "ne", 31, 15),
        ("age", "is_missing", None, 5),
        ("age", "not_missing", None, 25),
        ("joined", "ge", "2021-03-01", 20),
        ("joined", "lt", 2021, 10),
        ("joined", "between", ["2021-01-01", "31.12.2021"], 15),
        ("joined", "eq", "2021-03-01", 10),
        ("member", "eq", "yes", 20),
        ("member", "eq", False, 10),
        ("name", "in", ["Ann", "Bob"], 10),
        ("name", "contains", "E", 10),
        ("score", "contains", "n/k", 5),
    ],
)
def test_a_condition_is_read_in_the_type_of_its_column(session: Session, column: str, op: str, value: Any, kept: int) -> None:
    result = session.call("filter_rows", column=column, op=op, value=value)
    assert result["status"] == "done", result.get("error")
    assert rows(session) == kept
    assert f"Kept the {kept} of 30 rows" in result["said"]
    assert ["rows", "30", str(kept)] in result["blocks"][0]["rows"]


def test_contains_looks_for_the_very_letters(titanic: Session) -> None:
    titanic.call("filter_rows", column="Name", op="contains", value="(")
    assert rows(titanic) == 143
    assert titanic.call("filter_rows", column="Name", op="contains", value=".*")["error"]["code"] == "nothing_left"


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ({"column": "age", "op": "gt", "value": 5000}, "nothing_left", "from 28.0 to 999.0"),
        ({"column": "age", "op": "gt", "value": "old"}, "invalid_argument", "Give a number"),
        ({"column": "joined", "op": "gt", "value": "yesterday"}, "invalid_argument", "2024-12-31"),
        ({"column": "joined", "op": "gt", "value": "03/04/2021"}, "invalid_argument", "2024-12-31"),
        ({"column": "member", "op": "eq", "value": "perhaps"}, "invalid_argument", "true or false"),
        ({"column": "name", "op": "gt", "value": "B"}, "needs_order", "contains"),
        ({"column": "age", "op": "between", "value": [1]}, "invalid_argument", "lowest"),
        ({"column": "age", "op": "in", "value": []}, "invalid_argument", "list"),
        ({"column": "age", "op": "eq"}, "invalid_argument", "30"),
    ],
)
def test_a_condition_that_cannot_be_is_refused_with_what_would_fit(session: Session, args: dict[str, Any], code: str, words: str) -> None:
    result = session.call("filter_rows", **args)
    assert result["error"]["code"] == code
    assert words in result["error"]["message"] + result["error"]["hint"]
    assert rows(session) == 30


def test_a_condition_that_all_rows_fulfil_says_so(session: Session) -> None:
    assert "All 30 rows fit already" in session.call("filter_rows", column="name", op="not_missing")["said"]


def test_the_target_before_and_after_is_shown_when_rows_go(titanic: Session) -> None:
    titanic.call("set_target", column="Survived")
    result = titanic.call("filter_rows", column="Age", op="ge", value=18)
    table = result["blocks"][0]["rows"]
    assert [row[0] for row in table] == ["rows", "missing cells", "Survived = 0", "Survived = 1"]
    assert table[2][1] == "61.6%" and table[2][2] != "61.6%"
    assert "before and after" in result["blocks"][1]["alt"]


def test_one_class_alone_is_said_to_leave_nothing_to_tell_apart(titanic: Session) -> None:
    titanic.call("set_target", column="Survived")
    assert "same Survived" not in titanic.call("filter_rows", column="Sex", op="eq", value="male")["said"]
    said = titanic.call("filter_rows", column="Survived", op="ne", value=1)["said"]
    assert "same Survived" in said and "undo" in said


def test_repeated_rows_go_and_the_first_stays(session: Session) -> None:
    result = session.call("drop_duplicates")
    assert "Dropped 24 of 30 rows" in result["said"]
    assert "No row repeats another" in session.call("drop_duplicates")["said"]


def test_rows_may_be_compared_in_some_columns_only(session: Session) -> None:
    assert "Dropped 26 of 30 rows that repeat an earlier one in age" in session.call("drop_duplicates", columns=["age", "member"])["said"] or rows(session) == 5


def test_incomplete_rows_go_and_how_many_is_said(session: Session) -> None:
    result = session.call("drop_missing", columns=["age"])
    assert "Dropped 5 of 30 rows with missing values; 25 are left." in result["said"]


def test_nothing_is_left_is_refused_with_the_column_that_is_to_blame(titanic: Session) -> None:
    titanic.call("filter_rows", column="Cabin", op="is_missing")
    error = titanic.call("drop_missing")["error"]
    assert error["code"] == "nothing_left"
    assert error["call"] == {"tool": "drop_columns", "args": {"columns": ["Cabin"]}}


@pytest.mark.parametrize(("threshold", "gone"), [(0.5, ["Cabin"]), (0.1, ["Age", "Cabin"])])
def test_columns_with_more_than_the_threshold_missing_go(titanic: Session, threshold: float, gone: list[str]) -> None:
    result = titanic.call("drop_missing", axis="columns", threshold=threshold)
    assert result["calls"][0]["args"]["columns"] == gone
    assert "Cabin (77% missing)" in result["said"]


def test_a_row_goes_only_above_the_threshold(titanic: Session) -> None:
    result = titanic.call("drop_missing", threshold=0.3, columns=["Age", "Cabin", "Embarked", "Fare", "Sex", "Pclass"])
    assert "158" in result["said"]


@pytest.mark.parametrize(("size", "kept"), [({"rows": 12}, 12), ({"fraction": 0.5}, 15)])
def test_a_sample_is_the_same_every_time_and_says_so(session: Session, size: dict[str, Any], kept: int) -> None:
    result = session.call("sample_rows", **size)
    assert f"Kept {kept} of 30 rows, chosen by lot (seed 42" in result["said"]
    first = session.call("preview", rows=5)["blocks"][0]["rows"]
    session.call("undo")
    session.call("sample_rows", **size)
    assert session.call("preview", rows=5)["blocks"][0]["rows"] == first


@pytest.mark.parametrize("size", [{}, {"rows": 3, "fraction": 0.1}, {"rows": 31}, {"fraction": 0.001}])
def test_a_sample_that_cannot_be_drawn_is_refused(session: Session, size: dict[str, Any]) -> None:
    assert session.call("sample_rows", **size)["status"] == "error"
    assert rows(session) == 30
