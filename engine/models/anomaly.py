"""Models that find odd rows."""

from dataclasses import replace

from engine.models.common_parameters import trees
from engine.models.declaration import Limits, Model, Parameter

_SHARE = Parameter("number", 0.05, above=0, maximum=0.5, words=("auto",), help="the share of rows that is odd")
"""Left to the estimators ("auto") up to two thirds of a small table count as odd; one in twenty is PyCaret's default."""

MODELS = (
    Model(
        id="isolation_forest",
        label="isolation forest",
        family="anomaly",
        summary="Rows that a few random cuts set apart are odd: fast, for any table.",
        estimators={"anomaly_detection": "sklearn.ensemble.IsolationForest"},
        parameters={
            "n_estimators": trees(),
            "contamination": _SHARE,
            "max_samples": Parameter("share", "auto", words=("auto",), help="how many rows each tree sees"),
            "max_features": Parameter("share", 1.0),
            "bootstrap": Parameter("boolean", False),
        },
        seeded=True,
        handles_missing=True,
    ),
    Model(
        id="one_class_svm",
        label="one-class support vector machine",
        family="anomaly",
        summary="Draws a border around the usual rows: for small tables.",
        estimators={"anomaly_detection": "sklearn.svm.OneClassSVM"},
        parameters={
            "nu": Parameter("number", 0.05, above=0, maximum=1, help="about the share of rows that is odd"),
            "kernel": Parameter("choice", "rbf", choices=("rbf", "linear", "poly", "sigmoid")),
            "gamma": Parameter("number", "scale", minimum=0, words=("scale", "auto")),
            "degree": Parameter("integer", 3, minimum=0, maximum=20),
            "coef0": Parameter("number", 0.0),
            "tol": Parameter("number", 1e-3, above=0),
            "shrinking": Parameter("boolean", True),
            "max_iter": Parameter("integer", -1, minimum=-1),
        },
        needs_scaling=True,
        limits=Limits(10_000, 30_000, ("isolation_forest",)),
        speed="slow",
        growth=2.1,
    ),
    Model(
        id="local_outlier_factor",
        label="local outlier factor",
        family="anomaly",
        summary="Rows that stand more alone than their neighbours do are odd.",
        estimators={"anomaly_detection": "sklearn.neighbors.LocalOutlierFactor"},
        parameters={
            "n_neighbors": Parameter("integer", 20, minimum=1),
            "contamination": _SHARE,
            "metric": Parameter(
                "choice", "minkowski", choices=("minkowski", "euclidean", "manhattan", "chebyshev", "cosine")
            ),
            "p": Parameter("number", 2.0, above=0),
            "algorithm": Parameter("choice", "auto", choices=("auto", "ball_tree", "kd_tree", "brute")),
            "leaf_size": Parameter("integer", 30, minimum=1),
        },
        fixed={"novelty": True},
        wrapper={"anomaly_detection": "engine.estimators.on_arrays.OnArrays"},
        needs_scaling=True,
        limits=Limits(50_000, 200_000, ("isolation_forest",)),
        speed="medium",
        growth=1.5,
    ),
    Model(
        id="elliptic_envelope",
        label="elliptic envelope",
        family="anomaly",
        summary="Rows far from one round cloud are odd: where the columns are bell-shaped.",
        estimators={"anomaly_detection": "sklearn.covariance.EllipticEnvelope"},
        parameters={
            "contamination": replace(_SHARE, words=()),
            "support_fraction": Parameter("number", None, above=0, maximum=1, optional=True),
            "assume_centered": Parameter("boolean", False),
        },
        seeded=True,
        needs_scaling=True,
        # Its covariance is inverted again and again: 500 columns take a minute, 2,000 an hour.
        limits=Limits(instead=("isolation_forest",), refuse_columns=500),
    ),
)
