"""Groups for new rows from clusterers that only label the rows they were given."""

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin, clone
from sklearn.neighbors import NearestNeighbors
from sklearn.utils.validation import check_is_fitted, validate_data


class LabelledClusters(ClusterMixin, BaseEstimator):
    """Group the training rows, and put a new row into the group of the nearest one.

    With DBSCAN the nearest core point within `eps` decides, and -1 is noise. A row equal to a training row has its group.
    """

    def __init__(self, clusterer):
        self.clusterer = clusterer

    def fit(self, X, y=None):
        X = validate_data(self, X, dtype=np.float64)
        fitted = clone(self.clusterer).fit(X)
        metric = getattr(fitted, "metric", "euclidean")
        self.labels_ = fitted.labels_
        self.reach_ = getattr(fitted, "eps", None)
        self.neighbors_ = NearestNeighbors(n_neighbors=1, metric=metric).fit(X)
        self.core_neighbors_ = None
        cores = getattr(fitted, "core_sample_indices_", [])
        if len(cores):
            self.core_labels_ = self.labels_[cores]
            self.core_neighbors_ = NearestNeighbors(n_neighbors=1, metric=metric).fit(X[cores])
        return self

    def predict(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, reset=False)
        distances, places = self.neighbors_.kneighbors(X)
        labels = self.labels_[places[:, 0]]
        if self.reach_ is None:
            return labels
        return np.where(distances[:, 0] == 0, labels, self._nearest_core(X))

    def _nearest_core(self, X):
        if self.core_neighbors_ is None:
            return np.full(len(X), -1)
        distances, places = self.core_neighbors_.kneighbors(X)
        return np.where(distances[:, 0] <= self.reach_, self.core_labels_[places[:, 0]], -1)
