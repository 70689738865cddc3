"""Removes all steps; asks first."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Question, Suggestion, Tool, ToolCall
from tools.cells import counted
from tools.experiment import Experiment
from tools.pipeline.past import with_edit


class StartOverArguments(Arguments):
    """Whether it was confirmed."""

    confirmed: bool = Field(False, description="Set by the button that confirms.")


class StartOver(Tool):
    """Removes every step but the loading of the data; asks first."""

    name = "start_over"
    stage = "pipeline"
    label = "Start over"
    summary = "Remove all steps; asks first."
    Arguments = StartOverArguments
    phrases = (
        "start over",
        "start from scratch",
        "reset everything",
        "begin again",
        "wipe everything",
        "forget everything we did",
        "I want to begin anew",
        "clear all steps",
    )
    edits = True
    destroys = True

    def edit(self, args: StartOverArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        steps, runs = len(experiment.steps) - 1, len(experiment.runs)
        if not args.confirmed:
            raise Question(
                f"This removes all {counted(steps, 'step')} after loading and {counted(runs, 'run')}. Start over?",
                [
                    Suggestion(label="Yes, start over", reason="the data stays loaded", call=ToolCall(tool="start_over", args={"confirmed": True})),
                    Suggestion(label="No, show the steps first", reason="nothing is removed", call=ToolCall(tool="show_pipeline")),
                ],
            )
        document = with_edit(experiment, {**experiment.document, "steps": experiment.steps[:1]}, "Start over")
        return document, Answer(said=f"Started over: {counted(steps, 'step was', 'steps were')} removed, the data is loaded as it came. “Undo” brings them back.")
