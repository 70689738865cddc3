"""How well a table falls into two groups, three, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from engine.functions.prepared import prepared
from engine.functions.score_clustering import score_clustering


@dataclass(frozen=True)
class Grouping:
    """What one number of groups gives."""

    count: int
    silhouette: float | None
    within: float
    """The share of the whole spread that is left within the groups."""


def grouping(estimator: Any, frame: pd.DataFrame, count: int) -> Grouping:
    """Fits one clustering on all rows and measures it on the numbers that the preparation makes of them."""
    with threadpool_limits(limits=1):
        estimator.fit(frame)
        model, made = prepared(estimator, frame)
        labels = np.asarray(model.predict(made))
        found = score_clustering(made, labels)
    values = np.asarray(made, dtype=np.float64)
    total = ((values - values.mean(axis=0)) ** 2).sum()
    within = sum(((values[labels == label] - values[labels == label].mean(axis=0)) ** 2).sum() for label in np.unique(labels))
    return Grouping(count, found.get("silhouette"), float(within / total) if total else 0.0)


def best_by_silhouette(groupings: Sequence[Grouping]) -> Grouping | None:
    """Gives the grouping whose groups are furthest apart; None where none could be measured."""
    known = [each for each in groupings if each.silhouette is not None]
    return max(known, key=lambda each: (each.silhouette, -each.count), default=None)


def elbow(groupings: Sequence[Grouping]) -> Grouping:
    """Gives the one from which on more groups gain little: the furthest below the line from the first to the last."""
    first, last = groupings[0], groupings[-1]
    return max(groupings, key=lambda each: _line(first, last, each.count) - each.within)


def _line(first: Grouping, last: Grouping, count: int) -> float:
    if last.count == first.count:
        return first.within
    return first.within + (last.within - first.within) * (count - first.count) / (last.count - first.count)


