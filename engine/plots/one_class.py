"""Which classes a curve is drawn for, and the scores of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np


def class_scores(scores: Any, classes: list[Any], positive: Any = None) -> Iterator[tuple[Any, Any]]:
    """Gives each class with its scores; of two classes only the one that is looked for, or else the second.

    `scores` are probabilities (a column a class), or decision values of the second of two classes.
    """
    scores = np.asarray(scores)
    for place, name in enumerate(classes):
        if len(classes) == 2 and name != (classes[1] if positive is None else positive):
            continue
        if scores.ndim == 2:
            yield name, scores[:, place]
        else:
            yield name, scores if place else -scores
