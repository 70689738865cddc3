"""The pictures of a model, each with what it needs: one function a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tools.base import ToolCall, UserError
from tools.evaluate.rows_of import Judged, scores_of
from tools.experiment import Run

Drawn = tuple[Any, Any]
"""A plot module and its numbers."""


@dataclass(frozen=True)
class Picture:
    """A kind of picture: the tasks that it belongs to, and how its numbers are computed."""

    tasks: tuple[str, ...]
    draw: Callable[[Run, Judged], Drawn]


def _confusion_matrix(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_confusion_matrix

    return model_confusion_matrix, model_confusion_matrix.info(judged.truth, judged.predictions, _classes(judged))


def _roc(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_roc

    return model_roc, model_roc.info(judged.truth, _scores(run, judged), _classes(judged))


def _precision_recall(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_precision_recall

    return model_precision_recall, model_precision_recall.info(judged.truth, _scores(run, judged), _classes(judged))


def _calibration(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_calibration

    return model_calibration, model_calibration.info(judged.truth, _probabilities(run, judged), _classes(judged))


def _lift(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_lift

    positive = _positive(run, "lift")
    return model_lift, model_lift.info(judged.truth, _scores(run, judged), _classes(judged), positive)


def _threshold(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_threshold

    positive, chances = _positive(run, "threshold"), _probabilities(run, judged)
    now = float(getattr(judged.model, "threshold", 0.5))
    return model_threshold, model_threshold.info(judged.truth, chances, _classes(judged), positive, now)


def _residuals(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_residuals

    return model_residuals, model_residuals.info(judged.truth, judged.predictions)


def _predicted_vs_actual(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_predicted_vs_actual

    return model_predicted_vs_actual, model_predicted_vs_actual.info(judged.truth, judged.predictions)


def _clusters(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_clusters

    return model_clusters, model_clusters.info(judged.features, judged.predictions)


def _silhouette(run: Run, judged: Judged) -> Drawn:
    from engine.plots import model_silhouette

    steps = getattr(judged.model, "steps", [])
    points = judged.model[:-1].transform(judged.features) if len(steps) > 1 else judged.features
    try:
        return model_silhouette, model_silhouette.info(points, judged.predictions)
    except ValueError as problem:
        raise UserError("one_group", f"There is no such picture: {problem}.", "Fewer or more groups may help.", ToolCall(tool="list_models")) from problem


PICTURES: dict[str, Picture] = {
    "confusion_matrix": Picture(("classification",), _confusion_matrix),
    "roc": Picture(("classification",), _roc),
    "precision_recall": Picture(("classification",), _precision_recall),
    "calibration": Picture(("classification",), _calibration),
    "residuals": Picture(("regression",), _residuals),
    "predicted_vs_actual": Picture(("regression",), _predicted_vs_actual),
    "lift": Picture(("classification",), _lift),
    "threshold": Picture(("classification",), _threshold),
    "clusters": Picture(("clustering",), _clusters),
    "silhouette": Picture(("clustering",), _silhouette),
}


def _classes(judged: Judged) -> list[Any]:
    return list(judged.model.classes_)


def _scores(run: Run, judged: Judged) -> Any:
    scores = scores_of(judged.model, judged.features)
    if scores is None:
        raise _without("scores to order the rows by", run)
    return scores


def _probabilities(run: Run, judged: Judged) -> Any:
    if not hasattr(judged.model, "predict_proba"):
        raise _without("probabilities", run)
    return judged.model.predict_proba(judged.features)


def _without(what: str, run: Run) -> UserError:
    call = ToolCall(tool="plot_model", args={"kind": "confusion_matrix", "run": run["number"]})
    return UserError("no_probabilities", f"{run['label']} gives no {what}.", "The confusion matrix works for it.", call)


def _positive(run: Run, kind: str) -> Any:
    if run.get("positive") is None:
        call = ToolCall(tool="plot_model", args={"kind": "roc", "run": run["number"]})
        raise UserError("not_binary", f"A {kind} chart is about one of two classes, and there are more.", "A ROC curve shows each class.", call)
    return run["positive"]
