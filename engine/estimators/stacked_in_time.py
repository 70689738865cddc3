"""Stacking that keeps to the order of time."""

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.utils.validation import check_is_fitted


class _StackedInTime(BaseEstimator):
    """Learn how to weigh models by what each said of rows that are later than all that it had seen.

    `cv` divides the rows by the time in the table's index. The earliest rows are later than none, so the weights are
    learned without them; then each model is fitted once more, on all rows.
    """

    def __init__(self, estimators, final_estimator, cv):
        self.estimators = estimators
        self.final_estimator = final_estimator
        self.cv = cv

    def _fit_members(self, X, y):
        y = np.asarray(y)
        answers, rows = [], []
        for learned, judged in self.cv.split(X, y):
            fitted = [clone(member).fit(X.iloc[learned], y[learned]) for _, member in self.estimators]
            answers.append(self._said_by(fitted, X.iloc[judged]))
            rows.append(judged)
        self.final_estimator_ = clone(self.final_estimator).fit(np.concatenate(answers), y[np.concatenate(rows)])
        self.estimators_ = [clone(member).fit(X, y) for _, member in self.estimators]
        self.n_features_in_ = X.shape[1]
        return self

    def predict(self, X):
        check_is_fitted(self)
        return self.final_estimator_.predict(self._said_by(self.estimators_, X))


class StackedInTimeClassifier(ClassifierMixin, _StackedInTime):
    """Weigh the probabilities of the models; of models without probabilities, their answers."""

    def fit(self, X, y):
        self.classes_ = np.unique(np.asarray(y))
        return self._fit_members(X, y)

    def predict_proba(self, X):
        check_is_fitted(self)
        found = self.final_estimator_.predict_proba(self._said_by(self.estimators_, X))
        return self._of_all_classes(found, self.final_estimator_.classes_)

    def _said_by(self, fitted, X):
        found = [self._probabilities(member, X) for member in fitted]
        # Of two probabilities the second says nothing new.
        return np.hstack([said[:, 1:] if len(self.classes_) == 2 else said for said in found])

    def _probabilities(self, member, X):
        if hasattr(member, "predict_proba"):
            return self._of_all_classes(member.predict_proba(X), member.classes_)
        return (member.predict(X)[:, None] == self.classes_).astype(float)

    def _of_all_classes(self, found, classes):
        """Give a class that was not there yet in earlier times the probability 0."""
        said = np.zeros((len(found), len(self.classes_)))
        said[:, np.searchsorted(self.classes_, classes)] = found
        return said


class StackedInTimeRegressor(RegressorMixin, _StackedInTime):
    """Weigh the predictions of the models."""

    def fit(self, X, y):
        return self._fit_members(X, y)

    def _said_by(self, fitted, X):
        return np.column_stack([member.predict(X) for member in fitted])
