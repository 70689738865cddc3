"""Divide the rows of a table by lot."""

import numpy as np

from engine.functions.rows_in_order import rows_in_order


def split_at_random(frame, *, train, validation, test, seed):
    """Return the positions of the training, validation and test rows, drawn by lot."""
    return rows_in_order(np.random.default_rng(seed).permutation(len(frame)), validation, test)
