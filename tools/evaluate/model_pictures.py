"""The pictures of a model, each with what it needs: one function a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.errors import FIT_FAULTS
from tools.base import PREDICTING, ToolCall, UserError
from tools.evaluate.rows_of import Judged, judged_rows, scores_of
from tools.experiment import Experiment, Run
from tools.library_words import first_sentence
from tools.model.judged_by import LEADING
from tools.model.metric import needs_prediction
from tools.model.report import counts_votes

Drawn = tuple[Any, Any]
"""A plot module and its numbers."""


@dataclass(frozen=True)
class Picture:
    """A kind of picture: the tasks that it belongs to, and how its numbers are computed."""

    tasks: tuple[str, ...]
    draw: Callable[[Subject], Drawn]
    slow: bool = False
    """Trains the model anew, several times."""


class Subject:
    """A run to be pictured, and the rows that it is judged on."""

    def __init__(self, run: Run, experiment: Experiment) -> None:
        self.run = run
        self.experiment = experiment
        self.instead = ""
        """What is pictured where it is not the run itself, and why."""

    @cached_property
    def judged(self) -> Judged:
        """The rows that the run is judged on; the model is loaded only when a picture asks for it."""
        return judged_rows(self.experiment, self.run)

    @property
    def part(self) -> str:
        """The rows that were looked at."""
        return {"train": "training"}.get(self.judged.part, self.judged.part) if "judged" in self.__dict__ else "training"

    @property
    def about(self) -> str:
        """What is pictured, for a title."""
        return self.instead or f"run {self.run['number']} ({self.run['label']}), {self.part} rows"


def _confusion_matrix(subject: Subject) -> Drawn:
    from engine.plots import model_confusion_matrix

    return model_confusion_matrix, model_confusion_matrix.info(subject.judged.truth, subject.judged.predictions, _classes(subject))


def _roc(subject: Subject) -> Drawn:
    from engine.plots import model_roc

    return model_roc, model_roc.info(subject.judged.truth, _scores(subject), _classes(subject), subject.run.get("positive"))


def _precision_recall(subject: Subject) -> Drawn:
    from engine.plots import model_precision_recall

    return model_precision_recall, model_precision_recall.info(subject.judged.truth, _scores(subject), _classes(subject), subject.run.get("positive"))


def _calibration(subject: Subject) -> Drawn:
    from engine.plots import model_calibration

    return model_calibration, model_calibration.info(subject.judged.truth, _probabilities(subject), _classes(subject), subject.run.get("positive"))


def _lift(subject: Subject) -> Drawn:
    from engine.plots import model_lift

    positive = _positive(subject.run, "lift")
    return model_lift, model_lift.info(subject.judged.truth, _scores(subject), _classes(subject), positive)


def _threshold(subject: Subject) -> Drawn:
    from engine.plots import model_threshold

    positive, chances = _positive(subject.run, "threshold"), _probabilities(subject)
    now = float(getattr(subject.judged.model, "threshold", 0.5))
    return model_threshold, model_threshold.info(subject.judged.truth, chances, _classes(subject), positive, now)


def _residuals(subject: Subject) -> Drawn:
    from engine.plots import model_residuals

    return model_residuals, model_residuals.info(subject.judged.truth, subject.judged.predictions)


def _predicted_vs_actual(subject: Subject) -> Drawn:
    from engine.plots import model_predicted_vs_actual

    return model_predicted_vs_actual, model_predicted_vs_actual.info(subject.judged.truth, subject.judged.predictions)


def _clusters(subject: Subject) -> Drawn:
    from engine.plots import model_clusters

    return model_clusters, model_clusters.info(_points(subject), subject.judged.predictions)


def _silhouette(subject: Subject) -> Drawn:
    from engine.plots import model_silhouette

    try:
        return model_silhouette, model_silhouette.info(_points(subject), subject.judged.predictions)
    except ValueError as problem:
        raise UserError("one_group", f"There is no such picture: {problem}.", "Fewer or more groups may help.", ToolCall(tool="list_models")) from problem


def _learning_curve(subject: Subject) -> Drawn:
    from engine.learning_curve import learning_curve
    from engine.plots import model_learning_curve

    then = subject.experiment.experiment_at(subject.run)
    try:
        curve = learning_curve(then.frame, then.compiled, LEADING[subject.run["task"]])
    except FIT_FAULTS as problem:
        raise UserError("too_few_rows", f"There is no learning curve: {first_sentence(problem)}.", "How much better it is on rows that it has seen tells whether more rows would help.", ToolCall(tool="evaluate", args={"run": subject.run["number"], "data": "train"})) from problem
    return model_learning_curve, curve


def _elbow(subject: Subject) -> Drawn:
    from engine.plots import model_elbow
    from tools.model.choose_k import ChooseK, ChooseKArguments, groupings

    then = subject.experiment.experiment_at(subject.run)
    known = ChooseKArguments.model_json_schema()["properties"]["model"]["enum"]
    model = subject.run["model"] if subject.run["model"] in known else "kmeans"
    if model != subject.run["model"]:
        subject.instead = f"k-means ({subject.run['label']} finds the number of groups itself)"
    args = ChooseK().resolve(ChooseKArguments.model_validate({"model": model}), then)
    return model_elbow, model_elbow.info(groupings(args, then))


def _tuning_history(subject: Subject) -> Drawn:
    from engine.metrics import find_metric
    from engine.models import find_model
    from engine.plots import model_tuning_history

    tuned = [(number, step["args"]) for number, step in enumerate(subject.experiment.steps, start=1) if step["tool"] == "tune"]
    if not tuned:
        raise _untuned(subject) if subject.experiment.task in PREDICTING else needs_prediction(subject.experiment, "Tuning")
    own = [(number, args) for number, args in tuned if args["model"] == subject.run["model"]]
    number, args = (own or tuned)[-1]
    subject.instead = f"{find_model(args['model']).label}, tuned in step {number}"
    return model_tuning_history, model_tuning_history.info(args["found"], find_metric(args["metric"]))


PICTURES: dict[str, Picture] = {
    "confusion_matrix": Picture(("classification",), _confusion_matrix),
    "roc": Picture(("classification",), _roc),
    "precision_recall": Picture(("classification",), _precision_recall),
    "calibration": Picture(("classification",), _calibration),
    "residuals": Picture(("regression",), _residuals),
    "predicted_vs_actual": Picture(("regression",), _predicted_vs_actual),
    "lift": Picture(("classification",), _lift),
    "threshold": Picture(("classification",), _threshold),
    "learning_curve": Picture(("classification", "regression"), _learning_curve, slow=True),
    "tuning_history": Picture(("classification", "regression"), _tuning_history),
    "clusters": Picture(("clustering",), _clusters),
    "silhouette": Picture(("clustering",), _silhouette),
    "elbow": Picture(("clustering",), _elbow, slow=True),
}


def _classes(subject: Subject) -> list[Any]:
    return list(subject.judged.model.classes_)


def _points(subject: Subject) -> Any:
    """The rows as the clusterer sees them: what the preparation makes of them."""
    from engine.functions.prepared import prepared

    return prepared(subject.judged.model, subject.judged.features)[1]


def _scores(subject: Subject) -> Any:
    scores = scores_of(subject.judged.model, subject.judged.features)
    if scores is None:
        raise _without("scores to order the rows by", subject.run)
    return scores


def _probabilities(subject: Subject) -> Any:
    model = subject.judged.model
    if not hasattr(model, "predict_proba"):
        raise _without("probabilities", subject.run)
    return model.predict_proba(subject.judged.features)


def _without(what: str, run: Run) -> UserError:
    call = ToolCall(tool="plot_model", args={"kind": "confusion_matrix", "run": run["number"]})
    more = "stacking its models" if counts_votes(run) else "calibrating it"
    return UserError("no_probabilities", f"Run {run['number']} ({run['label']}) gives no {what}.", f"The confusion matrix works for it; {more} would give some.", call)


def _untuned(subject: Subject) -> UserError:
    """Offers to tune the run's model, or the latest that has anything to tune."""
    from engine.models import find_model
    from engine.tuning_spaces import SPACES

    task = subject.run["task"]
    models = [run["model"] for run in [subject.run, *reversed(subject.experiment.runs)] if run["task"] == task]
    model = next((model for model in models if model in SPACES), "logistic_regression" if task == "classification" else "ridge")
    return UserError("not_tuned", "Nothing has been tuned yet, so there is no history.", f"Tune {find_model(model).label} first.", ToolCall(tool="tune", args={"model": model}))


def _positive(run: Run, kind: str) -> Any:
    if run.get("positive") is None:
        call = ToolCall(tool="plot_model", args={"kind": "roc", "run": run["number"]})
        raise UserError("not_binary", f"A {kind} chart is about one of two classes, and there are more.", "A ROC curve shows each class.", call)
    return run["positive"]
