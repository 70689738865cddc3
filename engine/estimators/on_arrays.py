"""Plain arrays for regressors that are particular about column names."""

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.utils.validation import check_is_fitted


class OnArrays(RegressorMixin, BaseEstimator):
    """Give the regressor an array of numbers: some refuse column names with special characters."""

    def __init__(self, regressor):
        self.regressor = regressor

    def fit(self, X, y, sample_weight=None):
        self.feature_names_in_ = np.array(getattr(X, "columns", range(np.shape(X)[1])), dtype=object)
        self.n_features_in_ = np.shape(X)[1]
        weights = {} if sample_weight is None else {"sample_weight": sample_weight}
        self.regressor_ = clone(self.regressor).fit(np.asarray(X, dtype=np.float64), y, **weights)
        return self

    def predict(self, X):
        check_is_fitted(self)
        return self.regressor_.predict(np.asarray(X, dtype=np.float64))

    @property
    def feature_importances_(self):
        return self.regressor_.feature_importances_

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags
