"""Trees that each mend what the ones before got wrong."""

from dataclasses import replace

from engine.models.common_parameters import (
    DEPTH,
    FEATURES,
    IMPURITY,
    LEAF,
    LEAF_WEIGHT,
    LEAVES,
    PRUNING,
    SPLIT,
    rate,
    tolerance,
    trees,
)
from engine.models.declaration import Limits, Model, Parameter

_PART = Parameter("number", 1.0, above=0, maximum=1, help="the share that each tree sees")
_HELD_BACK = Parameter("number", 0.1, above=0, below=1, help="the share held back to know when to stop")
_PATIENCE = Parameter("integer", 10, minimum=1, help="how many rounds without gain before it stops")
_SHRINKING = Parameter("number", 0.0, minimum=0, help="larger means simpler")
_QUANTILE = Parameter("number", None, above=0, below=1, optional=True, help="which quantile, for loss quantile")

MODELS = (
    Model(
        id="gradient_boosting",
        label="gradient boosting",
        family="boosting",
        summary="Careful boosting for small and middling tables.",
        tree_seconds=4.3e-7,
        estimators={
            "classification": "sklearn.ensemble.GradientBoostingClassifier",
            "regression": "sklearn.ensemble.GradientBoostingRegressor",
        },
        parameters={
            "n_estimators": trees(),
            "learning_rate": replace(rate(0.1), above=None, minimum=0),
            "max_depth": replace(DEPTH, default=3),
            "subsample": _PART,
            "min_samples_split": SPLIT,
            "min_samples_leaf": LEAF,
            "min_weight_fraction_leaf": LEAF_WEIGHT,
            "min_impurity_decrease": IMPURITY,
            "max_features": FEATURES,
            "max_leaf_nodes": LEAVES,
            "validation_fraction": _HELD_BACK,
            "n_iter_no_change": replace(_PATIENCE, default=None, optional=True),
            "tol": tolerance(1e-4),
            "ccp_alpha": PRUNING,
        },
        own={
            "classification": {"loss": Parameter("choice", "log_loss", choices=("log_loss", "exponential"))},
            "regression": {
                "loss": Parameter(
                    "choice", "squared_error", choices=("squared_error", "absolute_error", "huber", "quantile")
                ),
                "alpha": Parameter("number", 0.9, above=0, below=1, help="which quantile, for loss huber and quantile"),
            },
        },
        seeded=True,
        limits=Limits(50_000, None, ("hist_gradient_boosting", "xgboost", "lightgbm")),
        speed="medium",
        has_probabilities=True,
        weights="sample_weight",
    ),
    Model(
        id="hist_gradient_boosting",
        label="histogram gradient boosting",
        family="boosting",
        summary="Fast boosting that takes missing values as they are: strong on most tables, also large ones.",
        tree_seconds=1e-8,
        estimators={
            "classification": "sklearn.ensemble.HistGradientBoostingClassifier",
            "regression": "sklearn.ensemble.HistGradientBoostingRegressor",
        },
        parameters={
            "max_iter": trees(),
            "learning_rate": rate(0.1),
            "max_leaf_nodes": replace(LEAVES, default=31),
            "max_depth": DEPTH,
            "min_samples_leaf": Parameter("integer", 20, minimum=1, help=LEAF.help),
            "l2_regularization": _SHRINKING,
            "max_features": _PART,
            "max_bins": Parameter("integer", 255, minimum=2, maximum=255, help="into how many steps numbers are cut"),
            "early_stopping": Parameter("choice", "auto", choices=("auto", True, False)),
            "validation_fraction": _HELD_BACK,
            "n_iter_no_change": _PATIENCE,
            "tol": tolerance(1e-7),
        },
        own={
            "regression": {
                "loss": Parameter(
                    "choice",
                    "squared_error",
                    choices=("squared_error", "absolute_error", "gamma", "poisson", "quantile"),
                ),
                "quantile": _QUANTILE,
            },
        },
        goes_with={"loss=quantile": {"quantile": 0.5}, "quantile": {"loss": "quantile"}},
        seeded=True,
        handles_missing=True,
        has_probabilities=True,
        weights="class_weight",
    ),
    Model(
        id="adaboost",
        label="AdaBoost",
        family="boosting",
        summary="Very small trees, each looking at the rows that the others got wrong.",
        tree_seconds=1e-7,
        estimators={
            "classification": "sklearn.ensemble.AdaBoostClassifier",
            "regression": "sklearn.ensemble.AdaBoostRegressor",
        },
        parameters={"n_estimators": trees(50), "learning_rate": rate(1.0)},
        own={
            "regression": {"loss": Parameter("choice", "linear", choices=("linear", "square", "exponential"))},
        },
        seeded=True,
        speed="medium",
        has_probabilities=True,
        weights="sample_weight",
    ),
    Model(
        id="xgboost",
        label="XGBoost",
        family="boosting",
        summary="Boosting with many ways to tune it: often among the best.",
        tree_seconds=8e-9,
        estimators={"classification": "xgboost.XGBClassifier", "regression": "xgboost.XGBRegressor"},
        parameters={
            "n_estimators": trees(),
            "learning_rate": replace(rate(0.3), above=None, minimum=0),
            "max_depth": Parameter("integer", 6, minimum=0, help="how deep a tree may go; 0 means no bound"),
            "max_leaves": Parameter("integer", 0, minimum=0, help="the most leaves of a tree; 0 means no bound"),
            "max_bin": Parameter("integer", 256, minimum=2),
            "grow_policy": Parameter("choice", "depthwise", choices=("depthwise", "lossguide")),
            "tree_method": Parameter("choice", "hist", choices=("hist", "approx", "exact")),
            "booster": Parameter("choice", "gbtree", choices=("gbtree", "gblinear", "dart")),
            "min_child_weight": Parameter("number", 1.0, minimum=0, help="the least weight of a leaf"),
            "gamma": Parameter("number", 0.0, minimum=0, help="the least gain for which a tree divides"),
            "max_delta_step": Parameter("number", 0.0, minimum=0),
            "subsample": _PART,
            "colsample_bytree": _PART,
            "colsample_bylevel": _PART,
            "colsample_bynode": _PART,
            "reg_alpha": _SHRINKING,
            "reg_lambda": replace(_SHRINKING, default=1.0),
        },
        own={
            "classification": {
                "scale_pos_weight": Parameter("number", 1.0, above=0, help="how much more the second class weighs")
            },
        },
        fixed={"n_jobs": 1},
        wrapper={
            "classification": "engine.estimators.label_encoded.LabelEncoded",
            "regression": "engine.estimators.on_arrays.OnArrays",
        },
        seeded=True,
        handles_missing=True,
        has_probabilities=True,
        weights="sample_weight",
    ),
    Model(
        id="lightgbm",
        label="LightGBM",
        family="boosting",
        summary="Fast boosting for large tables.",
        tree_seconds=8e-9,
        estimators={"classification": "lightgbm.LGBMClassifier", "regression": "lightgbm.LGBMRegressor"},
        parameters={
            "n_estimators": trees(),
            "learning_rate": rate(0.1),
            "num_leaves": Parameter("integer", 31, minimum=2, maximum=131_072, help="the most leaves of a tree"),
            "max_depth": Parameter("integer", -1, minimum=-1, help="how deep a tree may go; -1 means no bound"),
            "boosting_type": Parameter("choice", "gbdt", choices=("gbdt", "dart")),
            "min_child_samples": Parameter("integer", 20, minimum=0, help=LEAF.help),
            "min_child_weight": Parameter("number", 1e-3, minimum=0, help="the least weight of a leaf"),
            "min_split_gain": Parameter("number", 0.0, minimum=0, help="the least gain for which a tree divides"),
            "subsample": _PART,
            "subsample_freq": Parameter("integer", 0, minimum=0, help="how often rows are drawn anew; 0 means never"),
            "subsample_for_bin": Parameter("integer", 200_000, minimum=1),
            "colsample_bytree": _PART,
            "reg_alpha": _SHRINKING,
            "reg_lambda": _SHRINKING,
        },
        fixed={"n_jobs": 1, "deterministic": True, "force_row_wise": True, "verbosity": -1},
        wrapper={
            "classification": "engine.estimators.label_encoded.LabelEncoded",
            "regression": "engine.estimators.on_arrays.OnArrays",
        },
        seeded=True,
        handles_missing=True,
        has_probabilities=True,
        weights="class_weight",
    ),
)
