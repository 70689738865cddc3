"""OnColumns keeps order, names and index, and tells where columns come from."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, PolynomialFeatures, StandardScaler

from engine.estimators.cross_fitted_target_encoder import CrossFittedTargetEncoder
from engine.estimators.on_columns import OnColumns
from engine.sources import sources_of

HOSTILE = ['it\'s "x"', "'''", "{{7*7}}", '__import__("os")', "🎉", "line\nbreak"]


@pytest.fixture
def frame():
    columns = {
        "first": [1.0, 2.0, 3.0],
        "colour": ["red", "blue", "red"],
        "size": [4.0, np.nan, 6.0],
        "last": [7, 8, 9],
    }
    return pd.DataFrame(columns, index=[10, 30, 20])


def one_hot():
    return OneHotEncoder(handle_unknown="ignore", sparse_output=False)


def test_outputs_stand_in_the_place_of_the_first_column(frame):
    made = OnColumns(one_hot(), ["colour"]).fit_transform(frame)
    assert list(made.columns) == ["first", "colour_blue", "colour_red", "size", "last"]
    assert list(made.index) == [10, 30, 20]
    assert made["colour_red"].tolist() == [1.0, 0.0, 1.0]


def test_one_to_one_transformers_keep_the_names_and_the_other_columns(frame):
    step = OnColumns(StandardScaler(), ["first", "last"]).fit(frame)
    made = step.transform(frame)
    assert list(made.columns) == ["first", "last", "colour", "size"]
    assert made["first"].mean() == pytest.approx(0)
    pd.testing.assert_series_equal(made["size"], frame["size"])
    assert list(step.get_feature_names_out()) == list(made.columns)


def test_columns_that_the_table_lacks_are_left_out_of_account(frame):
    made = OnColumns(StandardScaler(), ["first", "made by an earlier fold"]).fit_transform(frame)
    assert list(made.columns) == list(frame.columns)
    pd.testing.assert_frame_equal(OnColumns(StandardScaler(), ["gone"]).fit_transform(frame), frame)


def test_names_that_clash_are_made_unique():
    frame = pd.DataFrame({"a": ["b_c", "x"], "a_b": ["c", "y"], "a_x": [1.0, 2.0]})
    made = OnColumns(one_hot(), ["a", "a_b"]).fit_transform(frame)
    assert made.columns.is_unique
    assert made.shape == (2, 5)


def test_it_tells_the_sources_of_what_it_made(frame):
    assert sources_of(OnColumns(one_hot(), ["colour"]).fit(frame)) == {"colour_blue": ["colour"], "colour_red": ["colour"]}
    pca = OnColumns(PCA(1), ["first", "last"]).fit(frame)
    assert sources_of(pca) == {"pca0": ["first", "last"]}
    imputer = OnColumns(SimpleImputer(add_indicator=True), ["first", "size"]).fit(frame)
    assert sources_of(imputer) == {"first": ["first"], "size": ["size"], "missingindicator_size": ["size"]}
    polynomials = OnColumns(PolynomialFeatures(include_bias=False), ["first", "last"]).fit(frame)
    assert sources_of(polynomials)["first last"] == ["first", "last"]
    assert sources_of(polynomials)["first^2"] == ["first"]


def test_target_encoding_with_three_classes_makes_three_columns_of_one_source():
    frame = pd.DataFrame({"colour": list("rgbrgb") * 5, "n": range(30)})
    step = OnColumns(CrossFittedTargetEncoder(), ["colour"]).fit(frame, list("uvwwvu") * 5)
    assert list(sources_of(step).values()) == [["colour"]] * 3


def test_without_columns_it_takes_all():
    frame = pd.DataFrame({"a": [1.0, 2.0, 4.0], "b": [3.0, 1.0, 2.0]})
    assert list(OnColumns(PCA(2)).fit_transform(frame).columns) == ["pca0", "pca1"]


def test_hostile_names_come_back_as_they_were():
    frame = pd.DataFrame({name: [1.0, 2.0, 4.0] for name in HOSTILE})
    made = OnColumns(StandardScaler(), HOSTILE[1:4]).fit_transform(frame)
    assert set(made.columns) == set(HOSTILE)


def test_parameters_are_kept_for_clone():
    step = OnColumns(FunctionTransformer(np.log1p, inverse_func=np.expm1, feature_names_out="one-to-one"), ["a"])
    copy = clone(step)
    assert copy.get_params()["columns"] == ["a"]
    assert copy.transformer.func is np.log1p
    made = copy.fit_transform(pd.DataFrame({"a": [0.0, np.e - 1]}))
    assert made["a"].tolist() == pytest.approx([0, 1])


def test_it_works_with_pandas_output_switched_on(frame):
    step = OnColumns(one_hot(), ["colour"]).set_output(transform="pandas")
    assert list(step.fit_transform(frame).columns)[1:3] == ["colour_blue", "colour_red"]


def test_it_does_not_change_the_table_it_is_given(frame):
    before = frame.copy()
    OnColumns(SimpleImputer(), ["size"]).fit_transform(frame)
    pd.testing.assert_frame_equal(frame, before)
