"""Dates, texts and the choice of columns."""

import numpy as np
import pandas as pd
import pytest

from engine.estimators.date_parts import DateParts
from engine.estimators.keep_best import KeepBest
from engine.estimators.on_columns import OnColumns
from engine.estimators.text_vectors import TextVectors
from engine.sources import sources_of


def test_dates_become_numbers_in_their_place():
    frame = pd.DataFrame({"n": [1, 2], "when": pd.to_datetime(["2024-02-29 13:00", None]), "m": [3, 4]})
    made = OnColumns(DateParts(), ["when"]).fit_transform(frame)
    assert list(made.columns) == ["n", "when_year", "when_month", "when_day", "when_weekday", "when_hour", "m"]
    assert made.iloc[0].tolist() == [1, 2024, 2, 29, 3, 13, 3]
    assert np.isnan(made.loc[1, "when_year"])


def test_every_part_can_be_asked_for_and_others_are_refused():
    frame = pd.DataFrame({"when": pd.to_datetime(["1970-01-02 12:00"])})
    parts = [
        "year",
        "quarter",
        "month",
        "week",
        "day",
        "weekday",
        "dayofyear",
        "hour",
        "minute",
        "second",
        "elapsed_days",
    ]
    made = DateParts(parts).fit(frame).transform(frame)
    assert made.iloc[0].tolist() == [1970, 1, 1, 1, 2, 4, 2, 12, 0, 0, 1.5]
    with pytest.raises(ValueError, match="no part 'century'"):
        DateParts(["century"]).fit(frame)


def test_words_become_columns_and_empty_text_has_none():
    frame = pd.DataFrame({"t": ["good dog", None, "good cat"], "empty": ["", "!", None], "n": [1, 2, 3]})
    step = OnColumns(TextVectors("count", 2), ["t", "empty"]).fit(frame)
    made = step.transform(frame)
    assert list(made.columns) == ["t_cat", "t_good", "n"]
    assert made["t_good"].tolist() == [1.0, 0.0, 1.0]
    assert sources_of(step)["t_good"] == ["t"]


@pytest.fixture
def numbers():
    generator = np.random.default_rng(0)
    frame = pd.DataFrame(generator.normal(size=(120, 4)), columns=["noise", "useful", "constant", "more noise"])
    frame["constant"] = 1.0
    frame["useful"] *= 5
    frame.loc[::10, "noise"] = np.nan
    return frame, np.where(frame["useful"] > 0, "yes", "no")


@pytest.mark.parametrize(
    "method", ["correlation", "variance", "f_test", "chi2", "mutual_info", "importance", "rfe", "rfecv"]
)
def test_the_useful_column_is_kept(numbers, method):
    frame, answers = numbers
    step = KeepBest(method, k=1).fit(frame, answers)
    assert "useful" in step.transform(frame).columns
    assert step.get_feature_names_out().tolist() == list(step.transform(frame).columns)


@pytest.mark.parametrize("method", ["correlation", "f_test", "mutual_info", "importance", "rfe"])
def test_the_useful_column_is_kept_for_an_amount(numbers, method):
    frame, _ = numbers
    made = KeepBest(method, k=1, task="regression").fit(frame, frame["useful"] * 2 + 1).transform(frame)
    assert list(made.columns) == ["useful"]


def test_what_cannot_be_ranked_is_said(numbers):
    frame, answers = numbers
    with pytest.raises(ValueError, match="encode 't' first"):
        KeepBest().fit(frame.assign(t="x"), answers)
    with pytest.raises(ValueError, match="chi2"):
        KeepBest("chi2", task="regression").fit(frame, frame["useful"])
