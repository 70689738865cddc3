"""How well one column alone foretells the target, measured on rows that it did not learn from.

The one-column model is a table of bins: the mean of the target in each bin of the column, learned on two thirds of the
rows and scored on the last third, three times. Skill is 0 for nothing and 1 for everything: 2·AUC−1 for classes (averaged
over one class against the rest, weighted by size), R² for numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.profile.facts import Facts

FOLDS = 3
MOST_BINS = 50
MOST_CLASSES = 20
PRIOR_ROWS = 2.0
SAME_ORDER = 0.975

Array = np.ndarray[Any, Any]


def folds_of(rows: int) -> Array:
    """Deals the rows into three folds, always the same way."""
    return np.random.default_rng(0).permutation(rows) % FOLDS


def bins_of(facts: Facts, positions: Array) -> tuple[Array, int]:
    """Numbers the bins of one column at these positions; the first bin holds what is missing."""
    if not facts.numeric or facts.unique <= MOST_BINS:
        used, codes = np.unique(facts.codes_at(positions), return_inverse=True)
        return codes, len(used)
    numbers = facts.values_at(positions)
    known = numbers[np.isfinite(numbers)]
    number = int(np.clip(len(known) // 20, 4, MOST_BINS))
    edges = np.unique(np.quantile(known, np.linspace(0, 1, number + 1)[1:-1])) if len(known) else np.empty(0)
    codes = np.where(np.isfinite(numbers), np.searchsorted(edges, numbers, side="right") + 1, 0)
    return codes, len(edges) + 2


def class_skill(bins: Array, number: int, classes: Array, folds: Array) -> float:
    """Says how well the bins foretell the classes, numbered from 0."""
    sizes = np.bincount(classes)
    chosen = [0] if len(sizes) == 2 else list(np.argsort(-sizes, kind="stable")[:MOST_CLASSES])
    # One count over (fold, bin, class) serves every class and every fold.
    flat = (folds * number + bins) * len(sizes) + classes
    counts = np.bincount(flat, minlength=FOLDS * number * len(sizes)).reshape(FOLDS, number, len(sizes)).astype(float)
    in_bin = counts.sum(axis=2)
    skills = [(_auc_skill(counts[:, :, label], in_bin), sizes[label]) for label in chosen]
    known = [(skill, size) for skill, size in skills if skill is not None]
    return float(np.average([skill for skill, _ in known], weights=[size for _, size in known])) if known else 0.0


def _auc_skill(hits: Array, sizes: Array) -> float | None:
    found = []
    for fold in range(FOLDS):
        learned_hits, learned_sizes = hits.sum(axis=0) - hits[fold], sizes.sum(axis=0) - sizes[fold]
        positive, negative = hits[fold], sizes[fold] - hits[fold]
        if not positive.sum() or not negative.sum() or not learned_sizes.sum():
            continue
        base = learned_hits.sum() / learned_sizes.sum()
        score = (learned_hits + PRIOR_ROWS * base) / (learned_sizes + PRIOR_ROWS)
        _, tie = np.unique(score, return_inverse=True)
        wins, losses = np.bincount(tie, positive), np.bincount(tie, negative)
        below = np.cumsum(losses) - losses
        found.append(float((wins * (below + losses / 2)).sum() / (wins.sum() * losses.sum())))
    return max(0.0, 2 * float(np.mean(found)) - 1) if found else None


def number_skill(bins: Array, number: int, target: Array, folds: Array) -> float:
    """Says how much of a numeric target's variance the bins explain on unseen rows."""
    target = target - target.mean()
    flat = folds * number + bins
    shape = (FOLDS, number)
    sizes = np.bincount(flat, minlength=FOLDS * number).reshape(shape).astype(float)
    sums = np.bincount(flat, target, minlength=FOLDS * number).reshape(shape)
    squares = np.bincount(flat, target**2, minlength=FOLDS * number).reshape(shape)
    found = []
    for fold in range(FOLDS):
        learned_sizes, learned_sums = sizes.sum(axis=0) - sizes[fold], sums.sum(axis=0) - sums[fold]
        base = learned_sums.sum() / max(learned_sizes.sum(), 1)
        means = (learned_sums + PRIOR_ROWS * base) / (learned_sizes + PRIOR_ROWS)
        error = (squares[fold] - 2 * means * sums[fold] + sizes[fold] * means**2).sum()
        total = squares[fold].sum() - sums[fold].sum() ** 2 / max(sizes[fold].sum(), 1)
        if total > 0:
            found.append(1 - error / total)
    return max(0.0, float(np.mean(found))) if found else 0.0


def straight_skill(numbers: Array, target: Array) -> float:
    """Says how much of a numeric target a straight line explains, or a curve that (nearly) gives it away by its order."""
    both = np.isfinite(numbers)
    if both.sum() < 0.5 * len(numbers) or both.sum() < 10:
        return 0.0
    line = correlation(numbers[both], target[both]) ** 2
    order = rank_correlation(numbers[both], target[both]) ** 2
    # Two sizes of the same thing order the rows alike without giving each other's values away.
    return max(line, order) if order >= SAME_ORDER else line


def correlation(left: Array, right: Array) -> float:
    """Gives Pearson's r, and 0 where one side does not vary."""
    with np.errstate(all="ignore"):
        value = np.corrcoef(left, right)[0, 1] if len(left) > 1 else 0.0
    return float(value) if np.isfinite(value) else 0.0


def rank_correlation(left: Array, right: Array) -> float:
    """Gives Spearman's rho, and 0 where one side does not vary."""
    return correlation(_ranks(left), _ranks(right))


def _ranks(numbers: Array) -> Array:
    _, codes, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[codes]
