"""How rows are told apart in a chart: by categories, the rarest put together, or by ranges of a number."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pandas as pd

from engine.plots.style import MISSING, OTHER, spoken

MOST_GROUPS = 8
MOST_POINTS = 5_000

Array = np.ndarray[Any, Any]


def numeric(series: pd.Series[Any]) -> Array:
    """Reads a column as floating-point numbers; what is missing, infinite or no number is NaN."""
    if pd.api.types.is_datetime64_any_dtype(series):
        return moments(series).astype(float)
    if not pd.api.types.is_numeric_dtype(series):
        series = pd.to_numeric(series, errors="coerce")
    values = series.to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan)


def is_number(series: pd.Series[Any]) -> bool:
    """Whether a column is stored as numbers, true and false not counted."""
    return pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_bool_dtype(series)


def is_moment(series: pd.Series[Any]) -> bool:
    """Whether a column is stored as dates or times."""
    return bool(pd.api.types.is_datetime64_any_dtype(series))


def moments(series: pd.Series[Any]) -> Array:
    """Reads a column of dates as `datetime64`, in UTC where it has a zone."""
    if getattr(series.dtype, "tz", None) is not None:
        series = series.dt.tz_convert("UTC").dt.tz_localize(None)
    return series.to_numpy(dtype="datetime64[ms]")


def levels(series: pd.Series[Any], most: int = MOST_GROUPS) -> tuple[tuple[str, ...], Array]:
    """Numbers the groups of a column: a code for each row and a label for each group, in an order that makes sense.

    Numbers with more than `most` values are cut into four ranges of equal size. Categories keep the order of an ordered
    column, else numbers go by size and the rest by frequency; beyond `most` they become "other"; what is missing or
    infinite comes last.
    """
    if is_number(series) and series.dtype.kind == "f":
        series = pd.Series(numeric(series), name=series.name)
    if (is_number(series) or is_moment(series)) and series.nunique() > most:
        return _ranges(series)
    return _categories(series, most)


def _ranges(series: pd.Series[Any]) -> tuple[tuple[str, ...], Array]:
    values = numeric(series)
    known = values[~np.isnan(values)]
    edges = np.unique(np.quantile(known, [0, 0.25, 0.5, 0.75, 1]))
    codes = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, max(len(edges) - 2, 0))
    if is_moment(series):
        said = [str(np.datetime64(int(edge), "ms"))[:10] for edge in edges]
    else:
        said = [spoken(float(edge)) for edge in edges]
    names = [f"{low} – {high}" for low, high in itertools.pairwise(said)] or said
    return _with_missing(names, codes, np.isnan(values))


def _categories(series: pd.Series[Any], most: int) -> tuple[tuple[str, ...], Array]:
    codes, uniques = pd.factorize(series.array if not isinstance(series.dtype, np.dtype) else series)
    counts = np.bincount(codes[codes >= 0], minlength=len(uniques))
    order = np.argsort(-counts, kind="stable")
    kept = order[:most] if len(uniques) > most else order
    kept = sorted_levels(series, list(uniques), kept)
    place = np.full(len(uniques) + 1, len(kept))
    place[np.asarray(kept, dtype=int)] = np.arange(len(kept))
    names = [label(uniques[index]) for index in kept]
    if len(uniques) > len(kept):
        names.append(f"{OTHER} ({len(uniques) - len(kept):,} more)")
    return _with_missing(names, place[codes], codes < 0)


def sorted_levels(series: pd.Series[Any], uniques: list[Any], kept: Any) -> list[int]:
    """Orders the kept levels: as an ordered column says, by size where they are numbers, else as they came."""
    chosen = [int(index) for index in kept]
    if isinstance(series.dtype, pd.CategoricalDtype) and series.cat.ordered:
        rank = {value: place for place, value in enumerate(series.cat.categories)}
        return sorted(chosen, key=lambda index: rank[uniques[index]])
    if pd.api.types.is_numeric_dtype(series) or is_moment(series):
        return sorted(chosen, key=lambda index: uniques[index])
    figures = pd.to_numeric(pd.Series([str(uniques[index]) for index in chosen], dtype=object), errors="coerce")
    if len(chosen) and figures.notna().all():
        return [chosen[index] for index in np.argsort(figures.to_numpy(), kind="stable")]
    return chosen


def label(value: Any) -> str:
    """Writes a level: whole numbers without a decimal point, dates without an empty time."""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    if isinstance(value, pd.Timestamp | np.datetime64):
        return str(pd.Timestamp(value)).removesuffix(" 00:00:00")
    return str(value)


def _with_missing(names: list[str], codes: Array, missing: Array) -> tuple[tuple[str, ...], Array]:
    codes = np.where(missing, len(names), codes)
    return (tuple(names) + ((MISSING,) if missing.any() else ())), codes


def sample(rows: Array, most: int = MOST_POINTS) -> Array:
    """Thins row positions to at most `most`, at random but always the same, keeping their order."""
    if len(rows) <= most:
        return rows
    return np.sort(np.random.default_rng(0).choice(rows, most, replace=False))


def sampled_words(shown: int, total: int) -> str:
    """Says that only some rows are drawn, or nothing."""
    return f" {shown:,} of {total:,} rows are drawn, chosen at random." if shown < total else ""


