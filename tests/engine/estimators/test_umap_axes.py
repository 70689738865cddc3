"""UMAP without the target, placing new rows among the training rows."""

import importlib.util

import numpy as np
import pandas as pd
import pytest
from sklearn.utils.estimator_checks import check_estimator

from engine.estimators.umap_axes import UMAPAxes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("umap") is None, reason="umap-learn is not installed"),
]


def test_groups_stay_apart_and_answers_are_not_looked_at():
    generator = np.random.default_rng(0)
    table = pd.DataFrame(np.concatenate([generator.normal(0, 1, (40, 4)), generator.normal(30, 1, (40, 4))]))
    axes = UMAPAxes(2)
    places = axes.fit(table, ["yes", "no"] * 40).transform(table)
    near, far = places[:40].mean(axis=0), places[40:].mean(axis=0)
    assert np.linalg.norm(near - far) > 2 * places[:40].std()
    assert np.array_equal(UMAPAxes(2).fit(table).transform(table), places)
    middle = axes.transform(table.iloc[:1] + 0.001)
    assert np.linalg.norm(middle - places[0]) < np.linalg.norm(near - far) / 4


def test_scikit_learns_own_checks():
    check_estimator(UMAPAxes(), on_skip=None)
