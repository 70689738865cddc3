"""A transformer for some of the columns."""

import numpy as np
import pandas as pd
from scipy.sparse import issparse
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.utils.validation import check_is_fitted


class OnColumns(TransformerMixin, BaseEstimator):
    """Apply a transformer to the named columns of a table and let the others pass.

    What it makes stands in the place of the first of these columns. Columns that the table lacks are left out of
    account; `columns=None` means all.
    """

    def __init__(self, transformer, columns=None):
        self.transformer = transformer
        self.columns = columns

    def fit(self, X, y=None):
        self._start(X)
        if self.used_:
            self.transformer_.fit(X[self.used_], y)
        return self._name_outputs()

    def fit_transform(self, X, y=None):
        self._start(X)
        # Cross-fitted encoders give other values for the rows they learn from, so this is not fit, then transform.
        made = self.transformer_.fit_transform(X[self.used_], y) if self.used_ else None
        self._name_outputs()
        return self._put_in_place(X, made)

    def transform(self, X):
        check_is_fitted(self)
        return self._put_in_place(X, self.transformer_.transform(X[self.used_]) if self.used_ else None)

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        return np.array([*self.before_, *self.made_, *self.after_], dtype=object)

    def _start(self, X):
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        present = list(X.columns)
        chosen = set(present if self.columns is None else self.columns)
        self.used_ = present if self.columns is None else [name for name in self.columns if name in set(present)]
        first = next((place for place, name in enumerate(present) if name in chosen), len(present))
        self.before_ = present[:first]
        self.after_ = [name for name in present[first:] if name not in chosen]
        self.transformer_ = clone(self.transformer)

    def _name_outputs(self):
        names = list(self.transformer_.get_feature_names_out(self.used_)) if self.used_ else []
        taken = {*self.before_, *self.after_}
        self.made_ = []
        for name in map(str, names):
            unique, number = name, 2
            while unique in taken:
                unique, number = f"{name}_{number}", number + 1
            taken.add(unique)
            self.made_.append(unique)
        return self

    def _put_in_place(self, X, made):
        if made is None:
            return X
        if issparse(made):
            made = made.toarray()
        if isinstance(made, pd.DataFrame):
            made = made.set_axis(self.made_, axis=1)
        else:
            made = pd.DataFrame(made, columns=self.made_, index=X.index)
            if made.dtypes.eq(object).any():
                made = made.infer_objects()
        parts = [X[names] for names in (self.before_, self.after_) if names]
        parts.insert(1 if self.before_ else 0, made)
        return pd.concat(parts, axis=1) if len(parts) > 1 else made
