"""Keep the columns that say most about the target."""

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.feature_selection import (
    RFE,
    RFECV,
    chi2,
    f_classif,
    f_regression,
    mutual_info_classif,
    mutual_info_regression,
)
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.utils.validation import check_is_fitted


class KeepBest(TransformerMixin, BaseEstimator):
    """Rank the columns of a table of numbers on the training rows and keep the `k` best, in their order.

    Left out, `k` is half of the columns, and for rfecv the number that predicts best. Missing values count as the
    column's median while it ranks. `task` is classification or regression.
    """

    def __init__(self, method="f_test", k=None, task="classification", random_state=42):
        self.method = method
        self.k = k
        self.task = task
        self.random_state = random_state

    def fit(self, X, y=None):
        text = [name for name in X.columns if X[name].dtype.kind not in "biuf"]
        if text:
            raise ValueError(f"only numbers can be ranked: encode {text[0]!r} first")
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        values = X.to_numpy(dtype=np.float64, na_value=np.nan)
        gaps = np.isnan(values)
        if gaps.any():
            known = [column[~gap] for column, gap in zip(values.T, gaps.T, strict=True)]
            middles = np.array([np.median(column) if len(column) else 0.0 for column in known])
            values = np.where(gaps, middles, values)
        k = -(-X.shape[1] // 2) if self.k is None else min(self.k, X.shape[1])
        target = None if y is None else np.asarray(y)
        if self.method in ("rfe", "rfecv"):
            chosen = np.flatnonzero(self._eliminated(values, target, k))
        else:
            self.scores_ = self._scores(values, target)
            chosen = np.sort(np.argsort(-self.scores_, kind="stable")[:k])
        self.kept_ = list(self.feature_names_in_[chosen])
        self.sources_ = {name: [name] for name in self.kept_}
        return self

    def transform(self, X):
        check_is_fitted(self)
        return X[self.kept_]

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        return np.array(self.kept_, dtype=object)

    def _forest(self):
        forest = RandomForestClassifier if self.task == "classification" else RandomForestRegressor
        return forest(n_estimators=100, random_state=self.random_state)

    def _eliminated(self, values, y, k):
        """Drop the least important fifth of the columns, again and again."""
        if self.method == "rfe":
            return RFE(self._forest(), n_features_to_select=k, step=0.2).fit(values, y).support_
        splitter = StratifiedKFold if self.task == "classification" else KFold
        folds = splitter(3, shuffle=True, random_state=self.random_state)
        least = 1 if self.k is None else k
        return RFECV(self._forest(), min_features_to_select=least, step=0.2, cv=folds).fit(values, y).support_

    def _scores(self, values, y):
        if self.method == "variance":
            return values.var(axis=0)
        scores = np.full(values.shape[1], -np.inf)
        varied = np.flatnonzero(np.ptp(values, axis=0) > 0)  # a constant column says nothing
        if len(varied):
            scores[varied] = np.nan_to_num(self._scores_with_target(values[:, varied], y), nan=-np.inf)
        return scores

    def _scores_with_target(self, values, y):
        classes = self.task == "classification"
        if self.method == "correlation":
            return _absolute_correlation(values, y, classes)
        if self.method == "f_test":
            return (f_classif if classes else f_regression)(values, y)[0]
        if self.method == "chi2":
            if not classes:
                raise ValueError("chi2 compares classes: for a number to predict take f_test or mutual_info")
            return chi2(values - values.min(axis=0), y)[0]
        if self.method == "mutual_info":
            measure = mutual_info_classif if classes else mutual_info_regression
            return measure(values, y, random_state=self.random_state)
        if self.method == "importance":
            return self._forest().fit(values, y).feature_importances_
        raise ValueError(f"there is no ranking called {self.method!r}")


def _absolute_correlation(values, y, classes):
    """With classes, the correlation with the class that it tells apart best."""
    targets = (y[:, None] == np.unique(y)).astype(np.float64) if classes else y[:, None].astype(np.float64)
    centred = values - values.mean(axis=0)
    targets = targets - targets.mean(axis=0)
    scale = np.outer(np.sqrt((centred**2).sum(axis=0)), np.sqrt((targets**2).sum(axis=0)))
    products = np.abs(centred.T @ targets)
    return np.divide(products, scale, out=np.zeros_like(products), where=scale > 0).max(axis=1)
