"""Folds under the strategy that was declared for the whole experiment."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.model_selection import TimeSeriesSplit


class DeclaredFolds(BaseEstimator):
    """Divide the training rows into folds, as the rows were divided into training and test rows.

    random: by lot. stratified: by lot within each class, so that also a rare class is spread as far as it goes.
    For the others the table's index holds the time or the group of each row. time: each fold is later than all rows
    that are learned from for it. group: the rows of a group are in one fold. stratified_group: the same, and the folds
    have a like mix of classes. There are fewer folds where there are too few rows, groups or rows of two classes.
    """

    def __init__(self, folds=5, strategy="random", random_state=42):
        self.folds = folds
        self.strategy = strategy
        self.random_state = random_state

    def split(self, X, y=None, groups=None):
        """Yield for each fold the positions of the rows to learn from and of those to judge."""
        index = getattr(X, "index", pd.RangeIndex(len(X)))
        folds = self.get_n_splits(X, y)
        if self.strategy == "time":
            order = index.to_series().reset_index(drop=True).sort_values(kind="stable", na_position="first").index
            for learned, judged in TimeSeriesSplit(folds).split(order):
                yield np.sort(order.to_numpy()[learned]), np.sort(order.to_numpy()[judged])
            return
        names = self._fold_of_each_row(index, y, folds)
        for fold in range(folds):
            yield np.flatnonzero(names != fold), np.flatnonzero(names == fold)

    def get_n_splits(self, X=None, y=None, groups=None):
        """Return how many folds there are for these rows."""
        if X is None:
            return self.folds
        most = len(X)
        if self.strategy == "time":
            most -= 1
        elif self.strategy in ("group", "stratified_group"):
            most = X.index.nunique(dropna=False)
        if self.strategy in ("stratified", "stratified_group") and y is not None:
            sizes = np.bincount(_codes(y))
            most = min(most, sizes.min()) if len(sizes) == 2 else most
        if most < 2:
            raise ValueError(f"the training rows cannot be divided into folds by the strategy {self.strategy}")
        return int(min(self.folds, most))

    def _fold_of_each_row(self, index, y, folds):
        generator = np.random.default_rng(self.random_state)
        if self.strategy == "random":
            return _in_turn(generator.permutation(len(index)), folds)
        if self.strategy == "stratified":
            order = generator.permutation(len(index))
            return _in_turn(order[np.argsort(_codes(y)[order], kind="stable")], folds)
        if self.strategy in ("group", "stratified_group"):
            classes = _codes(y) if self.strategy == "stratified_group" else np.zeros(len(index), dtype=int)
            return _whole_groups_in_folds(_codes(index), classes, folds, generator)
        raise ValueError(f"there is no way to make folds called {self.strategy!r}")


def _codes(values):
    return pd.factorize(np.asarray(values), use_na_sentinel=False)[0]


def _in_turn(order, folds):
    """The rows in this order go to the first fold, the second, and so on in turn."""
    names = np.empty(len(order), dtype=int)
    names[order] = np.arange(len(order)) % folds
    return names


def _whole_groups_in_folds(groups, classes, folds, generator):
    """The largest groups are placed first, each into the fold that has fewest rows of its classes."""
    counts = np.zeros((groups.max() + 1, classes.max() + 1))
    np.add.at(counts, (groups, classes), 1)
    weights = counts / counts.sum(axis=0) ** 2
    filled = np.zeros((folds, counts.shape[1]))
    order = generator.permutation(len(counts))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    chosen = np.empty(len(counts), dtype=int)
    for group in order:
        crowded = filled @ weights[group]
        chosen[group] = min(range(folds), key=lambda fold: (crowded[fold], filled[fold].sum()))
        filled[chosen[group]] += counts[group]
    return chosen[groups]
