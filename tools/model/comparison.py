"""Trains one model after another under one clock, and keeps what came of each."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from engine.errors import FIT_FAULTS, Refusal
from engine.models import find_model, label_of
from tools.base import Report, ToolCall
from tools.cells import rounded
from tools.experiment import Experiment, Run, training_step
from tools.model.price import require_affordable
from tools.model.train import TrainArguments, TrainModel

if TYPE_CHECKING:
    from engine.metrics import Metric


class Comparison:
    """What has been tried so far, under one clock."""

    def __init__(self, experiment: Experiment, models: list[str], metric: Metric, time_budget: float | None, report: Report) -> None:
        self.experiment, self.models, self.metric, self.time_budget, self.report = experiment, models, metric, time_budget, report
        self.started = time.monotonic()
        self.skipped: dict[str, str] = {}
        self.done: dict[str, dict[str, Any]] = {}

    def take(self, name: str) -> None:
        """Tries one model, unless there is no time for it; one that fails is left out with the reason."""
        self.report(self._share(), f"{len(self.done)} of {len(self.models)} done{self._best_so_far()}; trying {label_of(name)}")
        call = ToolCall(tool="train", args={"model": name})
        try:
            unless_stopped()
            model = find_model(name, str(self.experiment.task))
            require_affordable(model, {}, self.experiment)
            late = self._too_late(call)
            if late:
                self.skipped[name] = late
                return
            experiment, run = trained(self.experiment, call, unless_stopped)
        except Refusal as problem:
            self.skipped[name] = problem.message
            return
        if self.metric.id not in spread_of(run)["mean"]:
            self.skipped[name] = f"it gives no {self.metric.id.replace('_', ' ')}."
            return
        self.experiment, self.done[name] = experiment, spread_of(run)

    def places(self) -> list[Any]:
        """Ranks what was finished."""
        from engine.compare import ranked

        return ranked(self.done, self.metric)

    def _too_late(self, call: ToolCall) -> str:
        """Says why a model is not started; without a budget every one is, and the first one always."""
        if self.time_budget is None or not (self.done or self.skipped):
            return ""
        left = self.time_budget - (time.monotonic() - self.started)
        if left <= 0:
            return "the time was up."
        wanted = seconds_for(self.experiment, call)
        return f"it would take about {wanted:,.0f} s, and {left:,.0f} s were left." if wanted > left else ""

    def _share(self) -> float:
        return (len(self.done) + len(self.skipped)) / max(1, len(self.models))

    def _best_so_far(self) -> str:
        places = self.places()
        if not places:
            return ""
        return f"; best so far: {label_of(places[0].name)}, {self.metric.id.replace('_', ' ')} {rounded(places[0].mean)}"


def trained(experiment: Experiment, call: ToolCall, report: Report) -> tuple[Experiment, Run]:
    """Judges one model on folds and trains it, as if its training were the next step; what is known is not done again."""
    from engine.compare import fold_count
    from tools.model.fold_scores import cross_validated
    from tools.runs import run_last_step

    line = experiment.with_document(steps=line_of(experiment, call))
    if line.task in {"classification", "regression"}:
        rows = len((line.snapshot.parts or {}).get("train", line.frame))
        line = cross_validated(line, line.compiled, line.key, line.key, fold_count(rows), None, report)
    line = run_last_step(line, TrainModel(), TrainArguments.model_validate(call.args), report)
    run = next(run for run in line.runs if run["key"] == line.key)
    return experiment.with_document(runs=line.document["runs"], results=line.document["results"]), run


def seconds_for(experiment: Experiment, call: ToolCall) -> float:
    """Predicts how long judging and training a model takes, from a few hundred rows; no time where it cannot learn from these few."""
    from engine.compare import fold_count, predicted_seconds
    from engine.folds import declared_folds, estimator_of, folded_rows
    from engine.models import find_model

    line = experiment.with_document(steps=line_of(experiment, call))
    if line.task not in {"classification", "regression"}:
        return 0.0
    folds = fold_count(len((line.snapshot.parts or {}).get("train", line.frame)))
    rows = folded_rows(line.frame, line.compiled, declared_folds(line.compiled, folds))
    model = find_model(call.args["model"], str(line.task))
    try:
        return (folds + 1) * predicted_seconds(rows, estimator_of(line.frame, line.compiled), model.growth)
    except FIT_FAULTS:  # whether it can from all of them is told when it is tried
        return 0.0


def line_of(experiment: Experiment, call: ToolCall) -> list[dict[str, Any]]:
    """Gives the steps with one training after them."""
    return [*experiment.steps, training_step(call, {})]


def spread_of(run: Run) -> dict[str, Any]:
    """Gives the mean and spread over folds. A clustering has no folds: its own score stands without a spread."""
    return run.get("cross_validation") or {"mean": run["metrics"]["train"], "sd": dict.fromkeys(run["metrics"]["train"], 0.0)}


def unless_stopped(fraction: float = 0.0, message: str = "") -> None:
    """Goes on unless the work is to end with what is done; raises Refusal then."""
    from engine.jobs.child import stop_asked

    if stop_asked():
        raise Refusal("stopped", "it was stopped.", "")
