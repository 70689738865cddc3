"""Plain arrays for estimators that are particular about column names."""

import numpy as np
from sklearn.base import BaseEstimator, clone
from sklearn.utils import get_tags
from sklearn.utils.validation import check_is_fitted


class OnArrays(BaseEstimator):
    """Give the estimator an array of numbers: some refuse column names with special characters."""

    def __init__(self, estimator):
        self.estimator = estimator

    def fit(self, X, y=None, sample_weight=None):
        self.feature_names_in_ = np.array(getattr(X, "columns", range(np.shape(X)[1])), dtype=object)
        self.n_features_in_ = np.shape(X)[1]
        weights = {} if sample_weight is None else {"sample_weight": sample_weight}
        self.estimator_ = clone(self.estimator).fit(_as_numbers(X), y, **weights)
        return self

    def predict(self, X):
        check_is_fitted(self)
        return self.estimator_.predict(_as_numbers(X))

    def score(self, X, y=None, sample_weight=None):
        check_is_fitted(self)
        return self.estimator_.score(_as_numbers(X), y, sample_weight=sample_weight)

    @property
    def feature_importances_(self):
        return self.estimator_.feature_importances_

    def __sklearn_tags__(self):
        return get_tags(self.estimator)


def _as_numbers(X):
    return np.asarray(X, dtype=np.float64)
