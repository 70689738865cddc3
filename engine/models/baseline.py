"""The model that learns nothing, to compare others with."""

from engine.models.declaration import Model, Parameter

MODELS = (
    Model(
        id="dummy",
        label="baseline",
        family="baseline",
        summary="Always gives the most common answer: what any other model must beat.",
        estimators={"classification": "sklearn.dummy.DummyClassifier", "regression": "sklearn.dummy.DummyRegressor"},
        own={
            "classification": {
                "strategy": Parameter("choice", "prior", choices=("prior", "most_frequent", "stratified", "uniform")),
                "random_state": Parameter("integer", 42, minimum=0, maximum=2**32 - 1, help="seed of its chance"),
            },
            "regression": {"strategy": Parameter("choice", "mean", choices=("mean", "median"))},
        },
        goes_with={f"strategy={strategy}": {"random_state": 42} for strategy in ("stratified", "uniform")},
        handles_missing=True,
        has_probabilities=True,
    ),
)
