"""How the answer moves when one column is changed and everything else stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.explaining import effort
from engine.explaining.answers import Answers
from engine.stages import Report, unheard

MOST_ROWS = 300
POINTS = 20
MOST_LEVELS = 12
SEED = 42


@dataclass(frozen=True)
class Dependence:
    """The average answer for each value of a column, and its spread over the rows."""

    column: str
    values: tuple[Any, ...]
    means: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    numeric: bool
    rows: int
    words: str


def dependence(answers: Answers, rows: pd.DataFrame, column: str, report: Report = unheard) -> Dependence:
    """Sets the column to each of up to 20 values in all rows and averages the answers (Friedman, 2001).

    Numbers and dates take values at even quantiles, everything else the most frequent ones. At most 300 rows are taken,
    drawn by a fixed seed; `low` and `high` hold the middle half of the rows.
    """
    taken = rows
    if len(rows) > MOST_ROWS:
        taken = rows.iloc[np.sort(np.random.default_rng(SEED).choice(len(rows), MOST_ROWS, replace=False))]
    return _measured(answers, rows, taken, column, report)


def dependence_seconds(answers: Answers, rows: int) -> float:
    """Predicts how long `dependence` takes at most."""
    return effort.seconds(answers.cost, POINTS, min(rows, MOST_ROWS))


def dependence_of_record(answers: Answers, rows: pd.DataFrame, record: pd.DataFrame, column: str) -> Dependence:
    """Sets the column of one record to each of up to 20 values that it has in `rows`, and gives the answers."""
    return _measured(answers, rows, record, column)


def _measured(answers: Answers, rows: pd.DataFrame, taken: pd.DataFrame, column: str, report: Report = unheard) -> Dependence:
    numeric = rows[column].dtype.kind in "iufM"
    values = grid_of(rows[column])
    means, low, high = [], [], []
    for number, value in enumerate(values):
        report(number / len(values), f"asking the model about value {number + 1} of {len(values)}")
        cells = pd.Series([value] * len(taken), index=taken.index)
        said = answers.of(taken.assign(**{column: cells.astype(_holding(rows[column]))}))
        means.append(float(said.mean()))
        low.append(float(np.quantile(said, 0.25)))
        high.append(float(np.quantile(said, 0.75)))
    return Dependence(column, tuple(values), tuple(means), tuple(low), tuple(high), numeric, len(taken), answers.words)


def grid_of(cells: pd.Series[Any]) -> list[Any]:
    """Chooses the values at which a column is tried, in their order."""
    known = cells.dropna()
    if cells.dtype.kind in "iufM":
        distinct = known.unique()
        if len(distinct) <= POINTS:
            return sorted(distinct.tolist() if cells.dtype.kind != "M" else list(pd.to_datetime(distinct)))
        inner = known.quantile(np.linspace(0.02, 0.98, POINTS), interpolation="nearest")
        return list(inner.drop_duplicates())
    return list(known.value_counts().index[:MOST_LEVELS])


def _holding(cells: pd.Series[Any]) -> Any:
    return "float64" if cells.dtype.kind in "iu" else cells.dtype
