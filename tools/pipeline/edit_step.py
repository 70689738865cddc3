"""Changes arguments of an earlier step and replays the later ones."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.arguments import validated
from tools.base import Answer, Arguments, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.experiment import Experiment, Step
from tools.idle_arguments import require_all_count, without_idle
from tools.pipeline.past import with_edit
from tools.pipeline.remove_step import parted, replayed_words
from tools.pipeline.replay import moved, replay


class EditStepArguments(Arguments):
    """The number of the step, and the arguments to change."""

    step: int = Field(ge=1, description="The number of the step.")
    args: dict[str, Any] = Field(min_length=1, title="What changes", description="Only those to change, such as strategy = mean; null takes one back to its default.")


class EditStep(Tool):
    """Changes a step that was recorded earlier; the later steps are replayed, and a table says what moved."""

    name = "edit_step"
    stage = "pipeline"
    label = "Change a step"
    summary = "Change arguments of an earlier step and replay the later ones; a table says what moved."
    Arguments = EditStepArguments
    phrases = (
        "change step 3 to the mean",
        "in step 2 use the median",
        "edit step 4",
        "make step 5 use 300 trees",
        "change step 2 to the mean",
        "in step 3 use 300 trees",
        "step 2 with the median instead",
        "redo step 3 with depth 5",
        "modify the third step",
    )
    edits = True
    slow = True

    def edit(self, args: EditStepArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        from tools.call import record
        from tools.catalog import find_tool

        step, earlier, later = parted(experiment, args.step)
        if {**step["args"], **args.args} == step["args"]:
            raise UserError("nothing_to_do", f"Step {args.step} ({step['title']}) is like that already.", "Nothing was changed.", ToolCall(tool="show_pipeline"), argument="args")
        # What had been inferred is inferred anew: the call is made as it was given, with the changes.
        given = {**(step.get("given") or step["args"]), **args.args}
        changed = {name: value for name, value in given.items() if value is not None or name == "new"}
        tool = find_tool(step["tool"])
        changed = without_idle(tool, changed, args.args)
        start = experiment.with_document(steps=earlier, redo=[])
        try:
            require_all_count(tool, validated(tool, changed))
            after, _, told = record(start, ToolCall(tool=step["tool"], args=changed), step.get("said"), _silent)
        except UserError as problem:
            raise _as_edit(problem, args.step, step, changed) from problem
        title = after.steps[-1]["title"]
        done = replay(after, later, f"After “{title}”")
        other = f"and is “{escaped(title)}” now" if title != step["title"] else "and is done another way now"
        said = f"Step {args.step} was “{escaped(step['title'])}” {other}.{replayed_words(len(later))}"
        blocks = [moved(experiment, done.experiment), *(block for answer in told for block in answer.blocks)]
        document = with_edit(experiment, done.experiment.document, f"Change step {args.step}")
        return document, Answer(said=" ".join([said, *done.notes]), blocks=blocks)


def _as_edit(problem: UserError, number: int, step: Step, tried: dict[str, Any]) -> UserError:
    """Offers what would work as a change of this step, and not as one step more."""
    offered = problem.call
    if offered and offered.tool == step["tool"]:
        different = {name: value for name, value in offered.args.items() if tried.get(name) != value}
        offered = ToolCall(tool="edit_step", args={"step": number, "args": different}) if different else None
    return UserError(problem.code, problem.message, problem.hint, offered, problem.argument)


def _silent(fraction: float, message: str) -> None:
    """The steps' own progress is not shown."""
