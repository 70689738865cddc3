"""Estimators around models: class names, plain arrays, balanced weights, groups for new rows."""

import numpy as np
import pandas as pd
import pytest
from lightgbm import LGBMRegressor
from sklearn.base import clone, is_classifier, is_outlier_detector, is_regressor
from sklearn.cluster import DBSCAN, AgglomerativeClustering, Birch
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.neighbors import LocalOutlierFactor
from sklearn.svm import LinearSVC
from xgboost import XGBClassifier

from engine.estimators.balanced_weights import BalancedWeights
from engine.estimators.birch_clusters import BirchClusters
from engine.estimators.label_encoded import LabelEncoded
from engine.estimators.labelled_clusters import LabelledClusters
from engine.estimators.on_arrays import OnArrays

NAMES = ["[<]>", 'quo"te', "🎉"]


@pytest.fixture
def frame():
    return pd.DataFrame(np.random.default_rng(0).normal(size=(100, 3)), columns=NAMES)


def test_any_class_names_and_column_names_work(frame):
    answers = np.where(frame["🎉"] > 0, "ja", "näh")
    model = clone(LabelEncoded(XGBClassifier(n_estimators=5))).fit(frame, answers)
    assert is_classifier(model)
    assert list(model.classes_) == ["ja", "näh"]
    assert np.mean(model.predict(frame) == answers) > 0.9
    assert model.predict_proba(frame).shape == (100, 2)
    assert model.feature_importances_.argmax() == 2


def test_one_class_alone_is_said(frame):
    with pytest.raises(ValueError, match="one class alone: 'yes'"):
        LabelEncoded(XGBClassifier()).fit(frame, ["yes"] * 100)


def test_plain_arrays_keep_what_the_estimator_is(frame):
    model = OnArrays(LGBMRegressor(n_estimators=5, verbosity=-1)).fit(frame, frame["🎉"])
    assert is_regressor(model)
    assert model.score(frame, frame["🎉"]) > 0.3
    assert is_outlier_detector(OnArrays(LocalOutlierFactor(novelty=True)))


def test_balanced_weights_find_the_rare_class(frame):
    answers = np.where(frame["🎉"] + np.random.default_rng(1).normal(size=100) > 2, "rare", "usual")
    inner = GradientBoostingClassifier(n_estimators=5, max_depth=1, random_state=0)
    plain, balanced = clone(inner).fit(frame, answers), BalancedWeights(inner).fit(frame, answers)
    rare = answers == "rare"
    assert (balanced.predict(frame)[rare] == "rare").mean() > (plain.predict(frame)[rare] == "rare").mean()
    assert hasattr(balanced, "predict_proba")
    assert not hasattr(BalancedWeights(LinearSVC()), "predict_proba")


def test_new_rows_join_the_nearest_group():
    heaps = np.array([[0.0, 0], [0, 1], [1, 0], [10, 10], [10, 11], [11, 10], [50, 50]])
    dense = LabelledClusters(DBSCAN(eps=2, min_samples=2)).fit(heaps)
    assert dense.predict(heaps).tolist() == dense.labels_.tolist() == [0, 0, 0, 1, 1, 1, -1]
    assert dense.predict([[0.5, 0.5], [30, 30], [10.5, 10.5]]).tolist() == [0, -1, 1]
    nearest = LabelledClusters(AgglomerativeClustering(2)).fit(heaps[:6])
    assert (nearest.predict(heaps[:6]) == nearest.labels_).all()
    assert nearest.predict([[3, 3]]) == nearest.labels_[0]


def test_birch_groups_as_scikit_learns_does(frame):
    ours, theirs = BirchClusters(n_clusters=4).fit(frame), Birch(n_clusters=4).fit(frame)
    assert (ours.labels_ == theirs.labels_).all()
    assert (ours.predict(frame + 0.1) == theirs.predict(frame + 0.1)).all()
