"""Opens another experiment of this conversation."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool
from tools.cells import counted, escaped
from tools.experiment import Experiment
from tools.pipeline.experiments import find_other, name_of, put_aside


class OpenExperimentArguments(Arguments):
    """Its name, or its number in the list."""

    experiment: str = Field(min_length=1, max_length=80, description="Its name or id.")


class OpenExperiment(Tool):
    """Opens another experiment; the one that is open is kept as it is."""

    name = "open_experiment"
    stage = "pipeline"
    label = "Open an experiment"
    summary = "Open another experiment; the one that is open is kept as it is."
    Arguments = OpenExperimentArguments
    phrases = (
        "open the experiment “first try”",
        "switch to the experiment “first try”",
        "go to the “baseline” experiment",
        "open the experiment trial",
        "go back to experiment trial",
        "switch to the project trial",
        "continue with the session trial",
        "load experiment trial",
        "resume trial experiment",
    )
    edits = True

    def edit(self, args: OpenExperimentArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        other = find_other(experiment.document, args.experiment)
        document = put_aside({**experiment.document, "others": [each for each in experiment.document["others"] if name_of(each) != name_of(other)]}, other)
        kept = name_of(document["others"][-1]) if document["others"] else name_of(experiment.document)
        said = f"“{escaped(name_of(document))}” is open: {counted(len(document['steps']), 'step')}, {counted(len(Experiment(document, experiment.home).runs), 'run')}. “{escaped(kept)}” is kept as it was."
        return document, Answer(said=said)
