"""Statistics of groups, and correlations as tables."""

from __future__ import annotations

import numpy as np
import pandas as pd

from engine.errors import Refusal

MOST_GROUPS = 200


def aggregate(frame: pd.DataFrame, by: list[str], column: str | None, statistic: str) -> pd.DataFrame:
    """Computes a statistic for each group, in the groups' own order; missing groups are shown as such."""
    keys = [frame[name].astype("str").where(frame[name].notna(), "(missing)") if frame[name].isna().any() else frame[name] for name in by]
    if column is None or statistic == "count":
        counted = frame.groupby(keys, sort=True).size()
        return counted.rename("rows").reset_index().head(MOST_GROUPS)
    values = frame[column]
    if statistic in {"mean", "median", "sum", "std"} and values.dtype.kind not in "iufb":
        raise Refusal("not_numeric", f"“{column}” holds no numbers, so it has no {statistic}.", "Ask for the count.")
    values = values.astype("float64") if values.dtype.kind == "b" else values
    found = values.groupby(keys, sort=True).agg(statistic)
    return found.rename(f"{statistic} of {column}").reset_index().head(MOST_GROUPS)


def correlate(frame: pd.DataFrame, columns: list[str], with_column: str | None, method: str) -> pd.DataFrame:
    """Correlates columns of numbers with one column (strongest first), or with each other."""
    names = [name for name in dict.fromkeys([*columns, *([with_column] if with_column else [])]) if frame[name].dtype.kind in "iufb"]
    if with_column and with_column not in names:
        raise Refusal("not_numeric", f"“{with_column}” holds no numbers to correlate with.", "Encode it first.")
    if len(names) < 2:
        raise Refusal("not_numeric", "A correlation needs at least two columns of numbers.", "Name numeric columns.")
    numbers = frame[names].astype("float64").replace([np.inf, -np.inf], np.nan).head(50_000)
    with np.errstate(all="ignore"):
        if with_column:
            found = numbers.drop(columns=[with_column]).corrwith(numbers[with_column], method=method)
            order = found.abs().sort_values(ascending=False, kind="stable").index
            return pd.DataFrame({"column": order, "correlation": found[order].to_numpy()})
        return numbers.corr(method=method).rename_axis("column").reset_index()
