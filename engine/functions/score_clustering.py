"""Measure how well groups are told apart."""

import numpy as np
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

from engine.functions.prepared import prepared


def score_clusterer(estimator, X, y=None):
    """Return the metrics of the groups that a fitted estimator makes of these rows."""
    model, X = prepared(estimator, X)
    return score_clustering(X, model.predict(X))


def score_clustering(X, labels):
    """Return the metrics by name; there are none where all rows are in one group, or each is its own.

    Rows in no group (noise, -1) are left out. The silhouette compares every row with every other: above 10,000 rows it is
    measured on 5,000 of them.
    """
    labels = np.asarray(labels)
    grouped = np.flatnonzero(labels != -1)
    X, labels = np.asarray(X)[grouped], labels[grouped]
    if not 1 < len(np.unique(labels)) < len(labels):
        return {}
    metrics = {
        "davies_bouldin": davies_bouldin_score(X, labels),
        "calinski_harabasz": calinski_harabasz_score(X, labels),
    }
    rows = rows_compared(len(labels))
    if len(np.unique(labels[rows])) > 1:
        metrics["silhouette"] = silhouette_score(X[rows], labels[rows])
    return {name: float(value) for name, value in metrics.items()}


def rows_compared(rows):
    """Return the places of the rows that the silhouette is measured on."""
    places = np.arange(rows)
    return places if rows <= 10_000 else np.sort(np.random.default_rng(42).choice(places, 5000, replace=False))
