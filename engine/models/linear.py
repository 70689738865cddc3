"""Models that weigh the columns and add them up."""

from dataclasses import replace

from engine.models.common_parameters import INTERCEPT, LOSS_STRENGTH, PENALTY, rounds, tolerance
from engine.models.declaration import Model, Parameter

_RATIO = Parameter("number", 0.5, minimum=0, maximum=1, help="0 shrinks all weights, 1 drops the least useful")
_SELECTION = Parameter("choice", "cyclic", choices=("cyclic", "random"))
_POSITIVE = Parameter("boolean", False, help="whether weights may not be negative")
_PRIOR = Parameter("number", 1e-6, minimum=0)

MODELS = (
    Model(
        id="logistic_regression",
        label="logistic regression",
        family="linear",
        summary="Simple, fast and readable: a good first model for classes.",
        estimators={"classification": "sklearn.linear_model.LogisticRegression"},
        parameters={
            "C": LOSS_STRENGTH,
            "l1_ratio": replace(_RATIO, default=0.0),
            "solver": Parameter(
                "choice", "lbfgs", choices=("lbfgs", "liblinear", "newton-cg", "newton-cholesky", "sag", "saga")
            ),
            "max_iter": rounds(1000),
            "tol": tolerance(1e-4),
            "fit_intercept": INTERCEPT,
        },
        goes_with={"l1_ratio": {"solver": "saga"}},
        seeded=True,
        needs_scaling=True,
        has_probabilities=True,
        weights="class_weight",
    ),
    Model(
        id="linear_regression",
        label="linear regression",
        family="linear",
        summary="Simple, fast and readable: a good first model for amounts.",
        estimators={"regression": "sklearn.linear_model.LinearRegression"},
        parameters={"fit_intercept": INTERCEPT, "positive": _POSITIVE},
    ),
    Model(
        id="ridge",
        label="ridge",
        family="linear",
        summary="A linear model that stays steady when columns are many or alike.",
        estimators={
            "classification": "sklearn.linear_model.RidgeClassifier",
            "regression": "sklearn.linear_model.Ridge",
        },
        parameters={
            "alpha": PENALTY,
            "fit_intercept": INTERCEPT,
            "max_iter": replace(rounds(1), default=None, optional=True),
            "tol": tolerance(1e-4),
            "solver": Parameter(
                "choice", "auto", choices=("auto", "svd", "cholesky", "lsqr", "sparse_cg", "sag", "saga")
            ),
            "positive": _POSITIVE,
        },
        seeded=True,
        needs_scaling=True,
        weights="class_weight",
    ),
    Model(
        id="lasso",
        label="lasso",
        family="linear",
        summary="A linear model that leaves out the columns that it does not need.",
        estimators={"regression": "sklearn.linear_model.Lasso"},
        parameters={
            "alpha": PENALTY,
            "fit_intercept": INTERCEPT,
            "max_iter": rounds(1000),
            "tol": tolerance(1e-4),
            "positive": _POSITIVE,
            "selection": _SELECTION,
        },
        seeded=True,
        needs_scaling=True,
    ),
    Model(
        id="elastic_net",
        label="elastic net",
        family="linear",
        summary="Between ridge and lasso: leaves columns out, but keeps groups of alike ones.",
        estimators={"regression": "sklearn.linear_model.ElasticNet"},
        parameters={
            "alpha": PENALTY,
            "l1_ratio": _RATIO,
            "fit_intercept": INTERCEPT,
            "max_iter": rounds(1000),
            "tol": tolerance(1e-4),
            "positive": _POSITIVE,
            "selection": _SELECTION,
        },
        seeded=True,
        needs_scaling=True,
    ),
    Model(
        id="bayesian_ridge",
        label="Bayesian ridge",
        family="linear",
        summary="A ridge that finds its own strength: good for small tables.",
        estimators={"regression": "sklearn.linear_model.BayesianRidge"},
        parameters={
            "max_iter": rounds(300),
            "tol": replace(tolerance(1e-3), minimum=None, above=0),
            "alpha_1": _PRIOR,
            "alpha_2": _PRIOR,
            "lambda_1": _PRIOR,
            "lambda_2": _PRIOR,
            "fit_intercept": INTERCEPT,
        },
        needs_scaling=True,
    ),
    Model(
        id="huber",
        label="Huber regression",
        family="linear",
        summary="A linear model that a few extreme values do not pull away.",
        estimators={"regression": "sklearn.linear_model.HuberRegressor"},
        parameters={
            "epsilon": Parameter("number", 1.35, minimum=1, help="smaller trusts extreme values less"),
            "alpha": replace(PENALTY, default=1e-4),
            "max_iter": rounds(1000),
            "tol": tolerance(1e-5),
            "fit_intercept": INTERCEPT,
        },
        needs_scaling=True,
    ),
    Model(
        id="poisson",
        label="Poisson regression",
        family="linear",
        summary="A linear model for counts, which are never negative.",
        counts_only=True,
        estimators={"regression": "sklearn.linear_model.PoissonRegressor"},
        parameters={
            "alpha": PENALTY,
            "max_iter": rounds(1000),
            "tol": replace(tolerance(1e-4), minimum=None, above=0),
            "solver": Parameter("choice", "lbfgs", choices=("lbfgs", "newton-cholesky")),
            "fit_intercept": INTERCEPT,
        },
        needs_scaling=True,
    ),
    Model(
        id="sgd",
        label="stochastic gradient descent",
        family="linear",
        summary="A linear model that learns row by row: for very many rows.",
        estimators={
            "classification": "sklearn.linear_model.SGDClassifier",
            "regression": "sklearn.linear_model.SGDRegressor",
        },
        parameters={
            "penalty": Parameter("choice", "l2", choices=("l2", "l1", "elasticnet"), optional=True),
            "alpha": replace(PENALTY, default=1e-4, minimum=None, above=0),
            "l1_ratio": replace(_RATIO, default=0.15),
            "max_iter": rounds(1000),
            "tol": replace(tolerance(1e-3), optional=True),
            "fit_intercept": INTERCEPT,
            "early_stopping": Parameter("boolean", False),
            "average": Parameter("boolean", False),
        },
        own={
            "classification": {
                "loss": Parameter(
                    "choice",
                    "hinge",
                    choices=("hinge", "log_loss", "modified_huber", "squared_hinge", "perceptron"),
                ),
                "learning_rate": Parameter(
                    "choice", "optimal", choices=("optimal", "constant", "invscaling", "adaptive")
                ),
                "eta0": Parameter("number", 0.01, above=0),
                "power_t": Parameter("number", 0.5, minimum=0),
            },
            "regression": {
                "loss": Parameter(
                    "choice",
                    "squared_error",
                    choices=("squared_error", "huber", "epsilon_insensitive", "squared_epsilon_insensitive"),
                ),
                "learning_rate": Parameter(
                    "choice", "invscaling", choices=("invscaling", "constant", "optimal", "adaptive")
                ),
                "eta0": Parameter("number", 0.01, above=0),
                "power_t": Parameter("number", 0.25, minimum=0),
            },
        },
        seeded=True,
        needs_scaling=True,
        weights="class_weight",
    ),
)
