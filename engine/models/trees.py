"""Decision trees and forests of them."""

from dataclasses import replace

from engine.models.common_parameters import (
    CLASS_CRITERION,
    DEPTH,
    FEATURES,
    IMPURITY,
    LEAF,
    LEAF_WEIGHT,
    LEAVES,
    PRUNING,
    SPLIT,
    VALUE_CRITERION,
    trees,
)
from engine.models.declaration import Limits, Model, Parameter

_TREE = {
    "max_depth": DEPTH,
    "min_samples_split": SPLIT,
    "min_samples_leaf": LEAF,
    "min_weight_fraction_leaf": LEAF_WEIGHT,
    "max_leaf_nodes": LEAVES,
    "min_impurity_decrease": IMPURITY,
    "ccp_alpha": PRUNING,
}
_SAMPLES = Parameter("share", None, optional=True, help="how many rows each tree sees")
_FOREST = _TREE | {
    "n_estimators": trees(),
    "oob_score": Parameter("boolean", False),
    "max_samples": _SAMPLES,
}
_FOREST_OWN = {
    "classification": {"criterion": CLASS_CRITERION, "max_features": replace(FEATURES, default="sqrt")},
    "regression": {"criterion": VALUE_CRITERION, "max_features": replace(FEATURES, default=1.0)},
}
_FOREST_LIMITS = Limits(80_000, None, ("hist_gradient_boosting",))

MODELS = (
    Model(
        id="decision_tree",
        label="decision tree",
        family="trees",
        summary="A chain of yes-or-no questions that can be read from top to bottom.",
        estimators={
            "classification": "sklearn.tree.DecisionTreeClassifier",
            "regression": "sklearn.tree.DecisionTreeRegressor",
        },
        parameters=_TREE
        | {"max_features": FEATURES, "splitter": Parameter("choice", "best", choices=("best", "random"))},
        own={
            "classification": {"criterion": CLASS_CRITERION},
            "regression": {"criterion": VALUE_CRITERION},
        },
        seeded=True,
        handles_missing=True,
        has_probabilities=True,
        weights="class_weight",
    ),
    Model(
        id="random_forest",
        label="random forest",
        family="trees",
        summary="Many trees that vote: strong on most tables without tuning.",
        tree_seconds=7.5e-7,
        growth=1.2,
        estimators={
            "classification": "sklearn.ensemble.RandomForestClassifier",
            "regression": "sklearn.ensemble.RandomForestRegressor",
        },
        parameters=_FOREST | {"bootstrap": Parameter("boolean", True)},
        own=_FOREST_OWN,
        seeded=True,
        handles_missing=True,
        limits=_FOREST_LIMITS,
        speed="medium",
        has_probabilities=True,
        weights="class_weight",
    ),
    Model(
        id="extra_trees",
        label="extra trees",
        family="trees",
        summary="A forest with more chance in it: faster, and often as good.",
        tree_seconds=2.5e-7,
        growth=1.1,
        estimators={
            "classification": "sklearn.ensemble.ExtraTreesClassifier",
            "regression": "sklearn.ensemble.ExtraTreesRegressor",
        },
        parameters=_FOREST | {"bootstrap": Parameter("boolean", False)},
        own=_FOREST_OWN,
        seeded=True,
        handles_missing=True,
        limits=_FOREST_LIMITS,
        speed="medium",
        has_probabilities=True,
        weights="class_weight",
    ),
)
