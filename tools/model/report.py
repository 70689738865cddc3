"""What is said of a run: its scores beside the baseline, in plain words."""

from __future__ import annotations

from typing import Any

from tools.base import Answer, Block
from tools.cells import escaped, rounded
from tools.experiment import Experiment, Run

LEADING = {"classification": "accuracy", "regression": "r2", "clustering": "silhouette", "anomaly_detection": "anomaly_rate"}


def shown_part(run: Run) -> str:
    """Names the part whose scores are shown by default: validation where there is one, else test, else training."""
    return next((part for part in ("validation", "test") if run["metrics"].get(part)), "train")


def metrics_block(run: Run, part: str) -> Block:
    """Shows the metrics of one part beside the baseline's."""
    return {"type": "metrics", "run": run["number"], "data": part, "metrics": run["metrics"].get(part, {}), "baseline": run["baseline"].get(part, {})}


def run_answer(experiment: Experiment) -> Answer:
    """Says how the latest run came out."""
    run = experiment.run()
    part = shown_part(run)
    said = f"Run {run['number']}: {run['label']}, trained on {run['rows']['train']:,} rows in {run['seconds']:.1f} s. {verdict(run, part)}"
    blocks = [metrics_block(run, part)]
    return Answer(said=said, blocks=blocks, event="first_train")


def verdict(run: Run, part: str) -> str:
    """Says in one or two sentences how good a run is, beside always giving the most common answer."""
    metrics, baseline = run["metrics"].get(part, {}), run["baseline"].get(part, {})
    words = {"test": "test rows", "validation": "validation rows", "train": "training rows"}[part]
    if run["task"] == "classification":
        share, plain = metrics["accuracy"], baseline.get("accuracy", 0.0)
        lead = share - plain
        said = f"Of 100 {words} it gets {share * 100:.0f} right; always saying “{escaped(run['baseline_answer'])}” gets {plain * 100:.0f}."
        if run.get("positive") is not None and "recall" in metrics:
            said += f" Of 100 that are “{escaped(run['positive'])}” it finds {metrics['recall'] * 100:.0f}."
        if lead <= 0:
            said += " That is no better than the simplest guess."
        return said + _overfit(run, "accuracy", part)
    if run["task"] == "regression":
        said = f"On the {words} it is off by {rounded(metrics['mae'])} on average; always saying the mean is off by {rounded(baseline.get('mae', 0.0))}. It explains {max(metrics.get('r2', 0.0), 0):.0%} of the differences."
        if metrics["mae"] >= baseline.get("mae", float("inf")):
            said += " That is no better than the simplest guess."
        return said + _overfit(run, "r2", part)
    if run["task"] == "clustering":
        groups = run.get("groups", [])
        sizes = ", ".join(f"{group['rows']:,}" for group in groups[:10])
        silhouette = metrics.get("silhouette")
        apart = "" if silhouette is None else f" Their silhouette is {silhouette:.2f} (1: far apart, 0: overlapping)."
        return f"It found {len(groups)} groups of {sizes} rows.{apart}"
    return f"It marks {metrics.get('anomaly_rate', 0):.1%} of the rows as odd."


def _overfit(run: Run, metric: str, part: str) -> str:
    learned, seen = run["metrics"]["train"].get(metric), run["metrics"].get(part, {}).get(metric)
    if part == "train" or learned is None or seen is None or learned - seen <= (0.15 if metric == "r2" else 0.10):
        return ""
    return f" On the training rows it scores {learned:.2f}, here {seen:.2f}: it has learned some of them by heart (overfitting)."


def leading_score(run: Run) -> tuple[str, Any]:
    """Gives the metric by which a run is named in lists, and its value."""
    metric = LEADING[run["task"]]
    return metric, run["metrics"].get(shown_part(run), {}).get(metric)
