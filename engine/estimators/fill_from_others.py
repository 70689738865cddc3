"""Fill missing numbers with what the other columns of the same row suggest."""

from importlib import import_module

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.impute import KNNImputer
from sklearn.utils.validation import check_is_fitted


class FillFromOthers(TransformerMixin, BaseEstimator):
    """Fill the named columns of numbers, and leave every other column and every known value as it is.

    knn: the mean of the five training rows most alike. iterative: a Bayesian ridge regression on the other columns.
    Rows are compared by all columns of numbers, each centred and scaled by the training rows so that none outweighs the
    others. With `add_indicator` each column that had gaps in training gets a second one, 1 where a value was filled.
    """

    def __init__(self, columns, method="knn", add_indicator=False, random_state=42):
        self.columns = columns
        self.method = method
        self.add_indicator = add_indicator
        self.random_state = random_state

    def fit(self, X, y=None):
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        self.filled_ = [name for name in self.columns if name in X.columns]
        self.compared_ = [name for name in X.columns if X[name].dtype.kind in "biuf"]
        values = self._numbers(X)
        known = ~np.isnan(values)
        counts = np.maximum(known.sum(axis=0), 1)
        self.center_ = np.where(known, values, 0.0).sum(axis=0) / counts
        spread = np.sqrt((np.where(known, values - self.center_, 0.0) ** 2).sum(axis=0) / counts)
        self.scale_ = np.where(spread > 0, spread, 1.0)
        self.imputer_ = self._imputer().fit((values - self.center_) / self.scale_)
        self._name_outputs(X)
        return self

    def transform(self, X):
        check_is_fitted(self)
        values = self._numbers(X)
        gaps = np.isnan(values)
        filled = {}
        if gaps.any():
            guesses = self.imputer_.transform((values - self.center_) / self.scale_) * self.scale_ + self.center_
            for name in self.filled_:
                place = self.compared_.index(name)
                filled[name] = np.where(gaps[:, place], guesses[:, place], values[:, place])
        flags = {flag: X[name].isna().astype("float64") for flag, name in self.flags_.items()}
        return X.assign(**filled, **flags)

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        return np.array(list(self.sources_), dtype=object)

    def _imputer(self):
        if self.method == "knn":
            return KNNImputer(keep_empty_features=True)
        if self.method == "iterative":
            # scikit-learn offers it only after this import.
            import_module("sklearn.experimental.enable_iterative_imputer")
            from sklearn.impute import IterativeImputer

            return IterativeImputer(random_state=self.random_state, keep_empty_features=True, tol=1e-2)
        raise ValueError(f"method must be knn or iterative, not {self.method!r}")

    def _numbers(self, X):
        values = X[self.compared_].to_numpy(dtype=np.float64, na_value=np.nan)
        return np.where(np.isfinite(values), values, np.nan)

    def _name_outputs(self, X):
        self.sources_ = {name: [name] for name in X.columns}
        self.flags_ = {}
        for name in self.filled_ if self.add_indicator else []:
            if X[name].isna().any():
                flag = f"{name}_was_missing"
                while flag in self.sources_:
                    flag += "_too"
                self.flags_[flag] = name
                self.sources_[flag] = [name]
