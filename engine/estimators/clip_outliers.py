"""Bring extreme values back to a bound."""

import numpy as np
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from sklearn.ensemble import IsolationForest
from sklearn.utils.validation import check_is_fitted, validate_data


class ClipOutliers(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Set values beyond the bounds of a column to the bound.

    iqr: the quartiles, and `threshold` (1.5) interquartile ranges on. zscore: the mean, and `threshold` (3) standard
    deviations on. isolation_forest: the lowest and highest value among the rows that are not odd, `threshold` being the
    share of odd rows (left out: the forest decides). Missing values stay missing.
    """

    def __init__(self, method="iqr", threshold=None, random_state=42):
        self.method = method
        self.threshold = threshold
        self.random_state = random_state

    def fit(self, X, y=None):
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        empty = np.isnan(X).all(axis=0)
        X = np.where(empty, 0.0, X) if empty.any() else X
        if self.method == "iqr":
            lower, upper = np.nanquantile(X, [0.25, 0.75], axis=0)
            reach = (upper - lower) * (1.5 if self.threshold is None else self.threshold)
        elif self.method == "zscore":
            lower = upper = np.nanmean(X, axis=0)
            reach = np.nanstd(X, axis=0) * (3.0 if self.threshold is None else self.threshold)
        elif self.method == "isolation_forest":
            lower, upper = self._ordinary_range(X)
            reach = 0.0
        else:
            raise ValueError(f"method must be iqr, zscore or isolation_forest, not {self.method!r}")
        self.lower_, self.upper_ = lower - reach, upper + reach
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan", reset=False)
        return np.clip(X, self.lower_, self.upper_)

    def _ordinary_range(self, X):
        share = "auto" if self.threshold is None else self.threshold
        ordinary = X[IsolationForest(contamination=share, random_state=self.random_state).fit_predict(X) == 1]
        # A column that only odd rows have a value in keeps its range.
        known = np.where(np.isnan(ordinary).all(axis=0), X, np.nan) if len(ordinary) < len(X) else X
        rows = np.vstack([ordinary, known])
        return np.nanmin(rows, axis=0), np.nanmax(rows, axis=0)

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags
