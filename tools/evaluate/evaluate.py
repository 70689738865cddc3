"""Says how good a model is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Slot, Tool, UserError
from tools.evaluate.rows_of import look_note
from tools.experiment import Experiment
from tools.model.report import metrics_block, verdict


class EvaluateArguments(Arguments):
    """Which run, on which rows."""

    run: Annotated[str | int, Slot("run")] | None = None
    data: Literal["test", "validation", "train"] | None = Field(None, description="Left out: the test rows.")


class Evaluate(Tool):
    """Says how good a model is, in plain words, beside always giving the most common answer."""

    name = "evaluate"
    stage = "evaluate"
    label = "How good is it?"
    summary = "Metrics in plain words beside a baseline."
    Arguments = EvaluateArguments
    phrases = (
        "how good is it?",
        "evaluate the model",
        "what is the accuracy?",
        "show the metrics",
        "is the model any good?",
        "score on the validation data",
        "is it memorising?",
        "how did it do on the test data?",
        "is it overfitting?",
        "how often is it right?",
        "can I trust it?",
        "what score did we get?",
        "does it work on new data?",
        "performance please",
        "how accurate are we",
    )
    requires = ("dataset", "run")

    def answer(self, args: EvaluateArguments, experiment: Experiment) -> Answer:
        run = experiment.run(args.run)
        part = args.data or ("test" if run["metrics"].get("test") else "train")
        if not run["metrics"].get(part):
            there = ", ".join(name for name, values in run["metrics"].items() if values)
            raise UserError("no_such_rows", f"Run {run['number']} has no {part} rows.", f"It has: {there}.", argument="data")
        said = verdict(run, part) + look_note(experiment, run, part)
        return Answer(said=said, blocks=[metrics_block(run, part)], event="evaluate")
