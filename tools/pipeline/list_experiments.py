"""Lists the experiments of this conversation."""

from __future__ import annotations

from tools.base import Answer, NoArguments, Suggestion, Tool, ToolCall, table_block
from tools.cells import counted
from tools.experiment import Experiment
from tools.pipeline.experiments import listed

OFFERED = 4


class ListExperiments(Tool):
    """Lists the experiments of this conversation, the open one first."""

    name = "list_experiments"
    stage = "pipeline"
    label = "List the experiments"
    summary = "The experiments of this conversation, the open one first."
    phrases = (
        "list my experiments",
        "which experiments are there?",
        "show the experiments",
        "my experiments",
        "what did I work on before?",
        "list the experiments",
        "which experiments do I have?",
        "show earlier sessions",
        "other projects of mine",
    )

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        found = listed(experiment)
        rows = [[each["number"], each["name"], each["dataset"], each["steps"], each["runs"], "yes" if each["open"] else ""] for each in found]
        said = f"{len(found)} experiments." if len(found) > 1 else "One experiment. “Branch” makes a copy to try something else in."
        options = [
            Suggestion(label=f"Open {each['name']}", reason=f"{counted(each['steps'], 'step')}, {each['runs']} trained models", call=ToolCall(tool="open_experiment", args={"experiment": each["name"]}))
            for each in found[1 : OFFERED + 1]
        ]
        return Answer(said=said, blocks=[table_block(["number", "name", "data", "steps", "runs", "open"], rows)], options=options)
