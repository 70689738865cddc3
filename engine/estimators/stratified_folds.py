"""Folds with a like mix of classes."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator

from engine.functions.folds_in_turn import folds_in_turn, possible_folds


class StratifiedFolds(BaseEstimator):
    """Divide the training rows into folds by lot within each class, so that also a rare class is spread as far as it goes.

    There are fewer folds where there are too few rows, or too few rows of one of two classes.
    """

    def __init__(self, folds=5, random_state=42):
        self.folds = folds
        self.random_state = random_state

    def split(self, X, y, groups=None):
        """Yield for each fold the positions of the rows to learn from and of those to judge."""
        classes = pd.factorize(np.asarray(y), use_na_sentinel=False)[0]
        order = np.random.default_rng(self.random_state).permutation(len(X))
        yield from folds_in_turn(order[np.argsort(classes[order], kind="stable")], self.get_n_splits(X, y))

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return how many folds there are for these rows."""
        if X is None:
            return self.folds
        sizes = pd.Series(y).value_counts()
        return possible_folds(self.folds, sizes.min() if len(sizes) == 2 else len(X))
