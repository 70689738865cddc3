"""How many rows lie near a row, estimated on drawn rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sklearn.metrics import pairwise_distances

DRAWN, AMONG = 500, 10_000
"""So many rows are looked at, and their distances to so many others: ten million or less, in a tenth of a second."""


def mean_neighbours(table: pd.DataFrame, eps: float, metric: str = "euclidean") -> float:
    """Estimates how many rows of a table of numbers without gaps lie within eps of a row, itself included."""
    distances = _distances(table, metric)
    return float((distances <= eps).mean() * len(table))


def eps_for(table: pd.DataFrame, neighbours: int, metric: str = "euclidean") -> float:
    """Gives, to three digits, the distance within which half of the rows have so many neighbours."""
    distances = _distances(table, metric)
    share = min(1.0, neighbours / len(table))
    place = min(distances.shape[1] - 1, max(1, round(share * distances.shape[1])))
    return float(f"{np.median(np.partition(distances, place, axis=1)[:, place]):.3g}")


def _distances(table: pd.DataFrame, metric: str) -> np.ndarray:
    generator = np.random.default_rng(42)
    among = table.iloc[np.sort(generator.permutation(len(table))[:AMONG])].to_numpy(dtype=np.float64)
    return pairwise_distances(among[:DRAWN], among, metric=metric)
