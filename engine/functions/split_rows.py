"""Divide the rows of a table into training, validation and test rows."""

import numpy as np
import pandas as pd

PARTS = ("train", "validation", "test")


def split_rows(frame, target=None, train=0.8, validation=0.0, test=0.2, strategy="random", column=None, seed=42):
    """Return the row positions of each part, in their order in the table.

    random: by lot. stratified: by lot within each class. time: the latest rows by `column` are the test.
    group: all rows with the same value of `column` are in one part. stratified_group: the same, and each part has a
    like mix of classes. column: `column` says train, validation or test for each row.
    """
    if strategy == "column":
        names = _named_parts(frame[column])
    else:
        fractions = np.array([train, validation, test], dtype=float)
        if (fractions < 0).any() or abs(fractions.sum() - 1) > 1e-9:
            raise ValueError(f"train, validation and test must add up to 1, but {train} + {validation} + {test} do not")
        generator = np.random.default_rng(seed)
        if strategy == "random":
            names = _in_order(generator.permutation(len(frame)), fractions)
        elif strategy == "stratified":
            names = _within_classes(_codes(frame[target]), fractions, generator)
        elif strategy == "time":
            order = frame[column].reset_index(drop=True).sort_values(kind="stable", na_position="first").index
            names = _in_order(order.to_numpy(), fractions)
        elif strategy in ("group", "stratified_group"):
            classes = _codes(frame[target]) if strategy == "stratified_group" else np.zeros(len(frame), dtype=int)
            names = _whole_groups(_codes(frame[column]), classes, fractions, generator)
        else:
            raise ValueError(f"there is no way to split called {strategy!r}")
        for part, fraction in zip(PARTS, fractions, strict=True):
            if fraction > 0 and part not in names:
                raise ValueError(f"{len(frame)} rows are too few for a {part} part of {fraction:g}")
    return {part: np.flatnonzero(names == part) for part in PARTS}


def _codes(values):
    return pd.factorize(values, use_na_sentinel=False)[0]


def _in_order(order, fractions):
    """The first rows of the order are for training, the last ones the test."""
    tested = round(len(order) * fractions[2])
    validated = round(len(order) * fractions[1])
    names = np.full(len(order), "train", dtype=object)
    names[order[len(order) - tested - validated : len(order) - tested]] = "validation"
    names[order[len(order) - tested :]] = "test"
    return names


def _within_classes(classes, fractions, generator):
    """Each class is divided alike; a class with fewer rows than there are parts stays in the training rows."""
    names = np.full(len(classes), "train", dtype=object)
    sizes = np.bincount(classes)
    divided = np.where(sizes >= np.count_nonzero(fractions), sizes, 0)
    left = np.maximum(divided - 1, 0)
    order = generator.permutation(len(classes))
    order = order[np.argsort(classes[order], kind="stable")]
    starts = np.cumsum(sizes) - sizes
    for part, fraction in (("test", fractions[2]), ("validation", fractions[1])):
        taken = np.minimum(_rounded(divided * fraction), left)
        for start, count in zip(starts, taken, strict=True):
            names[order[start : start + count]] = part
        starts, left = starts + taken, left - taken
    return names


def _rounded(wanted):
    """Round down, then give one more to those that lost most until the sum is right."""
    counts = np.floor(wanted + 1e-9).astype(int)
    missing = round(wanted.sum()) - counts.sum()
    counts[np.argsort(counts - wanted, kind="stable")[:missing]] += 1
    return counts


def _whole_groups(groups, classes, fractions, generator):
    """The largest groups are placed first, each where the rows of its classes are most wanted."""
    counts = np.zeros((groups.max(initial=-1) + 1, classes.max(initial=0) + 1))
    np.add.at(counts, (groups, classes), 1)
    parts = np.flatnonzero(fractions)
    if len(counts) < len(parts):
        raise ValueError(f"{len(counts)} groups cannot be divided into {len(parts)} parts")
    totals = counts.sum(axis=0)
    wanted = fractions[parts, None] * totals
    empty = list(range(len(parts)))
    order = generator.permutation(len(counts))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    chosen = np.empty(len(counts), dtype=object)
    for placed, group in enumerate(order):
        allowed = empty if len(order) - placed <= len(empty) else range(len(parts))
        gains = (counts[group] / totals**2 * (2 * wanted - counts[group])).sum(axis=1)
        best = max(allowed, key=lambda part: gains[part])
        wanted[best] -= counts[group]
        chosen[group] = PARTS[parts[best]]
        if best in empty:
            empty.remove(best)
    return chosen[groups]


def _named_parts(values):
    words = {"training": "train", "valid": "validation", "val": "validation", "dev": "validation", "testing": "test"}
    names = values.astype("str").str.strip().str.lower().replace(words)
    unknown = values[~names.isin(PARTS)]
    if len(unknown):
        raise ValueError(
            f"the column that divides the rows must say train, validation or test, not {unknown.iloc[0]!r}"
        )
    return names.to_numpy(dtype=object)
