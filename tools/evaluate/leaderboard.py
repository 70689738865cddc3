"""Puts all runs side by side."""

from __future__ import annotations

from typing import Annotated, Any

from tools.base import Answer, Arguments, Slot, Tool, UserError, table_block
from tools.experiment import Experiment
from tools.model.report import ranking_metric

LOWER_IS_BETTER = {"mae", "mse", "rmse", "mape", "median_ae", "log_loss", "davies_bouldin"}


class LeaderboardArguments(Arguments):
    """The metric to rank by."""

    metric: Annotated[str, Slot("metric")] | None = None


class Leaderboard(Tool):
    """Puts all runs side by side, ranked by validation score where there is one."""

    name = "leaderboard"
    stage = "evaluate"
    label = "Compare the runs"
    summary = "All runs side by side."
    Arguments = LeaderboardArguments
    phrases = (
        "show the leaderboard",
        "compare all runs",
        "which model is best?",
        "list my models",
        "rank the runs by f1",
        "all results side by side",
        "which run won?",
        "rank models by rmse",
        "best model so far",
        "show the scores of all models",
        "standings",
    )
    requires = ("dataset", "run")

    def answer(self, args: LeaderboardArguments, experiment: Experiment) -> Answer:
        runs = experiment.runs
        metric = args.metric or ranking_metric(experiment.steps, runs[-1])
        known = sorted({name for run in runs for values in run["metrics"].values() for name in values})
        if metric not in known:
            raise UserError("unknown_metric", f"No run has the metric {metric!r}.", f"There are: {', '.join(known)}.", argument="metric")
        on_folds = {run["number"]: ((run.get("cross_validation") or {}).get("mean") or {}).get(metric) for run in runs}
        folded = all(score is not None for score in on_folds.values())
        part = "validation" if all(run["metrics"].get("validation") for run in runs) else "test" if all(run["metrics"].get("test") for run in runs) else "train"
        sign = 1 if metric in LOWER_IS_BETTER else -1
        scores = on_folds if folded else {run["number"]: run["metrics"].get(part, {}).get(metric) for run in runs}
        ranked = sorted(runs, key=lambda run: (scores[run["number"]] is None, sign * (scores[run["number"]] or 0.0), run["number"]))
        first = "folds" if folded else part
        told = {title: values for title, values in _columns(runs, metric, on_folds, first).items() if any(value is not None for value in values.values())}
        rows = [[run["number"], run["label"], *("" if values[run["number"]] is None else values[run["number"]] for values in told.values())] for run in ranked]
        note = {"validation": "ranked on the validation rows", "test": "ranked on the test rows, as there are no validation rows: the winner's score is a little flattered", "train": "ranked on the training rows"}[part]
        note = "ranked on folds of the training rows" if folded else note
        return Answer(said=f"{len(runs)} runs by {metric.replace('_', ' ')}, {note}. The test rows were looked at {experiment.looks} time{'' if experiment.looks == 1 else 's'}.", blocks=[table_block(["run", "model", *told], rows)])


def _columns(runs: list[dict[str, Any]], metric: str, on_folds: dict[int, float | None], first: str) -> dict[str, dict[int, Any]]:
    """Gives each column after run and model, by its title, as its value for each run; the score that ranks comes first."""
    scores = {"folds": on_folds} | {part: {run["number"]: run["metrics"].get(part, {}).get(metric) for run in runs} for part in ("validation", "test", "train")}
    order = [first, *(part for part in scores if part != first)]
    titled = {f"{metric.replace('_', ' ')} ({part})": scores[part] for part in order}
    return titled | {"name": {run["number"]: run["name"] for run in runs}, "seconds": {run["number"]: run["seconds"] for run in runs}}
