"""The space that a search goes through: what pays for the model, or what the user spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.base import ToolCall, UserError
from tools.experiment import Experiment
from tools.model.classes import training_rows

if TYPE_CHECKING:
    from engine.models import Model
    from engine.tuning_spaces import Range


def searched_space(model: Model, given: dict[str, Any] | None, experiment: Experiment) -> dict[str, Range]:
    """Gives the space of a model for these training rows; raises UserError where there is none, or a value is not allowed."""
    if given:
        return {name: _range(model, name, values, str(experiment.task)) for name, values in given.items()}
    from engine.tuning_spaces import Size, space_for

    rows, labels = training_rows(experiment)
    spread = float(labels.std()) or 1.0 if experiment.task == "regression" else 1.0
    space = space_for(model.id, str(experiment.task), Size(len(rows), len(experiment.feature_columns()), spread))
    if not space:
        other = "logistic_regression" if experiment.task == "classification" else "ridge"
        raise UserError("nothing_to_tune", f"{model.label.capitalize()} has no parameter that is worth searching.", "Another model has.", ToolCall(tool="tune", args={"model": other}), argument="model")
    return space


def _range(model: Model, name: str, values: Any, task: str) -> Range:
    from engine.models import validate_params
    from engine.tuning_spaces import Range

    if isinstance(values, dict) and {"low", "high"} <= set(values) <= {"low", "high", "log"}:
        ends = validate_params(model, task, {name: values["low"]}) | {"high": validate_params(model, task, {name: values["high"]})[name]}
        low, high, log = ends[name], ends["high"], bool(values.get("log", False))
        if not all(isinstance(end, int | float) and not isinstance(end, bool) for end in (low, high)) or low > high or (log and low <= 0):
            raise UserError("invalid_argument", f"The range of {name} must go from a lower to a higher number{', above 0 on a log scale' if log else ''}, but {values['low']!r} to {values['high']!r} came.", 'For example {"low": 1, "high": 10}.', argument="space")
        return Range(low, high, log, whole=isinstance(low, int) and isinstance(high, int))
    if isinstance(values, list) and values:
        return Range(choices=tuple(validate_params(model, task, {name: value})[name] for value in values))
    validate_params(model, task, {name: values} if not isinstance(values, dict | list) else {})
    raise UserError("invalid_argument", f"{name} needs a list of values, or a range.", 'For example [1, 10] or {"low": 0.1, "high": 10, "log": true}.', argument="space")
