"""Categories as the average of the target."""

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.preprocessing import TargetEncoder
from sklearn.utils.multiclass import type_of_target
from sklearn.utils.validation import check_is_fitted


class CrossFittedTargetEncoder(TransformerMixin, BaseEstimator):
    """scikit-learn's TargetEncoder with folds drawn from a seed.

    Each training row is encoded by what the other folds say, so that its own answer does not leak into it. A target
    with more than two classes makes one column a class. `target_type` is continuous, binary or multiclass; auto takes
    whole numbers with more than 30 values for an amount.
    """

    def __init__(self, target_type="auto", folds=5, random_state=42):
        self.target_type = target_type
        self.folds = folds
        self.random_state = random_state

    def fit(self, X, y):
        self._start(X, y).encoder_.fit(X, y)
        return self._finish()

    def fit_transform(self, X, y):
        made = self._start(X, y).encoder_.fit_transform(X, y)
        self._finish()
        return made

    def transform(self, X):
        check_is_fitted(self)
        return self.encoder_.transform(X)

    def get_feature_names_out(self, input_features=None):
        return self.encoder_.get_feature_names_out()

    def _start(self, X, y):
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        kind = self._kind(np.asarray(y)) if self.target_type == "auto" else self.target_type
        smallest = len(y) if kind == "continuous" else np.unique(np.asarray(y), return_counts=True)[1].min()
        splitter = KFold if kind == "continuous" or smallest < 2 else StratifiedKFold
        folds = max(2, min(self.folds, smallest))
        cv = splitter(folds, shuffle=True, random_state=self.random_state)
        self.encoder_ = TargetEncoder(target_type=kind, cv=cv)
        return self

    def _kind(self, y):
        kind = type_of_target(y, raise_unknown=True)
        amount = kind == "multiclass" and y.dtype.kind in "iuf" and len(np.unique(y)) > 30
        return "continuous" if amount else kind

    def _finish(self):
        names = self.get_feature_names_out()
        each = len(names) // self.n_features_in_
        inputs = [str(name) for name in self.feature_names_in_ for _ in range(each)]
        self.sources_ = {name: [source] for name, source in zip(names, inputs, strict=True)}
        return self
