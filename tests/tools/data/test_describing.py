"""One column in words: a question after its outliers, its skew or its balance is answered in the first lines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.estimators.clip_outliers import ClipOutliers
from tests.tools.gate import Session
from tools.data.spread import far_out, spread


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source="titanic")
    return session


def test_a_long_tail_and_what_lies_far_outside_are_told(session: Session) -> None:
    said = session.call("describe_column", column="Fare")["said"]
    assert "Half of the values lie between 7.91 and 31, all between 0 and 512" in said
    assert "long tail to the right (skewness 4.8)" in said
    assert "116 (13.0%) lie far outside, beyond 1.5 interquartile ranges" in said


def test_how_often_the_first_and_the_last_value_come_is_told(session: Session) -> None:
    assert "“male” comes most often (64.8%), “female” least (35.2%)" in session.call("describe_column", column="Sex")["said"]
    assert "“3” comes most often (55.1%), “2” least (20.7%)" in session.call("describe_column", column="Pclass")["said"]


def test_a_number_of_different_values_is_told_once(session: Session) -> None:
    said = session.call("describe_column", column="Sex")["said"]
    assert said.count("2 different") == 1


def test_even_numbers_have_no_tail_and_none_far_outside() -> None:
    assert spread(pd.Series(range(101)), "numeric") == "Half of the values lie between 25 and 75, all between 0 and 100; they are spread about evenly to both sides (skewness 0), and none lies far outside (1.5 interquartile ranges)."


@pytest.mark.parametrize("values", [[], [None, None], [1.0], [2.0, 2.0, None], [1e300, -1e300, 1, 2, 3, 4, 5, 6], [np.inf, 1, 2, 3, 4, 5, 6, 7], [-np.inf, np.inf, np.nan]])
def test_odd_numbers_are_told_without_a_fault(values: list[float]) -> None:
    said = spread(pd.Series(values, dtype=float), "numeric")
    assert "nan" not in said


def test_what_is_told_as_far_outside_is_what_clipping_changes() -> None:
    values = pd.Series([0.0, 1, 1, 2, 2, 2, 3, 3, 4, 100, -50])
    clipped = ClipOutliers().fit_transform(values.to_frame())[:, 0]
    assert far_out(values) == int((clipped != values).sum()) == 2
