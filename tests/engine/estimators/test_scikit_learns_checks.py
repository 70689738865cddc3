"""Every own estimator passes scikit-learn's checks of estimators; what it may fall short of stands here with its reason."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pandas as pd
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin, clone
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils import get_tags
from sklearn.utils.estimator_checks import check_estimator
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

import engine.estimators
from engine.estimators.arithmetic import Arithmetic
from engine.estimators.bagged import BaggedClassifier, BaggedRegressor
from engine.estimators.balanced_weights import BalancedWeights
from engine.estimators.bins import Bins
from engine.estimators.birch_clusters import BirchClusters
from engine.estimators.clip_outliers import ClipOutliers
from engine.estimators.cross_fitted_target_encoder import CrossFittedTargetEncoder
from engine.estimators.date_parts import DateParts
from engine.estimators.fill_from_others import FillFromOthers
from engine.estimators.fill_missing import FillMissing
from engine.estimators.fill_unexpected_missing import FillUnexpectedMissing
from engine.estimators.frequency_encoder import FrequencyEncoder
from engine.estimators.hashing_encoder import HashingEncoder
from engine.estimators.keep_best import KeepBest
from engine.estimators.label_encoded import LabelEncoded
from engine.estimators.labelled_clusters import LabelledClusters
from engine.estimators.leave_out import LeaveOut
from engine.estimators.mixed_smote import MixedSMOTE
from engine.estimators.on_arrays import OnArrays
from engine.estimators.on_columns import OnColumns
from engine.estimators.polynomials import Polynomials
from engine.estimators.remove_outliers import RemoveOutliers
from engine.estimators.text_vectors import TextVectors


class OnTable(TransformerMixin, BaseEstimator):
    """Gives a step that works on tables the arrays of the checks as a table with the columns x0, x1…"""

    def __init__(self, step):
        self.step = step

    def fit(self, X, y=None):
        self.step_ = clone(self.step).fit(self._table(X), y)
        return self

    def fit_transform(self, X, y=None):
        self.step_ = clone(self.step)
        return self.step_.fit_transform(self._table(X), y)

    def transform(self, X):
        check_is_fitted(self)
        return self.step_.transform(self._table(X, reset=False))

    def __sklearn_tags__(self):
        tags = get_tags(self.step)
        tags.input_tags.allow_nan = True  # a gap is for the step to fill, to keep or to refuse
        tags.transformer_tags.preserves_dtype = []  # each column of a table has its own
        return tags

    def _table(self, X, reset=True):
        return table_of(validate_data(self, X, dtype="float64", ensure_all_finite="allow-nan", reset=reset))


class Resampled(ClassifierMixin, BaseEstimator):
    """Lets a classifier learn from the rows that a sampler makes, which alone is no estimator in scikit-learn's sense."""

    def __init__(self, sampler):
        self.sampler = sampler

    def fit(self, X, y):
        X, y = validate_data(self, X, y)
        check_classification_targets(y)
        rows, answers = clone(self.sampler).fit_resample(table_of(X), y)
        self.classifier_ = LogisticRegression(C=10).fit(rows.to_numpy(), answers)
        self.classes_ = self.classifier_.classes_
        return self

    def predict(self, X):
        check_is_fitted(self)
        return self.classifier_.predict(validate_data(self, X, reset=False))


def table_of(values):
    return pd.DataFrame(values, columns=[f"x{place}" for place in range(values.shape[1])])


ESTIMATORS = [
    BaggedClassifier(DecisionTreeClassifier(random_state=0), 3),
    BaggedRegressor(Ridge(), 3),
    BalancedWeights(LogisticRegression()),
    Bins(),
    BirchClusters(),
    ClipOutliers(),
    LabelEncoded(DecisionTreeClassifier(random_state=0)),
    LabelledClusters(AgglomerativeClustering()),
    LabelledClusters(DBSCAN()),
    OnArrays(Ridge()),
    Polynomials(),
    OnTable(Arithmetic("made", "x0", "divide", "x1")),
    OnTable(CrossFittedTargetEncoder()),
    OnTable(DateParts()),
    OnTable(FillFromOthers(["x0"], "knn", add_indicator=True)),
    OnTable(FillFromOthers(["x0"], "iterative")),
    OnTable(FillMissing("mean", add_indicator=True)),
    OnTable(FillUnexpectedMissing()),
    OnTable(FrequencyEncoder()),
    OnTable(HashingEncoder(4)),
    OnTable(KeepBest()),
    OnTable(LeaveOut(["x1"])),
    OnTable(OnColumns(StandardScaler(), ["x0"])),
    OnTable(TextVectors()),
    Resampled(MixedSMOTE()),
    Resampled(RemoveOutliers()),
]
ELSEWHERE = {
    **dict.fromkeys(
        ("GroupFolds", "RandomFolds", "StratifiedFolds", "StratifiedGroupFolds", "TimeFolds"),
        "it divides rows and learns nothing: test_folds.py",
    ),
    **dict.fromkeys(
        ("StackedInTimeClassifier", "StackedInTimeRegressor"),
        "they need a table with the time in its index: test_stacked_in_time.py",
    ),
    "UMAPAxes": "it needs an extra that the tests do not install: test_umap_axes.py",
}
CROSS_FITTED = "a training row is not encoded by its own answer, so it is not what a new row equal to it would be"


def falls_short(estimator):
    """Gives the checks that an estimator does not pass, each with the reason."""
    if isinstance(getattr(estimator, "step", None), CrossFittedTargetEncoder):
        return dict.fromkeys(("check_transformer_general", "check_transformer_data_not_an_array"), CROSS_FITTED)
    return {}


@pytest.mark.filterwarnings("ignore:Number of subclusters")
@pytest.mark.parametrize("estimator", ESTIMATORS, ids=str)
def test_scikit_learns_checks_of_estimators(estimator):
    expected = falls_short(estimator)
    done = check_estimator(estimator, on_skip=None, expected_failed_checks=expected)
    assert {each["check_name"] for each in done if each["status"] == "xfail"} == set(expected)


def test_every_estimator_is_checked():
    checked = {type(getattr(each, "step", getattr(each, "sampler", each))).__name__ for each in ESTIMATORS}
    assert own_estimators() == checked | set(ELSEWHERE)


def own_estimators():
    """Lists the names of the classes that are exported with a project."""
    names = set()
    for module in pkgutil.iter_modules(engine.estimators.__path__):
        found = importlib.import_module(f"engine.estimators.{module.name}")
        classes = [each for _, each in inspect.getmembers(found, inspect.isclass) if each.__module__ == found.__name__]
        names |= {each.__name__ for each in classes if not each.__name__.startswith("_")}
    return names
