"""What a model says as numbers, so that all explanations measure the same thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.explaining.effort import Cost, cost_of

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Answers:
    """A function from rows to one number each, and what the number is."""

    of: Callable[[pd.DataFrame], Array]
    words: str
    cost: Cost = (0.0, 0.0)


def answers_of(estimator: Any, task: str, about: Any = None) -> Answers:
    """Makes the function that explanations look at.

    For classes it is the probability of the class `about` (1 or 0 where a model gives no probabilities), for numbers the
    prediction, for groups whether a row belongs to the group `about`, for oddness the score of being odd (above 0 a row is marked).
    """
    of, words = _asked(estimator, task, about)
    return Answers(of, words, cost_of(estimator, getattr(estimator, "n_features_in_", 1)))


def _asked(estimator: Any, task: str, about: Any) -> tuple[Callable[[pd.DataFrame], Array], str]:
    if task == "regression":
        return (lambda rows: np.asarray(estimator.predict(rows), dtype=np.float64), "the prediction")
    if task == "classification" and hasattr(estimator, "predict_proba"):
        place = list(estimator.classes_).index(about)
        return (lambda rows: np.asarray(estimator.predict_proba(rows))[:, place], f"the probability of “{about}”")
    if task == "anomaly_detection":
        return (lambda rows: -np.asarray(estimator.decision_function(rows)).ravel(), "the oddness")
    said = about if task != "clustering" else "no group" if about == -1 else f"group {about}"
    return (lambda rows: (np.asarray(estimator.predict(rows)) == about).astype(np.float64), f"the share of “{said}” among the answers")
