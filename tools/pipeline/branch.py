"""Copies the experiment to try something else in."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Suggestion, Tool, ToolCall
from tools.cells import counted, escaped
from tools.experiment import Experiment
from tools.pipeline.experiments import alone, check_name, name_of, put_aside


class BranchArguments(Arguments):
    """What the copy is to be called."""

    name: str = Field(min_length=1, max_length=80, description="What the copy is called.")


class Branch(Tool):
    """Makes a copy of the experiment with all its steps and runs and opens it; the original stays as it is."""

    name = "branch"
    stage = "pipeline"
    label = "Branch off"
    summary = "Copy the experiment to try something else in; the original stays as it is."
    Arguments = BranchArguments
    phrases = (
        "branch off as “without cabin”",
        "make a copy called “second idea”",
        "fork this as “bold try”",
        "make a copy to try something else",
        "branch off",
        "fork this",
        "try it in a copy named trial",
        "new branch trial",
        "duplicate this experiment",
    )
    edits = True

    def edit(self, args: BranchArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        document = experiment.document
        name = check_name({"others": [document, *document.get("others", [])]}, args.name)
        copy = put_aside(document, {**alone(document), "name": name})
        original = name_of(copy["others"][-1])
        said = f"“{escaped(name)}” is open, a copy with {counted(len(copy['steps']), 'step')}; “{escaped(original)}” stays as it is."
        back = Suggestion(label=f"Back to {original}", reason=f"{counted(len(copy['steps']), 'step')}", call=ToolCall(tool="open_experiment", args={"experiment": original}))
        return copy, Answer(said=said, options=[back])
