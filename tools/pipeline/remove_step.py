"""Takes one step out and replays the later ones."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from tools.base import Answer, Arguments, Slot, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.experiment import Experiment, Step
from tools.pipeline.past import with_edit
from tools.pipeline.replay import moved, replay


class RemoveStepArguments(Arguments):
    """The number of the step."""

    step: Annotated[int, Field(ge=1, description="The number of the step."), Slot("step")]


class RemoveStep(Tool):
    """Takes one step out; the later steps are replayed, and models that came after it are trained again."""

    name = "remove_step"
    stage = "pipeline"
    label = "Remove a step"
    summary = "Take one step out and replay the later ones; a table says what moved."
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
        removed, earlier, later = parted(experiment, args.step)
        if args.step == 1:
            raise UserError("invalid_argument", "Step 1 loads the data; without it nothing is left.", "Say “start over” for that.", ToolCall(tool="start_over"), argument="step")
        done = replay(experiment.with_document(steps=earlier, redo=[]), later, f"Without “{removed['title']}”")
        said = f"Step {args.step} ({escaped(removed['title'])}) is out.{replayed_words(len(later))}"
        document = with_edit(experiment, done.experiment.document, f"Remove step {args.step}")
        return document, Answer(said=" ".join([said, *done.notes]), blocks=[moved(experiment, done.experiment)])


def parted(experiment: Experiment, number: int) -> tuple[Step, list[Step], list[Step]]:
    """Gives the step with this number, those before it and those after it; raises UserError where there is none."""
    steps = experiment.steps
    if number > len(steps):
        nearest = f"The nearest valid value is {len(steps)}."
        raise UserError("invalid_argument", f"There is no step {number}; there are {len(steps)}.", nearest, ToolCall(tool="show_pipeline"), argument="step")
    return steps[number - 1], steps[: number - 1], steps[number:]


def replayed_words(count: int) -> str:
    """Says how many later steps were replayed."""
    return f" {count} later step{' was' if count == 1 else 's were'} replayed." if count else ""
