"""What each column adds to one prediction, by Shapley values over the raw columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.explaining import effort
from engine.explaining.answers import Answers
from engine.explaining.uncompiled import uncompiled_shap
from engine.stages import Report, unheard

BACKGROUND_ROWS = 40
EXPLAINED_ROWS, FEWEST_ROWS = 100, 5
MOST_COLUMNS = 25
ROUNDS, ROUNDS_ALONE, ASKED_AT_ONCE = 2, 10, 10
"""How many permutations of the columns a row is explained by where there are many rows and where it is alone, and how many of
its versions go into one question."""
SEED = 42


@dataclass(frozen=True)
class Contributions:
    """How far each column moves the answer of each row away from the usual one.

    `values[r][c]` is what column c adds in row r; with `base` they add up to the answer.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    base: float
    answers: tuple[float, ...]
    words: str
    note: str = ""
    start: str = "usually it is"
    """What `base` is."""

    @property
    def sizes(self) -> dict[str, float]:
        """The average size of each column's contributions, largest first."""
        sizes = np.abs(np.asarray(self.values)).mean(axis=0)
        order = np.argsort(-sizes, kind="stable")
        return {self.columns[place]: float(sizes[place]) for place in order}


def contributions(
    answers: Answers,
    background: pd.DataFrame,
    rows: pd.DataFrame,
    columns: list[str],
    first: str = "that the model uses most",
    report: Report = unheard,
) -> Contributions:
    """Computes what each of `columns` adds to the answers for `rows`, compared with `background` rows.

    The whole pipeline is asked, so the columns are the raw ones whatever is done to them. At most 25 columns are moved
    (the first ones; `first` says which these are), 40 background rows and 100 rows are taken, fewer where the model's answers are dear, drawn by a fixed
    seed. Shapley values by permutations
    (Lundberg and Lee, 2017).
    """
    shap = uncompiled_shap()
    moved = columns[:MOST_COLUMNS]
    usual, taken = _sample(background, BACKGROUND_ROWS), _sample(rows, _affordable(answers, len(moved)))
    coded = _Coded(usual, taken, moved)
    versions = _versions(len(rows), len(moved))
    ask = _asked(answers, coded, taken, versions, report)
    values, base = [], []
    for number in range(len(taken)):
        masker = shap.maskers.Independent(coded.usual, max_samples=BACKGROUND_ROWS)
        explainer = shap.PermutationExplainer(ask(number), masker, seed=SEED)
        found = explainer(coded.taken[number : number + 1], max_evals=versions, silent=True)
        values.append(tuple(float(value) for value in found.values[0]))
        base.append(float(found.base_values[0]))
    notes = []
    if len(taken) < len(rows):
        notes.append(f"Measured on {len(taken):,} of {len(rows):,} rows.")
    notes += left_alone(columns, first)
    given = tuple(float(value) for value in answers.of(taken))
    return Contributions(tuple(moved), tuple(values), float(np.mean(base)), given, answers.words, " ".join(notes))


def left_alone(columns: list[str], first: str) -> list[str]:
    """Says that only the first columns were moved, where there are more."""
    others = len(columns) - MOST_COLUMNS
    return [f"Only the {MOST_COLUMNS} columns {first} were measured; the other {others:,} stayed as they are."] if others > 0 else []


def _affordable(answers: Answers, moved: int) -> int:
    """Says how many rows can be explained: for each the model is asked about the background, some hundred times over."""
    return max(FEWEST_ROWS, min(EXPLAINED_ROWS, int(effort.MOST_NANOSECONDS / 1e9 / _row_seconds(answers, ROUNDS * (2 * moved + 1)))))


def contributions_seconds(answers: Answers, rows: int, columns: int) -> float:
    """Predicts how long `contributions` takes for so many rows."""
    moved = min(columns, MOST_COLUMNS)
    return min(rows, _affordable(answers, moved)) * _row_seconds(answers, _versions(rows, moved))


def _versions(rows: int, moved: int) -> int:
    """Gives how many versions of one row the model is asked about."""
    return (ROUNDS_ALONE if rows == 1 else ROUNDS) * (2 * moved + 1)


def _row_seconds(answers: Answers, versions: int) -> float:
    return effort.seconds(answers.cost, versions / ASKED_AT_ONCE, ASKED_AT_ONCE * BACKGROUND_ROWS)


class _Coded:
    """Cells as whole numbers, since the library computes with arrays of numbers: any kind of column can be moved."""

    def __init__(self, usual: pd.DataFrame, taken: pd.DataFrame, columns: list[str]) -> None:
        self.columns = columns
        everything = pd.concat([usual, taken], ignore_index=True)
        self.cells = {name: everything[name] for name in columns}
        codes = np.tile(np.arange(len(everything), dtype=np.float64)[:, None], (1, len(columns)))
        self.usual, self.taken = codes[: len(usual)], codes[len(usual) :]

    def decoded(self, codes: Any, row: pd.DataFrame) -> pd.DataFrame:
        """Makes rows of codes; columns that are not moved are those of `row`."""
        rows = row.iloc[np.zeros(len(codes), dtype=int)].reset_index(drop=True)
        places = np.asarray(codes, dtype=int)
        made = {name: self.cells[name].iloc[places[:, n]].reset_index(drop=True) for n, name in enumerate(self.columns)}
        return rows.assign(**made)


def _asked(answers: Answers, coded: _Coded, taken: pd.DataFrame, versions: int, report: Report) -> Callable[[int], Callable[[Any], Any]]:
    """Makes for each row the function that the library asks, which tells how much of all has been asked."""

    def for_row(number: int) -> Callable[[Any], Any]:
        row, asked = taken.iloc[[number]], 0

        def ask(codes: Any) -> Any:
            nonlocal asked
            report((number + min(1.0, asked / versions / len(coded.usual))) / len(taken), f"asking the model about row {number + 1} of {len(taken)}")
            asked += len(codes)
            return answers.of(coded.decoded(codes, row))

        return ask

    return for_row


def _sample(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    if len(rows) <= most:
        return rows
    chosen = np.random.default_rng(SEED).choice(len(rows), most, replace=False)
    return rows.iloc[np.sort(chosen)]
