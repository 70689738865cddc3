"""Filling by what the other columns of a row suggest."""

import numpy as np
import pandas as pd
import pytest

from engine.estimators.fill_from_others import FillFromOthers


@pytest.fixture
def people():
    """Weight follows height; one person's weight is not known."""
    height = np.linspace(150, 200, 51)
    frame = pd.DataFrame({"income": np.tile([1e6, 2e6, 3e6], 17), "height": height, "weight": height - 100, "name": "x"})
    frame.loc[25, "weight"] = np.nan
    return frame


@pytest.mark.parametrize("method", ["knn", "iterative"])
def test_a_gap_gets_what_people_alike_have_and_known_values_stay(people, method):
    filled = FillFromOthers(["weight"], method).fit_transform(people)
    assert filled["weight"][25] == pytest.approx(75, abs=6)
    known = people["weight"].notna()
    assert filled["weight"][known].tolist() == people["weight"][known].tolist()
    assert list(filled) == list(people)


@pytest.mark.parametrize("method", ["knn", "iterative"])
def test_an_indicator_says_where_a_value_was_filled(people, method):
    filled = FillFromOthers(["weight"], method, add_indicator=True).fit_transform(people)
    assert filled["weight_was_missing"].sum() == 1
    assert filled["weight_was_missing"][25] == 1


def test_other_columns_keep_their_gaps(people):
    people.loc[3, "income"] = np.nan
    filled = FillFromOthers(["weight"]).fit_transform(people)
    assert filled["income"].isna().tolist() == people["income"].isna().tolist()


def test_a_column_without_any_value_is_filled_all_the_same(people):
    people["weight"] = np.nan
    assert FillFromOthers(["weight"]).fit_transform(people)["weight"].notna().all()
