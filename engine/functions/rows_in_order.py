"""Divide rows that stand in an order."""

import numpy as np


def rows_in_order(order, validation, test):
    """Return the positions of each part: the last rows of the order are the test, those before them validation."""
    tested, validated = round(len(order) * test), round(len(order) * validation)
    learned = len(order) - tested - validated
    parts = np.split(order, [learned, learned + validated])
    return {name: np.sort(rows) for name, rows in zip(("train", "validation", "test"), parts, strict=True)}
