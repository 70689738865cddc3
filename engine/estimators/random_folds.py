"""Folds by lot."""

import numpy as np
from sklearn.base import BaseEstimator

from engine.functions.folds_in_turn import folds_in_turn, possible_folds


class RandomFolds(BaseEstimator):
    """Divide the training rows into folds by lot; there are fewer where there are too few rows."""

    def __init__(self, folds=5, random_state=42):
        self.folds = folds
        self.random_state = random_state

    def split(self, X, y=None, groups=None):
        """Yield for each fold the positions of the rows to learn from and of those to judge."""
        order = np.random.default_rng(self.random_state).permutation(len(X))
        yield from folds_in_turn(order, self.get_n_splits(X))

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return how many folds there are for these rows."""
        return self.folds if X is None else possible_folds(self.folds, len(X))
