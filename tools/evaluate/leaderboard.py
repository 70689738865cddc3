"""Puts all runs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from tools.base import Answer, Arguments, Slot, Suggestion, Tool, ToolCall, UserError, table_block
from tools.cells import counted, rounded
from tools.experiment import Experiment, Run
from tools.model.doubts import score_spread
from tools.model.judged_by import ranking, ranking_metric, rows_on, scores_on
from tools.model.looks import looked_at
from tools.model.outdated import outdated_words

RANKED_BY = {
    "folds": "ranked on folds of the training rows",
    "validation": "ranked on the validation rows",
    "train": "ranked on the rows that they learned from",
    "old": "in the order of training: all were trained before rows, split or target changed, and are compared by nothing any more",
    "nothing": "in the order of training: there are neither folds nor validation rows to rank them by, and the test rows are for the final check",
}


class LeaderboardArguments(Arguments):
    """The metric to rank by."""

    metric: Annotated[str, Slot("metric")] | None = None


class Leaderboard(Tool):
    """Puts all runs side by side, ranked by folds or validation rows; test scores stand in it where they were looked at."""

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
        part, placed = ranking(runs, metric)
        ranked: list[Any] = [run for run, _ in placed]
        others = [run for run in runs if run["number"] not in {run["number"] for run in ranked}]
        by = "old" if all(run["outdated"] for run in runs) else part
        said = f"{counted(len(runs), 'run')} by {metric.replace('_', ' ')}, {RANKED_BY[by]}.{_unranked(others, metric) if ranked else ''}"
        said += " None leads: what is odd has no right answer." if runs[-1]["task"] == "anomaly_detection" else _leader(placed, metric, part)
        if any(run["rows"].get("test") for run in runs):
            said += f" The test rows were looked at {counted(experiment.looks, 'time')}."
        return Answer(said=said, blocks=[_table(experiment, [*ranked, *others], metric, part)], options=_fairer(part, others))


def _leader(placed: Sequence[tuple[Any, float]], metric: str, part: str) -> str:
    """Says which run leads, by how much, and whether that is more than chance."""
    if len(placed) < 2:
        return ""
    (best, score), (second, next_score) = placed[:2]
    rows = rows_on(best, part)
    noise = max(score_spread(run, found, metric, rows) if part == "folds" or metric == "accuracy" else 0.0 for run, found in placed[:2])
    said = f" Run {best['number']} ({best['label']}) leads with {rounded(score)}; run {second['number']} ({second['label']}) has {rounded(next_score)}"
    return f"{said}: a tie, as the lead is smaller than chance makes it." if abs(score - next_score) <= noise else f"{said}."


def _table(experiment: Experiment, runs: Sequence[Any], metric: str, first: str) -> dict[str, Any]:
    """The runs with their scores, the one that ranks them first; a column in which no run has anything is left out."""
    words = metric.replace("_", " ")
    scores = {part: [scores_on(run, part).get(metric) if part != "test" or looked_at(experiment, run) else None for run in runs] for part in ("folds", "validation", "test", "train")}
    spreads = [(run.get("cross_validation") or {}).get("sd", {}).get(metric) for run in runs]
    columns: dict[str, list[Any]] = {"run": [run["number"] for run in runs], "model": [run["label"] for run in runs]}
    for part in sorted(scores, key=lambda part: part != first):
        columns[f"{words} ({part})"] = scores[part]
        columns |= {"±": spreads} if part == "folds" else {}
    columns |= {
        "trained before": [outdated_words(run, short=True) or None for run in runs],
        "name": [run["name"] for run in runs],
        "seconds": [run["seconds"] for run in runs],
    }
    shown = {name: values for name, values in columns.items() if any(value is not None for value in values)}
    return table_block(list(shown), [["" if value is None else value for value in row] for row in zip(*shown.values(), strict=True)])


def _unranked(others: Sequence[Run], metric: str) -> str:
    """Says of the runs at the end of the table why they have no rank."""
    old = [str(run["number"]) for run in others if run.get("outdated")]
    without = [str(run["number"]) for run in others if not run.get("outdated") and not any(metric in values for values in run["metrics"].values())]
    unjudged = [str(run["number"]) for run in others if not run.get("outdated") and str(run["number"]) not in without]
    said = ""
    if without:
        said += f" Not ranked, because without a {metric.replace('_', ' ')}: run {', '.join(without)}."
    if unjudged:
        said += f" Not ranked, because not judged on the same rows: run {', '.join(unjudged)}."
    if old:
        said += f" Not ranked, because trained before rows, split or target changed: run {', '.join(old)}."
    return said


def _fairer(part: str, runs: Sequence[Run]) -> list[Suggestion]:
    """Where nothing ranks the runs: a comparison on folds."""
    models = list(dict.fromkeys(run["model"] for run in runs if not run["members"] and not run.get("outdated")))
    if part != "nothing" or len(models) < 2:
        return []
    call = ToolCall(tool="compare_models", args={"models": models})
    return [Suggestion(label=f"Compare the {len(models)} on folds", reason="the training rows are enough to choose by, and the test rows stay for the final check", call=call)]
