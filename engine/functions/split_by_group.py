"""Divide the rows of a table by groups that stay together."""

import numpy as np
import pandas as pd

from engine.functions.whole_groups import whole_groups


def split_by_group(frame, *, column, train, validation, test, seed):
    """Return the positions of the training, validation and test rows; rows alike in the column are in one part."""
    groups = pd.factorize(frame[column], use_na_sentinel=False)[0]
    return whole_groups(groups, np.zeros_like(groups), {"train": train, "validation": validation, "test": test}, seed)
