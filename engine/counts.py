"""How often each number of a long column occurs."""

from __future__ import annotations

from typing import Any

import numpy as np


def count_numbers(numbers: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Gives the distinct numbers by size, and how often each occurs; NaN is none of them."""
    if numbers.dtype.kind == "i" and len(numbers) and numbers.min() >= 0 and numbers.max() <= len(numbers):
        counts = np.bincount(numbers)
        found = np.flatnonzero(counts)
        return found.astype(numbers.dtype), counts[found]
    ordered = np.sort(numbers)
    if ordered.dtype.kind == "f":
        ordered = ordered[: np.searchsorted(ordered, np.nan)]  # NaN comes last
    starts = np.append(0, np.flatnonzero(ordered[1:] != ordered[:-1]) + 1)[: len(ordered)]
    return ordered[starts], np.diff(starts, append=len(ordered))
