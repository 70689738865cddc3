"""Folds follow the declared strategy, also inside estimators that fold by themselves."""

import numpy as np
import pandas as pd
import pytest
from sklearn.ensemble import StackingClassifier
from sklearn.linear_model import LogisticRegression

from engine.estimators.group_folds import GroupFolds
from engine.estimators.random_folds import RandomFolds
from engine.estimators.stratified_folds import StratifiedFolds
from engine.estimators.stratified_group_folds import StratifiedGroupFolds
from engine.estimators.time_folds import TimeFolds


@pytest.fixture
def table():
    generator = np.random.default_rng(0)
    X = pd.DataFrame({"a": generator.normal(size=120), "b": generator.normal(size=120)})
    y = np.where(np.arange(120) % 6 == 0, "yes", "no")
    return X, y


@pytest.mark.parametrize("kind", [RandomFolds, StratifiedFolds, GroupFolds, StratifiedGroupFolds])
def test_each_row_is_judged_once_by_a_model_that_did_not_see_it(table, kind):
    X, y = table
    X.index = np.arange(120) // 4
    folds = list(kind(5).split(X, y))
    assert sorted(np.concatenate([judged for _, judged in folds])) == list(range(120))
    assert all(set(learned).isdisjoint(judged) and len(learned) + len(judged) == 120 for learned, judged in folds)
    assert max(len(judged) for _, judged in folds) - min(len(judged) for _, judged in folds) <= 4


def test_groups_are_in_one_fold_even_where_names_are_missing(table):
    X, y = table
    X.index = pd.Index([None if n % 10 == 3 else f"patient {n % 10}" for n in range(120)], dtype=object)
    for learned, judged in GroupFolds(5).split(X, y):
        assert set(X.index[learned].fillna("?")).isdisjoint(X.index[judged].fillna("?"))


def test_groups_with_a_like_mix_of_classes(table):
    X, _ = table
    X.index = np.arange(120) // 4
    y = np.where(X.index % 5 == 0, "yes", "no")
    for _, judged in StratifiedGroupFolds(3).split(X, y):
        assert 4 <= (y[judged] == "yes").sum() <= 12


def test_no_row_is_judged_by_a_model_that_saw_later_ones(table):
    X, y = table
    X.index = pd.Timestamp("2020-01-01") + pd.to_timedelta(np.random.default_rng(1).permutation(120), unit="D")
    for learned, judged in TimeFolds(4).split(X, y):
        assert X.index[learned].max() < X.index[judged].min()


def test_two_classes_give_no_more_folds_than_the_rarer_one_has_rows(table):
    X, _ = table
    y = np.array(["no"] * 117 + ["yes"] * 3)
    folds = list(StratifiedFolds(10).split(X, y))
    assert len(folds) == 3
    assert all((y[judged] == "yes").sum() == 1 for _, judged in folds)
    with pytest.raises(ValueError, match="cannot be divided into folds"):
        list(StratifiedFolds(5).split(X, np.array(["no"] * 119 + ["yes"])))


def test_of_many_classes_a_rare_one_is_spread_as_far_as_it_goes(table):
    X, _ = table
    y = np.array(["a"] * 60 + ["b"] * 59 + ["rare"])
    assert sum((y[judged] == "rare").sum() for _, judged in StratifiedFolds(5).split(X, y)) == 1


def test_a_stacked_model_keeps_groups_apart(table):
    X, y = table
    X.index = np.arange(120) // 4
    seen = []

    class Watching(LogisticRegression):
        def fit(self, X, y):
            seen.append(X.index)
            return super().fit(X, y)

        def predict_proba(self, X):
            assert len(seen[-1]) == 120 or set(seen[-1]).isdisjoint(X.index)
            return super().predict_proba(X)

    StackingClassifier([("a", Watching())], cv=GroupFolds(5)).fit(X, y)
    assert len(seen) == 6


def test_equal_seeds_give_equal_folds(table):
    X, y = table
    first, again, other = (list(StratifiedFolds(5, seed).split(X, y)) for seed in (1, 1, 2))
    assert all((left[1] == right[1]).all() for left, right in zip(first, again, strict=True))
    assert any((left[1] != right[1]).any() for left, right in zip(first, other, strict=True))
