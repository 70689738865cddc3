"""Deal rows out to folds."""

import numpy as np


def possible_folds(wanted, most):
    """Return how many folds there are, where there cannot be more than `most`."""
    if most < 2:
        raise ValueError("the training rows cannot be divided into folds")
    return int(min(wanted, most))


def folds_in_turn(order, folds):
    """Yield for each fold the positions of the rows to learn from and to judge; rows go to folds in turn, in this order."""
    fold_of = np.empty(len(order), dtype=int)
    fold_of[order] = np.arange(len(order)) % folds
    for fold in range(folds):
        yield np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
