"""What is counted once for each column and read by every check: sizes, frequencies, and numbers as an array."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from engine.profile.wording import plain_text, scalar


@dataclass(frozen=True)
class Facts:
    """One column, counted: `codes` number its distinct `uniques` (-1 where missing), `counts` say how often each occurs."""

    name: str
    kind: str
    rows: int
    codes: np.ndarray[Any, Any]
    uniques: Any
    counts: np.ndarray[Any, Any]
    values: np.ndarray[Any, Any] | None
    is_text: bool

    @property
    def known(self) -> int:
        """How many cells are not missing."""
        return int(self.counts.sum())

    @property
    def missing(self) -> int:
        """How many cells are missing."""
        return self.rows - self.known

    @property
    def unique(self) -> int:
        """How many different values occur."""
        return len(self.counts)

    @property
    def top(self) -> Any:
        """The most frequent value; the one seen first where several are as frequent."""
        return self.uniques[int(self.counts.argmax())] if self.unique else None

    @property
    def top_share(self) -> float:
        """The share of the most frequent value among the known cells."""
        return float(self.counts.max() / self.known) if self.unique else 0.0

    @cached_property
    def finite(self) -> np.ndarray[Any, Any]:
        """The numbers that are neither missing nor infinite, in row order."""
        return np.empty(0) if self.values is None else self.values[np.isfinite(self.values)]

    @cached_property
    def quartiles(self) -> tuple[float, float, float]:
        """The lower quartile, the median and the upper quartile of the finite numbers."""
        if not len(self.finite):
            return (np.nan, np.nan, np.nan)
        low, middle, high = np.quantile(self.finite, [0.25, 0.5, 0.75])
        return float(low), float(middle), float(high)

    @cached_property
    def whole(self) -> bool:
        """Whether every number is a whole one."""
        return bool(len(self.finite)) and bool((self.finite == np.floor(self.finite)).all())

    @cached_property
    def words(self) -> float:
        """How many words a text value has on average, over the first 500 different ones."""
        texts = [str(value) for value in self.uniques[:500]]
        return sum(len(text.split()) for text in texts) / len(texts) if texts else 0.0


@dataclass(frozen=True)
class Table:
    """The whole frame with the facts of each column, and what is to be predicted, if that was said."""

    frame: pd.DataFrame
    facts: dict[str, Facts]
    target: str | None
    task: str | None
    duplicates: int
    notes: dict[str, Any] = field(default_factory=dict)
    relation: dict[str, float] = field(default_factory=dict)
    """How well each column alone foretells the target (0 to 1), where that was measured."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.frame)

    def features(self, *kinds: str) -> Iterator[Facts]:
        """Gives every column but the target, of these kinds or of any."""
        for facts in self.facts.values():
            if facts.name != self.target and (not kinds or facts.kind in kinds):
                yield facts


def count(frame: pd.DataFrame, columns: list[dict[str, Any]], target: str | None, task: str | None) -> Table:
    """Counts every column once, and the rows that repeat an earlier one."""
    kinds = {entry["name"]: entry["kind"] for entry in columns}
    facts = {name: facts_of(frame[name], kinds.get(name, "categorical")) for name in frame.columns}
    known_target = target if target in facts else None
    return Table(frame, facts, known_target, task, duplicate_rows(frame, facts))


def facts_of(series: pd.Series[Any], kind: str) -> Facts:
    """Counts one column; `kind` says whether its cells are also read as numbers."""
    plain = isinstance(series.dtype, np.dtype) and series.dtype.kind in "biuf"
    array = series.to_numpy() if plain else series.array
    try:
        codes, uniques = pd.factorize(array)
    except TypeError:
        codes, uniques = pd.factorize(series.astype(str).where(series.notna()).array)
    counts = np.bincount(codes[codes >= 0], minlength=len(uniques))
    is_text = isinstance(series.dtype, pd.StringDtype) or series.dtype == object
    numbers = as_numbers(series) if kind == "numeric" or (kind == "id" and not is_text) else None
    return Facts(str(series.name), kind, len(series), codes, uniques, counts, numbers, is_text)


def as_numbers(series: pd.Series[Any]) -> np.ndarray[Any, Any]:
    """Reads a column as floating-point numbers; what is missing or no number is NaN."""
    if pd.api.types.is_datetime64_any_dtype(series):
        return np.where(series.isna(), np.nan, series.astype("int64").to_numpy().astype(float))
    if not pd.api.types.is_numeric_dtype(series):
        series = pd.to_numeric(series, errors="coerce")
    return series.to_numpy(dtype=float, na_value=np.nan)


def duplicate_rows(frame: pd.DataFrame, facts: dict[str, Facts]) -> int:
    """Counts the rows that repeat an earlier row in every column."""
    if any(column.unique == len(frame) for column in facts.values()) or not facts:
        return 0
    # A cheap hash over the codes leaves few candidates; only these are compared in full.
    mixed = np.zeros(len(frame), dtype=np.uint64)
    with np.errstate(over="ignore"):
        for column in facts.values():
            mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
            mixed += column.codes.astype(np.int64).view(np.uint64) + np.uint64(1)
    alike = pd.Series(mixed).duplicated(keep=False).to_numpy()
    if not alike.any():
        return 0
    codes = pd.DataFrame({number: column.codes[alike] for number, column in enumerate(facts.values())})
    return int(codes.duplicated().sum())


def summary(facts: Facts) -> dict[str, Any]:
    """Describes one column for the report's table: numbers by their spread, the rest by their most frequent value."""
    row: dict[str, Any] = {
        "name": facts.name,
        "kind": facts.kind,
        "missing": facts.missing / facts.rows if facts.rows else 0.0,
        "unique": facts.unique,
        **dict.fromkeys(("mean", "std", "min", "q1", "median", "q3", "max", "top", "top_share")),
        "note": "",
    }
    numbers = facts.finite
    if facts.kind == "numeric" and len(numbers):
        with np.errstate(over="ignore", invalid="ignore"):
            spread = numbers.std(ddof=1) if len(numbers) > 1 else None
            row |= {"mean": scalar(numbers.mean()), "std": scalar(spread)}
        row |= {"min": scalar(numbers.min()), "max": scalar(numbers.max())}
        row |= dict(zip(("q1", "median", "q3"), map(scalar, facts.quartiles), strict=True))
    elif facts.kind == "datetime" and facts.unique:
        ordered = pd.Series(facts.uniques)
        row |= {"min": scalar(ordered.min()), "max": scalar(ordered.max())}
    elif facts.unique:
        top = scalar(facts.top)
        row |= {"top": plain_text(top) if isinstance(top, str) else top, "top_share": facts.top_share}
    return row
