"""Distributions: histograms, bars and boxes, whole or by groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots.style import chart, label, number

MOST_BARS = 30
MOST_GROUPS = 12


@dataclass(frozen=True)
class Histogram:
    """Counts of values in equal ranges, for each group."""

    name: str
    edges: list[float]
    counts: dict[str, list[int]]
    missing: int
    median: float | None


@dataclass(frozen=True)
class Bars:
    """A height for each category."""

    name: str
    categories: list[str]
    heights: dict[str, list[float]]
    what: str
    others: int


@dataclass(frozen=True)
class Boxes:
    """Five numbers of each group: the ends, the quartiles and the median."""

    name: str
    groups: list[str]
    five: list[list[float]]


def groups_of(values: pd.Series, by: pd.Series | None) -> dict[str, pd.Series]:
    """Divides values by the commonest groups, in order of their names."""
    if by is None:
        return {"": values}
    common = by.value_counts().head(MOST_GROUPS).index
    return {str(name): values[by == name] for name in sorted(common, key=str)}


def histogram_info(values: pd.Series, by: pd.Series | None = None) -> Histogram:
    """Counts values in up to 40 ranges."""
    finite = values.astype("float64").replace([np.inf, -np.inf], np.nan)
    known = finite.dropna()
    if known.empty:
        return Histogram(str(values.name), [], {}, int(finite.isna().sum()), None)
    with np.errstate(over="ignore", invalid="ignore"):
        distinct = known.nunique()
        edges = np.histogram_bin_edges(known, bins=int(min(40, max(5, np.sqrt(len(known)), 1), max(distinct, 1) * 2)))
    counts = {name: np.histogram(part.dropna(), bins=edges)[0].tolist() for name, part in groups_of(finite, by).items()}
    return Histogram(str(values.name), edges.tolist(), counts, int(finite.isna().sum()), number(known.median()))


def histogram_figure(info: Histogram) -> dict[str, Any]:
    """Draws a histogram."""
    middles = [(low + high) / 2 for low, high in zip(info.edges, info.edges[1:], strict=False)]
    several = len(info.counts) > 1
    traces = [
        {"type": "bar", "name": label(name), "x": middles, "y": counts, "opacity": 0.65 if several else 1, "showlegend": several}
        for name, counts in info.counts.items()
    ]
    return chart(traces, info.name, "rows", bargap=0.02, barmode="overlay")


def histogram_alt(info: Histogram) -> str:
    """Says what a histogram shows."""
    if not info.edges:
        return f"{info.name} has no values to show."
    totals = np.sum(list(info.counts.values()), axis=0)
    place = int(np.argmax(totals))
    missing = f" {info.missing:,} values are missing." if info.missing else ""
    return (
        f"{info.name} runs from {info.edges[0]:.4g} to {info.edges[-1]:.4g} with a median of {info.median:.4g}; most rows "
        f"({int(totals[place]):,}) lie between {info.edges[place]:.4g} and {info.edges[place + 1]:.4g}.{missing}"
    )


def bars_info(values: pd.Series, by: pd.Series | None = None) -> Bars:
    """Counts the rows of each category, the commonest first; the rest is put together."""
    counts = values.astype("str").where(values.notna(), "(missing)").value_counts()
    shown = [str(name) for name in counts.head(MOST_BARS).index]
    text = values.astype("str").where(values.notna(), "(missing)")
    heights = {name: [float((part == category).sum()) for category in shown] for name, part in groups_of(text, by).items()}
    return Bars(str(values.name), shown, heights, "rows", max(len(counts) - MOST_BARS, 0))


def means_info(values: pd.Series, by: pd.Series, what: str) -> Bars:
    """Averages a number for each category."""
    means = values.astype("float64").groupby(by.astype("str").where(by.notna(), "(missing)")).mean()
    means = means.sort_values(ascending=False)
    heights = [number(height) or 0.0 for height in means.head(MOST_BARS)]
    return Bars(str(by.name), [str(name) for name in means.head(MOST_BARS).index], {"": heights}, what, max(len(means) - MOST_BARS, 0))


def bars_figure(info: Bars) -> dict[str, Any]:
    """Draws bars."""
    several = len(info.heights) > 1
    traces = [
        {"type": "bar", "name": label(name), "x": [label(category) for category in info.categories], "y": heights, "showlegend": several}
        for name, heights in info.heights.items()
    ]
    return chart(traces, info.name, info.what, xaxis={"type": "category"}, barmode="group")


def bars_alt(info: Bars) -> str:
    """Says what bars show."""
    if not info.categories:
        return f"{info.name} has no values to show."
    totals = np.sum(list(info.heights.values()), axis=0)
    pairs = ", ".join(f"{category} {total:,.4g}" for category, total in list(zip(info.categories, totals, strict=True))[:3])
    more = f" {info.others:,} further categories are not shown." if info.others else ""
    return f"{info.what.capitalize()} by {info.name}: {pairs}{' …' if len(info.categories) > 3 else ''}.{more}"


def boxes_info(values: pd.Series, by: pd.Series | None = None) -> Boxes:
    """Finds the five numbers of each group."""
    groups, five = [], []
    for name, part in groups_of(values.astype("float64").replace([np.inf, -np.inf], np.nan), by).items():
        if part.notna().any():
            groups.append(name)
            five.append([float(value) for value in part.quantile([0, 0.25, 0.5, 0.75, 1])])
    return Boxes(str(values.name), groups, five)


def boxes_figure(info: Boxes) -> dict[str, Any]:
    """Draws boxes from their five numbers."""
    traces = [
        {
            "type": "box", "name": label(name) or label(info.name), "x": [label(name) or label(info.name)],
            "lowerfence": [ends[0]], "q1": [ends[1]], "median": [ends[2]], "q3": [ends[3]], "upperfence": [ends[4]], "showlegend": False,
        }
        for name, ends in zip(info.groups, info.five, strict=True)
    ]
    return chart(traces, "", info.name, xaxis={"type": "category"})


def boxes_alt(info: Boxes) -> str:
    """Says what boxes show."""
    parts = ", ".join(f"{name or 'all rows'} {ends[2]:.4g}" for name, ends in list(zip(info.groups, info.five, strict=True))[:6])
    return f"Medians of {info.name}: {parts}." if parts else f"{info.name} has no values to show."
