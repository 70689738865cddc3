"""Models that look at the most similar rows."""

from engine.models.declaration import Limits, Model, Parameter

MODELS = (
    Model(
        id="knn",
        label="nearest neighbours",
        family="neighbors",
        summary="Answers as the most similar rows did: easy to understand, slow with many rows.",
        keeps_rows=True,
        estimators={
            "classification": "sklearn.neighbors.KNeighborsClassifier",
            "regression": "sklearn.neighbors.KNeighborsRegressor",
        },
        parameters={
            "n_neighbors": Parameter("integer", 5, minimum=1, up_to_rows=True, help="how many similar rows are asked"),
            "weights": Parameter("choice", "uniform", choices=("uniform", "distance")),
            "metric": Parameter(
                "choice", "minkowski", choices=("minkowski", "euclidean", "manhattan", "chebyshev", "cosine")
            ),
            "p": Parameter("number", 2.0, above=0),
            "algorithm": Parameter("choice", "auto", choices=("auto", "ball_tree", "kd_tree", "brute")),
            "leaf_size": Parameter("integer", 30, minimum=1),
        },
        needs_scaling=True,
        limits=Limits(100_000, 1_000_000, ("hist_gradient_boosting", "random_forest")),
        speed="medium",
        growth=1.7,
        has_probabilities=True,
    ),
)
