"""Measure how much was called odd."""

import numpy as np


def score_detector(estimator, X, y=None):
    """Return the metrics of what a fitted estimator says of these rows."""
    return score_anomalies(estimator.predict(X))


def score_anomalies(predictions):
    """Return the share of rows that were marked as anomalies (-1)."""
    return {"anomaly_rate": float(np.mean(np.asarray(predictions) == -1))}
