"""Measure a model on rows that it did not learn from, fold by fold."""

from sklearn.base import clone
from threadpoolctl import threadpool_limits


def cross_validate(estimator, X, y, folds, scoring):
    """Return the metrics of each fold of these rows: the estimator learns from the other folds and is judged on it."""
    with threadpool_limits(limits=1):
        return [judge_fold(estimator, X, y, learned, judged, scoring) for learned, judged in folds.split(X, y)]


def judge_fold(estimator, X, y, learned, judged, scoring):
    """Fit a copy of the estimator on some rows and return its metrics on others."""
    fitted = clone(estimator).fit(X.iloc[learned], y[learned])
    return scoring(fitted, X.iloc[judged], y[judged])
