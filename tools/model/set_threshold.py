"""Moves the probability above which the positive class is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from engine.operations import Operation, Wrap
from tools.base import Answer, Arguments, OnlyWith, Slot, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.experiment import Experiment
from tools.library_words import first_sentence
from tools.model.classes import require_folds
from tools.model.report import run_answer

CHOICES = ("accuracy", "balanced_accuracy", "precision", "recall", "f1", "mcc")


class SetThresholdArguments(Arguments):
    """The probability, or the metric to choose it for."""

    value: Annotated[float | None, OnlyWith("optimize_for", (None,))] = Field(None, gt=0, lt=1, description="The probability from which the positive class is said.")
    optimize_for: Annotated[str, Slot("metric")] | None = Field(None, description="A metric to optimise on validation data.")


class SetThreshold(Tool):
    """Moves the decision threshold; chosen on validation rows, or by cross-validation on training rows, never on test rows."""

    name = "set_threshold"
    stage = "model"
    label = "Move the threshold"
    summary = "The probability above which the positive class is said."
    Arguments = SetThresholdArguments
    phrases = (
        "set the threshold to 0.3",
        "use a cutoff of 0.4",
        "optimise the threshold for f1",
        "find the best decision threshold",
        "call it positive from 30% on",
        "only say yes above 0.7",
        "move the cutoff to 60%",
        "fewer false alarms: threshold 0.8",
        "which cutoff gives the best f1?",
        "lower the decision threshold to 0.2",
    )
    records = True
    requires = ("dataset", "target", "run")
    tasks = ("classification",)

    def wrong_task(self, experiment: Experiment) -> UserError:
        run = experiment.runs[-1] if experiment.runs else None
        classes = run and run["task"] == "classification"
        call = ToolCall(tool="plot_model", args={"kind": "confusion_matrix"}) if classes else ToolCall(tool="evaluate") if run else None
        return UserError("not_binary", "A threshold separates two classes; this model does not have just two.", "Which classes it takes for which others is seen at once." if classes else "How good it is otherwise can be seen.", call)

    def title(self, args: SetThresholdArguments) -> str:
        return f"Set the threshold to {args.value:g}" if args.value is not None else f"Choose the threshold for {args.optimize_for}"

    def resolve(self, args: SetThresholdArguments, experiment: Experiment) -> SetThresholdArguments:
        run = experiment.run()
        if run["task"] != "classification" or run.get("positive") is None:
            raise self.wrong_task(experiment)
        if "log_loss" not in run["metrics"]["train"]:
            raise UserError("no_probabilities", f"Run {run['number']} ({run['label']}) gives no probabilities, so there is no threshold to move.", "A logistic regression or a random forest does.", ToolCall(tool="train", args={"model": "logistic_regression"}))
        if args.value is not None and args.optimize_for is None:
            return args
        metric = args.optimize_for or "f1"
        if metric not in CHOICES:
            raise UserError("invalid_argument", f"A threshold cannot be chosen for {metric!r}.", f"It can be for: {', '.join(CHOICES)}.", argument="optimize_for")
        return args.model_copy(update={"value": best_threshold(experiment, metric), "optimize_for": metric})

    def plan(self, args: SetThresholdArguments, experiment: Experiment) -> list[Operation]:
        from sklearn.model_selection import FixedThresholdClassifier

        wrapper = FixedThresholdClassifier(None, threshold=args.value, pos_label=experiment.compiled.fields.get("positive"), response_method="predict_proba")
        return [Wrap("threshold", wrapper)]

    def tell(self, args: SetThresholdArguments, before: Experiment, after: Experiment) -> Answer:
        answer = run_answer(after)
        why = f" (best for {args.optimize_for})" if args.optimize_for else ""
        if args.optimize_for and after.run()["metrics"].get("validation"):
            answer.said += " The threshold was chosen on the validation rows, so its score there is a little flattered."
        answer.said = f"“{escaped(after.run()['positive'])}” is now said from a probability of {args.value:g}{why}. {answer.said}"
        answer.event = "threshold"
        return answer


def best_threshold(experiment: Experiment, metric: str) -> float:
    """Finds the threshold that is best for a metric: on the validation rows, else on folds of the training rows."""
    import numpy as np

    from engine.functions.score_classification import score_classification

    run = experiment.run()
    model = experiment.model(run)
    truth, scores = _judged(experiment, getattr(model, "estimator_", model) if _has_threshold(experiment) else model)
    classes, positive = model.classes_, run["positive"]
    place = list(classes).index(positive)
    best, best_score = 0.5, -np.inf
    for value in np.round(np.arange(0.05, 0.951, 0.01), 2):
        said = np.where(scores[:, place] >= value, classes[place], classes[1 - place])
        found = score_classification(truth, said, None, classes, positive)[metric]
        if found > best_score + 1e-12:
            best, best_score = float(value), found
    return best


def _judged(experiment: Experiment, model: Any) -> tuple[Any, Any]:
    """Gives the answers and the probabilities of rows that the model did not see."""
    from engine.compiled import build_estimator
    from engine.folds import declared_folds, folded_rows

    compiled, frame = experiment.compiled, experiment.frame
    features = compiled.features(frame.columns)
    rows = (experiment.snapshot.parts or {}).get("validation", [])
    if len(rows):
        return frame[compiled.target].iloc[rows].to_numpy(), model.predict_proba(frame[features].iloc[rows])
    plain = replace(compiled, wraps=tuple(wrap for wrap in compiled.wraps if wrap.name != "threshold"))
    folded = folded_rows(frame, compiled, declared_folds(compiled, require_folds(experiment)))
    try:
        judged, scores = folded.said(build_estimator(plain, features))
    except ValueError as problem:
        raise UserError("training_failed", f"A fold could not be learned from: {first_sentence(problem)}.", "The threshold can be said instead.", ToolCall(tool="set_threshold", args={"value": 0.5})) from problem
    return folded.y[judged], scores


def _has_threshold(experiment: Experiment) -> bool:
    return any(wrap.name == "threshold" for wrap in experiment.compiled.wraps)
