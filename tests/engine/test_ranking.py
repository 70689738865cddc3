"""Ranking columns by what they say about the target."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.errors import Refusal
from engine.ranking import METHODS, rank_features

KINDS = {
    "age": "numeric", "noise": "numeric", "city": "categorical", "when": "datetime", "words": "text", "same": "numeric", "gaps": "numeric",
}  # fmt: skip


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    random = np.random.default_rng(7)
    rows = 400
    age = random.normal(40, 10, rows)
    return pd.DataFrame(
        {
            "age": age,
            "noise": random.normal(size=rows),
            "city": np.where(age > 45, "north", random.choice(["north", "south", "east"], rows)),
            "when": pd.Timestamp("2020-01-01") + pd.to_timedelta(random.integers(0, 900, rows), "D"),
            "words": np.where(age > 42, "grey hair and glasses", "school and games"),
            "same": 3.0,
            "gaps": np.where(random.random(rows) < 0.5, np.nan, random.normal(size=rows)),
        }
    )


@pytest.mark.parametrize("method", METHODS)
def test_what_makes_the_target_comes_first_and_what_says_nothing_comes_last(table: pd.DataFrame, method: str) -> None:
    labels = pd.Series(np.where(table["age"] > 40, "old", "young"))
    found = rank_features(table, KINDS, labels, "classification", method)
    assert found.columns[0] in {"age", "words"}
    assert set(found.columns) == set(table.columns)
    assert found.columns.index("noise") > found.columns.index("age")
    assert found.values[found.columns.index("same")] == 0
    assert list(found.values) == sorted(found.values, reverse=True)


@pytest.mark.parametrize("method", [method for method in METHODS if method != "chi2"])
def test_a_number_is_ranked_for_as_well(table: pd.DataFrame, method: str) -> None:
    found = rank_features(table, KINDS, table["age"] * 2 + 1, "regression", method)
    assert found.columns[0] in ({"age", "words"} if method == "importance" else {"age"})


def test_chi_squared_is_refused_for_a_number_with_what_would_work(table: pd.DataFrame) -> None:
    with pytest.raises(Refusal, match="compares classes") as refused:
        rank_features(table, KINDS, table["age"], "regression", "chi2")
    assert "F test" in refused.value.hint


def test_a_unit_does_not_decide_chi_squared() -> None:
    random = np.random.default_rng(0)
    labels = pd.Series(random.choice(["a", "b"], 300))
    telling = (labels == "a") + random.normal(0, 0.3, 300)
    frame = pd.DataFrame({"telling": telling, "thousands": random.normal(size=300) * 1000})
    found = rank_features(frame, dict.fromkeys(frame, "numeric"), labels, "classification", "chi2")
    assert found.columns[0] == "telling"


def test_correlation_is_the_absolute_coefficient() -> None:
    frame = pd.DataFrame({"x": np.arange(50.0), "z": np.arange(50.0) % 7})
    found = rank_features(frame, dict.fromkeys(frame, "numeric"), pd.Series(-np.arange(50.0)), "regression", "correlation")
    assert found.columns == ("x", "z")
    assert found.values[0] == pytest.approx(1.0)
    assert found.values[1] == pytest.approx(abs(np.corrcoef(frame["z"], np.arange(50))[0, 1]))


def test_rows_without_an_answer_are_left_out_and_large_tables_are_sampled() -> None:
    rows = 12_000
    x = np.random.default_rng(1).normal(size=rows)
    labels = pd.Series(np.where(np.arange(rows) < 500, np.nan, x))
    found = rank_features(pd.DataFrame({"x": x}), {"x": "numeric"}, labels, "regression", "mutual_info")
    assert (found.rows, found.of) == (10_000, 11_500)


def test_the_same_ranking_comes_again(table: pd.DataFrame) -> None:
    labels = pd.Series(np.where(table["age"] > 40, 1, 0))
    assert rank_features(table, KINDS, labels, "classification", "permutation") == rank_features(table, KINDS, labels, "classification", "permutation")
