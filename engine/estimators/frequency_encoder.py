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
        counts = [X[name].value_counts() for name in X.columns]
        self.categories_ = [found.index.tolist() for found in counts]
        self.shares_ = [found.to_numpy(dtype=np.float64) / len(X) for found in counts]
        self.missing_ = [float(X[name].isna().mean()) for name in X.columns]
        return self

    def transform(self, X):
        check_is_fitted(self)
        encoded = {}
        for name, categories, shares, missing in zip(
            self.feature_names_in_, self.categories_, self.shares_, self.missing_, strict=True
        ):
            places = pd.Index(categories, dtype=object).get_indexer(X[name].astype(object))
            # The last place stands for what no training row had.
            encoded[name] = np.where(X[name].isna(), missing, np.append(shares, 0.0)[places])
        return pd.DataFrame(encoded, index=X.index)
