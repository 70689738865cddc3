"""Few axes on which rows that are alike lie near each other."""

import numpy as np
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.neighbors import KNeighborsRegressor
from sklearn.utils.validation import check_is_fitted, validate_data


class UMAPAxes(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):
    """Lay the training rows out with UMAP, without looking at the target, and place other rows among them.

    A new row gets the mean place of the training rows most alike, the nearer the more weight: as UMAP itself places new
    rows before it moves them on. So the fitted object is plain numbers, and predicting needs no UMAP.
    """

    def __init__(self, n_components=2, n_neighbors=15, random_state=42):
        self.n_components = n_components
        self.n_neighbors = n_neighbors
        self.random_state = random_state

    def fit(self, X, y=None):
        from umap import UMAP

        X = validate_data(self, X, dtype=np.float64, ensure_min_samples=3)
        near = int(min(self.n_neighbors, len(X) - 1))
        layout = UMAP(n_components=self.n_components, n_neighbors=near, random_state=self.random_state, n_jobs=1)
        places = np.asarray(layout.fit_transform(X), dtype=np.float64)
        self.neighbors_ = KNeighborsRegressor(near, weights="distance").fit(X, places)
        self._n_features_out = places.shape[1]
        return self

    def transform(self, X):
        check_is_fitted(self)
        return self.neighbors_.predict(validate_data(self, X, dtype=np.float64, reset=False))
