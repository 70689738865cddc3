"""Metrics equal scikit-learn's, and are left out where they do not exist."""

import math

import numpy as np
import pandas as pd
import pytest
from sklearn import metrics as sk
from sklearn.cluster import KMeans
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import LinearRegression, LogisticRegression, RidgeClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from engine.estimators.on_columns import OnColumns
from engine.functions.score_anomalies import score_detector
from engine.functions.score_classification import score_classification, score_classifier
from engine.functions.score_clustering import score_clusterer, score_clustering
from engine.functions.score_regression import score_regression, score_regressor
from engine.metrics import METRICS, find_metric, main_metric, metrics_for, sentence
from engine.plots import model_silhouette


def answers(classes):
    generator = np.random.default_rng(classes)
    names = np.array([f"class {number}" for number in range(classes)])
    truth = generator.choice(names, 300)
    shares = generator.dirichlet(np.ones(classes), 300)
    shares[np.arange(300), np.searchsorted(names, truth)] += 0.5
    shares /= shares.sum(axis=1, keepdims=True)
    return names, truth, names[shares.argmax(axis=1)], shares


@pytest.mark.parametrize("classes", [2, 3, 6])
def test_classification_metrics_equal_scikit_learns_to_the_last_digit(classes):
    names, y, said, shares = answers(classes)
    kept = {"pos_label": "class 1"} if classes == 2 else {"average": "weighted"}
    expected = {
        "accuracy": sk.accuracy_score(y, said),
        "balanced_accuracy": sk.balanced_accuracy_score(y, said),
        "precision": sk.precision_score(y, said, **kept),
        "recall": sk.recall_score(y, said, **kept),
        "f1": sk.f1_score(y, said, **kept),
        "roc_auc": sk.roc_auc_score(y, shares[:, 1])
        if classes == 2
        else sk.roc_auc_score(y, shares, multi_class="ovr", average="weighted"),
        "average_precision": sk.average_precision_score(y == "class 1", shares[:, 1])
        if classes == 2
        else sk.average_precision_score(y[:, None] == names, shares, average="weighted"),
        "log_loss": sk.log_loss(y, shares, labels=names),
        "mcc": sk.matthews_corrcoef(y, said),
    }
    assert score_classification(y, said, shares, names) == expected
    assert set(expected) == {metric.id for metric in metrics_for("classification")}


def test_the_positive_class_can_be_the_first_one():
    names, y, said, shares = answers(2)
    found = score_classification(y, said, shares, names, positive="class 0")
    assert found["recall"] == sk.recall_score(y, said, pos_label="class 0")
    assert found["roc_auc"] == sk.roc_auc_score(y == "class 0", shares[:, 0])
    with pytest.raises(ValueError, match="none of the classes"):
        score_classification(y, said, shares, names, positive="class 9")


def test_metrics_that_do_not_exist_are_left_out():
    one_class = score_classification(["a", "a"], ["a", "b"], [[0.9, 0.1], [0.2, 0.8]], ["a", "b"])
    assert {"roc_auc", "average_precision"}.isdisjoint(one_class)
    unseen = score_classification(["a", "new"], ["a", "b"], [[0.9, 0.1], [0.2, 0.8]], ["a", "b"])
    assert "log_loss" not in unseen
    decisions = score_classification([0, 1, 1], [0, 1, 0], [-1.0, 2.0, -0.5], [0, 1])
    assert "log_loss" not in decisions
    assert decisions["roc_auc"] == 1.0
    assert all(math.isfinite(value) for found in (one_class, unseen, decisions) for value in found.values())
    assert score_clustering(np.zeros((3, 1)), [0, 0, 0]) == {}
    assert "r2" not in score_regression([1.0], [2.0])


def test_regression_metrics_equal_scikit_learns():
    y, said = np.array([1.0, 2.0, 4.0]), np.array([1.5, 2.0, 3.0])
    found = score_regression(y, said)
    assert found["rmse"] == sk.root_mean_squared_error(y, said)
    assert found["median_ae"] == sk.median_absolute_error(y, said)
    assert set(found) == {metric.id for metric in metrics_for("regression")}


def test_clustering_metrics_are_those_of_the_columns_that_the_model_saw():
    frame = pd.DataFrame({"a": [0.0, 1, 50, 51], "b": [0.0, 0, 1000, 1010]})
    model = make_pipeline(OnColumns(StandardScaler(), ["a", "b"]), KMeans(2, random_state=42)).fit(frame)
    found = score_clusterer(model, frame)
    assert found["silhouette"] == sk.silhouette_score(model[0].transform(frame), model.predict(frame))
    assert set(found) == {metric.id for metric in metrics_for("clustering")}


def test_noise_is_no_group_and_the_picture_has_the_same_silhouette():
    points = np.array([[0.0], [1], [50], [52], [500]])
    found = score_clustering(points, [0, 0, 1, 1, -1])
    assert found == score_clustering(points[:4], [0, 0, 1, 1])
    assert found["silhouette"] == model_silhouette.info(points, [0, 0, 1, 1, -1]).mean
    assert score_clustering(points, [0, 0, 0, 0, -1]) == {}


def test_a_large_table_is_sampled_for_the_silhouette():
    values = np.concatenate([np.zeros(6000), np.ones(6001)])[:, None] + np.linspace(0, 0.1, 12001)[:, None]
    labels = (values[:, 0] > 0.5).astype(int)
    silhouette = score_clustering(values, labels)["silhouette"]
    assert silhouette > 0.8
    assert silhouette == model_silhouette.info(values, labels).mean


def test_score_takes_what_the_model_offers():
    frame = pd.DataFrame({"a": np.arange(20.0), "b": np.tile([0.0, 1.0], 10)})
    y = np.where(frame["a"] > 9, "yes", "no")
    assert "log_loss" in score_classifier(LogisticRegression().fit(frame, y), frame, y, "yes")
    assert "roc_auc" in score_classifier(RidgeClassifier().fit(frame, y), frame, y, "yes")
    assert score_regressor(LinearRegression().fit(frame, frame["a"]), frame, frame["a"])["r2"] == pytest.approx(1)
    rate = score_detector(IsolationForest(random_state=0).fit(frame), frame)["anomaly_rate"]
    assert 0 <= rate <= 1


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_every_metric_can_be_said(metric):
    for value in (0.0, 0.5, 1.0, 0.004):
        words = sentence(metric.id, value, "leaving")
        assert words.endswith(".")
        assert "nan" not in words
    assert metric.better(1, 0) is metric.greater_is_better


def test_numbers_are_in_the_users_words():
    assert sentence("recall", 0.78, "leaving") == "Of 100 rows that are leaving, it finds 78."
    assert sentence("mae", 1234.5, "price") == "Its price is off by 1,234 on average."
    assert main_metric("regression").id == "rmse"
    with pytest.raises(KeyError, match="no metric 'auc'"):
        find_metric("auc")


def test_r2_and_rmse_of_values_whose_squares_are_no_numbers():
    y, said = np.array([1.0, 2.0, 4.0]), np.array([1.5, 2.0, 3.0])
    large, found = score_regression(y * 2.0**1000, said * 2.0**1000), score_regression(y, said)
    assert large["r2"] == found["r2"]
    assert large["rmse"] == found["rmse"] * 2.0**1000
    assert "mse" not in large
