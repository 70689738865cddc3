"""How the score grows with the rows that are learned from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import Any

import numpy as np
import pandas as pd
from sklearn.base import clone
from threadpoolctl import threadpool_limits

from engine.compiled import Compiled
from engine.errors import FIT_FAULTS
from engine.folds import FoldedRows, declared_folds, estimator_of, folded_rows

SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)
FOLDS = 3
SEED = 42
FITS = sum(SHARES) * (FOLDS - 1)
"""How many fits on all training rows its fits come to: of each share one a fold, on the rows of the other folds."""


@dataclass(frozen=True)
class LearningCurve:
    """Mean and standard deviation over folds of one metric, on the rows learned from and on other rows.

    `too_few` holds the smaller numbers of rows from which the model cannot be learned; they have no scores.
    """

    metric: str
    rows: tuple[int, ...]
    train: tuple[float, ...]
    train_sd: tuple[float, ...]
    other: tuple[float, ...]
    other_sd: tuple[float, ...]
    too_few: tuple[int, ...] = ()


def learning_curve(
    frame: pd.DataFrame, compiled: Compiled, metric: str, report: Callable[[float, str], None] | None = None
) -> LearningCurve:
    """Fits the whole pipeline on growing shares of the training rows and scores it, under the declared strategy.

    Three folds of the training rows; validation and test rows stay untouched. The smaller shares are drawn by a fixed
    seed, and with a split by time they are the latest rows. Shares from which the model cannot be learned are left out.
    Raises what the model raises where all rows of the folds are too few as well.
    """
    rows = folded_rows(frame, compiled, declared_folds(compiled, FOLDS))
    estimator = estimator_of(frame, compiled)
    latest = (compiled.split or {}).get("strategy") == "time"
    sizes: list[int] = []
    too_few: list[int] = []
    scored: list[tuple[list[float], list[float]]] = []
    for place, share in enumerate(SHARES):
        size = round(fmean(len(learned) for learned, _ in rows.folds) * share)
        try:
            scored.append(_scored(estimator, rows, share, latest, metric))
            sizes.append(size)
        except FIT_FAULTS:
            if share == 1:
                raise
            too_few.append(size)
        if report is not None:
            report((place + 1) / len(SHARES), f"learned from {size:,} rows")
    return LearningCurve(
        metric,
        tuple(sizes),
        tuple(fmean(seen) for seen, _ in scored),
        tuple(pstdev(seen) for seen, _ in scored),
        tuple(fmean(unseen) for _, unseen in scored),
        tuple(pstdev(unseen) for _, unseen in scored),
        tuple(too_few),
    )


def _scored(estimator: Any, rows: FoldedRows, share: float, latest: bool, metric: str) -> tuple[list[float], list[float]]:
    """Learns from a share of each fold; gives the scores on the rows learned from and on the other rows."""
    seen, unseen = [], []
    for learned, judged in rows.folds:
        few = _few(rows, learned, share, latest)
        with threadpool_limits(limits=1):
            fitted = clone(estimator).fit(rows.X.iloc[few], rows.y[few])
            for kept, positions in ((seen, few), (unseen, judged)):
                kept.append(rows.scoring(fitted, rows.X.iloc[positions], rows.y[positions])[metric])
    return seen, unseen


def _few(rows: FoldedRows, learned: Any, share: float, latest: bool) -> Any:
    """Chooses a share of the rows to learn from; of every class some, where there are classes."""
    learned = np.asarray(learned)
    count = max(round(len(learned) * share), 2)
    if count >= len(learned):
        return learned
    if latest:
        order = np.argsort(np.asarray(rows.X.index[learned]), kind="stable")
        return np.sort(learned[order[-count:]])
    drawn = np.random.default_rng(SEED).permutation(learned)
    if rows.task == "classification":
        # One row of each class comes first, so that small shares can be learned from at all.
        first = pd.Series(rows.y[drawn]).drop_duplicates().index.to_numpy()
        drawn = np.concatenate([drawn[first], np.delete(drawn, first)])
    return np.sort(drawn[: max(count, 2)])
