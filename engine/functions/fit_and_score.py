"""Fit on the training rows, score every part."""

from threadpoolctl import threadpool_limits


def fit_and_score(estimator, X, y, parts, scoring):
    """Fit the estimator on the training rows and return the metrics of each part.

    One thread, so that sums come in the same order everywhere and the last digit stays the same.
    """
    samples = {name: (X.iloc[rows], None if y is None else y[rows]) for name, rows in parts.items() if len(rows)}
    with threadpool_limits(limits=1):
        estimator.fit(*samples["train"])
        return {
            name: scoring(estimator, *samples[name]) if name in samples else {}
            for name in ("train", "validation", "test")
        }
