"""Whether a numeric target is computed from other columns: a sum, difference, product or ratio of two, or a longer sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.profile.facts import Facts
from engine.profile.wording import shown

FEWEST_ROWS = 20
FIRST_LOOK = 100
NEAR = 0.9
TOTAL = 0.99

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Derivation:
    """A formula over `columns` that gives the target; without the columns in `drop` it no longer does."""

    formula: str
    columns: tuple[str, ...]
    drop: tuple[str, ...]
    exact: bool
    rows: int
    of: int
    fit: float


def derivations(candidates: list[Facts], target: Facts, positions: Array) -> list[Derivation]:
    """Finds how the target follows from other columns; the shortest formula is enough."""
    if len(candidates) < 2 or not target.numeric:
        return []
    matrix = np.column_stack([facts.values_at(positions) for facts in candidates])
    answers = target.values_at(positions)
    whole = np.isfinite(matrix).all(axis=1)
    names = [facts.name for facts in candidates]
    if whole.sum() < FEWEST_ROWS or not answers[whole].std() > 0:
        return []
    pair = _pair(names, matrix[whole], answers[whole])
    if pair is not None:
        return [pair]
    longer = _sum(names, matrix[whole], answers[whole]) or _within(names, matrix[whole], answers[whole])
    return [longer] if longer is not None else []


def _pair(names: list[str], matrix: Array, answers: Array) -> Derivation | None:
    near = 1e-6 * max(float(np.abs(answers).max()), 1e-12)
    few, wanted = matrix[:FIRST_LOOK], answers[:FIRST_LOOK, None, None]
    left, right = few[:, :, None], few[:, None, :]
    with np.errstate(all="ignore"):
        for sign, made in (("+", left + right), ("−", left - right), ("×", left * right), ("÷", left / right)):
            fits = (np.abs(made - wanted) <= near).mean(axis=0) >= 0.99
            for first, second in np.argwhere(fits):
                if first == second or (sign in "+×" and first > second):
                    continue
                rows = int((np.abs(_combined(sign, matrix[:, first], matrix[:, second]) - answers) <= near).sum())
                if rows >= 0.99 * len(answers):
                    chosen = (names[first], names[second])
                    formula = f"{shown(chosen[0])} {sign} {shown(chosen[1])}"
                    drop = chosen if sign in "+×" else chosen[:1]
                    return Derivation(formula, chosen, drop, True, rows, len(answers), 1.0)
    return None


def _combined(sign: str, left: Array, right: Array) -> Array:
    if sign == "+":
        return left + right
    if sign == "−":
        return left - right
    return left * right if sign == "×" else left / right


def _sum(names: list[str], matrix: Array, answers: Array) -> Derivation | None:
    """Looks for a sum of three or more columns by least squares: weights of (nearly) one give it away."""
    spread = matrix.std(axis=0)
    used = np.flatnonzero(spread > 0)
    if len(used) < 3 or len(answers) < 5 * len(used):
        return None
    weights = _least_squares(matrix[:, used], answers)
    unit = np.abs(np.abs(weights) - 1) < 0.1
    found = _told(names, matrix, answers, used[unit], np.sign(weights[unit]))
    return found if found is not None and found.fit >= NEAR else None


def _within(names: list[str], matrix: Array, answers: Array) -> Derivation | None:
    """Looks for a total that holds the target: a column that is the target plus others plus little else."""
    everything = np.column_stack([answers, matrix])
    used = np.flatnonzero(everything.std(axis=0) > 0)
    if len(used) < 3 or len(answers) < 5 * len(used):
        return None
    spread = everything[:, used].std(axis=0)
    # The inverse of the correlations holds the regression of every column on all the others at once.
    related = np.corrcoef(everything[:, used], rowvar=False) + 1e-9 * np.eye(len(used))
    inverse = np.linalg.inv(related)
    for total in range(1, len(used)):
        if 1 - 1 / inverse[total, total] < TOTAL:
            continue
        weights = -inverse[total] / inverse[total, total] * spread[total] / spread
        parts = np.flatnonzero(np.abs(weights[1:] - 1) < 0.1) + 1
        # Extras that go with the target, such as a fee paid by card, pull its own weight further off.
        if abs(weights[0] - 1) > 0.25 or not len(parts):
            continue
        columns = used[np.concatenate([[total], parts])] - 1
        found = _told(names, matrix, answers, columns, np.array([1.0] + [-1.0] * len(parts)))
        if found is not None and found.fit >= 0.5:
            return found
    return None


def _told(names: list[str], matrix: Array, answers: Array, columns: Array, signs: Array) -> Derivation | None:
    if len(columns) < 2:
        return None
    # The sum must hold with weights of exactly one; what it leaves open are small extras, such as fees.
    left_over = answers - matrix[:, columns] @ signs
    fit = 1 - float(left_over.var() / answers.var())
    rows = int((np.abs(left_over) <= 1e-6 * np.abs(answers).max()).sum())
    chosen = tuple(names[index] for index in columns)
    formula = " ".join(f"{'−' if sign < 0 else '+'} {shown(name)}" for sign, name in zip(signs, chosen, strict=True))
    # With a minus in it, only the columns that are added hold the target; the others may be known before.
    added = tuple(name for sign, name in zip(signs, chosen, strict=True) if sign > 0)
    exact = rows >= 0.99 * len(answers)
    return Derivation(formula.removeprefix("+ "), chosen, added or chosen, exact, rows, len(answers), fit)


def _least_squares(matrix: Array, answers: Array) -> Array:
    centre, spread = matrix.mean(axis=0), matrix.std(axis=0)
    solved = np.linalg.lstsq((matrix - centre) / spread, answers - answers.mean(), rcond=None)[0]
    return solved / spread
