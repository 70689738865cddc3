"""Draws how a model does."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from tools.base import Answer, Arguments, Slot, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.experiment import Experiment, Run

NEEDS = {"confusion_matrix": "classification", "roc": "classification", "residuals": "regression", "predicted_vs_actual": "regression", "clusters": "clustering"}


class PlotModelArguments(Arguments):
    """Which picture, of which run."""

    kind: Literal["confusion_matrix", "roc", "residuals", "predicted_vs_actual", "clusters"]
    run: Annotated[str | int, Slot("run")] | None = None


class PlotModel(Tool):
    """Draws how a model does: where it confuses classes, how far off it is, what the groups look like."""

    name = "plot_model"
    stage = "evaluate"
    label = "Picture the model"
    summary = "Confusion matrix, ROC curve, residuals, predicted against actual, clusters."
    Arguments = PlotModelArguments
    phrases = (
        "show the confusion matrix",
        "roc curve",
        "plot the residuals",
        "predicted vs actual",
        "show the clusters",
        "where does it confuse classes?",
        "which classes get mixed up?",
        "precision recall curve",
        "draw the learning curve",
        "lift chart",
        "conf matrix",
        "plot how the threshold changes precision",
        "show the calibration of the probabilities",
        "plot true against predicted values",
    )
    requires = ("dataset", "run")

    def answer(self, args: PlotModelArguments, experiment: Experiment) -> Answer:
        run = experiment.run(args.run)
        if NEEDS[args.kind] != run["task"]:
            other = next((kind for kind, task in NEEDS.items() if task == run["task"]), None)
            raise UserError("wrong_task", f"A {args.kind.replace('_', ' ')} belongs to {NEEDS[args.kind]}; run {run['number']} is {run['task'].replace('_', ' ')}.", "This one fits.", ToolCall(tool="plot_model", args={"kind": other}) if other else None, argument="kind")
        block = drawn(args.kind, run, experiment)
        return Answer(said=escaped(block["alt"]), blocks=[block])


def drawn(kind: str, run: Run, experiment: Experiment) -> dict[str, Any]:
    """Draws one picture of a run on the rows it is judged on."""
    from engine.plots import (
        model_clusters,
        model_confusion_matrix,
        model_predicted_vs_actual,
        model_residuals,
        model_roc,
    )
    from tools.evaluate.rows_of import judged_rows, scores_of

    judged = judged_rows(experiment, run)
    classes = list(getattr(judged.model, "classes_", []))
    module: Any
    info: Any
    if kind == "confusion_matrix":
        module, info = model_confusion_matrix, model_confusion_matrix.info(judged.truth, judged.predictions, classes)
    elif kind == "roc":
        scores = scores_of(judged.model, judged.features)
        if scores is None:
            raise UserError("no_probabilities", f"{run['label']} gives no scores to draw a curve from.", "The confusion matrix works for it.", ToolCall(tool="plot_model", args={"kind": "confusion_matrix"}))
        module, info = model_roc, model_roc.info(judged.truth, scores, classes)
    elif kind == "clusters":
        module, info = model_clusters, model_clusters.info(judged.features, judged.predictions)
    else:
        module = model_residuals if kind == "residuals" else model_predicted_vs_actual
        info = module.info(judged.truth, judged.predictions)
    title = f"{kind.replace('_', ' ').capitalize()} of run {run['number']} ({run['label']}), {judged.part} rows"
    return {"type": "plot", "title": title, "figure": module.figure(info), "alt": f"{module.alt(info)} ({judged.part} rows)"}
