"""Neural networks."""

from engine.models.common_parameters import rounds, tolerance
from engine.models.declaration import Model, Parameter

_DECAY = Parameter("number", 0.9, minimum=0, below=1)

MODELS = (
    Model(
        id="mlp",
        label="neural network",
        family="neural",
        summary="Layers of weighted sums: can learn any shape, wants scaled columns and many rows.",
        estimators={
            "classification": "sklearn.neural_network.MLPClassifier",
            "regression": "sklearn.neural_network.MLPRegressor",
        },
        parameters={
            "hidden_layer_sizes": Parameter("sizes", (100,), help="how many units each layer has"),
            "activation": Parameter("choice", "relu", choices=("relu", "tanh", "logistic", "identity")),
            "solver": Parameter("choice", "adam", choices=("adam", "lbfgs", "sgd")),
            "alpha": Parameter("number", 1e-4, minimum=0, help="larger means simpler"),
            "batch_size": Parameter("integer", "auto", minimum=1, words=("auto",)),
            "learning_rate": Parameter("choice", "constant", choices=("constant", "invscaling", "adaptive")),
            "learning_rate_init": Parameter("number", 1e-3, above=0),
            "power_t": Parameter("number", 0.5, minimum=0),
            "max_iter": rounds(500),
            "max_fun": rounds(15_000),
            "tol": tolerance(1e-4),
            "momentum": Parameter("number", 0.9, minimum=0, maximum=1),
            "nesterovs_momentum": Parameter("boolean", True),
            "early_stopping": Parameter("boolean", False),
            "validation_fraction": Parameter("number", 0.1, above=0, below=1),
            "n_iter_no_change": Parameter("integer", 10, minimum=1),
            "beta_1": _DECAY,
            "beta_2": Parameter("number", 0.999, minimum=0, below=1),
            "epsilon": Parameter("number", 1e-8, above=0),
        },
        seeded=True,
        needs_scaling=True,
        fit_seconds=10.0,
        speed="slow",
        has_probabilities=True,
        weights="sample_weight",
    ),
)
