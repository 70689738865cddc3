"""Says what kind of task it is."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from engine.operations import Operation, Set
from tools.base import Answer, Arguments, Tool, ToolCall, UserError
from tools.cells import shown_cell
from tools.data.set_target import positive_class, require_no_fractions
from tools.experiment import Experiment

WORDS = {"classification": "Predict classes", "regression": "Predict a number", "clustering": "Find groups", "anomaly_detection": "Find what is odd"}


class SetTaskArguments(Arguments):
    """The task."""

    task: Literal["classification", "regression", "clustering", "anomaly_detection"] = Field(description="The last two need no target.")


class SetTask(Tool):
    """Says what kind of task it is; clustering and anomaly detection need no target."""

    name = "set_task"
    stage = "data"
    label = "Choose the task"
    summary = "Classification, regression, clustering or anomaly detection."
    Arguments = SetTaskArguments
    phrases = (
        "find groups in the data",
        "this is a regression",
        "treat it as classification",
        "I want to cluster the rows",
        "find anomalies",
        "nothing to predict, I want segments",
        "which rows are unusual?",
        "find similar rows",
        "detect odd rows",
        "there is no target",
        "group similar customers together",
        "treat it as a regression problem",
        "look for strange customers",
    )
    records = True

    def title(self, args: SetTaskArguments) -> str:
        return WORDS[args.task]

    def resolve(self, args: SetTaskArguments, experiment: Experiment) -> SetTaskArguments:
        if args.task == "regression" and experiment.target:
            entry = experiment.sources[experiment.target]
            if not entry["dtype"].startswith(("int", "float")):
                raise UserError("not_numeric", f"“{experiment.target}” holds words, so it cannot be predicted as a number.", "Keep it a classification.", ToolCall(tool="set_task", args={"task": "classification"}))
        if args.task == "classification" and experiment.target:
            require_no_fractions(experiment.target, experiment.frame[experiment.target].dropna())
        return args

    def plan(self, args: SetTaskArguments, experiment: Experiment) -> list[Operation]:
        if args.task in {"clustering", "anomaly_detection"}:
            return [Set("task", args.task), Set("target", None), Set("positive", None)]
        return [Set("task", args.task), Set("positive", _looked_for(args.task, experiment))]

    def tell(self, args: SetTaskArguments, before: Experiment, after: Experiment) -> Answer:
        more = "" if after.target or args.task in {"clustering", "anomaly_detection"} else " Now say which column to predict."
        return Answer(said=f"{WORDS[args.task]}: this is {'an' if args.task[0] == 'a' else 'a'} {args.task.replace('_', ' ')} task.{more}")


def _looked_for(task: str, experiment: Experiment) -> Any:
    """Gives which of two classes is looked for; numbers that are predicted as such have none."""
    if task != "classification" or not experiment.target:
        return None
    counts = experiment.frame[experiment.target].value_counts().to_dict()
    chosen = experiment.compiled.fields.get("positive")
    return chosen if chosen is not None or len(counts) != 2 else shown_cell(positive_class(list(counts), counts))
