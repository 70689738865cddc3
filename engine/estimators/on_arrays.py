"""Plain arrays for estimators that are particular about column names."""

import numpy as np
from sklearn.base import BaseEstimator, clone
from sklearn.utils import get_tags
from sklearn.utils.metaestimators import available_if
from sklearn.utils.validation import check_is_fitted, validate_data


class OnArrays(BaseEstimator):
    """Give the estimator an array of numbers: some refuse column names with special characters."""

    def __init__(self, estimator):
        self.estimator = estimator

    def fit(self, X, y=None, sample_weight=None):
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite=False)
        weights = {} if sample_weight is None else {"sample_weight": sample_weight}
        self.estimator_ = clone(self.estimator).fit(X, y, **weights)
        return self

    def predict(self, X):
        check_is_fitted(self)
        return self.estimator_.predict(self._numbers(X))

    @available_if(lambda self: hasattr(self.estimator, "decision_function"))
    def decision_function(self, X):
        check_is_fitted(self)
        return self.estimator_.decision_function(self._numbers(X))

    def score(self, X, y=None, sample_weight=None):
        check_is_fitted(self)
        return self.estimator_.score(self._numbers(X), y, sample_weight=sample_weight)

    @property
    def feature_importances_(self):
        return self.estimator_.feature_importances_

    def __sklearn_tags__(self):
        tags = get_tags(self.estimator)
        tags.input_tags.sparse = False
        return tags

    def _numbers(self, X):
        return validate_data(self, X, dtype=np.float64, ensure_all_finite=False, reset=False)
