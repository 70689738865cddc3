"""Says in words how the values of a column are spread: where most lie, to which side the tail goes, what lies far outside, which comes most often."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from tools.cells import escaped, rounded, shown_cell

if TYPE_CHECKING:
    import pandas as pd

FENCES = 1.5
"""How many interquartile ranges outside the quartiles a value lies far out, as handle_outliers has it by default (Tukey, 1977)."""
LONG_TAIL = 1.0
"""From which skewness on a tail is called long (Bulmer, 1979: above 1 highly, below 0.5 nearly symmetric)."""
EVEN = 0.5
FEW = 5
"""Up to so many different numbers are told by how often they come."""


def spread(values: pd.Series[Any], kind: str) -> str:
    """Says in two sentences how the known values are spread; empty for IDs, text and dates, and where nothing is known.

    Skewness is the sample's, adjusted for its size, as pandas gives it; outliers are counted by Tukey's fences.
    """
    known = values.dropna()
    if kind == "numeric" and known.nunique() > FEW and values.dtype.kind in "iuf":
        return _of_numbers(known.astype(float))
    if kind in {"numeric", "categorical", "boolean"} and known.nunique() > 1:
        return _of_categories(known)
    return ""


def far_out(known: pd.Series[Any]) -> int:
    """Counts the values outside Tukey's fences."""
    lower, upper = known.quantile(0.25), known.quantile(0.75)
    reach = (upper - lower) * FENCES
    return int(((known < lower - reach) | (known > upper + reach)).sum())


def _of_numbers(known: pd.Series[Any]) -> str:
    finite = known[abs(known) != float("inf")]
    lowest, lower, upper, highest = (rounded(float(finite.quantile(share))) for share in (0, 0.25, 0.75, 1))
    half = f"Half of the values lie between {lower} and {upper}, all between {lowest} and {highest}"
    out = far_out(finite)
    outliers = f"{out:,} ({out / len(finite):.1%}) lie far outside, beyond {FENCES:g} interquartile ranges" if out else f"none lies far outside ({FENCES:g} interquartile ranges)"
    return f"{half}; {_tail(finite)}{outliers}."


def _tail(finite: pd.Series[Any]) -> str:
    skew: Any = finite.skew()
    if not math.isfinite(skew):
        return ""  # the third power of numbers beyond 1e102 is no number any more
    figure, side = f"(skewness {round(skew, 1) + 0.0:g})", "right" if skew > 0 else "left"
    if abs(skew) > LONG_TAIL:
        return f"there is a long tail to the {side} {figure}, and "
    if abs(skew) > EVEN:
        return f"they are somewhat skewed to the {side} {figure}, and "
    return f"they are spread about evenly to both sides {figure}, and "


def _of_categories(known: pd.Series[Any]) -> str:
    counts = known.value_counts()
    first, last = counts.index[0], counts.index[-1]
    most, least = counts.iloc[0] / len(known), counts.iloc[-1] / len(known)
    return f"“{escaped(shown_cell(first))}” comes most often ({most:.1%}), “{escaped(shown_cell(last))}” least ({least:.1%})."
