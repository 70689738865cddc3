"""Carries out a step that trains: fits, scores, keeps the model, and adds the run to the experiment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.errors import FIT_FAULTS
from tools.base import Report, Tool, ToolCall, UserError
from tools.cells import shown_cell
from tools.data.profile import steps_of_table
from tools.experiment import Experiment, Run, steps_key
from tools.infinite import infinite_values
from tools.library_words import first_sentence
from tools.model.classes import require_two_classes
from tools.model.typical_groups import described_groups

if TYPE_CHECKING:
    from engine.compiled import Compiled
    from engine.run import FittedRun

def trains(after: Experiment, before: Experiment) -> bool:
    """Says whether the last step makes a run: it trains a model, or wraps the one that was trained before it."""
    from engine.operations import Train, Wrap

    added = after.snapshot.operations[len(before.snapshot.operations) if before.steps else 0 :]
    return any(isinstance(operation, Train) or (isinstance(operation, Wrap) and operation.slot == "estimator") for operation in added)


def run_last_step(experiment: Experiment, tool: Tool, args: Any, report: Report) -> Experiment:
    """Runs the model that the last step trains or wraps; an equal run that was made before is taken as it is."""
    key = experiment.key
    known = next((run for run in experiment.document["runs"] if run["key"] == key), None)
    from engine.artifacts import model_path, save_model

    if known is not None and model_path(experiment.home, known).exists():
        return experiment
    from engine.run import fit_run

    compiled = experiment.compiled
    if compiled.train is None:
        raise UserError("no_run", "There is no trained model to change.", "Train one first.")
    _check_rows(experiment, compiled)
    try:
        fitted = fit_run(experiment.frame, compiled, report, experiment.snapshot.parts)
    except FIT_FAULTS as problem:
        known = infinite_values(experiment, problem, tool.title(args))
        raise known or UserError("training_failed", f"{tool.title(args)} did not work: {first_sentence(problem)}.", "The steps before it are kept; change them, or try another model.", ToolCall(tool="list_models")) from problem
    report(0.8, "scoring the simplest guess beside it")
    run = _record(experiment, compiled, fitted, args) | _baseline(experiment, compiled)
    report(0.9, "keeping the model")
    run["sha256"] = save_model(experiment.home, key, fitted.estimator)
    runs = [other for other in experiment.document["runs"] if other["key"] != key]
    return experiment.with_document(runs=[*runs, run])


def _record(experiment: Experiment, compiled: Compiled, fitted: FittedRun, args: Any) -> Run:
    from engine.models import find_model

    assert compiled.train is not None
    identifier = compiled.train.model
    label = identifier.replace("_", " ").capitalize() if compiled.train.members else find_model(identifier, str(compiled.task)).label
    for wrap in compiled.wraps:
        if wrap.name == "calibrate":
            label += ", calibrated"
        elif wrap.name == "threshold":
            label += f" at {wrap.estimator.threshold:g}"
    numbers = [run["number"] for run in experiment.document["runs"]]
    run: Run = {
        "id": f"run-{experiment.key[:12]}",
        "number": max(numbers, default=0) + 1,
        "key": experiment.key,
        "model": identifier,
        "label": label,
        "name": getattr(args, "name", None),
        "params": dict(compiled.train.params),
        "task": compiled.task,
        "target": compiled.target,
        "positive": compiled.fields.get("positive"),
        "features": fitted.features,
        "metrics": {part: dict(values) for part, values in fitted.metrics.items()},
        "rows": {part: len(rows) for part, rows in fitted.parts.items()},
        "seconds": round(fitted.seconds, 3),
        "members": [name for name, _ in compiled.train.members],
        "step": len(experiment.steps),
    }
    if fitted.unsettled:
        run["unsettled"] = True
    if compiled.task == "clustering":
        run["groups"] = described_groups(fitted.estimator.predict(experiment.frame[fitted.features]), list(fitted.features), experiment)
    return run


def _baseline(experiment: Experiment, compiled: Compiled) -> dict[str, Any]:
    """Scores always giving the most common answer (or the mean) on the same rows, or takes it from a run on the same table."""
    if compiled.task not in {"classification", "regression"}:
        return {"baseline": {}, "baseline_answer": None}
    table = steps_key(steps_of_table(experiment.steps))
    for run in experiment.runs:
        if steps_key(steps_of_table(experiment.experiment_at(run).steps)) == table:
            return {name: run[name] for name in ("baseline", "baseline_answer")}
    from sklearn.dummy import DummyClassifier, DummyRegressor

    from engine.operations import Train
    from engine.run import fit_run

    simplest = DummyClassifier(strategy="prior") if compiled.task == "classification" else DummyRegressor()
    one_column = compiled.features(experiment.frame.columns)[:1]  # it looks at no feature, so no more need be copied
    guessing = replace(
        compiled,
        fields={**compiled.fields, "features": one_column},
        chain=(),
        wraps=(),
        train=Train("dummy", {}, simplest, takes_missing=True),
    )
    fitted = fit_run(experiment.frame, guessing, lambda fraction, message: None, experiment.snapshot.parts)
    return {
        "baseline": {part: dict(values) for part, values in fitted.metrics.items()},
        "baseline_answer": shown_cell(fitted.estimator.predict(experiment.frame[one_column].head(1))[0]),
    }


def _check_rows(experiment: Experiment, compiled: Compiled) -> None:
    if compiled.target is None or experiment.snapshot.parts is None:
        return
    require_two_classes(experiment)
    if not compiled.features(experiment.frame.columns):
        raise UserError("no_features", "There is no feature to learn from.", "Keep at least one column besides the target.")
