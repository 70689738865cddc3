"""What a fitted model uses, in the columns that the user knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from engine.explaining import effort
from engine.explaining.effort import Cost, cost_of
from engine.sources import sources_of

MOST_ROWS = 2_000
MOST_COLUMNS = 200
MOST_CELLS = 1_000_000
"""How many cells one look at the shuffled rows may have, and so how many rows are taken of wide tables."""
FEWEST_ROWS, FEWEST_COLUMNS = 50, 5
REPEATS = 5
SEED = 42


@dataclass(frozen=True)
class Importances:
    """How much each original column matters, largest first."""

    method: str
    """importance (the model's own) or permutation."""
    columns: tuple[str, ...]
    values: tuple[float, ...]
    spreads: tuple[float, ...] | None
    """For permutation the standard deviation over the shuffles."""
    measure: str
    """What the numbers mean, in one sentence."""
    note: str = ""
    """What the user should know besides, such as that another method was taken."""


def importance(
    estimator: Any, X: pd.DataFrame, y: Any, task: str, report: Callable[[float, str], None] | None = None
) -> Importances:
    """Gives the model's own importances, summed over the columns that were made from an original one.

    The shares add up to 1. A model that has none is measured by permutation, and the answer says so.
    """
    found = own_importances(estimator, X)
    if found is None:
        measured = permutation(estimator, X, y, task, report)
        note = "This model keeps no importances of its own, so each column was shuffled to see what is lost."
        return replace(measured, note=f"{note} {measured.note}".strip())
    total = sum(found.values())
    shares = {name: value / total if total > 0 else 0.0 for name, value in found.items()}
    columns = _largest_first(shares)
    measure = "The share of what the model uses; all columns together are 1."
    return Importances("importance", columns, tuple(shares[name] for name in columns), None, measure)


def permutation(
    estimator: Any, X: pd.DataFrame, y: Any, task: str, report: Callable[[float, str], None] | None = None
) -> Importances:
    """Shuffles one raw column at a time and measures how much worse the whole pipeline predicts.

    At most 2,000 rows are used, drawn by a fixed seed, and fewer of wide tables and for models whose answers are dear; of
    more than 200 columns, or fewer for the dearest models, those are shuffled that the model uses most.
    """
    generator = np.random.default_rng(SEED)
    rows, (most, shuffled_columns) = np.arange(len(X)), _affordable(cost_of(estimator, X.shape[1]), X.shape[1])
    notes = []
    if len(rows) > most:
        rows = np.sort(generator.choice(rows, most, replace=False))
        notes.append(f"Measured on {most:,} of {len(X):,} rows.")
    names = list(X.columns)
    if len(names) > shuffled_columns:
        sizes = own_importances(estimator, X.iloc[rows]) or {}
        names = sorted(names, key=lambda name: -sizes.get(name, 0.0))[:shuffled_columns]
        which = f"the {shuffled_columns} that the model uses most" if sizes else f"the first {shuffled_columns}, as the model does not tell which it uses most,"
        notes.append(f"Of {X.shape[1]:,} columns {which} were shuffled.")
    sample, answers = X.iloc[rows], None if y is None else np.asarray(y)[rows]
    measure, words = _measure(estimator, sample, answers, task)
    whole = measure(sample)
    means, spreads = {}, {}
    for place, name in enumerate(names):
        losses = []
        for _ in range(REPEATS):
            shuffled = sample[name].iloc[generator.permutation(len(sample))].set_axis(sample.index)
            losses.append(whole - measure(sample.assign(**{name: shuffled})))
        means[name], spreads[name] = float(np.mean(losses)), float(np.std(losses))
        if report is not None:
            report((place + 1) / len(names), f"shuffled {place + 1} of {len(names)} columns")
    columns = _largest_first(means)
    values, sizes = tuple(means[name] for name in columns), tuple(spreads[name] for name in columns)
    return Importances("permutation", columns, values, sizes, words, " ".join(notes))


def importance_seconds(estimator: Any, X: pd.DataFrame) -> float:
    """Predicts how long `importance` takes: moments for a model that keeps importances of its own, else shuffling."""
    return 0.0 if own_importances(estimator, X.head(FEWEST_ROWS)) is not None else permutation_seconds(estimator, X)


def permutation_seconds(estimator: Any, X: pd.DataFrame) -> float:
    """Predicts how long `permutation` takes, on the rows and columns that it chooses."""
    cost = cost_of(estimator, X.shape[1])
    most, shuffled = _affordable(cost, X.shape[1])
    return effort.seconds(cost, REPEATS * shuffled, min(most, len(X)))


def _affordable(cost: Cost, columns: int) -> tuple[int, int]:
    """Says how many rows one look may take, and how many columns can be shuffled."""
    a_row, a_call = cost
    shuffled = int(min(columns, MOST_COLUMNS, max(FEWEST_COLUMNS, effort.MOST_NANOSECONDS / REPEATS // (a_call + FEWEST_ROWS * a_row))))
    a_look = effort.MOST_NANOSECONDS / (REPEATS * shuffled) - a_call
    return max(FEWEST_ROWS, int(min(MOST_ROWS, MOST_CELLS // columns, a_look // a_row))), shuffled


def column_sources(steps: list[tuple[str, Any]], columns: list[str]) -> dict[str, set[str]]:
    """Traces each column that the model sees back to the original columns, through the fitted steps before it."""
    sources = {name: {name} for name in columns}
    for _, step in steps:
        made = sources_of(step)
        if hasattr(step, "get_feature_names_out"):
            names = [str(name) for name in step.get_feature_names_out()]
        else:
            names = list(sources)  # a sampler changes rows alone
        everything = set().union(*sources.values()) if sources else set()
        traced: dict[str, set[str]] = {}
        for name in names:
            if name in made:
                traced[name] = set().union(*(sources.get(source, everything) for source in made[name]))
            else:
                traced[name] = sources.get(name, everything)
        sources = traced
    return sources


def _largest_first(values: Mapping[str, float]) -> tuple[str, ...]:
    """Of equals the one that comes first in the table."""
    return tuple(sorted(values, key=lambda name: -values[name]))


def own_importances(estimator: Any, X: pd.DataFrame) -> dict[str, float] | None:
    """Gives what the model itself keeps, summed over the columns made from an original one; None where it keeps nothing."""
    columns = list(X.columns)
    pipeline = _unwrapped(estimator)
    steps = list(getattr(pipeline, "steps", [("model", pipeline)]))
    model = _unwrapped(steps[-1][1])
    sources = column_sources(steps[:-1], columns)
    weights = _weights(model, steps[:-1], X)
    if weights is None or len(weights) != len(sources):
        return None
    found = dict.fromkeys(columns, 0.0)
    for origins, weight in zip(sources.values(), weights, strict=True):
        for origin in origins:
            found[origin] += weight / len(origins)
    return found


def _unwrapped(estimator: Any) -> Any:
    """Takes off what stands around a model: a threshold, a target transform, class names, row weights."""
    for name in ("estimator_", "regressor_", "classifier_"):
        inner = getattr(estimator, name, None)
        if inner is not None and not hasattr(estimator, "estimators_"):
            return _unwrapped(inner)
    return estimator


def _weights(model: Any, steps: list[tuple[str, Any]], X: pd.DataFrame) -> np.ndarray | None:
    """Gives one weight a column: importances of trees, or linear weights times how much the column varies."""
    found = getattr(model, "feature_importances_", None)
    if found is not None:
        return np.nan_to_num(np.asarray(found, dtype=np.float64).ravel())
    found = getattr(model, "coef_", None)
    if found is None:
        return None
    for _, step in steps:
        X = step.transform(X) if hasattr(step, "transform") else X
    sizes = np.abs(np.atleast_2d(np.asarray(found, dtype=np.float64))).mean(axis=0)
    spread = np.nanstd(np.asarray(X, dtype=np.float64), axis=0)
    return sizes * spread if len(sizes) == len(spread) else None


def _measure(estimator: Any, X: pd.DataFrame, y: Any, task: str) -> tuple[Callable[[pd.DataFrame], float], str]:
    """Says what is lost when a column is shuffled; greater is better."""
    if task == "regression":
        from sklearn.metrics import r2_score

        return lambda rows: float(
            r2_score(y, estimator.predict(rows))
        ), "How much R² falls when the column is shuffled."
    if task == "classification":
        from sklearn.metrics import recall_score

        present = np.unique(y)
        words = "How much balanced accuracy falls when the column is shuffled."

        def balanced_accuracy(rows: pd.DataFrame) -> float:
            return float(recall_score(y, estimator.predict(rows), labels=present, average="macro", zero_division=0))

        return balanced_accuracy, words
    before = np.asarray(estimator.predict(X))
    words = "The share of rows whose answer changes when the column is shuffled."
    return lambda rows: float(np.mean(np.asarray(estimator.predict(rows)) == before)), words
