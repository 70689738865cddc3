"""Outliers are clipped, or removed from the training rows alone."""

import numpy as np
import pandas as pd
import pytest
from imblearn.pipeline import Pipeline
from sklearn.linear_model import LinearRegression

from engine.estimators.clip_outliers import ClipOutliers
from engine.estimators.remove_outliers import RemoveOutliers


@pytest.fixture
def frame():
    values = [*range(20), 1000]
    return pd.DataFrame({"a": np.array(values, dtype=float), "b": [1.0] * 20 + [np.nan], "t": ["x"] * 21})


@pytest.mark.parametrize("method", ["iqr", "zscore"])
def test_extreme_values_are_brought_back_to_the_bound(frame, method):
    made = ClipOutliers(method).fit(frame[["a"]]).transform(frame[["a"]])
    assert made[:20, 0].tolist() == list(range(20))
    assert 20 < made[20, 0] < 1000


@pytest.mark.parametrize("method", ["iqr", "zscore", "isolation_forest"])
def test_rows_with_extreme_values_are_removed(frame, method):
    threshold = 0.05 if method == "isolation_forest" else None
    rows, answers = RemoveOutliers(["a", "b", "gone"], method, threshold).fit_resample(frame, np.arange(21))
    assert 20 not in answers
    assert 20 not in rows.index
    assert len(rows) >= 18


def test_rows_to_predict_are_never_removed(frame):
    pipeline = Pipeline([("outliers", RemoveOutliers(["a"])), ("model", LinearRegression())])
    pipeline.fit(frame[["a"]], frame["a"])
    assert len(pipeline.predict(frame[["a"]])) == 21


def test_without_answers_and_without_outliers(frame):
    rows, answers = RemoveOutliers(["b"]).fit_resample(frame)
    assert len(rows) == 21
    assert answers is None


def test_a_wrong_method_is_said(frame):
    with pytest.raises(ValueError, match="iqr, zscore or isolation_forest"):
        ClipOutliers("guess").fit(frame[["a"]])
    with pytest.raises(ValueError, match="isolation_forest"):
        RemoveOutliers(["a"], "mad").fit_resample(frame)
