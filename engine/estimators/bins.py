"""Numbers as numbered ranges."""

import warnings

import numpy as np
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from sklearn.preprocessing import KBinsDiscretizer
from sklearn.utils.validation import check_is_fitted, validate_data


class Bins(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Replace each number by the number of its range, 0 for the lowest; missing values stay missing.

    quantile: as many training rows in each range. uniform: ranges equally wide. kmeans: around the centres of groups.
    Values outside what was learned belong to the outermost range. Ranges that would be empty are left out, so that a
    column of few different values gets fewer.
    """

    def __init__(self, bins=5, strategy="quantile"):
        self.bins = bins
        self.strategy = strategy

    def fit(self, X, y=None):
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        self.edges_ = [self._edges(column[~np.isnan(column)]) for column in X.T]
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan", reset=False)
        numbered = [np.searchsorted(edges, column, side="right") for edges, column in zip(self.edges_, X.T, strict=True)]
        return np.where(np.isnan(X), np.nan, np.column_stack(numbered))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags

    def _edges(self, known):
        """The inner bounds: below the first is range 0."""
        distinct = np.unique(known)
        if len(distinct) < 2:
            return np.array([])
        if len(distinct) <= self.bins:
            return (distinct[:-1] + distinct[1:]) / 2
        binner = KBinsDiscretizer(
            self.bins, encode="ordinal", strategy=self.strategy, subsample=None, quantile_method="averaged_inverted_cdf"
        )
        with warnings.catch_warnings():
            # Ranges too narrow to hold a row are left out, as said above.
            warnings.filterwarnings("ignore", message="Bins whose width are too small")
            return binner.fit(known.reshape(-1, 1)).bin_edges_[0][1:-1]
