"""Fills the arguments of the tools that say how good a model is: measures, charts, mistakes, and the order of the runs."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import metric_of, of_each_run, with_run
from assistant.router.arguments.slots import option
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.quantities import count_of

Args = dict[str, Any]


def evaluate(clause: Clause) -> Args | list[Args]:
    """Reads which parts of the data, and which run."""
    parts = vocabulary.every(re.sub(r"^test (?=it|that|this|the model)", "", clause.masked), vocabulary.PARTS)
    if len(parts) > 1 and " or " in clause.masked:
        raise Unclear("On which rows?", [option("evaluate", {"data": part}, f"On the {part} rows") for part in parts])
    if len(parts) > 1:
        return [with_run(clause, {"data": part}) for part in parts]
    return of_each_run(clause, with_run(clause, {"data": parts[0]} if parts else {}))


def plot_model(clause: Clause) -> Args | list[Args]:
    """Reads which chart of which run."""
    kinds = vocabulary.every(_SHARED_CHART.sub(r"\1 curve \2", clause.masked), vocabulary.PLOT_MODEL)
    if len(kinds) > 1 and _CHARTS.search(clause.masked):
        return [with_run(clause, {"kind": kind}) for kind in kinds]
    kind = vocabulary.first(clause.masked, vocabulary.PLOT_MODEL) or _unnamed(clause)
    return of_each_run(clause, with_run(clause, {"kind": kind}))


_SOME_CURVE = re.compile(r"\b(?:curves?|lines?)\b")


def _unnamed(clause: Clause) -> str:
    """The chart of where a model is right and wrong, for the task; asks where some curve is spoken of."""
    if clause.has("probabilit\\w+"):
        return "calibration"
    numeric = clause.context.task == "regression"
    if _SOME_CURVE.search(clause.masked):
        kinds = ("learning_curve", "predicted_vs_actual") if numeric else ("learning_curve", "roc", "precision_recall", "calibration")
        raise Unclear("Which curve?", [option("plot_model", {"kind": name}, name.replace("_", " ")) for name in kinds])
    return "predicted_vs_actual" if numeric else "confusion_matrix"


_SHARED_CHART = re.compile(r"\b(roc|calibration|learning|lift)( (?:and|,|&|\+|plus) (?:the )?(?:roc|precision|pr|calibration|learning|lift)\b)")
"""One word for two: “roc and precision recall curves”."""
_CHARTS = re.compile(r" (?:and|,|&|\+|plus|as well as|also) ")


def show_errors(clause: Clause) -> Args:
    """Reads how many rows."""
    number = count_of(clause)
    return with_run(clause, {"rows": number} if number else {})


def leaderboard(clause: Clause) -> Args:
    """Reads the metric to rank by."""
    metric = metric_of(clause)
    return {"metric": metric} if metric else {}
