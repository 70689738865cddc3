"""Leave rows with extreme values out of the training rows."""

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.ensemble import IsolationForest


class RemoveOutliers(BaseEstimator):
    """Drop training rows in which one of the columns has an extreme value; other rows are never dropped.

    iqr: more than `threshold` (1.5) interquartile ranges outside the quartiles. zscore: more than `threshold` (3)
    standard deviations from the mean. isolation_forest: the odd rows, `threshold` being their share (left out: the
    forest decides). Missing values are not extreme.
    """

    def __init__(self, columns=None, method="iqr", threshold=None, random_state=42):
        self.columns = columns
        self.method = method
        self.threshold = threshold
        self.random_state = random_state

    def fit_resample(self, X, y=None):
        present = list(X.columns) if self.columns is None else [name for name in self.columns if name in X.columns]
        keep = np.ones(len(X), dtype=bool)
        if present:
            keep = self._ordinary(X[present].to_numpy(dtype=np.float64, na_value=np.nan))
        if not keep.any():
            raise ValueError("every training row has an extreme value; a higher threshold would keep some")
        self.sample_indices_ = np.flatnonzero(keep)
        if keep.all():
            return X, y
        rows = X.iloc[self.sample_indices_]
        if y is None:
            return rows, None
        return rows, y.iloc[self.sample_indices_] if hasattr(y, "iloc") else np.asarray(y)[self.sample_indices_]

    def _ordinary(self, values):
        if self.method == "isolation_forest":
            share = "auto" if self.threshold is None else self.threshold
            return IsolationForest(contamination=share, random_state=self.random_state).fit_predict(values) == 1
        known = values[:, ~np.isnan(values).all(axis=0)]
        if self.method == "iqr":
            lower, upper = np.nanquantile(known, [0.25, 0.75], axis=0)
            reach = (upper - lower) * (1.5 if self.threshold is None else self.threshold)
        elif self.method == "zscore":
            lower = upper = np.nanmean(known, axis=0)
            reach = np.nanstd(known, axis=0) * (3.0 if self.threshold is None else self.threshold)
        else:
            raise ValueError(f"method must be iqr, zscore or isolation_forest, not {self.method!r}")
        return ~((known < lower - reach) | (known > upper + reach)).any(axis=1)
