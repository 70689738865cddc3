"""Prepares the data in the steps that it asks for."""

from __future__ import annotations

from tools.base import NoArguments, Question, Tool, ToolCall, UserError
from tools.experiment import Experiment
from tools.model.prerequisites import missing_steps
from tools.requirements import target_options


class PrepareAutomatically(Tool):
    """Records the separate steps that the data asks for, and says why each; every one can be undone."""

    name = "prepare_automatically"
    stage = "prepare"
    label = "Prepare it for me"
    summary = "Record the preparation steps that the data asks for, each with its reason."
    phrases = (
        "prepare it for me",
        "clean the data",
        "get the data ready",
        "do the preparation automatically",
        "preprocess everything",
        "do whatever the data needs",
        "tidy everything up",
        "make the data ready for training",
        "fix all the problems for me",
        "take care of the preprocessing",
        "handle the cleaning yourself",
    )
    expands = True

    def calls(self, args: NoArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        """Lists the steps that are still missing before any model can be trained, the split left to be said."""
        if not experiment.target and experiment.task not in {"clustering", "anomaly_detection"}:
            raise Question("What do you want to predict? The preparation depends on it.", target_options(experiment))
        steps = [step for step in missing_steps(MostDemanding(), experiment) if step[0].tool != "split"]
        if not steps:
            raise _nothing_left(experiment)
        return steps


def _nothing_left(experiment: Experiment) -> UserError:
    """Says that all is prepared, and what comes next as things stand."""
    hint, call = "Split the rows or train a model.", ToolCall(tool="split", args={})
    if experiment.runs:
        hint, call = "A model is trained, too: “what next?” says how to go on.", ToolCall(tool="suggest")
    elif experiment.split:
        hint, call = "The rows are split, too: train a model.", ToolCall(tool="list_models")
    return UserError("nothing_to_do", "Everything is prepared: all features are numbers without gaps.", hint, call)


class MostDemanding:
    """Stands for the most demanding model: no gaps, numbers of one scale."""

    handles_missing = False
    needs_scaling = True

