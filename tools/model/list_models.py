"""Lists the models that suit the task."""

from __future__ import annotations

from engine.models import models_for
from tools.base import Answer, NoArguments, Tool, table_block
from tools.cells import counted
from tools.experiment import Experiment


class ListModels(Tool):
    """Lists the models that suit the task, and when each is a good choice."""

    name = "list_models"
    stage = "model"
    label = "Which models are there?"
    summary = "The models that suit the task, and why."
    phrases = (
        "which models are there?",
        "what models can I train?",
        "list the models",
        "which algorithms do you have?",
        "what algorithms are on offer?",
        "what can I train?",
        "which methods suit my data?",
        "show available models",
        "which classifiers exist?",
    )
    requires = ()

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        task = (experiment.task if experiment.dataset else None) or "classification"
        rows = [[model.id, model.label, model.summary, model.speed] for model in models_for(task)]
        return Answer(said=f"{counted(len(rows), 'model')} for {task.replace('_', ' ')}.", blocks=[table_block(["id", "model", "when it suits", "speed"], rows)])
