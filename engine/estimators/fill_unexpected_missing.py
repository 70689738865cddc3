"""Fill gaps where no training row had one."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted

DEFINED = {"log": lambda values: values > -1, "sqrt": lambda values: values >= 0, "box_cox": lambda values: values > 0}


class FillUnexpectedMissing(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Guard against gaps in later records, in columns that were complete in the training rows.

    Numbers and dates get the training rows' median, all else their most frequent value. The training rows themselves
    pass unchanged, and so do gaps in columns that had some when it was fitted. `function` is what comes next (log, sqrt or
    box_cox): numbers that it has no value for count as gaps.
    """

    def __init__(self, function=None):
        self.function = function

    def fit(self, X, y=None):
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        self.fills_ = {}
        for name in X.columns:
            column = X[name]
            if len(column) and not column.isna().any():
                self.fills_[name] = _middle(column)
        return self

    def fit_transform(self, X, y=None):
        self.fit(X)
        return X

    def transform(self, X):
        check_is_fitted(self)
        if self.function is not None:
            X = X.where(DEFINED[self.function](X))
        gaps = [name for name in self.fills_ if X[name].isna().any()]
        return X.assign(**{name: _filled(X[name], self.fills_[name]) for name in gaps}) if gaps else X


def _middle(column):
    if pd.api.types.is_bool_dtype(column.dtype):
        return bool(column.mean() > 0.5)
    if pd.api.types.is_numeric_dtype(column.dtype):
        return float(np.median(column.to_numpy(dtype=np.float64)))
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return str(column.median())
    counts = column.value_counts()
    return counts.index[counts.to_numpy() == counts.iloc[0]].astype("str").min()


def _filled(column, value):
    if isinstance(value, bool):
        return column.astype(object).where(column.notna(), value).astype(bool)
    if isinstance(value, float):
        return column.astype("float64").fillna(value)
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return column.fillna(pd.Timestamp(value))
    return column.where(column.notna(), value).infer_objects()
