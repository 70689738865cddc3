"""Deal whole groups of rows out to folds."""

import numpy as np


def folds_of_groups(groups, classes, folds, seed):
    """Yield for each fold the positions of the rows to learn from and to judge; rows of a group are in one fold.

    The largest groups are placed first, each into the fold that has fewest rows of its classes.
    """
    counts = np.zeros((groups.max() + 1, classes.max() + 1))
    np.add.at(counts, (groups, classes), 1)
    weights = counts / counts.sum(axis=0) ** 2
    filled = np.zeros((folds, counts.shape[1]))
    order = np.random.default_rng(seed).permutation(len(counts))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    chosen = np.empty(len(counts), dtype=int)
    for group in order:
        crowded = filled @ weights[group]
        chosen[group] = min(range(folds), key=lambda fold: (crowded[fold], filled[fold].sum()))
        filled[chosen[group]] += counts[group]
    fold_of = chosen[groups]
    for fold in range(folds):
        yield np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
