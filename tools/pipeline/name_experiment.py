"""Names the open experiment."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool
from tools.cells import escaped
from tools.experiment import Experiment
from tools.pipeline.experiments import check_name


class NameExperimentArguments(Arguments):
    """The name."""

    name: str = Field(min_length=1, max_length=80, description="What it is called.")


class NameExperiment(Tool):
    """Names the experiment; downloads are called after it."""

    name = "name_experiment"
    stage = "pipeline"
    label = "Name the experiment"
    summary = "Name the experiment; downloads are called after it."
    Arguments = NameExperimentArguments
    phrases = (
        "name the experiment “first try”",
        "call this experiment “first try”",
        "rename the experiment to “final”",
        "name this experiment trial",
        "call the project trial",
        "give the experiment the name trial",
        "rename the session to trial",
        "title it trial",
        "this experiment is called trial",
    )
    edits = True

    def edit(self, args: NameExperimentArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        name = check_name(experiment.document, args.name)
        return {**experiment.document, "name": name}, Answer(said=f"This experiment is called “{escaped(name)}” now; what you download carries that name.")
