"""The rows that a run is judged on, with what it says about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tools.experiment import Experiment, Run


@dataclass(frozen=True)
class Judged:
    """A run's model with rows that it did not learn from, where there are any.

    `rows` are the places of these rows in the table, counted from 0.
    """

    model: Any
    part: str
    rows: Any
    features: Any
    truth: Any
    predictions: Any


def judged_rows(experiment: Experiment, run: Run) -> Judged:
    """Predicts the validation rows of a run; where there are none the test rows, else the training rows.

    Looking closer is a choice like any other, so the test rows are kept for the final check where that can be.
    """
    then = experiment.experiment_at(run)
    parts = then.snapshot.parts or {"train": range(len(then.frame))}
    part = next((name for name in ("validation", "test", "train") if len(parts.get(name, ()))), "train")
    rows = list(parts[part])
    frame = then.frame.iloc[rows]
    model = experiment.model(run)
    features = frame[run["features"]]
    truth = frame[run["target"]].to_numpy() if run["target"] else None
    return Judged(model, part, rows, features, truth, model.predict(features))


def scores_of(model: Any, features: Any) -> Any:
    """Gives probabilities, else decision values, else None."""
    if hasattr(model, "predict_proba"):
        return model.predict_proba(features)
    return model.decision_function(features) if hasattr(model, "decision_function") else None

