"""How common a category is."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted


class FrequencyEncoder(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Replace each category by its share of the training rows; unseen ones get 0. Missing counts as a category."""

    def fit(self, X, y=None):
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        counts = {name: X[name].value_counts() for name in X.columns}
        self.shares_ = {name: (found / len(X)).to_dict() for name, found in counts.items()}
        self.missing_ = {name: float(X[name].isna().mean()) for name in X.columns}
        return self

    def transform(self, X):
        check_is_fitted(self)
        encoded = {}
        for name, shares in self.shares_.items():
            values = X[name].map(shares).astype("float64").fillna(0.0)
            encoded[name] = values.mask(X[name].isna(), self.missing_[name])
        return pd.DataFrame(encoded, index=X.index)
