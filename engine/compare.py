"""Which models are worth comparing, how long each would take, and which of them are told apart by more than chance."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.base import clone
from threadpoolctl import threadpool_limits

from engine.folds import FoldedRows
from engine.metrics import Metric
from engine.models import Model, find_model

PORTFOLIO: dict[str, tuple[str, ...]] = {
    "classification": (
        "logistic_regression", "lightgbm", "hist_gradient_boosting", "random_forest", "extra_trees", "xgboost", "mlp", "svm", "knn",
    ),
    "regression": ("ridge", "lightgbm", "hist_gradient_boosting", "random_forest", "extra_trees", "xgboost", "mlp", "svm", "knn"),
    "clustering": ("kmeans", "gaussian_mixture", "hdbscan", "birch", "agglomerative"),
}
"""Cheap and strong ones first (the order of AutoGluon's portfolio); what grows faster than the rows comes last."""
SLOW_FROM_ROWS = 20_000
"""From here on models whose time grows faster than the rows are left out, unless asked for."""
FEW_ROWS, MANY_ROWS, HUGE_ROWS = 1_000, 20_000, 200_000
SAMPLE_ROWS = 500


def portfolio(task: str, rows: int) -> list[Model]:
    """Lists the models to compare where none are named, in the order in which they are tried."""
    models = [find_model(name, task) for name in PORTFOLIO[task]]
    return [model for model in models if rows <= SLOW_FROM_ROWS or model.growth <= 1]


def fold_count(rows: int) -> int:
    """Says on how many folds models are judged: more where there are few rows, as each fold is then a matter of luck."""
    return 10 if rows < FEW_ROWS // 4 else 5 if rows < MANY_ROWS else 3


def predicted_seconds(rows: FoldedRows, estimator: Any, growth: float) -> float:
    """Predicts how long one fit on all these rows takes, from a fit on a few hundred of them."""
    total = len(rows.X)
    some = rows.folds[0][0][:: max(1, total // SAMPLE_ROWS)]
    started = time.perf_counter()
    with threadpool_limits(limits=1):
        clone(estimator).fit(rows.X.iloc[some], rows.y[some])
    return (time.perf_counter() - started) * (total / len(some)) ** growth


@dataclass(frozen=True)
class Placed:
    """A model's place in a comparison."""

    name: str
    mean: float
    sd: float


def ranked(found: Mapping[str, Mapping[str, Any]], metric: Metric) -> list[Placed]:
    """Ranks models by their mean over folds, the best first; those without the metric are left out."""
    placed = [Placed(name, spread["mean"][metric.id], spread["sd"][metric.id]) for name, spread in found.items() if metric.id in spread["mean"]]
    return sorted(placed, key=lambda place: -place.mean if metric.greater_is_better else place.mean)


def ties(places: Sequence[Placed]) -> list[Placed]:
    """Lists the models that are behind the first by less than the spread over folds: chance may have ranked them."""
    return [place for place in places[1:] if abs(place.mean - places[0].mean) < max(place.sd, places[0].sd)]
