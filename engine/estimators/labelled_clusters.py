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
        self.clusterer_ = clone(self.clusterer).fit(X)
        self.labels_ = self.clusterer_.labels_
        metric = getattr(self.clusterer_, "metric", "euclidean")
        self.neighbors_ = NearestNeighbors(n_neighbors=1, metric=metric).fit(X)
        cores = getattr(self.clusterer_, "core_sample_indices_", None)
        self.core_labels_ = self.core_neighbors_ = None
        if cores is not None and len(cores):
            self.core_labels_ = self.labels_[cores]
            self.core_neighbors_ = NearestNeighbors(n_neighbors=1, metric=metric).fit(X[cores])
        return self

    def predict(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, reset=False)
        distances, places = self.neighbors_.kneighbors(X)
        labels = self.labels_[places[:, 0]]
        reach = getattr(self.clusterer_, "eps", None)
        if reach is None:
            return labels
        known = distances[:, 0] == 0
        if self.core_neighbors_ is None:
            return np.where(known, labels, -1)
        distances, places = self.core_neighbors_.kneighbors(X)
        nearest = np.where(distances[:, 0] <= reach, self.core_labels_[places[:, 0]], -1)
        return np.where(known, labels, nearest)
