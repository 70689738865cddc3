"""Stacking in the order of time: no weight is learned from an answer about the past."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression, Ridge, RidgeCV
from sklearn.naive_bayes import GaussianNB
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeRegressor

from engine.estimators.stacked_in_time import StackedInTimeClassifier, StackedInTimeRegressor
from engine.estimators.time_folds import TimeFolds


class Watching(ClassifierMixin, BaseEstimator):
    """Notes what it learned from and what it was asked."""

    seen = []

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        self.latest_ = X.index.max()
        return self

    def predict_proba(self, X):
        Watching.seen.append((self.latest_, X.index.min()))
        return np.full((len(X), len(self.classes_)), 1 / len(self.classes_))


@pytest.fixture
def table():
    random = np.random.default_rng(0)
    days = pd.Timestamp("2024-01-01") + pd.to_timedelta(random.permutation(200), unit="D")
    return pd.DataFrame(random.normal(size=(200, 3)), columns=list("abc"), index=days)


def test_no_model_is_asked_about_rows_that_are_not_later_than_all_it_saw(table):
    Watching.seen = []
    answers = np.where(table["a"] > 0, "yes", "no")
    StackedInTimeClassifier([("w", Watching())], LogisticRegression(), TimeFolds(4)).fit(table, answers)
    assert len(Watching.seen) == 4
    assert all(asked > latest for latest, asked in Watching.seen)


def test_the_better_model_gets_the_weight_and_every_model_learns_from_all_rows(table):
    wanted = table["a"] * 3 + table["b"]
    members = [("ridge", Ridge()), ("stump", DecisionTreeRegressor(max_depth=1, random_state=0))]
    model = clone(StackedInTimeRegressor(members, RidgeCV(), TimeFolds(5))).fit(table, wanted)
    assert abs(model.final_estimator_.coef_[0]) > 5 * abs(model.final_estimator_.coef_[1])
    assert np.array_equal(model.estimators_[0].coef_, Ridge().fit(table, wanted).coef_)
    assert model.score(table, wanted) > 0.99


@pytest.mark.parametrize("classes", [2, 3])
def test_a_class_that_comes_late_and_models_without_probabilities_are_weighed_too(table, classes):
    table = table.sort_index()
    answers = np.where(table["a"] > 0, "a", "b")
    if classes == 3:
        answers[150:][table["b"].iloc[150:] > 0.5] = "late"
    members = [("bayes", GaussianNB()), ("svm", LinearSVC())]
    model = StackedInTimeClassifier(members, LogisticRegression(max_iter=1000), TimeFolds(5)).fit(table, answers)
    said = model.predict_proba(table)
    assert said.shape == (200, classes)
    assert np.allclose(said.sum(axis=1), 1)
    assert np.array_equal(model.classes_[said.argmax(axis=1)], model.predict(table))
    assert model.score(table, answers) > 0.7
