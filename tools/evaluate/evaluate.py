"""Says how good a model is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Slot, Suggestion, Tool, ToolCall, UserError
from tools.experiment import Experiment, Run
from tools.model.doubts import doubts
from tools.model.judged_by import LEADING, scores_on, shown_part
from tools.model.looks import look_note
from tools.model.outdated import outdated_words
from tools.model.report import metrics_blocks, verdict


class EvaluateArguments(Arguments):
    """Which run, on which rows."""

    run: Annotated[str | int, Slot("run")] | None = None
    data: Literal["test", "validation", "train"] | None = Field(None, description="Left out: the test rows. On the training rows it says whether they were learned by heart.")


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
        if not run["rows"].get(part):
            there = [name for name, rows in run["rows"].items() if rows]
            call = ToolCall(tool="evaluate", args={"run": run["number"], "data": there[0]})
            raise UserError("no_such_rows", f"Run {run['number']} has no {part} rows.", f"It has: {', '.join(there)}.", call, "data")
        said = verdict(run, part)
        options: list[Suggestion] = []
        if part == "train" and run["task"] in {"classification", "regression"}:
            held_against, options = _learned_by_heart(experiment, run)
            said += f" {held_against}"
        said = f"{said}{look_note(experiment, run, part)} {outdated_words(run)}".strip()
        return Answer(said=said, blocks=metrics_blocks(run, part), event="evaluate", options=options)


def _learned_by_heart(experiment: Experiment, run: Run) -> tuple[str, list[Suggestion]]:
    """Holds the training score against rows that were not learned from; test rows only where their score was told before."""
    part, metric = shown_part(run), LEADING[run["task"]]
    number = run["number"]
    if part == "train":
        check = Suggestion(label="Check on 5 parts in turn", reason="the rows that it learned from do not tell", call=ToolCall(tool="cross_validate", args={"folds": 5}))
        return "Whether they were learned by heart, these rows cannot tell: cross-validation can.", [check] if run["key"] == experiment.runs[-1]["key"] else []
    learned, seen = scores_on(run, "train")[metric], scores_on(run, part)[metric]
    there = {"folds": "on folds of the training rows", "validation": "on the validation rows", "test": "on the test rows (told before)"}[part]
    scores = f"{metric.replace('_', ' ')} {learned:.3f} on the training rows and {seen:.3f} {there}"
    if any(doubt.finding == "overfit" for doubt in doubts(run, part)):
        curve = Suggestion(label="See whether more rows would help", reason=scores, call=ToolCall(tool="plot_model", args={"kind": "learning_curve", "run": number}))
        return f"Yes, it overfits: {scores}.", [curve]
    return f"No overfitting to speak of: {scores}. The difference is within what chance does, or small.", []
