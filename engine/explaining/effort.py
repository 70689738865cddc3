"""What an answer of a model costs, so that explanations ask as often as there is time for and no more.

It goes by the size of the model and not by the clock: the same question has the same answer on every machine. Measured on
one core: a tree takes 0.25 µs for a row and 50 µs to be asked; comparing a row of 20 columns with 90,000 neighbours takes
0.25 ms, and with 15,000 support vectors 0.36 ms. Preparing a table of 3,000 columns takes 0.2 s however few rows it has.
"""

from __future__ import annotations

from typing import Any

import numpy as np

MOST_NANOSECONDS = 30e9
"""One explanation takes half a minute at most, and twice that where the law is not right."""
ANY_ROW, ANY_CALL, CALL_COLUMN = 2_000.0, 3e6, 75_000.0
TREE_ROW, TREE_CALL = 250.0, 50_000.0


def cost_of(estimator: Any, columns: int) -> tuple[float, float]:
    """Gives the nanoseconds that a fitted model takes for one row more, and for being asked at all."""
    preparations, trees, neighbours, vectors = _inside(estimator)
    prepared = max(1, preparations)
    a_row = ANY_ROW * prepared + TREE_ROW * trees + neighbours * (2 + 0.05 * columns) + vectors * (5 + columns)
    return a_row, (ANY_CALL + CALL_COLUMN * columns) * prepared + TREE_CALL * trees


def _inside(estimator: Any) -> tuple[int, int, int, int]:
    """Counts how often a row is prepared for a model, its trees, and the rows and support vectors that its answers are
    compared with, whatever stands around it: the members of an ensemble each prepare the row for themselves."""
    steps = getattr(estimator, "steps", None)
    if steps:
        preparations, trees, neighbours, vectors = _inside(steps[-1][1])
        return max(1, preparations), trees, neighbours, vectors
    members = getattr(estimator, "calibrated_classifiers_", getattr(estimator, "estimators_", ()))
    if len(members):
        found = [_inside(member) for member in (members.ravel() if isinstance(members, np.ndarray) else members)]
        preparations, trees, neighbours, vectors = (sum(counts) for counts in zip(*found, strict=True))
        return preparations, trees, neighbours, vectors
    for name in ("estimator_", "regressor_", "classifier_", "estimator"):
        inner = getattr(estimator, name, None)
        if inner is not None:
            return _inside(inner)
    return 0, int(hasattr(estimator, "tree_")), int(getattr(estimator, "n_samples_fit_", 0)), len(getattr(estimator, "support_vectors_", ()))
