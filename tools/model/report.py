"""What is said of a run: its scores beside the baseline, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tools.base import Answer, Block
from tools.cells import escaped, rounded
from tools.experiment import Experiment, Run
from tools.model.doubts import doubts

LEADING = {"classification": "accuracy", "regression": "r2", "clustering": "silhouette", "anomaly_detection": "anomaly_rate"}
ROWS = {"test": "test rows", "validation": "validation rows", "train": "training rows"}
IMBALANCED = 0.9
"""From this share of the commonest class on, what is found is told before how often it is right."""


def shown_part(run: Run) -> str:
    """Names the part whose scores are shown by default: validation where there is one, else test, else training."""
    return next((part for part in ("validation", "test") if run["metrics"].get(part)), "train")


def fair_metric(run: Run, part: str) -> str:
    """Names the metric that a run is doubted by: where one class is nearly all there is, what is found, not how often it is right."""
    plain, known = run["baseline"].get(part, {}), run["metrics"].get(part, {})
    if run["task"] != "classification" or plain.get("accuracy", 0.0) < IMBALANCED:
        return LEADING[run["task"]]
    fair = "balanced_accuracy" if run.get("positive") is None else "average_precision"
    return fair if fair in plain and fair in known else LEADING[run["task"]]


def ranking_metric(steps: Sequence[Mapping[str, Any]], run: Run) -> str:
    """Names the metric that runs are ranked by: that of the latest comparison or search, else the fair one for such classes."""
    for step in reversed(steps):
        if step["tool"] == "set_target":
            break
        chosen = step["args"].get("metric")
        if any(chosen in scores for scores in run["metrics"].values()):
            return str(chosen)
    return fair_metric(run, shown_part(run))


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
    """Says in a few sentences how good a run is, beside always giving the most common answer, and what to doubt."""
    if not run["metrics"].get(part):
        return ""
    told = {"classification": _classes_said, "regression": _numbers_said}.get(run["task"])
    if told is not None:
        return " ".join([told(run, part), *(doubt.sentence for doubt in doubts(run, part, fair_metric(run, part)))])
    if run["task"] == "clustering":
        groups = run.get("groups", [])
        sizes = ", ".join(f"{group['rows']:,}" for group in groups[:10])
        silhouette = run["metrics"][part].get("silhouette")
        apart = "" if silhouette is None else f" Their silhouette is {silhouette:.2f} (1: far apart, 0: overlapping)."
        return f"It found {len(groups)} groups of {sizes} rows.{apart}"
    return f"It marks {run['metrics'][part].get('anomaly_rate', 0):.1%} of the rows as odd."


def _classes_said(run: Run, part: str) -> str:
    metrics, plain = run["metrics"][part], run["baseline"].get(part, {}).get("accuracy", 0.0)
    said = f"Of 100 {ROWS[part]} it gets {metrics['accuracy'] * 100:.0f} right; always saying “{escaped(run['baseline_answer'])}” gets {plain * 100:.0f}."
    if run.get("positive") is None or "recall" not in metrics:
        return said
    if never_says_positive(run, part):
        return f"It never says “{escaped(run['positive'])}”. {said}"
    found = f"Of 100 that are “{escaped(run['positive'])}” it finds {metrics['recall'] * 100:.0f}"
    if plain < IMBALANCED:
        return f"{said} {found}."
    # Where one class is nearly all there is, being right often says little.
    return f"{found}, and of 100 alarms {metrics['precision'] * 100:.0f} are right. {said}"


def never_says_positive(run: Run, part: str) -> bool:
    """Whether a classifier of two classes gives the looked-for one to no row of a part, so that it has no alarms to count."""
    metrics, plain = run["metrics"].get(part, {}), run["baseline"].get(part, {}).get("accuracy")
    if run.get("positive") is None or metrics.get("recall") != 0 or metrics.get("precision") != 0:
        return False
    # Without a hit, any wrong alarm makes it right less often than the other class is common.
    others = None if plain is None else plain if str(run["baseline_answer"]) != str(run["positive"]) else 1 - plain
    return others is None or abs(metrics["accuracy"] - others) < 1e-9


def _numbers_said(run: Run, part: str) -> str:
    metrics, plain = run["metrics"][part], run["baseline"].get(part, {}).get("mae", 0.0)
    return (
        f"On the {ROWS[part]} it is off by {rounded(metrics['mae'])} on average; always saying the mean is off by "
        f"{rounded(plain)}. It explains {max(metrics.get('r2', 0.0), 0):.0%} of the differences."
    )


def leading_score(run: Run) -> tuple[str, Any]:
    """Gives the metric by which a run is named in lists, and its value."""
    metric = LEADING[run["task"]]
    return metric, run["metrics"].get(shown_part(run), {}).get(metric)
