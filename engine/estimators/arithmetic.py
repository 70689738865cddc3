"""Make a feature by simple arithmetic."""

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin


class Arithmetic(TransformerMixin, BaseEstimator):
    """Add the column `name` = left operator right; `right` is a column or a number. Division by zero gives NaN."""

    def __init__(self, name, left, operator, right):
        self.name = name
        self.left = left
        self.operator = operator
        self.right = right

    def fit(self, X, y=None):
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        used = [self.left, self.right] if isinstance(self.right, str) else [self.left]
        self.sources_ = {**{name: [name] for name in X.columns}, self.name: used}
        return self

    def transform(self, X):
        left = X[self.left].astype("float64")
        right = X[self.right].astype("float64") if isinstance(self.right, str) else float(self.right)
        if self.operator == "add":
            made = left + right
        elif self.operator == "subtract":
            made = left - right
        elif self.operator == "multiply":
            made = left * right
        else:
            made = (left / right).replace([np.inf, -np.inf], np.nan)
        return X.assign(**{self.name: made})

    def get_feature_names_out(self, input_features=None):
        return np.array([*self.feature_names_in_, self.name], dtype=object)
