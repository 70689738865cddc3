"""Takes one step out and replays the later ones."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.experiment import Experiment


class RemoveStepArguments(Arguments):
    """The number of the step."""

    step: int = Field(ge=1)


class RemoveStep(Tool):
    """Takes one step out; the later steps are replayed, and models that came after it are trained again."""

    name = "remove_step"
    stage = "pipeline"
    label = "Remove a step"
    summary = "Take one step out and replay the later ones."
    Arguments = RemoveStepArguments
    phrases = (
        "remove step 3",
        "take step 2 out",
        "delete the third step",
        "step 4 out",
        "step 3 was a mistake, take it out",
        "cancel step 2",
        "get rid of the second step",
        "without step 4 please",
    )
    edits = True
    slow = True

    def edit(self, args: RemoveStepArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        steps = experiment.steps
        if args.step > len(steps):
            raise UserError("invalid_argument", f"There is no step {args.step}; there are {len(steps)}.", f"The nearest valid value is {len(steps)}.", ToolCall(tool="show_pipeline"), argument="step")
        if args.step == 1:
            raise UserError("invalid_argument", "Step 1 loads the data; without it nothing is left.", "Say “start over” for that.", ToolCall(tool="start_over"), argument="step")
        removed = steps[args.step - 1]
        after = replayed(experiment.with_document(steps=steps[: args.step - 1], redo=[]), steps[args.step :], removed["title"])
        lost = len(experiment.runs) - len(after.runs)
        more = f" {len(steps) - args.step} later steps were replayed." if len(steps) > args.step else ""
        return after.document, Answer(said=f"Step {args.step} ({escaped(removed['title'])}) is out.{more}{f' {lost} runs could not be kept.' if lost else ''}")


def replayed(experiment: Experiment, steps: list[dict[str, Any]], removed: str) -> Experiment:
    """Replays recorded steps one after the other; raises UserError naming the step that no longer fits."""
    from engine.errors import Refusal
    from tools.catalog import find_tool

    for step in steps:
        tool = find_tool(step["tool"])
        before = experiment
        experiment = experiment.with_document(steps=[*experiment.steps, step])
        try:
            settled = tool.Arguments.model_validate(step["args"])
            experiment.snapshot  # noqa: B018 - computes the table, and refuses here what does not fit it
            experiment = tool.work(settled, before, experiment, lambda fraction, message: None)
        except (Refusal, ValueError, KeyError) as problem:
            raise UserError("later_step_needs_it", f"Without “{removed}” the later step “{step['title']}” does not work: {problem}.", "Remove that step first. Nothing was changed.", ToolCall(tool="show_pipeline")) from problem
    return experiment
