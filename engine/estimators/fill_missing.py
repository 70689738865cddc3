"""Fill missing values of any kind of column."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted


class FillMissing(TransformerMixin, BaseEstimator):
    """Fill each column with its own value: mean, median, most_frequent (of equals the first in order) or constant.

    A column that is all missing gets `fill_value`, or else 0 for numbers and "missing" for text. With `add_indicator`
    each column that had gaps gets a second one, 1 where a value was filled.
    """

    def __init__(self, strategy="most_frequent", fill_value=None, add_indicator=False):
        self.strategy = strategy
        self.fill_value = fill_value
        self.add_indicator = add_indicator

    def fit(self, X, y=None):
        if self.strategy not in ("mean", "median", "most_frequent", "constant"):
            raise ValueError(f"strategy must be mean, median, most_frequent or constant, not {self.strategy!r}")
        if self.strategy == "constant" and self.fill_value is None:
            raise ValueError("strategy constant needs a fill_value")
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        self.fills_ = {name: _plain_value(self._fill(X[name])) for name in X.columns}
        self.sources_ = {name: [name] for name in X.columns}
        self.flags_ = {}
        for name in X.columns:
            if self.add_indicator and X[name].isna().any():
                flag = f"{name}_was_missing"
                while flag in self.sources_:
                    flag += "_too"
                self.flags_[flag] = name
                self.sources_[flag] = [name]
        return self

    def transform(self, X):
        check_is_fitted(self)
        filled = {name: self._filled(X[name], value) for name, value in self.fills_.items()}
        flags = {flag: X[name].isna().astype("float64") for flag, name in self.flags_.items()}
        return pd.DataFrame(filled | flags, index=X.index)

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.sources_), dtype=object)

    def _fill(self, column):
        if self.strategy == "constant":
            return self.fill_value
        known = column.dropna()
        if len(known) == 0:
            default = 0 if pd.api.types.is_numeric_dtype(column.dtype) else "missing"
            return default if self.fill_value is None else self.fill_value
        if self.strategy == "mean":
            return known.mean()
        if self.strategy == "median":
            return known.median()
        counts = known.value_counts()
        return min(counts.index[counts == counts.iloc[0]], key=_order)

    def _filled(self, column, value):
        if not column.isna().any():
            return column
        if pd.api.types.is_datetime64_any_dtype(column.dtype):
            return column.fillna(pd.Timestamp(value))
        if pd.api.types.is_integer_dtype(column.dtype) or pd.api.types.is_bool_dtype(column.dtype):
            column = column.astype(object)  # a whole-number column cannot hold a mean
        elif isinstance(column.dtype, pd.CategoricalDtype) or isinstance(value, str) != (column.dtype == "str"):
            column = column.astype(object)
        return column.where(column.notna(), value).infer_objects()


def _order(value):
    """Values of one kind in their own order, kinds by name: a column may hold both numbers and text."""
    return type(value).__name__, value


def _plain_value(value):
    """Numbers and texts of Python itself, so that any format can keep them."""
    if isinstance(value, pd.Timestamp):
        return str(value)
    return value.item() if isinstance(value, np.generic) else value
