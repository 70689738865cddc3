"""What every column is to be treated as, and why."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pandas as pd

from engine.counts import count_numbers
from engine.side_by_side import for_each

ID_NAME = re.compile(r"(^|[^a-z])(id|ids|uuid|guid|key|no|nr|number|index|rowid)([^a-z]|$)|(ID|Id|Key|No|Number|UUID)$")
BOOLEAN_PAIRS = ({"yes", "no"}, {"true", "false"}, {"y", "n"}, {"t", "f"}, {"on", "off"})
MOST_VALUES = 50


def describe_columns(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Describe every column of a frame: its kind with the reason, its missing and distinct cells, values or range."""
    return for_each(lambda name: _describe(str(name), frame[name]), frame.columns, len(frame))


def infer_kind(name: str, series: pd.Series) -> tuple[str, str]:
    """Say what a column is to be treated as (numeric, categorical, boolean, datetime, text or id) and why."""
    return _infer(name, series, _count(series))


def _count(series: pd.Series) -> pd.Series:
    """Count the distinct values, the most frequent first; equal ones as they come, numbers by size."""
    if series.dtype.kind in "if":
        values, counts = count_numbers(series.to_numpy())
        order = np.argsort(-counts, kind="stable")
        return pd.Series(counts[order], index=values[order])
    return series.value_counts(sort=True, ascending=False)


def _describe(name: str, series: pd.Series) -> dict[str, Any]:
    counts = _count(series)
    kind, reason = _infer(name, series, counts)
    entry: dict[str, Any] = {
        "name": name,
        "kind": kind,
        "dtype": str(series.dtype),
        "missing": len(series) - int(counts.sum()),
        "unique": len(counts),
        "reason": reason,
    }
    if kind in ("categorical", "boolean"):
        entry["values"] = [plain_value(value) for value in counts.index[:MOST_VALUES]]
    if series.dtype.kind in "ifM":
        low, high = (counts.index.min(), counts.index.max()) if len(counts) else (None, None)
        entry["minimum"], entry["maximum"] = plain_value(low), plain_value(high)
    return entry


def plain_value(value: Any) -> Any:
    """Turn a cell into what JSON can hold: text, a number, true, false or null; dates in ISO form."""
    if value is None or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        number = float(value)
        return number if math.isfinite(number) else (None if math.isnan(number) else str(number))
    return str(value)


def _infer(name: str, series: pd.Series, counts: pd.Series) -> tuple[str, str]:
    known, distinct = int(counts.sum()), len(counts)
    if known == 0:
        return (
            ("categorical", "every cell is missing") if series.dtype == "str" else ("numeric", "every cell is missing")
        )
    if pd.api.types.is_datetime64_any_dtype(series.dtype):
        return "datetime", "its cells are dates or times"
    if pd.api.types.is_bool_dtype(series.dtype):
        return "boolean", "its cells are true or false"
    if pd.api.types.is_numeric_dtype(series.dtype):
        return _number_kind(name, series, counts, known, distinct)
    return _word_kind(name, counts, known, distinct)


def _number_kind(name: str, series: pd.Series, counts: pd.Series, known: int, distinct: int) -> tuple[str, str]:
    values = counts.index.to_numpy()
    if distinct == 2 and set(values.tolist()) == {0, 1}:
        return "boolean", "its only values are 0 and 1"
    whole = bool(np.isfinite(values).all() and (values == np.floor(values)).all())
    if not whole:
        return "numeric", "its cells are numbers with decimals"
    years = _is_year(name, values)
    if years and not ID_NAME.search(name):
        return "numeric", "its whole numbers are years"
    in_order = known >= 10 and distinct == known == len(series) and series.is_monotonic_increasing
    if in_order and (values.max() - values.min() == known - 1 or ID_NAME.search(name)):
        return "id", f"every row has its own whole number, in order ({int(values.min())} to {int(values.max())})"
    if known >= 10 and distinct > 0.95 * known and ID_NAME.search(name):
        return "id", f"its name says so and {distinct} of {known} numbers are distinct"
    if years:
        return "numeric", "its whole numbers are years"
    if _are_codes(values, known) and not _is_count(counts):
        listed = ", ".join(str(int(value)) for value in sorted(values))
        return "categorical", f"it has only {distinct} whole numbers ({listed}), which look like codes and not amounts"
    return "numeric", f"its cells are whole numbers ({distinct} different ones)"


def _is_year(name: str, values: np.ndarray[Any, Any]) -> bool:
    return bool(values.min() >= 1800 and values.max() <= 2100) or (
        "year" in name.lower() and values.min() >= 0 and values.max() <= 99
    )


def _are_codes(values: np.ndarray[Any, Any], known: int) -> bool:
    """Say whether whole numbers run without a gap from 0 or 1, few of them and each used often."""
    distinct = len(values)
    running = values.min() in (0, 1) and values.max() - values.min() + 1 == distinct
    return bool(3 <= distinct <= 10 and known > 50 * distinct and running)


def _is_count(counts: pd.Series) -> bool:
    """Say whether whole numbers count something: one of the lowest is the commonest, and the high ones are rare."""
    ordered = counts.sort_index().to_numpy()
    falls = np.diff(ordered)
    return bool(ordered.argmax() <= 1 and ordered[-1] <= 0.2 * ordered.max() and (falls <= 0).sum() >= 0.6 * len(falls))


def _word_kind(name: str, counts: pd.Series, known: int, distinct: int) -> tuple[str, str]:
    words = [str(word) for word in counts.index[:5000]]
    lowered = {word.strip().lower() for word in words[:4]} if distinct <= 4 else set()
    if any(lowered == pair for pair in BOOLEAN_PAIRS):
        return "boolean", f"its only words are {' and '.join(repr(word) for word in sorted(words))}"
    length = sum(len(word) for word in words) / len(words)
    spaced = sum(1 for word in words if " " in word.strip()) / len(words)
    codes = length <= 40 and spaced < 0.1
    if known >= 10 and codes and distinct > 0.99 * known:
        return "id", f"{distinct} of {known} short codes are distinct"
    if known >= 10 and codes and distinct > 0.95 * known and ID_NAME.search(name):
        return "id", f"its name says so and {distinct} of {known} codes are distinct"
    if distinct > 200 and distinct > 0.5 * known:
        return "text", f"{distinct} of {known} cells are distinct"
    if length > 50 and distinct > 20:
        return "text", f"its cells are long (about {length:.0f} characters)"
    if known >= 20 and distinct > 0.9 * known and spaced > 0.5:
        return "text", f"{distinct} of {known} cells are distinct phrases"
    return "categorical", f"it has {distinct} different values"
