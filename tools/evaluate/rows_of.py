"""The rows that a run is judged on, with what it says about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tools.experiment import Experiment, Run


@dataclass(frozen=True)
class Judged:
    """A run's model with rows that it did not learn from, where there are any."""

    model: Any
    part: str
    features: Any
    truth: Any
    predictions: Any


def judged_rows(experiment: Experiment, run: Run) -> Judged:
    """Predicts the test rows of a run; the validation or training rows where there are no test rows."""
    then = experiment.experiment_at(run)
    parts = then.snapshot.parts
    part = next((name for name in ("test", "validation", "train") if parts is not None and len(parts[name])), "train")
    frame = then.frame if parts is None else then.frame.iloc[parts[part]]
    model = experiment.model(run)
    features = frame[run["features"]]
    truth = frame[run["target"]].to_numpy() if run["target"] else None
    return Judged(model, part, features, truth, model.predict(features))


def scores_of(model: Any, features: Any) -> Any:
    """Gives probabilities, else decision values, else None."""
    if hasattr(model, "predict_proba"):
        return model.predict_proba(features)
    return model.decision_function(features) if hasattr(model, "decision_function") else None
