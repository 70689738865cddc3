"""Measure a model on rows that it did not learn from, fold by fold."""

from sklearn.base import clone
from threadpoolctl import threadpool_limits

from engine.functions.score import score


def cross_validate(frame, estimator, rows, folds, *, features, target, task, positive, folds_by=None):
    """Return the metrics of each fold of these rows: the estimator learns from the other folds and is judged on it.

    `folds_by` names the column with the time or the group of each row, where the folds keep to one.
    """
    table = frame if folds_by is None else frame.set_axis(frame[folds_by], axis=0)
    X, y = table[features].iloc[rows], table[target].iloc[rows].to_numpy()
    with threadpool_limits(limits=1):
        return [
            judge_fold(estimator, X, y, learned, judged, task, positive) for learned, judged in folds.split(X, y)
        ]


def judge_fold(estimator, X, y, learned, judged, task, positive):
    """Fit a copy of the estimator on some rows and return its metrics on others."""
    fitted = clone(estimator).fit(X.iloc[learned], y[learned])
    return score(fitted, X.iloc[judged], y[judged], task, positive)
