"""Folds in the order of time."""

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import TimeSeriesSplit

from engine.functions.folds_in_turn import possible_folds


class TimeFolds(BaseEstimator):
    """Divide the training rows by the time in the table's index: each fold is later than all rows learned from for it.

    There are fewer folds where there are too few rows.
    """

    def __init__(self, folds=5):
        self.folds = folds

    def split(self, X, y=None, groups=None):
        """Yield for each fold the positions of the rows to learn from and of those to judge."""
        order = X.index.to_series().reset_index(drop=True).sort_values(kind="stable", na_position="first").index
        for learned, judged in TimeSeriesSplit(self.get_n_splits(X)).split(order):
            yield np.sort(order.to_numpy()[learned]), np.sort(order.to_numpy()[judged])

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return how many folds there are for these rows."""
        return self.folds if X is None else possible_folds(self.folds, len(X) - 1)
