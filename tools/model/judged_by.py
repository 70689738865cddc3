"""What runs are judged and compared by: validation rows or folds. Test rows are for the final check, and decide nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tools.base import ToolCall, UserError

Run = Mapping[str, Any]

LEADING = {"classification": "accuracy", "regression": "r2", "clustering": "silhouette", "anomaly_detection": "anomaly_rate"}
LOWER_IS_BETTER = {"mae", "mse", "rmse", "mape", "median_ae", "log_loss", "davies_bouldin"}
ROWS = {"test": "test rows", "validation": "validation rows", "train": "training rows", "folds": "rows of the held-out folds"}
IMBALANCED = 0.9
"""From this share of the commonest class on, what is found is told before how often it is right."""


def shown_part(run: Run) -> str:
    """Names what a run is judged by: validation rows, else folds; else test rows, if somebody has looked at them; else training rows."""
    parts = ("validation", "folds", "test") if run.get("looks") else ("validation", "folds")
    return next((part for part in parts if scores_on(run, part)), "train")


def scores_on(run: Run, part: str) -> Mapping[str, Any]:
    """Gives the run's metrics on a part of the rows, or their means over folds; empty where there are none."""
    if part == "folds":
        return (run.get("cross_validation") or {}).get("mean") or {}
    return run["metrics"].get(part) or {}


def baseline_on(run: Run, part: str) -> Mapping[str, Any]:
    """Gives the simplest guess's metrics on the same rows; folds are parts of the training rows."""
    return run.get("baseline", {}).get("train" if part == "folds" else part) or {}


def rows_on(run: Run, part: str) -> int:
    """Counts the rows that a part's scores are of."""
    return int(run["rows"].get("train" if part == "folds" else part, 0))


def fair_metric(run: Run, part: str) -> str:
    """Names the metric that a run is doubted by: where one class is nearly all there is, what is found, not how often it is right."""
    plain, known = baseline_on(run, part), scores_on(run, part)
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


def ranking(runs: Sequence[Run], metric: str) -> tuple[str, list[tuple[Run, float]]]:
    """Ranks runs by a metric, the best first; among equals the earlier one.

    Gives what they are ranked by and each ranked run with its score. All are ranked by the same: by folds or validation
    rows where all have them, else those that have them; where no run has either, none is ranked ("nothing"). Groups and odd
    rows have no right answers, and are ranked on all rows ("train"). A run that was trained before rows, split or target
    changed has scores of other rows, and is not ranked.
    """
    current = [run for run in runs if not run.get("outdated")]
    parts = ("folds", "validation") if any(run.get("target") for run in current) else ("train",)
    known = {part: [(run, float(score)) for run in current if (score := scores_on(run, part).get(metric)) is not None] for part in parts}
    part = next((part for part in parts if len(known[part]) == len(current)), max(parts, key=lambda name: len(known[name])))
    sign = 1 if metric in LOWER_IS_BETTER else -1
    return part if known[part] else "nothing", sorted(known[part], key=lambda found: (sign * found[1], found[0]["number"]))


def number_of_the_best(steps: Sequence[Mapping[str, Any]], runs: Sequence[Run]) -> int:
    """Gives the number of the run that leads the leaderboard, or of the only one; raises a UserError where none leads."""
    best = runs[0] if len(runs) == 1 else leader(steps, runs)[0]
    if best is None:
        raise UserError("unknown_run", "None of the runs leads, so that none can be called the best.", "Say which run you mean; the leaderboard shows them.", ToolCall(tool="leaderboard"), argument="run")
    return int(best["number"])


def leader(steps: Sequence[Mapping[str, Any]], runs: Sequence[Run]) -> tuple[Run | None, str, str, dict[int, float]]:
    """Finds the best run; gives also the metric, the rows that it is the best by, and the score of each run that is ranked.

    None leads where fewer than two are ranked, or among models of odd rows: they have no right answer.
    """
    if not runs:
        return None, "", "nothing", {}
    metric = ranking_metric(steps, runs[-1])
    part, placed = ranking(runs, metric)
    leads = len(placed) > 1 and runs[-1]["task"] != "anomaly_detection"
    return placed[0][0] if leads else None, metric, part, {run["number"]: score for run, score in placed}
