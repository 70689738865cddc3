"""Leave columns out that an earlier step made."""

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin


class LeaveOut(TransformerMixin, BaseEstimator):
    """Pass every column on but these."""

    def __init__(self, columns):
        self.columns = columns

    def fit(self, X, y=None):
        self.kept_ = [name for name in X.columns if name not in set(self.columns)]
        return self

    def transform(self, X):
        return X[self.kept_]

    def get_feature_names_out(self, input_features=None):
        return np.array(self.kept_, dtype=object)
