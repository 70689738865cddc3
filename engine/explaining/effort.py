"""What an answer of a model costs, so that explanations ask as often as there is time for and no more.

It goes by the size of the model and not by the clock: the same question has the same answer on every machine. Measured on
one core: to make a question of 19 columns and count its answers takes 3 ms, each step that prepares it 1.1 ms and 20 µs for
each column, also of 2,300, and the model 0.4 ms. A tree of a forest takes 0.25 µs for a row and 50 µs to be asked, one of
boosting, which are asked together, 20 ns and 5 µs. Comparing a row of 20 columns with 90,000 neighbours takes 0.25 ms, and
with 15,000 support vectors 0.36 ms.
"""

from __future__ import annotations

from typing import Any

import numpy as np

MOST_NANOSECONDS = 30e9
"""One explanation takes half a minute at most, and twice that on a busy machine."""
ANY_ROW, ANY_CALL, CALL_COLUMN = 2_000.0, 3e6, 20_000.0
STEP_ROW, STEP_CALL, MODEL_CALL = 400.0, 1.1e6, 400_000.0
TREE_ROW, TREE_CALL = 250.0, 50_000.0
BOOSTED_ROW, BOOSTED_CALL = 20.0, 5_000.0

Cost = tuple[float, float]
"""The nanoseconds of one row more, and of one question."""


def cost_of(estimator: Any, columns: int) -> Cost:
    """Gives the nanoseconds that a fitted model takes for one row more, and for being asked at all."""
    a_row, a_call = _answering(estimator, columns)
    return ANY_ROW + a_row, ANY_CALL + CALL_COLUMN * columns + a_call


def seconds(cost: Cost, questions: float, rows: float) -> float:
    """Predicts how long so many questions about so many rows each take."""
    a_row, a_call = cost
    return questions * (a_call + rows * a_row) / 1e9


def _answering(estimator: Any, columns: int) -> Cost:
    """Goes through whatever stands around a model; the members of an ensemble each prepare the rows for themselves."""
    steps = getattr(estimator, "steps", None)
    if steps:
        a_row, a_call = _answering(steps[-1][1], columns)
        before = len(steps) - 1
        return a_row + STEP_ROW * before, a_call + (STEP_CALL + CALL_COLUMN * columns) * before
    boosted = _boosted_trees(estimator)
    if boosted:
        return BOOSTED_ROW * boosted, MODEL_CALL + BOOSTED_CALL * boosted
    members = getattr(estimator, "calibrated_classifiers_", getattr(estimator, "estimators_", ()))
    if len(members):
        rows, calls = zip(*(_answering(member, columns) for member in members), strict=True)
        return sum(rows), sum(calls)
    for name in ("estimator_", "regressor_", "classifier_", "estimator"):
        inner = getattr(estimator, name, None)
        if inner is not None:
            return _answering(inner, columns)
    if hasattr(estimator, "tree_"):
        return TREE_ROW, TREE_CALL
    width = getattr(estimator, "n_features_in_", columns)
    compared = getattr(estimator, "n_samples_fit_", 0) * (2 + 0.05 * width) + len(getattr(estimator, "support_vectors_", ())) * (5 + width)
    return compared, MODEL_CALL


def _boosted_trees(estimator: Any) -> int:
    """Counts the trees of a model by boosting, of whichever library; 0 for other models."""
    members = getattr(estimator, "estimators_", None)
    if isinstance(members, np.ndarray):
        return members.size
    if hasattr(estimator, "_predictors"):
        return sum(len(trees) for trees in estimator._predictors)
    if hasattr(estimator, "booster_"):
        return int(estimator.booster_.num_trees())
    if hasattr(estimator, "get_booster"):
        classes = getattr(estimator, "n_classes_", 2)
        return int(estimator.get_booster().num_boosted_rounds()) * (classes if classes > 2 else 1)
    return int(getattr(estimator, "tree_count_", None) or 0)
