"""Measure how well numbers were predicted."""

import math

import numpy as np
from sklearn.metrics import (
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    median_absolute_error,
    r2_score,
    root_mean_squared_error,
)


def score_regressor(estimator, X, y):
    """Return the metrics of the numbers that a fitted estimator predicts for these rows."""
    return score_regression(y, estimator.predict(X))


def score_regression(y, predictions):
    """Return the metrics by name, without those that are too large for a number; `r2` needs two rows."""
    smaller, halvings = _squarable(y, predictions)
    metrics = {
        "mae": mean_absolute_error(y, predictions),
        "mse": mean_squared_error(y, predictions),
        "rmse": np.ldexp(root_mean_squared_error(*smaller), halvings),
        "mape": mean_absolute_percentage_error(y, predictions),
        "median_ae": median_absolute_error(y, predictions),
    }
    if len(y) > 1:
        metrics["r2"] = r2_score(*smaller)
    return {name: float(value) for name, value in metrics.items() if math.isfinite(value)}


def _squarable(y, predictions):
    """Halve very large values together until their squares are numbers, and say how often that was."""
    halvings = math.frexp(max(np.abs(y).max(), np.abs(predictions).max()))[1] - 500
    if halvings <= 0:
        return (y, predictions), 0
    return [np.ldexp(values, -halvings) for values in (y, predictions)], halvings
