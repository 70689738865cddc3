"""Printed estimators are code that makes equal ones."""

import ast
import inspect
import pkgutil

import numpy as np
import pytest
from imblearn.over_sampling import ADASYN
from sklearn.base import clone
from sklearn.compose import TransformedTargetRegressor
from sklearn.ensemble import HistGradientBoostingClassifier, StackingClassifier
from sklearn.feature_selection import SelectKBest, mutual_info_classif
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import StratifiedKFold, TimeSeriesSplit
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from xgboost import XGBRegressor

import engine.estimators
from codegen.source import imports_of, own_objects, source_of
from codegen.verbatim import definitions_of, top_names
from engine.estimators.on_columns import OnColumns

HOSTILE = ["it's \"x\"", "'''", "{{7*7}}", '__import__("os")', "🦊", "a\nb", "\ud800", "\u202e", "\\", '"""']


def made_from(value):
    """Runs the printed form, which holds nothing that was not written here."""
    namespace = {"__builtins__": {"set": set, "frozenset": frozenset}}
    for own in own_objects(value):
        namespace[own.__name__] = own
    code = "\n".join([*sorted(imports_of(value)), f"made = {source_of(value)}"])
    namespace["__builtins__"]["__import__"] = __import__
    exec(compile(code, "printed", "exec"), namespace)
    return namespace["made"]


@pytest.mark.parametrize(
    "value",
    [
        None, True, 1, 0.1, 1e-300, -3, "x", [], (), (1,), {"a": [1, (2, 3)]}, HOSTILE, tuple(HOSTILE),
        {text: text for text in HOSTILE}, {1, 2}, float("inf"), np.float64(0.3), np.int64(4),
    ],
)
def test_a_value_comes_back_equal(value):
    assert made_from(value) == value


@pytest.mark.parametrize(
    "estimator",
    [
        SimpleImputer(strategy="constant", fill_value="'''"),
        SimpleImputer(),
        ADASYN(n_neighbors=NearestNeighbors(n_neighbors=6, algorithm="brute"), random_state=42),
        FunctionTransformer(np.log1p, inverse_func=np.expm1),
        SelectKBest(mutual_info_classif, k=3),
        Pipeline([("a", OnColumns(StandardScaler(), HOSTILE)), ("model", LogisticRegression(C=0.3))]),
        StackingClassifier([("a", LogisticRegression()), ("b", HistGradientBoostingClassifier())], n_jobs=1),
        StackingClassifier([], cv=StratifiedKFold(5, shuffle=True, random_state=42)),
        StackingClassifier([], cv=TimeSeriesSplit()),
        TransformedTargetRegressor(Ridge(), func=np.log1p, inverse_func=np.expm1),
        XGBRegressor(n_estimators=7, random_state=1),
    ],
    ids=lambda estimator: type(estimator).__name__,
)
def test_an_estimator_comes_back_with_the_same_parameters(estimator):
    made = made_from(estimator)
    assert type(made) is type(estimator)
    assert source_of(made) == source_of(clone(estimator)) == source_of(estimator)


def test_only_what_differs_from_the_default_is_printed():
    assert source_of(SimpleImputer(strategy="median")) == "SimpleImputer(strategy='median')"


def test_imports_name_public_modules():
    assert imports_of(Pipeline([("a", SimpleImputer()), ("b", XGBRegressor())])) == {
        "from sklearn.pipeline import Pipeline",
        "from sklearn.impute import SimpleImputer",
        "from xgboost import XGBRegressor",
    }


def test_what_has_no_public_name_is_refused():
    with pytest.raises(TypeError, match="no public name"):
        source_of(lambda values: values)


def test_every_estimator_of_ours_can_go_into_one_file():
    classes = []
    for found in pkgutil.iter_modules(engine.estimators.__path__):
        module = __import__(f"engine.estimators.{found.name}", fromlist=["_"])
        classes += [item for item in vars(module).values() if inspect.isclass(item) and item.__module__ == module.__name__]
    definitions = definitions_of(classes)
    tree = ast.parse(definitions.source)
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert len(defined) == len(set(defined))
    assert {item.__name__ for item in classes} <= top_names(tree)
    assert "engine" not in "\n".join(definitions.imports)
