"""Settles by which metric models are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.base import ToolCall, UserError
from tools.experiment import Experiment

if TYPE_CHECKING:
    from engine.metrics import Metric


def metric_in_use(experiment: Experiment) -> str | None:
    """Names the metric of the latest comparison or search for this target; None where there was none."""
    for step in reversed(experiment.steps):
        if step["tool"] in {"set_target", "set_task"}:
            return None
        if step["args"].get("metric"):
            return str(step["args"]["metric"])
    return None


def chosen_metric(name: str | None, experiment: Experiment) -> Metric:
    """Gives the metric of this name, or the task's main one; raises UserError where it does not fit the task."""
    from engine.metrics import find_metric, main_metric, metrics_for

    task = str(experiment.task)
    names = [metric.id for metric in metrics_for(task)]
    if name is None:
        return main_metric(task)
    if name not in names:
        from rapidfuzz import process

        near = process.extractOne(name, names, score_cutoff=50)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise UserError("invalid_argument", f"“{name}” is no metric of {task.replace('_', ' ')}.", f"{hint}There are: {', '.join(names)}.", argument="metric")
    return find_metric(name)


def needs_prediction(experiment: Experiment, what: str) -> UserError:
    """Says that there is nothing to judge by where nothing is predicted, and what there is for groups."""
    groups = experiment.task == "clustering"
    return UserError("wrong_task", f"{what} needs a column to predict: without one there is no right answer to judge by.", "For groups, choose_k finds how many there are." if groups else "Choose a column to predict first.", ToolCall(tool="choose_k") if groups else None)
