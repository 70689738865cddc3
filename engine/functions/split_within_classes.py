"""Divide the rows of each class alike."""

import numpy as np
import pandas as pd


def split_within_classes(frame, target, *, train, validation, test, seed):
    """Return the positions of the training, validation and test rows, drawn by lot within each class.

    A class with fewer rows than there are parts stays in the training rows.
    """
    classes = pd.factorize(frame[target], use_na_sentinel=False)[0]
    fractions = {"train": train, "validation": validation, "test": test}
    generator = np.random.default_rng(seed)
    names = np.full(len(classes), "train", dtype=object)
    sizes = np.bincount(classes)
    divided = np.where(sizes >= np.count_nonzero(list(fractions.values())), sizes, 0)
    left = np.maximum(divided - 1, 0)
    order = generator.permutation(len(classes))
    order = order[np.argsort(classes[order], kind="stable")]
    starts = np.cumsum(sizes) - sizes
    for part in ("test", "validation"):
        taken = np.minimum(rounded(divided * fractions[part]), left)
        for start, count in zip(starts, taken, strict=True):
            names[order[start : start + count]] = part
        starts, left = starts + taken, left - taken
    return {part: np.flatnonzero(names == part) for part in fractions}


def rounded(wanted):
    """Round down, then give one more to those that lost most until the sum is right."""
    counts = np.floor(wanted + 1e-9).astype(int)
    missing = round(wanted.sum()) - counts.sum()
    counts[np.argsort(counts - wanted, kind="stable")[:missing]] += 1
    return counts
