"""The same model on many random draws of the rows, averaged."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.utils import check_array, get_tags
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_consistent_length, check_is_fitted, column_or_1d


class _Bagged(BaseEstimator):
    """Fit copies of the estimator, each on as many rows as there are, drawn by lot with replacement.

    Unlike scikit-learn's bagging it leaves tables as they are, so that whole pipelines with named columns can be bagged.
    """

    def __init__(self, estimator, n_estimators=10, random_state=42):
        self.estimator = estimator
        self.n_estimators = n_estimators
        self.random_state = random_state

    def _fit_copies(self, X, y, least):
        X = _table(X)
        check_consistent_length(X, y)
        generator = np.random.default_rng(self.random_state)
        self.estimators_ = []
        for _ in range(self.n_estimators):
            rows = generator.integers(0, len(y), len(y))
            while len(np.unique(y[rows])) < least:
                rows = generator.integers(0, len(y), len(y))
            self.estimators_.append(clone(self.estimator).fit(X.iloc[rows] if isinstance(X, pd.DataFrame) else X[rows], y[rows]))
        self.n_features_in_ = X.shape[1]
        return self

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags = get_tags(self.estimator).input_tags
        return tags


class BaggedClassifier(ClassifierMixin, _Bagged):
    """Average the probabilities of the copies; of models without probabilities, the shares of their votes."""

    def fit(self, X, y):
        y = _answers(y, self)
        check_classification_targets(y)
        self.classes_ = np.unique(y)
        return self._fit_copies(X, y, min(2, len(self.classes_)))

    def predict_proba(self, X):
        check_is_fitted(self)
        return np.mean([self._said_by(fitted, X) for fitted in self.estimators_], axis=0)

    def predict(self, X):
        check_is_fitted(self)
        return self.classes_[self.predict_proba(X).argmax(axis=1)]

    def _said_by(self, fitted, X):
        if not hasattr(fitted, "predict_proba"):
            return (fitted.predict(X)[:, None] == self.classes_).astype(float)
        found = fitted.predict_proba(X)
        said = np.zeros((len(found), len(self.classes_)))
        said[:, np.searchsorted(self.classes_, fitted.classes_)] = found
        return said


class BaggedRegressor(RegressorMixin, _Bagged):
    """Average the predictions of the copies."""

    def fit(self, X, y):
        return self._fit_copies(X, _answers(y, self), 1)

    def predict(self, X):
        check_is_fitted(self)
        return np.mean([fitted.predict(X) for fitted in self.estimators_], axis=0)


def _table(X):
    return X if isinstance(X, pd.DataFrame) else check_array(X, accept_sparse="csr", dtype=None, ensure_all_finite=False)


def _answers(y, estimator):
    if y is None:
        raise ValueError(f"{type(estimator).__name__} requires y to be passed, but the target y is None")
    return column_or_1d(y, warn=True)
