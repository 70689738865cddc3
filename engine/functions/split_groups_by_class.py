"""Divide the rows of a table by groups that stay together, with a like mix of classes in each part."""

import pandas as pd

from engine.functions.whole_groups import whole_groups


def split_groups_by_class(frame, target, *, column, train, validation, test, seed):
    """Return the positions of the training, validation and test rows; rows alike in the column are in one part.

    Each part has a like mix of classes.
    """
    groups, classes = (pd.factorize(frame[name], use_na_sentinel=False)[0] for name in (column, target))
    return whole_groups(groups, classes, {"train": train, "validation": validation, "test": test}, seed)
