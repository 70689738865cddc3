"""Prepares, compares, tunes and combines within a time, as ordinary steps."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Annotated, Any

from pydantic import Field

from engine.errors import Refusal
from engine.patience import LONGEST_SECONDS
from tools.base import Arguments, Calls, Reasoned, Slot, Tool, ToolCall
from tools.experiment import Experiment, Run
from tools.model.classes import require_learnable
from tools.model.metric import chosen_metric
from tools.model.prerequisites import missing_steps
from tools.prepare.prepare_automatically import MostDemanding

COMPARING, TUNING = 0.5, 0.6
"""Half of the time goes to several models, then 6 tenths of what is left to the best one's parameters."""
MOST_TRIALS = 60
Steps = Generator[Reasoned, Experiment, None]


class AutopilotArguments(Arguments):
    """How long, and judged by what."""

    time_budget: float = Field(60, gt=0, le=LONGEST_SECONDS, description="Seconds in all.")
    metric: Annotated[str, Slot("metric")] | None = Field(None, description="Left out: the task's main metric.")


class Autopilot(Tool):
    """Finds a good model on its own: every step that it takes is an ordinary one, and can be undone."""

    name = "autopilot"
    stage = "model"
    label = "Do it all for me"
    summary = "Prepare, compare, tune and combine within a time budget, as ordinary steps."
    Arguments = AutopilotArguments
    phrases = (
        "autopilot",
        "do everything for me",
        "find the best model in 2 minutes",
        "autopilot for 3 minutes, optimise roc auc",
        "do it all yourself",
        "automl for 2 minutes",
        "find the best model on your own",
        "just take over",
        "you do everything",
    )
    expands = True
    job = True
    keeps = True
    requires = ("dataset", "target")

    def title(self, args: AutopilotArguments) -> str:
        return f"Autopilot ({args.time_budget:g} s)"

    def resolve(self, args: AutopilotArguments, experiment: Experiment) -> AutopilotArguments:
        require_learnable(experiment)
        return args.model_copy(update={"metric": chosen_metric(args.metric, experiment).id})

    def calls(self, args: AutopilotArguments, experiment: Experiment) -> Calls:
        return _Flight(args).steps(experiment)


class _Flight:
    """One run of the autopilot, under one clock: the clock only says whether another stage begins."""

    def __init__(self, args: AutopilotArguments) -> None:
        self.budget, self.metric = args.time_budget, args.metric
        self.started = time.monotonic()

    def steps(self, experiment: Experiment) -> Steps:
        for reasoned in missing_steps(MostDemanding(), experiment):
            experiment = yield reasoned
        if experiment.task == "anomaly_detection":
            yield ToolCall(tool="train", args={"model": "isolation_forest"}), ""
            return
        metric = chosen_metric(self.metric, experiment).id
        comparing = {"metric": metric, "time_budget": max(1.0, self.budget * COMPARING)}
        experiment = yield ToolCall(tool="compare_models", args=comparing), "(Several kinds first: which suits is not known beforehand.)"
        if experiment.task == "clustering":
            return
        experiment = yield from self._tuned(experiment, metric)
        yield from self._combined(experiment, metric)

    def _left(self) -> float:
        return self.budget - (time.monotonic() - self.started)

    def _tuned(self, experiment: Experiment, metric: str) -> Generator[Reasoned, Experiment, Experiment]:
        """Tunes the best model, and keeps what was found where it is better."""
        best = experiment.runs[-1]
        if self._left() * TUNING < 3 * _fold_seconds(best) or _stopped():
            return experiment
        tuning = {"model": best["model"], "metric": metric, "trials": MOST_TRIALS, "time_budget": min(self.budget * TUNING, self._left())}
        try:
            tuned = yield ToolCall(tool="tune", args=tuning), "(The best one, with other parameters.)"
        except Refusal:
            return experiment
        if not _gained(tuned):
            return tuned
        return (yield ToolCall(tool="apply_tuning", args={}), "(They are better on folds of the training rows.)")

    def _combined(self, experiment: Experiment, metric: str) -> Steps:
        """Lets the best models vote, where that is better on folds than the best one alone."""
        from tools.model.ensemble import best_runs

        members = best_runs(experiment, [run for run in experiment.runs if run.get("cross_validation")])
        if len(members) < 2 or self._left() < sum(map(_fold_seconds, members)) or _stopped():
            return
        try:
            better = _better_together(experiment, members, metric)
        except Refusal:  # forests that are too large together stay alone
            return
        if better:
            yield ToolCall(tool="ensemble", args={"models": [run["number"] for run in members]}), "(Together they are better on folds than the best one alone.)"


def _fold_seconds(run: Run) -> float:
    """How long judging a run on folds and training it took, about."""
    folds = len((run.get("cross_validation") or {"scores": [None] * 5})["scores"])
    return float(run["seconds"]) * (folds + 1)


def _gained(experiment: Experiment) -> bool:
    from engine.metrics import find_metric
    from engine.tuning import ranking

    args = experiment.steps[-1]["args"]
    return not ranking(args["found"], find_metric(args["metric"]))[0].get("start")


def _better_together(experiment: Experiment, members: list[Run], metric: str) -> bool:
    """Judges the vote on the folds on which its members were judged."""
    from engine.compiled import compile_operations
    from engine.folds import declared_folds, estimator_of, folded_rows, spread
    from engine.metrics import find_metric
    from tools.model.ensemble import Ensemble

    tool = Ensemble()
    args = tool.resolve(tool.Arguments.model_validate({"models": [run["number"] for run in members]}), experiment)
    compiled = compile_operations([*experiment.snapshot.operations, *tool.plan(args, experiment)])
    best: dict[str, Any] = members[0]["cross_validation"]
    rows = folded_rows(experiment.frame, compiled, declared_folds(compiled, len(best["scores"])))
    together = spread(list(rows.scores(estimator_of(experiment.frame, compiled))))["mean"].get(metric)
    return together is not None and find_metric(metric).better(together, best["mean"][metric])


def _stopped() -> bool:
    from engine.jobs.child import stop_asked

    return stop_asked()
