"""Filling gaps: any kind of column, learned from training rows only."""

import numpy as np
import pandas as pd
import pytest

from engine.estimators.fill_missing import FillMissing
from engine.estimators.fill_unexpected_missing import FillUnexpectedMissing
from engine.sources import sources_of


def test_text_gets_its_most_frequent_value_and_of_equals_the_first_in_order():
    frame = pd.DataFrame({"a": ["y", "x", None, "x"], "b": ["q", "p", None, None]})
    made = FillMissing().fit(frame).transform(frame)
    assert made["a"].tolist() == ["y", "x", "x", "x"]
    assert made["b"].tolist() == ["q", "p", "p", "p"]
    assert made.dtypes.astype(str).tolist() == ["str", "str"]


@pytest.mark.parametrize("dtype", ["object", "boolean"])
def test_booleans_with_gaps_become_booleans(dtype):
    frame = pd.DataFrame({"b": pd.Series([True, None, True, False], dtype=dtype)})
    made = FillMissing().fit(frame).transform(frame)
    assert made["b"].tolist() == [True, True, True, False]


def test_numbers_get_mean_or_median_also_whole_numbers_with_gaps():
    frame = pd.DataFrame({"a": [1.0, np.nan, 4.0], "b": pd.Series([1, None, 4], dtype="Int64")})
    made = FillMissing("mean").fit(frame).transform(frame)
    assert made["a"].tolist() == made["b"].tolist() == [1.0, 2.5, 4.0]


def test_a_column_that_is_all_missing_is_filled_too():
    frame = pd.DataFrame({"text": pd.Series([None, None], dtype="str"), "number": [np.nan, np.nan]})
    made = FillMissing().fit(frame).transform(frame)
    assert made["text"].tolist() == ["missing", "missing"]
    assert made["number"].tolist() == [0, 0]


def test_a_constant_and_an_indicator_whose_name_is_free():
    frame = pd.DataFrame({"a": ["x", None], "a_was_missing": [1.0, 2.0]})
    step = FillMissing("constant", "none", add_indicator=True).fit(frame)
    made = step.transform(frame)
    assert made.columns.is_unique
    assert made.iloc[:, -1].tolist() == [0.0, 1.0]
    assert list(made.columns) == list(step.get_feature_names_out())
    assert sources_of(step)[made.columns[-1]] == ["a"]


def test_wrong_strategies_are_said():
    with pytest.raises(ValueError, match="strategy must be"):
        FillMissing("mode").fit(pd.DataFrame({"a": [1.0]}))
    with pytest.raises(ValueError, match="fill_value"):
        FillMissing("constant").fit(pd.DataFrame({"a": [1.0]}))


def test_the_guard_changes_no_training_row_and_fills_only_what_was_complete():
    train = pd.DataFrame(
        {
            "n": [1.0, 2.0, 9.0],
            "i": [1, 2, 9],
            "gaps": [1.0, np.nan, 3.0],
            "t": ["x", "y", "x"],
            "b": [True, True, False],
            "d": pd.to_datetime(["2020-01-01", "2020-01-03", "2020-01-09"]),
        }
    )
    guard = FillUnexpectedMissing()
    pd.testing.assert_frame_equal(guard.fit_transform(train), train)
    pd.testing.assert_frame_equal(guard.transform(train), train)
    later = pd.DataFrame(
        {"n": [np.nan], "i": [np.nan], "gaps": [np.nan], "t": [None], "b": [None], "d": [pd.NaT]}, index=[7]
    )
    made = guard.transform(later.astype({"t": "str", "b": "object"}))
    assert made.loc[7, ["n", "i", "t", "b"]].tolist() == [2.0, 2.0, "x", True]
    assert made.loc[7, "d"] == pd.Timestamp("2020-01-03")
    assert np.isnan(made.loc[7, "gaps"])
