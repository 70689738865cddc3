"""Where a model is most wrong: single rows, and groups of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots import groups

LEAST_ROWS = 10
SURE = 2.0
"""Standard errors by which a group must be worse than the rest to be named."""


@dataclass(frozen=True)
class WeakSpot:
    """A group of rows on which the model is worse than on the others, by more than chance explains."""

    column: str
    group: str
    rows: int
    error: float
    elsewhere: float


def wrongness(truth: Any, said: Any, scores: Any, classes: list[Any], task: str) -> np.ndarray[Any, Any]:
    """Says for each row how wrong the model is: the distance for numbers; for classes how little probability the true
    one got (fraction 0 to 1), or 1 and 0 where there are no probabilities."""
    if task == "regression":
        return np.abs(np.asarray(truth, dtype=np.float64) - np.asarray(said, dtype=np.float64))
    wrong = (np.asarray(truth) != np.asarray(said)).astype(np.float64)
    if scores is None or np.ndim(scores) != 2 or np.shape(scores)[1] != len(classes):
        return wrong
    places = {name: place for place, name in enumerate(classes)}
    own = np.array([scores[row, places[name]] if name in places else 0.0 for row, name in enumerate(truth)])
    # Wrong answers come before right ones, whatever threshold they were given by.
    return wrong + (1.0 - own)


def weak_spots(features: pd.DataFrame, errors: np.ndarray[Any, Any], most: int = 8) -> list[WeakSpot]:
    """Finds the groups (categories, or ranges of numbers) with clearly larger errors than all other rows, the worst first.

    `errors` holds one number a row: 1 for a wrong answer, or a distance. Groups below 10 rows are not judged.
    """
    found = []
    for name in features.columns:
        names, codes = groups.levels(features[name])
        for code, label in enumerate(names):
            inside = codes == code
            count = int(inside.sum())
            if count < LEAST_ROWS or count > len(errors) - LEAST_ROWS:
                continue
            here, rest = errors[inside], errors[~inside]
            noise = np.sqrt(here.var() / count + rest.var() / len(rest))
            lead = here.mean() - rest.mean()
            if lead > 0 and (noise == 0 or lead / noise > SURE):
                found.append((lead, WeakSpot(str(name), label, count, float(here.mean()), float(rest.mean()))))
    return [spot for _, spot in sorted(found, key=lambda item: -item[0])[:most]]
