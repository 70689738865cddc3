"""Measure a fitted model on given rows."""

from engine.functions.score_anomalies import score_anomalies
from engine.functions.score_classification import score_classification
from engine.functions.score_clustering import score_clustering
from engine.functions.score_regression import score_regression


def score(estimator, X, y, task, positive=None):
    """Return the metrics of the estimator's predictions for these rows, by name."""
    model, X = prepared(estimator, X)
    predictions = model.predict(X)
    if task == "regression":
        return score_regression(y, predictions)
    if task == "clustering":
        return score_clustering(X, predictions)
    if task == "anomaly_detection":
        return score_anomalies(predictions)
    scores = None
    if hasattr(model, "predict_proba"):
        scores = model.predict_proba(X)
    elif hasattr(model, "decision_function"):
        scores = model.decision_function(X)
    return score_classification(y, predictions, scores, model.classes_, positive)


def prepared(estimator, X):
    """Return the model at the end of a pipeline, and what its preparation makes of these rows."""
    if not hasattr(estimator, "steps"):
        return estimator, X
    for _, step in estimator.steps[:-1]:
        if hasattr(step, "transform"):
            X = step.transform(X)
    return estimator.steps[-1][1], X
