"""Any class names for classifiers that want 0, 1, 2…"""

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data


class LabelEncoded(ClassifierMixin, BaseEstimator):
    """Number the classes before the classifier learns them, and name them again when it predicts.

    The classifier is given a plain array of numbers, as some refuse column names with special characters.
    """

    def __init__(self, classifier):
        self.classifier = classifier

    def fit(self, X, y, sample_weight=None):
        X, y = validate_data(self, X, y, dtype=np.float64, ensure_all_finite=False)
        check_classification_targets(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        if len(self.classes_) < 2:
            raise ValueError(f"the training rows hold one class alone: {str(self.classes_[0])!r}")
        weights = {} if sample_weight is None else {"sample_weight": sample_weight}
        self.classifier_ = clone(self.classifier).fit(X, codes, **weights)
        return self

    def predict(self, X):
        check_is_fitted(self)
        return self.classes_[np.asarray(self.classifier_.predict(self._numbers(X)), dtype=int)]

    def predict_proba(self, X):
        check_is_fitted(self)
        return self.classifier_.predict_proba(self._numbers(X))

    @property
    def feature_importances_(self):
        return self.classifier_.feature_importances_

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags

    def _numbers(self, X):
        return validate_data(self, X, dtype=np.float64, ensure_all_finite=False, reset=False)
