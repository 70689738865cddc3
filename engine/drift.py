"""How another table differs from the one that was learned from: columns, values never seen, and drift.

Drift is the population stability index over ten equal parts of the training values, or over the categories: below 0.1 it
counts as stable, from 0.25 as changed (Siddiqi, Credit Risk Scorecards, 2006). In small tables chance alone gives more, so
the index must also exceed what 95 of 100 tables without any drift would show (Yurdakul and Naranjo, 2020).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

SHIFT, CHANGE = 0.1, 0.25
BINS, MOST_LEVELS, FEWEST_ROWS, FEWEST_EACH, MOST_SHOWN = 10, 50, 30, 5, 5
FEWEST_IN_PART = 10
ALIKE = 80
EMPTY = 0.5
"""How many rows an empty part counts as, so that the index stays finite."""

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class ColumnDifference:
    """One column in both tables. `index` is its drift (None: too few rows), `limit` what chance alone would show."""

    name: str
    kind: str
    rows: int
    missing_before: float
    missing_now: float
    unseen: tuple[tuple[str, int], ...]
    unseen_rows: int
    outside: int
    low: Any
    high: Any
    unreadable: tuple[str, ...]
    unreadable_rows: int
    index: float | None
    limit: float

    @property
    def drift(self) -> str:
        """Says "changed", "shifted", "stable" or "unknown"."""
        if self.index is None:
            return "unknown"
        if self.index < SHIFT or self.index <= self.limit:
            return "stable"
        return "changed" if self.index >= CHANGE else "shifted"


@dataclass(frozen=True)
class Difference:
    """What differs between two tables; `near` maps a missing column to a new one with nearly its name."""

    missing: tuple[str, ...]
    new: tuple[str, ...]
    near: dict[str, str]
    columns: tuple[ColumnDifference, ...]


def compare_tables(trained: pd.DataFrame, other: pd.DataFrame, kinds: dict[str, str], known: list[str] | None = None) -> Difference:
    """Compares another table with the columns of `trained`; `known` are names that are no news although not in it."""
    missing = [name for name in trained.columns if name not in other.columns]
    new = [str(name) for name in other.columns if name not in trained.columns and name not in (known or [])]
    both = [name for name in trained.columns if name in other.columns]
    columns = tuple(compare_column(trained[name], other[name], kinds.get(name, "categorical")) for name in both)
    return Difference(tuple(missing), tuple(new), near_names(missing, new), columns)


def near_names(missing: list[str], new: list[str]) -> dict[str, str]:
    """Pairs each missing column with the new one whose name is nearest, where one is near enough; none is used twice."""
    from rapidfuzz import fuzz

    scores = sorted(
        ((-fuzz.ratio(_plain(old), _plain(other)), place, old, other) for place, old in enumerate(missing) for other in new),
    )
    paired: dict[str, str] = {}
    for score, _, old, other in scores:
        if -score >= ALIKE and old not in paired and other not in paired.values():
            paired[old] = other
    return paired


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", str(name).casefold()) or str(name)


def compare_column(before: pd.Series[Any], now: pd.Series[Any], kind: str) -> ColumnDifference:
    """Compares one column; values that cannot be read as what the column was are counted and count as missing."""
    gaps = now.isna()
    now, unreadable = _as_before(before, now)
    bad = now.isna() & ~gaps
    old, new = before.dropna(), now.dropna()
    quantity = pd.api.types.is_numeric_dtype(before) and not pd.api.types.is_bool_dtype(before)
    moment = pd.api.types.is_datetime64_any_dtype(before)
    low = high = index = None
    limit, outside, unseen = 0.0, 0, pd.Series(dtype="int64")
    if (quantity or moment) and kind in {"numeric", "datetime", "id"}:
        if len(old):
            low, high = old.min(), old.max()
            outside = int(((new < low) | (new > high)).sum())
        if kind == "numeric" and _enough(old, new):
            index, limit = _stability(*_parts(old.to_numpy(dtype=float), new.to_numpy(dtype=float)))
    elif kind in {"categorical", "boolean"}:
        levels = _levels(old)
        counts = _levels(new).value_counts()
        unseen = counts[~counts.index.isin(levels.unique())]
        parts = _shares(levels, counts)
        if _enough(old, new) and len(parts[0]) > 1:
            index, limit = _stability(*parts)
    return ColumnDifference(
        str(before.name), kind, len(now), float(before.isna().mean()) if len(before) else 0.0, float(gaps.mean()) if len(now) else 0.0,
        tuple((str(value), int(count)) for value, count in unseen.head(MOST_SHOWN).items()), int(unseen.sum()), outside, low, high,
        unreadable, int(bad.sum()), index, limit,
    )  # fmt: skip


def _enough(old: pd.Series[Any], new: pd.Series[Any]) -> bool:
    return len(old) >= FEWEST_ROWS and len(new) >= FEWEST_ROWS


def _as_before(before: pd.Series[Any], now: pd.Series[Any]) -> tuple[pd.Series[Any], tuple[str, ...]]:
    """Reads the new cells as what the old ones are; gives some of those that cannot be read."""
    if pd.api.types.is_datetime64_any_dtype(before):
        read = pd.to_datetime(now, errors="coerce", format="mixed", utc=True).dt.tz_localize(None)
    elif pd.api.types.is_numeric_dtype(before) and not pd.api.types.is_numeric_dtype(now):
        read = pd.to_numeric(now, errors="coerce").astype("float64")
    else:
        return now, ()
    lost = now[read.isna() & now.notna()]
    return read, tuple(str(value) for value in lost.unique()[:MOST_SHOWN])


def _levels(values: pd.Series[Any]) -> pd.Series[Any]:
    """Writes categories as text in one way, so that 1, 1.0 and "1" are one category."""
    if pd.api.types.is_bool_dtype(values):
        return values.astype("str")
    numbers = pd.to_numeric(values, errors="coerce") if not pd.api.types.is_numeric_dtype(values) else values
    text = values.astype("str")
    whole = numbers.notna() & (numbers == np.floor(numbers.where(np.isfinite(numbers.astype(float)), 0.5)))
    return text.where(~whole, numbers.where(whole, 0).astype("int64").astype("str"))


def _parts(old: Array, new: Array) -> tuple[Array, Array]:
    """Counts both in ten parts that hold equally many old values each; fewer where rows are few or values repeat much."""
    old, new = old[np.isfinite(old)], new[np.isfinite(new)]
    bins = int(np.clip(min(len(old), len(new)) // FEWEST_IN_PART, 2, BINS))
    edges = np.unique(np.quantile(old, np.linspace(0, 1, bins + 1)[1:-1])) if len(old) else np.empty(0)
    # A value that many rows have is a part of its own, whichever side of an edge it would fall.
    return (
        np.bincount(np.searchsorted(edges, old, side="left"), minlength=len(edges) + 1),
        np.bincount(np.searchsorted(edges, new, side="left"), minlength=len(edges) + 1),
    )


def _shares(levels: pd.Series[Any], counts: pd.Series[Any]) -> tuple[Array, Array]:
    """Counts both by category; beyond fifty, the rare ones are put together with those never seen."""
    before = levels.value_counts()
    kept = before.index[before >= FEWEST_EACH][:MOST_LEVELS]
    now = counts.reindex(kept, fill_value=0)
    old = np.append(before.reindex(kept).to_numpy(), before.sum() - before.reindex(kept).sum())
    new = np.append(now.to_numpy(), counts.sum() - now.sum())
    used = (old > 0) | (new > 0)
    return old[used], new[used]


def _stability(old: Array, new: Array) -> tuple[float, float]:
    """Gives the index, and the value that it exceeds by chance in 5 of 100 tables of this size."""
    from scipy.stats import chi2

    before, now = (np.maximum(counts, EMPTY) / max(counts.sum(), 1) for counts in (old, new))
    index = float(((now - before) * np.log(now / before)).sum())
    chance = float(chi2.ppf(0.95, max(len(old) - 1, 1)) * (1 / max(old.sum(), 1) + 1 / max(new.sum(), 1)))
    return index, chance
