"""Categories in a fixed number of columns."""

import hashlib

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted


class HashingEncoder(TransformerMixin, BaseEstimator):
    """Spread the categories of each column over `buckets` columns of 0 and 1, by a hash of their text.

    Any category has its bucket, also one never seen before; several share one. Missing values have none.
    """

    def __init__(self, buckets=16):
        self.buckets = buckets

    def fit(self, X, y=None):
        if self.buckets < 1:
            raise ValueError(f"buckets must be at least 1, not {self.buckets}")
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        self.sources_ = {f"{name}_hash{number}": [name] for name in X.columns for number in range(self.buckets)}
        return self

    def transform(self, X):
        check_is_fitted(self)
        made = np.zeros((len(X), len(self.feature_names_in_) * self.buckets))
        for place, name in enumerate(self.feature_names_in_):
            codes, values = pd.factorize(X[name])
            buckets = np.array([self._bucket(value) for value in values], dtype=int)
            known = np.flatnonzero(codes >= 0)
            made[known, place * self.buckets + buckets[codes[known]]] = 1.0
        return made

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.sources_), dtype=object)

    def _bucket(self, value):
        digest = hashlib.md5(str(value).encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
        return int.from_bytes(digest[:8], "big") % self.buckets
