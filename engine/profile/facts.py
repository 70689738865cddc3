"""What is counted once for each column and read by every check: sizes, frequencies, and numbers as an array."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from engine.counts import count_numbers
from engine.profile.wording import plain_text, scalar
from engine.side_by_side import for_each

CACHED_ROWS = 1 << 14
"""So many rows of a column stay in the cache of a processor while they are mixed with the others."""
TELLING = 6
"""So many columns of many values mostly tell all rows apart."""


@dataclass(frozen=True)
class Facts:
    """One column, counted: its distinct `uniques` (numbers by size, the rest as they come) and how often each occurs."""

    name: str
    kind: str
    series: pd.Series[Any]
    uniques: Any
    counts: np.ndarray[Any, Any]
    is_text: bool

    @property
    def rows(self) -> int:
        """How many cells there are."""
        return len(self.series)

    @property
    def numeric(self) -> bool:
        """Whether its cells are also read as numbers."""
        return self.kind == "numeric" or (self.kind == "id" and not self.is_text)

    @cached_property
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
        """The most frequent value; the first of several that are as frequent."""
        return self.uniques[int(self.counts.argmax())] if self.unique else None

    @property
    def top_share(self) -> float:
        """The share of the most frequent value among the known cells."""
        return float(self.counts.max() / self.known) if self.unique else 0.0

    @property
    def values(self) -> np.ndarray[Any, Any]:
        """All cells as numbers in row order, NaN where there is none; made anew, as a large table's would fill the memory."""
        return as_numbers(self.series)

    def values_at(self, positions: np.ndarray[Any, Any] | slice) -> np.ndarray[Any, Any]:
        """The cells at these positions as numbers."""
        return as_numbers(self.series.iloc[positions])

    def codes_at(self, positions: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """Numbers the different values at these positions, -1 where one is missing."""
        return _factorized(self.series.iloc[positions])[0]

    @cached_property
    def distinct(self) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """The finite numbers, each once by size, and how often each occurs."""
        if not self.numeric:
            return np.empty(0), np.empty(0, dtype=np.int64)
        if self.series.dtype.kind not in "iuf":
            numbers = self.values
            return np.unique(numbers[np.isfinite(numbers)], return_counts=True)
        finite = np.isfinite(self.uniques)
        return self.uniques[finite].astype(float), self.counts[finite]

    @cached_property
    def finite(self) -> int:
        """How many numbers are neither missing nor infinite."""
        return int(self.distinct[1].sum())

    @property
    def lowest(self) -> float:
        """The smallest finite number."""
        return float(self.distinct[0][0])

    @property
    def highest(self) -> float:
        """The largest finite number."""
        return float(self.distinct[0][-1])

    @cached_property
    def quartiles(self) -> tuple[float, float, float]:
        """The lower quartile, the median and the upper quartile of the finite numbers."""
        return quartiles(*self.distinct)

    @cached_property
    def moments(self) -> tuple[float, float, float]:
        """The mean, the standard deviation (of all, not of a sample) and the skewness of the finite numbers."""
        numbers, times = self.distinct
        with np.errstate(all="ignore"):
            mean = float((numbers * times).sum() / times.sum())
            centred = numbers - mean
            spread = float((centred**2 * times).sum() / times.sum())
            return mean, spread**0.5, float((centred**3 * times).sum() / times.sum() / np.float64(spread) ** 1.5)

    @cached_property
    def whole(self) -> bool:
        """Whether every number is a whole one."""
        numbers = self.distinct[0]
        return bool(len(numbers)) and bool((numbers == np.floor(numbers)).all())

    @cached_property
    def words(self) -> float:
        """How many words a text value has on average, over the first 500 different ones."""
        texts = [str(value) for value in self.uniques[:500]]
        return sum(len(text.split()) for text in texts) / len(texts) if texts else 0.0


def quartiles(numbers: np.ndarray[Any, Any], times: np.ndarray[Any, Any]) -> tuple[float, float, float]:
    """Gives the quartiles of numbers that occur so many times each, as numpy does of all of them written out."""
    if not len(numbers):
        return (np.nan, np.nan, np.nan)
    ends = np.cumsum(times)
    found = []
    for share in (0.25, 0.5, 0.75):
        place = share * (int(ends[-1]) - 1)
        low, high = (float(numbers[np.searchsorted(ends, index, side="right")]) for index in (int(place), min(int(place) + 1, int(ends[-1]) - 1)))
        found.append(low + (high - low) * (place - int(place)))
    return found[0], found[1], found[2]


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
    left_out: Collection[str] = ()
    """Columns that no model is given, in which nothing is looked for."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.frame)

    def features(self, *kinds: str) -> Iterator[Facts]:
        """Gives every column that models may be given, of these kinds or of any: not the target, nor what was left out."""
        for facts in self.facts.values():
            if facts.name != self.target and facts.name not in self.left_out and (not kinds or facts.kind in kinds):
                yield facts


def count(frame: pd.DataFrame, columns: list[dict[str, Any]], target: str | None, task: str | None) -> Table:
    """Counts every column once, and the rows that repeat an earlier one."""
    kinds = {entry["name"]: entry["kind"] for entry in columns}
    codes: dict[str, np.ndarray[Any, Any]] = {}
    counted = for_each(lambda name: facts_of(frame[name], kinds.get(name, "categorical"), codes), frame.columns, len(frame))
    facts = dict(zip(frame.columns, counted, strict=True))
    known_target = target if target in facts else None
    return Table(frame, facts, known_target, task, duplicate_rows(frame, facts, codes))


def facts_of(series: pd.Series[Any], kind: str, codes: dict[str, np.ndarray[Any, Any]] | None = None) -> Facts:
    """Counts one column; the codes of one that holds no numbers are kept in `codes` for comparing rows."""
    is_text = isinstance(series.dtype, pd.StringDtype) or series.dtype == object
    if isinstance(series.dtype, np.dtype) and series.dtype.kind in "iuf":
        return Facts(str(series.name), kind, series, *count_numbers(series.to_numpy()), is_text)
    found, uniques = _factorized(series)
    if codes is not None:
        codes[str(series.name)] = found.astype(np.int32, copy=False)
    counts = np.bincount(found + 1, minlength=len(uniques) + 1)[1:]
    return Facts(str(series.name), kind, series, uniques, counts, is_text)


def _factorized(series: pd.Series[Any]) -> tuple[np.ndarray[Any, Any], Any]:
    """Numbers the different values as they come, -1 where one is missing; gives the numbers and the values."""
    if series.dtype == "str":
        words = pa.array(series).dictionary_encode()
        words = words.combine_chunks() if isinstance(words, pa.ChunkedArray) else words
        return words.indices.fill_null(-1).to_numpy(), words.dictionary.to_pandas().array
    plain = isinstance(series.dtype, np.dtype) and series.dtype.kind in "biuf"
    try:
        return pd.factorize(series.to_numpy() if plain else series.array)
    except TypeError:
        return pd.factorize(series.astype(str).where(series.notna()).array)


def as_numbers(series: pd.Series[Any]) -> np.ndarray[Any, Any]:
    """Reads a column as floating-point numbers; what is missing or no number is NaN."""
    if pd.api.types.is_datetime64_any_dtype(series):
        return np.where(series.isna(), np.nan, series.astype("int64").to_numpy().astype(float))
    if not pd.api.types.is_numeric_dtype(series):
        series = pd.to_numeric(series, errors="coerce")
    return series.to_numpy(dtype=float, na_value=np.nan)


def duplicate_rows(frame: pd.DataFrame, facts: dict[str, Facts], codes: dict[str, np.ndarray[Any, Any]]) -> int:
    """Counts the rows that repeat an earlier row in every column."""
    if any(column.unique == len(frame) for column in facts.values()) or not facts:
        return 0
    # A cheap hash of the columns that tell most, and then of all, leaves few candidates; only these are compared in full.
    by_values = sorted(facts.values(), key=lambda column: -column.unique)
    cells = [codes[column.name] if column.name in codes else column.series.to_numpy() for column in by_values]
    mixed = np.zeros(len(frame), dtype=np.uint64)
    for some in (cells[:TELLING], cells[TELLING:]):
        _mix(mixed, some)
        ordered = np.sort(mixed)
        if not (ordered[1:] == ordered[:-1]).any():
            return 0
    return int(frame[pd.Series(mixed).duplicated(keep=False).to_numpy()].duplicated().sum())


def _mix(mixed: np.ndarray[Any, Any], columns: list[np.ndarray[Any, Any]]) -> None:
    """Mixes the cells of each row into its number, so that equal rows share it."""
    for start in range(0, len(mixed), CACHED_ROWS):
        part = mixed[start : start + CACHED_ROWS]
        for cells in columns:
            part ^= part >> np.uint64(29)
            part *= np.uint64(0x9E3779B97F4A7C15)
            part += _bits(cells[start : start + CACHED_ROWS])


def _bits(cells: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Gives equal cells, which are codes or numbers, equal bits: one zero and one NaN."""
    if cells.dtype.kind != "f":
        return cells.astype(np.int64).view(np.uint64)
    numbers = cells.astype(float) + 0.0
    numbers[np.isnan(numbers)] = np.nan
    return numbers.view(np.uint64)


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
    if facts.kind == "numeric" and facts.finite:
        mean, spread, _ = facts.moments
        sample = spread * (facts.finite / (facts.finite - 1)) ** 0.5 if facts.finite > 1 else None
        row |= {"mean": scalar(mean), "std": scalar(sample), "min": scalar(facts.lowest), "max": scalar(facts.highest)}
        row |= dict(zip(("q1", "median", "q3"), map(scalar, facts.quartiles), strict=True))
    elif facts.kind == "datetime" and facts.unique:
        ordered = pd.Series(facts.uniques)
        row |= {"min": scalar(ordered.min()), "max": scalar(ordered.max())}
    elif facts.unique:
        top = scalar(facts.top)
        row |= {"top": plain_text(top) if isinstance(top, str) else top, "top_share": facts.top_share}
    return row
