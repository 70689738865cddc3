"""Ranges of numbers, products of columns, and made-up rows."""

import numpy as np
import pandas as pd
import pytest
from imblearn.over_sampling import SMOTE

from engine.estimators.bins import Bins
from engine.estimators.clip_outliers import ClipOutliers
from engine.estimators.mixed_smote import MixedSMOTE
from engine.estimators.polynomials import Polynomials


def test_quantile_ranges_hold_equally_many_rows_and_gaps_stay():
    ages = pd.DataFrame({"age": [*range(100), np.nan]})
    numbered = Bins(4).fit(ages).transform(ages)[:, 0]
    assert np.bincount(numbered[:-1].astype(int)).tolist() == [25, 25, 25, 25]
    assert np.isnan(numbered[-1])


def test_uniform_ranges_are_equally_wide_and_the_outermost_take_what_lies_beyond():
    fitted = Bins(4, "uniform").fit(pd.DataFrame({"x": [0.0, 1, 2, 3, 8, 3.5]}))
    assert fitted.transform(pd.DataFrame({"x": [-50.0, 1.9, 2.1, 99]}))[:, 0].tolist() == [0, 0, 1, 3]


@pytest.mark.parametrize("strategy", ["quantile", "uniform", "kmeans"])
def test_a_column_of_few_values_gets_one_range_for_each(strategy):
    flags = pd.DataFrame({"flag": [0, 1, 1, 0], "same": [7.0, 7, 7, 7]})
    numbered = Bins(5, strategy).fit(flags).transform(flags)
    assert numbered[:, 0].tolist() == [0, 1, 1, 0]
    assert set(numbered[:, 1]) == {0}


def test_products_with_a_gap_are_missing_and_all_others_are_there():
    table = pd.DataFrame({"a": [2.0, np.nan], "b": [3.0, 5.0]})
    made = Polynomials(2).fit(table)
    assert made.get_feature_names_out().tolist() == ["a", "b", "a^2", "a b", "b^2"]
    values = made.transform(table)
    assert values[0].tolist() == [2, 3, 4, 6, 9]
    assert np.isnan(values[1]).tolist() == [True, False, True, True, False]
    assert values[1, 4] == 25


def test_made_up_rows_keep_yes_and_no_as_they_are():
    generator = np.random.default_rng(0)
    table = pd.DataFrame({"size": generator.normal(size=60), "member": generator.integers(0, 2, 60).astype(float)})
    answers = pd.Series(["rare"] * 10 + ["common"] * 50)
    made, said = MixedSMOTE().fit_resample(table, answers)
    assert said.value_counts().to_dict() == {"rare": 50, "common": 50}
    assert set(made["member"]) == {0.0, 1.0}


@pytest.mark.parametrize("width", [3, 12])
def test_rows_between_numbers_are_those_of_smote_however_neighbours_are_found(width):
    generator = np.random.default_rng(0)
    table = pd.DataFrame(generator.normal(size=(200, width))).add_prefix("x")
    answers = pd.Series(["rare"] * 40 + ["common"] * 160)
    pd.testing.assert_frame_equal(MixedSMOTE().fit_resample(table, answers)[0], SMOTE(random_state=42).fit_resample(table, answers)[0])


def test_an_isolation_forest_clips_to_the_range_of_ordinary_rows():
    table = pd.DataFrame({"x": [*np.linspace(0, 1, 200), 500.0, np.nan]})
    clipped = ClipOutliers("isolation_forest", 0.01).fit(table).transform(table)[:, 0]
    assert np.nanmax(clipped) <= 1
    assert np.isnan(clipped[-1])
