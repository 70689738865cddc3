"""What is typical of the groups of a clustering: in which columns, as they were loaded, a group differs most from all rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

FARTHEST = 0.5
"""A group stands out where it lies half a standard deviation from all rows, as in Cohen's (1988) medium effects."""
MOST_TRAITS = 3
MOST_LEVELS = 50


@dataclass(frozen=True)
class Trait:
    """One column in which a group stands out: the mean of a number there and in all rows, or the shares of its commonest answer."""

    column: str
    inside: float
    overall: float
    level: Any = None
    """The answer whose shares (0 to 1) are told; None for numbers."""


def traits_of(frame: pd.DataFrame, kinds: Mapping[str, str], groups: np.ndarray[Any, Any]) -> dict[Any, list[Trait]]:
    """Finds for each group up to three columns in which it stands out, the one that does most first.

    `groups` holds the group of each row of `frame`. Numbers differ by their means and yes/no and categories by the share of an
    answer, both measured in standard deviations of all rows; columns of dates, texts and IDs are left aside, and so are cells
    without a value.
    """
    known = [name for name in frame.columns if kinds.get(name) in {"numeric", "categorical", "boolean"}]
    found: dict[Any, list[tuple[float, Trait]]] = {name: [] for name in np.unique(groups).tolist()}
    for name in known:
        measure = _of_number if kinds[name] == "numeric" else _of_answers
        for group, entry in measure(frame[name], groups):
            found[group].append(entry)
    return {group: [trait for _, trait in sorted(entries, key=lambda entry: -entry[0])[:MOST_TRAITS]] for group, entries in found.items()}


def _of_number(cells: pd.Series[Any], groups: np.ndarray[Any, Any]) -> list[tuple[Any, tuple[float, Trait]]]:
    numbers = cells.to_numpy(dtype=np.float64, na_value=np.nan)
    sound = np.isfinite(numbers)
    if not sound.any() or not (spread := float(numbers[sound].std())) > 0:
        return []
    overall = float(numbers[sound].mean())
    means = pd.Series(numbers[sound]).groupby(groups[sound]).mean()
    return [(group, (abs(mean - overall) / spread, Trait(str(cells.name), float(mean), overall))) for group, mean in means.items() if abs(mean - overall) >= FARTHEST * spread]


def _of_answers(cells: pd.Series[Any], groups: np.ndarray[Any, Any]) -> list[tuple[Any, tuple[float, Trait]]]:
    known = cells.notna().to_numpy()
    shares = cells[known].value_counts(normalize=True)
    if not 2 <= len(shares) <= MOST_LEVELS:
        return []
    inside = pd.crosstab(groups[known], cells[known].to_numpy(), normalize="index").reindex(columns=shares.index)
    beyond = (inside - shares.to_numpy()) / np.sqrt(shares.to_numpy() * (1 - shares.to_numpy()))
    found = []
    for group, row in beyond.iterrows():
        level = row.idxmax()
        if row[level] >= FARTHEST:
            found.append((group, (float(row[level]), Trait(str(cells.name), float(inside.loc[group, level]), float(shares[level]), level))))
    return found
