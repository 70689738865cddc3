"""Which function measures a model, by the task."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from engine.functions.score_anomalies import score_detector
from engine.functions.score_classification import score_classifier
from engine.functions.score_clustering import score_clusterer
from engine.functions.score_regression import score_regressor

Scoring = Callable[..., Mapping[str, float]]
"""Called with a fitted estimator, X and y; gives the metrics by name."""
SCORERS: Mapping[str, Scoring] = {
    "classification": score_classifier,
    "regression": score_regressor,
    "clustering": score_clusterer,
    "anomaly_detection": score_detector,
}


def scoring_for(task: str | None, positive: Any = None) -> Scoring:
    """Gives the function that measures a model for this task; `positive` is the class that precision and recall are of."""
    scorer = SCORERS[str(task)]
    return scorer if positive is None else partial(scorer, positive=positive)
