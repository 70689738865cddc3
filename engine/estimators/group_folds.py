"""Folds of whole groups."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator

from engine.functions.folds_in_turn import possible_folds
from engine.functions.folds_of_groups import folds_of_groups


class GroupFolds(BaseEstimator):
    """Divide the training rows into folds by the group in the table's index: the rows of a group are in one fold.

    There are fewer folds where there are too few groups.
    """

    def __init__(self, folds=5, random_state=42):
        self.folds = folds
        self.random_state = random_state

    def split(self, X, y=None, groups=None):
        """Yield for each fold the positions of the rows to learn from and of those to judge."""
        groups = pd.factorize(np.asarray(X.index), use_na_sentinel=False)[0]
        yield from folds_of_groups(groups, np.zeros_like(groups), self.get_n_splits(X), self.random_state)

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return how many folds there are for these rows."""
        return self.folds if X is None else possible_folds(self.folds, X.index.nunique(dropna=False))
