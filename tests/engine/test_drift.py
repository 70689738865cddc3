"""How another table differs from the one that was learned from."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.drift import compare_column, compare_tables, near_names


def numbers(middle: float, rows: int = 1000, seed: int = 0) -> pd.Series:
    return pd.Series(np.random.default_rng(seed).normal(middle, 10, rows), name="age")


def test_the_index_is_that_of_the_definition() -> None:
    before = pd.Series(["a"] * 60 + ["b"] * 40, name="kind")
    now = pd.Series(["a"] * 30 + ["b"] * 70)
    expected = (0.3 - 0.6) * np.log(0.3 / 0.6) + (0.7 - 0.4) * np.log(0.7 / 0.4)
    found = compare_column(before, now, "categorical")
    assert found.index == pytest.approx(expected)
    assert found.drift == "changed"


@pytest.mark.parametrize(("middle", "drift"), [(50, "stable"), (54, "shifted"), (60, "changed")])
def test_drift_of_a_number_grows_with_its_shift(middle: float, drift: str) -> None:
    assert compare_column(numbers(50), numbers(middle, seed=1), "numeric").drift == drift


def test_small_tables_without_drift_raise_no_alarm() -> None:
    alarms = sum(
        compare_column(numbers(50, 60, seed), numbers(50, 40, seed + 1000), "numeric").drift != "stable" for seed in range(100)
    )
    assert alarms <= 10


def test_a_constant_that_stays_is_stable() -> None:
    same = pd.Series([3.0] * 50, name="x")
    assert compare_column(same, same, "numeric").drift == "stable"


def test_too_few_rows_are_not_judged() -> None:
    assert compare_column(numbers(50), numbers(90, 10), "numeric").drift == "unknown"


def test_values_never_seen_are_counted_by_value() -> None:
    before = pd.Series(["red", "blue"] * 20, name="colour")
    found = compare_column(before, pd.Series(["red", "green", "green", None]), "categorical")
    assert found.unseen == (("green", 2),)
    assert found.unseen_rows == 2
    assert found.missing_now == 0.25


def test_a_category_written_as_another_type_is_the_same_category() -> None:
    before = pd.Series([1, 2, 3] * 20, name="class")
    assert compare_column(before, pd.Series(["1", "2", "3.0", "x"]), "categorical").unseen == ()
    assert compare_column(pd.Series(["1", "2"] * 20, name="c"), pd.Series([1.0, 2.0]), "categorical").unseen_rows == 0


def test_values_that_are_no_numbers_are_counted_and_shown() -> None:
    found = compare_column(numbers(50), pd.Series(["12", "many", "3"]), "numeric")
    assert found.unreadable == ("many",)
    assert found.missing_now == 0
    assert found.outside == 0 or found.low is not None


def test_what_lies_outside_the_training_range_is_counted() -> None:
    found = compare_column(pd.Series([1.0, 5.0], name="x"), pd.Series([0.0, 3.0, 9.0]), "numeric")
    assert (found.outside, found.low, found.high) == (2, 1.0, 5.0)


def test_dates_with_and_without_a_zone_are_compared() -> None:
    before = pd.Series(pd.to_datetime(["2020-01-01", "2020-12-31"]), name="when")
    now = pd.Series(pd.to_datetime(["2020-05-01T10:00:00+02:00", "2021-05-01T10:00:00+02:00"]))
    assert compare_column(before, now, "datetime").outside == 1


def test_near_names_are_paired_once_and_unlike_ones_are_not() -> None:
    assert near_names(["Fare", "Age"], ["fare ", "Port"]) == {"Fare": "fare "}
    assert near_names(["price_a", "price_b"], ["price_c"]) == {"price_a": "price_c"}


def test_missing_and_new_columns_are_told_apart_from_known_ones() -> None:
    trained = pd.DataFrame({"a": [1.0], "b": [2.0]})
    found = compare_tables(trained, pd.DataFrame({"b": [1.0], "id": [1], "extra": [1]}), {"a": "numeric"}, ["id"])
    assert found.missing == ("a",)
    assert found.new == ("extra",)


@pytest.mark.parametrize("rows", [0, 1])
def test_empty_and_tiny_tables_are_compared_without_complaint(rows: int) -> None:
    frame = pd.DataFrame({"n": [1.5, None], "c": ["a", None], "d": pd.to_datetime(["2020-01-01", None])})
    found = compare_tables(frame, frame.head(rows), {"n": "numeric", "c": "categorical", "d": "datetime"})
    assert [column.drift for column in found.columns] == ["unknown"] * 3
