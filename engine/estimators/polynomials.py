"""Products and powers of columns."""

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing import PolynomialFeatures
from sklearn.utils.validation import check_is_fitted, validate_data


class Polynomials(TransformerMixin, BaseEstimator):
    """Add all products of the columns up to a degree; with `interaction_only` none of a column with itself.

    scikit-learn's PolynomialFeatures without the constant; a product with a missing value is missing.
    """

    def __init__(self, degree=2, interaction_only=False):
        self.degree = degree
        self.interaction_only = interaction_only

    def fit(self, X, y=None):
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        self.maker_ = PolynomialFeatures(self.degree, interaction_only=self.interaction_only, include_bias=False)
        self.maker_.fit(np.nan_to_num(X[:1]))
        return self

    @property
    def powers_(self):
        """The power of each column (second axis) in each column made (first axis)."""
        return self.maker_.powers_

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan", reset=False)
        gaps = np.isnan(X)
        made = self.maker_.transform(np.where(gaps, 0.0, X))
        if gaps.any():
            made[gaps.astype(np.float64) @ (self.powers_.T > 0) > 0] = np.nan
        return made

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        names = input_features if input_features is not None else getattr(self, "feature_names_in_", None)
        return self.maker_.get_feature_names_out(None if names is None else np.asarray(names, dtype=object))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags
