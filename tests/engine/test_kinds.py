"""Kinds and their reasons, on the tables a newcomer starts with."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.kinds import describe_columns, infer_kind

DATA = Path(__file__).parents[1] / "data"


def kinds(name: str) -> dict[str, str]:
    """The kind of each column of a real table."""
    return {entry["name"]: entry["kind"] for entry in describe_columns(pd.read_csv(DATA / f"{name}.csv"))}


def test_titanic() -> None:
    assert kinds("titanic") == {
        "PassengerId": "id",
        "Survived": "boolean",
        "Pclass": "categorical",
        "Name": "text",
        "Sex": "categorical",
        "Age": "numeric",
        "SibSp": "numeric",
        "Parch": "numeric",
        "Ticket": "text",
        "Fare": "numeric",
        "Cabin": "categorical",
        "Embarked": "categorical",
    }


def test_bike_sharing_codes_and_counts() -> None:
    found = kinds("bike_sharing")
    assert {name for name, kind in found.items() if kind == "categorical"} == {
        "season",
        "mnth",
        "weekday",
        "weathersit",
    }
    assert found["holiday"] == found["workingday"] == "boolean"
    assert found["hr"] == found["bikers"] == "numeric"


def test_penguins_and_cars() -> None:
    assert kinds("penguins")["year"] == "numeric"
    assert kinds("penguins")["species"] == "categorical"
    assert kinds("auto_mpg")["cylinders"] == kinds("auto_mpg")["model_year"] == "numeric"
    assert kinds("auto_mpg")["name"] == "text"


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("CustomerID", [f"{n:04}" for n in range(200)], "id"),
        ("token", [f"{n * 7919:032x}" for n in range(200)], "id"),
        ("order_no", [n * 3 % 1009 for n in range(300)], "id"),
        ("member", ["yes", "no", "yes", None], "boolean"),
        ("flag", ["T", "F", "T", "T"], "boolean"),
        ("remark", [f"the engine made a noise number {n} and then it stopped" for n in range(100)], "text"),
        ("when", pd.date_range("2020-01-01", periods=5), "datetime"),
        ("empty", [np.nan] * 5, "numeric"),
    ],
)
def test_single_columns(name: str, cells: object, kind: str) -> None:
    found, reason = infer_kind(name, pd.Series(cells))
    assert found == kind
    assert reason


def test_entries_hold_plain_json_only() -> None:
    frame = pd.DataFrame(
        {
            "a": [1, 2, 2],
            "b": [1.5, np.nan, np.inf],
            "c": pd.to_datetime(["2020-01-01", None, "2021-01-01"]),
            "d": [True, False, True],
            "e": ["x", None, "x"],
            "f": [np.nan] * 3,
        }
    )
    entries = describe_columns(frame)
    assert json.loads(json.dumps(entries, allow_nan=False)) == entries
    assert entries[1]["missing"] == 1
    assert entries[2]["minimum"] == "2020-01-01T00:00:00"
    assert entries[4]["values"] == ["x"]
