"""Place whole groups of rows into parts."""

import numpy as np


def whole_groups(groups, classes, fractions, seed):
    """Return the positions of each part: the largest groups are placed first, each where its classes are most wanted."""
    counts = np.zeros((groups.max(initial=-1) + 1, classes.max(initial=0) + 1))
    np.add.at(counts, (groups, classes), 1)
    parts = [part for part, fraction in fractions.items() if fraction]
    if len(counts) < len(parts):
        raise ValueError(f"{len(counts)} groups cannot be divided into {len(parts)} parts")
    totals = counts.sum(axis=0)
    wanted = np.array([fractions[part] for part in parts])[:, None] * totals
    empty = list(range(len(parts)))
    order = np.random.default_rng(seed).permutation(len(counts))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    chosen = np.empty(len(counts), dtype=object)
    for placed, group in enumerate(order):
        allowed = empty if len(order) - placed <= len(empty) else range(len(parts))
        gains = (counts[group] / totals**2 * (2 * wanted - counts[group])).sum(axis=1)
        best = max(allowed, key=lambda part: gains[part])
        wanted[best] -= counts[group]
        chosen[group] = parts[best]
        if best in empty:
            empty.remove(best)
    names = chosen[groups]
    return {part: np.flatnonzero(names == part) for part in fractions}
