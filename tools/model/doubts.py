"""Doubts about a run that the person should know of: too good, learned by heart, no better than guessing, few rows."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt

from tools.cells import counted
from tools.experiment import Run
from tools.model.judged_by import baseline_on, rows_on, scores_on

TOO_GOOD = 0.99
PLAIN = 0.9
"""A score from 0.99 on where guessing has less than 0.9 is rarely true: a column may hold the answer."""
GAP = {"accuracy": 0.10, "r2": 0.15}
"""A lead of the training rows beyond this, and beyond two standard deviations of the score, is learning by heart."""
FEW_ROWS = 100
"""On fewer rows than this a score is told with its interval."""
VERY_FEW_ROWS = 20
CLEARLY = 0.1
"""A lead in balanced accuracy from here on is no chance, however rare a class is."""
NORMAL_95 = 1.96


@dataclass(frozen=True)
class Doubt:
    """One doubt: the id by which it can be acknowledged, and a sentence with the numbers."""

    finding: str
    sentence: str


def doubts(run: Run, part: str, fair: str | None = None) -> list[Doubt]:
    """Lists the doubts about a run's scores on one part of the rows; training rows raise none.

    `fair` is the metric by which it is held against the simplest guess; left out, accuracy or R².
    """
    metric = {"classification": "accuracy", "regression": "r2"}.get(run["task"])
    if metric is None or part == "train" or run["model"] == "dummy" or (score := scores_on(run, part).get(metric)) is None:
        return []
    plain = baseline_on(run, part).get(metric, 0.0)
    rows = rows_on(run, part)
    found = [
        _too_good(score, plain),
        _overfit(run, score, metric, rows),
        _no_better(run, part, fair or metric),
        _small(score, metric, rows, part),
    ]
    return [doubt for doubt in found if doubt is not None]


def interval(share: float, rows: int) -> tuple[float, float]:
    """Gives the range in which the true share lies in 95 of 100 cases (Wilson, 1927); fractions 0 to 1."""
    squared = NORMAL_95**2
    middle = (share + squared / (2 * rows)) / (1 + squared / rows)
    reach = NORMAL_95 / (1 + squared / rows) * sqrt(share * (1 - share) / rows + squared / (4 * rows**2))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _too_good(score: float, plain: float) -> Doubt | None:
    if score < TOO_GOOD or plain >= PLAIN:
        return None
    return Doubt("too_good", f"A score of {score:.3f} is rarely true: does a column hold what is only known afterwards?")


def _overfit(run: Run, seen: float, metric: str, rows: int) -> Doubt | None:
    learned = run["metrics"]["train"].get(metric)
    if learned is None or learned - seen <= max(GAP[metric], 2 * score_spread(run, seen, metric, rows)):
        return None
    said = f"On the training rows it scores {learned:.2f}, here {seen:.2f}: it has learned some of them by heart (overfitting)."
    return Doubt("overfit", said)


def _no_better(run: Run, part: str, metric: str) -> Doubt | None:
    score, plain = scores_on(run, part)[metric], baseline_on(run, part).get(metric, 0.0)
    spread = (run.get("cross_validation") or {}).get("sd", {}).get(metric)
    noise = spread if spread is not None else chance_spread(plain, metric, rows_on(run, part))
    if metric == "accuracy" and _tells_apart(run, part):
        return None
    if score <= plain:
        return Doubt("no_better_than_baseline", "That is no better than the simplest guess.")
    if score - plain >= noise:
        return None
    return Doubt("no_better_than_baseline", "The lead over the simplest guess is within what chance does.")


def _tells_apart(run: Run, part: str) -> bool:
    """Whether a classifier that is right no more often finds the classes clearly better than guessing, as one that looks for a rare one."""
    found, plain = scores_on(run, part).get("balanced_accuracy"), baseline_on(run, part).get("balanced_accuracy")
    return found is not None and plain is not None and found - plain > CLEARLY


def score_spread(run: Run, seen: float, metric: str, rows: int) -> float:
    """Gives the spread of a score: over folds where there are any, else the binomial error of an accuracy on so many rows.

    Another metric's is not known without folds: on very few rows it is taken to be anything.
    """
    spread = (run.get("cross_validation") or {}).get("sd", {}).get(metric)
    if spread is not None:
        return float(spread)
    if metric == "accuracy":
        return sqrt(seen * (1 - seen) / rows)
    return inf if rows < VERY_FEW_ROWS else 0.0


def chance_spread(plain: float, metric: str, rows: int) -> float:
    """Gives the spread of the simplest guess's score where there are no folds; 0 where it is not known.

    An accuracy is a share of the rows; an average precision is one of the rows of the looked-for class (Boyd et al., 2013).
    """
    counted = {"accuracy": float(rows), "average_precision": plain * rows}.get(metric, 0.0)
    return sqrt(plain * (1 - plain) / counted) if counted else 0.0


def _small(score: float, metric: str, rows: int, part: str) -> Doubt | None:
    if rows >= FEW_ROWS or part == "folds":
        return None
    if metric == "accuracy":
        low, high = interval(score, rows)
        said = f"With {counted(rows, f'{part} row')} this could as well be {low * 100:.0f} or {high * 100:.0f} of 100."
    else:
        said = f"{rows} {part} rows are few: another split may score quite differently."
    return Doubt("small_test", f"{said} Cross-validation says more.")
