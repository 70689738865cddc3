"""Draws how a model does."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Slot, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.evaluate.model_pictures import PICTURES, Subject
from tools.experiment import Experiment, Run
from tools.model.looks import look_note

Kind = Literal[
    "confusion_matrix", "roc", "precision_recall", "calibration", "residuals", "predicted_vs_actual", "lift",
    "threshold", "learning_curve", "clusters", "silhouette", "elbow", "tuning_history",
]  # fmt: skip


class PlotModelArguments(Arguments):
    """Which picture, of which run."""

    kind: Kind = Field(description="What is drawn.")
    run: Annotated[str | int, Slot("run")] | None = None


class PlotModel(Tool):
    """Draws how a model does: where it confuses classes, how far off it is, what the groups look like."""

    name = "plot_model"
    stage = "evaluate"
    label = "Picture the model"
    summary = "Confusion matrix, curves of what is found and missed, calibration, residuals, groups."
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
        "silhouette plot",
    )
    requires = ("dataset", "run")

    def takes_long(self, args: dict[str, Any]) -> bool:
        """Some pictures need the model to be trained anew, several times."""
        return args.get("kind") in PICTURES and PICTURES[args["kind"]].slow

    def answer(self, args: PlotModelArguments, experiment: Experiment) -> Answer:
        run = experiment.run(args.run)
        picture = PICTURES[args.kind]
        if run["task"] not in picture.tasks:
            raise _belongs_elsewhere(args.kind, run)
        if args.kind == "learning_curve":
            _require_time(run)
        subject = Subject(run, experiment)
        module, info = picture.draw(subject)
        title = f"{_words(args.kind)} of {subject.about}"
        alt = f"{module.alt(info)} ({subject.part} rows)"
        block: dict[str, Any] = {"type": "plot", "title": title, "figure": module.figure(info), "alt": alt}
        instead = f"Of {escaped(subject.instead)}: " if subject.instead else ""
        return Answer(said=instead + escaped(alt) + look_note(experiment, run, subject.part), blocks=[block])


def _require_time(run: Run) -> None:
    """Raises UserError where learning again from growing shares of the rows would take hours, by what the run itself took."""
    from engine.learning_curve import FITS
    from engine.price import WAITED_SECONDS

    seconds = FITS * run["seconds"]
    if seconds > WAITED_SECONDS:
        message = f"Run {run['number']} took {run['seconds'] / 60:,.0f} min; a learning curve learns again from growing shares of the rows and would take about {seconds / 3600:.1f} h."
        hint = "How much better it is on rows that it has seen tells at once whether more rows would help."
        raise UserError("too_expensive", message, hint, ToolCall(tool="evaluate", args={"run": run["number"], "data": "train"}), argument="kind")


def _words(kind: str) -> str:
    return {"roc": "ROC curve"}.get(kind, kind.replace("_", " ").capitalize())


def _belongs_elsewhere(kind: str, run: Run) -> UserError:
    task = str(run["task"]).replace("_", " ")
    fitting = [name for name, picture in PICTURES.items() if run["task"] in picture.tasks]
    message = f"The picture “{_words(kind)}” belongs to {' and '.join(PICTURES[kind].tasks)}; run {run['number']} is {task}."
    if not fitting:
        return UserError("wrong_task", message, "Its oddest rows can be listed.", ToolCall(tool="show_errors", args={"run": run["number"]}), "kind")
    call = ToolCall(tool="plot_model", args={"kind": fitting[0], "run": run["number"]})
    return UserError("wrong_task", message, f"There is: {', '.join(fitting)}.", call, "kind")
