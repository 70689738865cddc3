"""Refuses what cannot be afforded, with a call that works, and warns of what is dear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from engine.models import sentence_label
from tools.base import ToolCall, UserError
from tools.cells import quoted, shown_cell
from tools.experiment import Experiment

if TYPE_CHECKING:
    from engine.models import Model
    from engine.price import Price, Size

INSTEAD = {"classification": "hist_gradient_boosting", "regression": "hist_gradient_boosting", "clustering": "minibatch_kmeans", "anomaly_detection": "isolation_forest"}

COMMONEST = 50
"""So many classes are offered to be kept where there are too many."""


def price(model: Model, params: Mapping[str, Any], experiment: Experiment, fits: int = 1) -> Price:
    """Prices so many fits on the training rows as they are now."""
    from engine.price import price_of

    return price_of(model, str(experiment.task), params, size_of(experiment), fits)


def size_of(experiment: Experiment) -> Size:
    """Measures what a model would learn from, without looking at more than the answers."""
    from engine.price import Size

    parts = experiment.snapshot.parts
    rows = len(experiment.frame) if parts is None else len(parts["train"])
    classes = experiment.sources[experiment.target]["unique"] if experiment.task == "classification" and experiment.target else 1
    return Size(rows, max(1, len(experiment.feature_columns())), len(experiment.frame) - rows, int(classes))


def require_affordable(model: Model, params: Mapping[str, Any], experiment: Experiment) -> None:
    """Raises UserError where training this model is out of the question, with a call that does."""
    found = price(model, params, experiment)
    if found.level == "refused":
        call = cheaper(model, found, experiment)
        raise UserError("too_expensive", f"{found.reason[0].upper()}{found.reason[1:]}.", "This would do." if call else "", call)


def require_few_classes(experiment: Experiment) -> None:
    """Raises UserError where there are too many classes to tell apart: numbers can be predicted as such, else the commonest stay."""
    from engine.price import MOST_CLASSES

    classes, target = size_of(experiment).classes, experiment.target
    if classes <= MOST_CLASSES or not target:
        return
    said = f"{quoted(target)} has {classes:,} classes, and at most {MOST_CLASSES:,} can be told apart."
    if experiment.sources[target]["dtype"].startswith(("int", "float")):
        raise UserError("too_expensive", said, "It holds numbers, which can be predicted as such.", ToolCall(tool="set_task", args={"task": "regression"}))
    common = experiment.frame[target].value_counts().head(COMMONEST)
    kept = [shown_cell(name) for name in sorted(common.index)]
    hint = f"The {COMMONEST} commonest hold {common.sum():,} of {len(experiment.frame):,} rows; with those alone it goes."
    raise UserError("too_expensive", said, hint, ToolCall(tool="filter_rows", args={"column": target, "op": "in", "value": kept}))


def require_sparse_neighbours(model: Model, params: Mapping[str, Any], experiment: Experiment) -> None:
    """Raises UserError where a model that keeps all rows within eps of each row would keep too many, with an eps that does.

    The number is estimated on drawn rows, as the steps before the model leave them.
    """
    from engine.neighbourhoods import eps_for, mean_neighbours
    from engine.price import neighbours_price

    features = [entry["name"] for entry in experiment.feature_columns() if entry["name"] in experiment.view]
    table = experiment.view[features].select_dtypes(["number", "bool"]).dropna()
    values = {**model.defaults(str(experiment.task)), **params}
    if table.empty:
        return
    found = neighbours_price(len(table), mean_neighbours(table, values["eps"], values["metric"]), values["eps"])
    if found.level == "refused":
        eps = eps_for(table, values["min_samples"], values["metric"])
        call, hint = cheaper(model, found, experiment), "This would do."
        if eps and neighbours_price(len(table), mean_neighbours(table, eps, values["metric"]), eps).level != "refused":
            call = ToolCall(tool="train", args={"model": model.id, "params": {**params, "eps": eps}})
            hint = f"With eps {eps:g} half of the rows have the {values['min_samples']} neighbours that a group needs."
        raise UserError("too_expensive", f"{found.reason[0].upper()}{found.reason[1:]}.", hint if call else "", call, argument="params")


def warning_of(model: Model, params: Mapping[str, Any], experiment: Experiment, fits: int = 1) -> str:
    """Says that it will take long, or nothing."""
    found = price(model, params, experiment, fits)
    if found.level != "warn":
        return ""
    call = cheaper(model, found, experiment, fits)
    other = f" {sentence_label(call.args['model'])} would be quicker." if call and call.args["model"] != model.id else ""
    return f"Be patient: {found.reason}.{other} “Cancel” stops it."


def cheaper(model: Model, found: Price, experiment: Experiment, fits: int = 1) -> ToolCall | None:
    """Offers the same model with parameters that do, else the next one on its list that does for so many fits."""
    if found.params:
        return ToolCall(tool="train", args={"model": model.id, "params": dict(found.params)})
    from engine.models import find_model

    task = str(experiment.task)
    for name in (*model.limits.instead, INSTEAD[task]):
        other = find_model(name, task)
        if other.id != model.id and price(other, {}, experiment, fits).level == "fine":
            return ToolCall(tool="train", args={"model": name})
    return None


def comparing_seconds(models: Sequence[Model], experiment: Experiment) -> float:
    """Predicts how long these models take on folds and once more on all training rows; 0 where no law is known for any.

    Those without a law of their own are taken to need as long as the one in the middle. It is a bound: forests are priced as if
    every tree looked at all that it may.
    """
    from engine.compare import fold_count
    from engine.price import seconds_of

    size = size_of(experiment)
    known: list[float] = [seconds for model in models if (seconds := seconds_of(model, str(experiment.task), {}, size)) is not None]
    return (sum(known) + median(known) * (len(models) - len(known))) * (fold_count(size.rows) + 1) if known else 0.0
