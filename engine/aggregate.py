"""The arithmetic of exploring: statistics by group, and how columns move together."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from engine.errors import Refusal

STATISTICS = ("mean", "median", "sum", "count", "min", "max", "std")
METHODS = ("pearson", "spearman", "kendall")
MOST_GROUPS = 200
MOST_ROWS = 50_000
MISSING = "(missing)"


def aggregate(frame: pd.DataFrame, by: list[str], column: str | None = None, statistic: str = "mean") -> pd.DataFrame:
    """Computes a statistic of `column` for each group of the columns `by`; `count` without a column counts rows.

    Groups come in their own order (numbers by size, ordered categories as they are, the rest by name), what is missing
    last as "(missing)". More than 200 groups are cut to the 200 with the most rows, and `attrs["groups"]` says how many
    there were.
    """
    _check(frame, [*by, *([column] if column is not None else [])])
    if not by:
        raise Refusal("needs_groups", "There is nothing to group by.", "Name at least one column to group by.")
    if statistic not in STATISTICS:
        raise Refusal("unknown_statistic", f"There is no statistic {statistic}.", f"There are: {', '.join(STATISTICS)}.")
    if column is None and statistic != "count":
        raise Refusal("needs_column", f"The {statistic} needs a column.", "Only `count` works without one.")
    keys = [frame[name].rename(None) for name in by]
    grouped = frame.groupby(keys, dropna=False, sort=True, observed=True)
    sizes = grouped.size()
    values = sizes if column is None else _statistic(frame, column, statistic, keys)
    name = _free("count" if column is None else f"{statistic} of {column}", by)
    total = len(sizes)
    if total > MOST_GROUPS:
        kept = np.sort(np.argsort(-sizes.to_numpy(), kind="stable")[:MOST_GROUPS])
        values = values.iloc[kept]
    result = pd.DataFrame({level: _labels(values.index, number) for number, level in enumerate(by)})
    result[name] = values.to_numpy()
    result.attrs["groups"] = total
    return result


def _statistic(frame: pd.DataFrame, column: str, statistic: str, keys: list[pd.Series[Any]]) -> pd.Series[Any]:
    series = frame[column]
    if statistic in ("mean", "median", "sum", "std") and not pd.api.types.is_numeric_dtype(series):
        raise Refusal(
            "needs_number", f"The {statistic} needs numbers, and {column} holds none.", "`count` works for any column."
        )
    if pd.api.types.is_bool_dtype(series) and statistic != "count":
        series = series.astype(float)
    if not pd.api.types.is_numeric_dtype(series) and statistic in ("min", "max"):
        # Text is compared as text; missing cells are left out.
        return series.groupby(keys, dropna=False, sort=True, observed=True).agg(
            lambda part: getattr(part.dropna(), statistic)() if part.notna().any() else None
        )
    grouped = series.groupby(keys, dropna=False, sort=True, observed=True)
    # A group without any number has no sum, as it has no mean; pandas would say 0.
    return grouped.sum(min_count=1) if statistic == "sum" else getattr(grouped, statistic)()


def _labels(index: pd.Index, level: int) -> list[Any]:
    values = index.get_level_values(level)
    return [MISSING if missing else value for value, missing in zip(values, values.isna(), strict=True)]


def _free(name: str, taken: list[str]) -> str:
    while name in taken:
        name += "_"
    return name


def correlate(
    frame: pd.DataFrame, columns: list[str], with_column: str | None = None, method: str = "pearson"
) -> pd.DataFrame:
    """Correlates numeric columns: with one other column (the strongest first), or every two with each other.

    With `with_column` the result has the columns `column` and `correlation`; without it, `left`, `right` and
    `correlation`. More than 50,000 rows (2,000 for Kendall) are sampled, and `attrs["rows"]` says how many were used.
    """
    _check(frame, [*columns, *([with_column] if with_column is not None else [])])
    if method not in METHODS:
        raise Refusal("unknown_method", f"There is no correlation {method}.", f"There are: {', '.join(METHODS)}.")
    wanted = list(dict.fromkeys([*columns, *([with_column] if with_column is not None else [])]))
    numeric = [name for name in wanted if pd.api.types.is_numeric_dtype(frame[name])]
    if with_column is not None and with_column not in numeric:
        raise Refusal("needs_number", f"{with_column} holds no numbers to correlate with.", "Name a numeric column.")
    if len(numeric) < 2:
        raise Refusal("needs_numbers", "A correlation needs at least two numeric columns.", "Name two numeric columns.")
    most = 2_000 if method == "kendall" else MOST_ROWS
    part = frame[numeric]
    if len(part) > most:
        part = part.iloc[np.sort(np.random.default_rng(0).choice(len(part), most, replace=False))]
    numbers = part.astype("Float64").astype(float).replace([np.inf, -np.inf], np.nan)
    with np.errstate(all="ignore"):
        result = _with(numbers, with_column, method) if with_column is not None else _pairs(numbers, method)
    result = result.sort_values("correlation", key=lambda r: -r.abs(), kind="stable", na_position="last")
    result = result.reset_index(drop=True)
    result.attrs["rows"] = len(part)
    return result


def _with(numbers: pd.DataFrame, with_column: str, method: str) -> pd.DataFrame:
    others = [name for name in numbers.columns if name != with_column]
    found = [numbers[name].corr(numbers[with_column], method=method, min_periods=3) for name in others]
    return pd.DataFrame({"column": others, "correlation": found})


def _pairs(numbers: pd.DataFrame, method: str) -> pd.DataFrame:
    matrix = numbers.corr(method=method, min_periods=3).to_numpy()
    left, right = np.triu_indices(len(matrix), 1)
    names = list(numbers.columns)
    return pd.DataFrame(
        {
            "left": [names[index] for index in left],
            "right": [names[index] for index in right],
            "correlation": matrix[left, right],
        }
    )


def _check(frame: pd.DataFrame, names: list[str]) -> None:
    for name in names:
        if name not in frame.columns:
            raise Refusal("unknown_column", f"There is no column {name} in the data.", "`preview` shows the columns.")
