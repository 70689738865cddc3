"""Support vector machines."""

from dataclasses import replace

from engine.models.common_parameters import INTERCEPT, LOSS_STRENGTH, rounds, tolerance
from engine.models.declaration import Limits, Model, Parameter

_EPSILON = Parameter("number", 0.1, minimum=0, help="errors smaller than this do not count")

MODELS = (
    Model(
        id="svm",
        label="support vector machine",
        family="svm",
        summary="Finds curved borders: strong on small and middling tables, slow on large ones.",
        estimators={"classification": "sklearn.svm.SVC", "regression": "sklearn.svm.SVR"},
        parameters={
            "C": LOSS_STRENGTH,
            "kernel": Parameter("choice", "rbf", choices=("rbf", "linear", "poly", "sigmoid")),
            "degree": Parameter("integer", 3, minimum=0, maximum=20),
            "gamma": Parameter("number", "scale", minimum=0, words=("scale", "auto"), help="larger bends more"),
            "coef0": Parameter("number", 0.0),
            "shrinking": Parameter("boolean", True),
            "tol": replace(tolerance(1e-3), minimum=None, above=0),
            "max_iter": Parameter("integer", -1, minimum=-1, help="the most steps; -1 means no bound"),
        },
        own={
            "classification": {
                "decision_function_shape": Parameter("choice", "ovr", choices=("ovr", "ovo")),
                "break_ties": Parameter("boolean", False),
            },
            "regression": {"epsilon": _EPSILON},
        },
        needs_scaling=True,
        limits=Limits(10_000, 30_000, ("linear_svm", "hist_gradient_boosting")),
        fit_seconds=6.6,
        speed="slow",
        growth=2.1,
        weights="class_weight",
    ),
    Model(
        id="linear_svm",
        label="linear support vector machine",
        family="svm",
        summary="Straight borders with a wide margin: fast, also with many columns.",
        estimators={"classification": "sklearn.svm.LinearSVC", "regression": "sklearn.svm.LinearSVR"},
        parameters={
            "C": LOSS_STRENGTH,
            "tol": replace(tolerance(1e-4), minimum=None, above=0),
            "max_iter": rounds(10_000),
            "fit_intercept": INTERCEPT,
            "intercept_scaling": Parameter("number", 1.0, above=0),
        },
        own={
            "classification": {
                "loss": Parameter("choice", "squared_hinge", choices=("squared_hinge", "hinge")),
                "penalty": Parameter("choice", "l2", choices=("l2", "l1")),
            },
            "regression": {
                "epsilon": replace(_EPSILON, default=0.0),
                "loss": Parameter(
                    "choice", "epsilon_insensitive", choices=("epsilon_insensitive", "squared_epsilon_insensitive")
                ),
            },
        },
        seeded=True,
        needs_scaling=True,
        weights="class_weight",
    ),
)
