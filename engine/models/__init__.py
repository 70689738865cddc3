"""The models that can be trained, as declarations: nothing heavy is imported until one is made."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from engine.errors import Refusal
from engine.models import anomaly, baseline, bayes, boosting, clustering, linear, neighbors, neural, svm, trees
from engine.models.declaration import Limits, Model, Parameter

MODELS: tuple[Model, ...] = (
    *linear.MODELS,
    *svm.MODELS,
    *neighbors.MODELS,
    *trees.MODELS,
    *boosting.MODELS,
    *neural.MODELS,
    *bayes.MODELS,
    *clustering.MODELS,
    *anomaly.MODELS,
    *baseline.MODELS,
)

TASKS = ("classification", "regression", "clustering", "anomaly_detection")

__all__ = [
    "MODELS",
    "TASKS",
    "Limits",
    "Model",
    "Parameter",
    "find_model",
    "label_of",
    "models_for",
    "sentence_label",
    "supports_class_weight",
    "validate_params",
]


def models_for(task: str) -> tuple[Model, ...]:
    """Lists the models that serve this task."""
    return tuple(model for model in MODELS if task in model.tasks)


def find_model(model_id: str, task: str | None = None, argument: str = "model") -> Model:
    """Gives the model with this id; raises Refusal, about the argument that named it, where there is none, or none for this task."""
    found = next((model for model in MODELS if model.id == model_id), None)
    if found is None:
        names = [model.id for model in (models_for(task) if task else MODELS)]
        near = get_close_matches(model_id.lower(), names, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}."
        raise Refusal("unknown_model", f"There is no model called {model_id!r}.", hint, argument=argument)
    if task is not None and task not in found.tasks:
        others = ", ".join(model.id for model in models_for(task))
        message = f"{found.label} ({found.id}) does {_joined(found.tasks)}, not {_said(task)}."
        raise Refusal("model_not_for_task", message, f"For {_said(task)} there are: {others}.", argument=argument)
    return found


def label_of(model_id: str) -> str:
    """Gives what a model is called wherever it is named; of models that were combined, the way in words."""
    return next((model.label for model in MODELS if model.id == model_id), model_id.replace("_", " "))


def sentence_label(model_id: str) -> str:
    """Gives what a model is called at the beginning of a sentence."""
    label = label_of(model_id)
    return label[:1].upper() + label[1:]


def supports_class_weight(model: Model | str) -> bool:
    """Says whether the model can be made to weigh all classes the same."""
    found = find_model(model) if isinstance(model, str) else model
    return bool(found.weights)


def validate_params(model: Model, task: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the parameters in the types that the estimator wants; raises Refusal naming the first that is not allowed."""
    allowed = model.parameters_for(task)
    checked = {}
    for name, value in params.items():
        parameter = allowed.get(name)
        if parameter is None:
            raise Refusal("unknown_parameter", *_unknown(model, name, list(allowed)))
        problem = parameter.problem(value)
        if problem:
            message = f"{name} of {model.label} cannot be {value!r}: {problem}. It takes {parameter.range_words()}."
            raise Refusal(
                "invalid_parameter", message, f"The nearest value that works is {parameter.nearest(value)!r}."
            )
        checked[name] = parameter.cast(value)
    return checked


def _unknown(model: Model, name: str, names: list[str]) -> tuple[str, str]:
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    message = f"{model.label} has no parameter {name!r}."
    listed = f"It has: {', '.join(names)}." if names else "It has none."
    return message, f"Did you mean {near[0]}? {listed}" if near else listed


def _said(task: str) -> str:
    return task.replace("_", " ")


def _joined(tasks: tuple[str, ...]) -> str:
    return " and ".join(_said(task) for task in tasks)
