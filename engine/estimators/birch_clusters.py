"""BIRCH, kept as its centres."""

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import Birch
from sklearn.metrics import pairwise_distances_argmin
from sklearn.utils.validation import check_is_fitted, validate_data


class BirchClusters(ClusterMixin, BaseEstimator):
    """scikit-learn's Birch without its tree: only the centres and their groups are kept, which is all it predicts by."""

    def __init__(self, threshold=0.5, branching_factor=50, n_clusters=3):
        self.threshold = threshold
        self.branching_factor = branching_factor
        self.n_clusters = n_clusters

    def fit(self, X, y=None):
        X = validate_data(self, X, dtype=np.float64)
        fitted = Birch(
            threshold=self.threshold, branching_factor=self.branching_factor, n_clusters=self.n_clusters
        ).fit(X)
        self.centres_ = fitted.subcluster_centers_
        self.centre_labels_ = fitted.subcluster_labels_
        self.labels_ = fitted.labels_
        return self

    def predict(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, reset=False)
        return self.centre_labels_[pairwise_distances_argmin(X, self.centres_)]
