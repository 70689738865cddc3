"""Folds of whole groups, with a like mix of classes."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator

from engine.functions.folds_in_turn import possible_folds
from engine.functions.folds_of_groups import folds_of_groups


class StratifiedGroupFolds(BaseEstimator):
    """Divide the training rows into folds by the group in the table's index, with a like mix of classes in each fold.

    There are fewer folds where there are too few groups, or too few rows of one of two classes.
    """

    def __init__(self, folds=5, random_state=42):
        self.folds = folds
        self.random_state = random_state

    def split(self, X, y, groups=None):
        """Yield for each fold the positions of the rows to learn from and of those to judge."""
        groups, classes = (pd.factorize(np.asarray(values), use_na_sentinel=False)[0] for values in (X.index, y))
        yield from folds_of_groups(groups, classes, self.get_n_splits(X, y), self.random_state)

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return how many folds there are for these rows."""
        if X is None:
            return self.folds
        sizes = pd.Series(y).value_counts()
        most = X.index.nunique(dropna=False)
        return possible_folds(self.folds, min(most, sizes.min()) if len(sizes) == 2 else most)
