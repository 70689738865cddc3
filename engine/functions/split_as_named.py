"""Divide the rows of a table as one of its columns says."""

import numpy as np

PARTS = ("train", "validation", "test")
OTHER_WORDS = {"training": "train", "valid": "validation", "val": "validation", "dev": "validation", "testing": "test"}


def split_as_named(frame, *, column):
    """Return the positions of the rows for which the column says train, validation or test."""
    values = frame[column]
    names = values.astype("str").str.strip().str.lower().replace(OTHER_WORDS)
    unknown = values[~names.isin(PARTS)]
    if len(unknown):
        raise ValueError(
            f"the column that divides the rows must say train, validation or test, not {unknown.iloc[0]!r}"
        )
    return {part: np.flatnonzero(names == part) for part in PARTS}
