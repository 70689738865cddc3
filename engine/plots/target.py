"""How the target depends on one column: the share of each class, or the spread of a number, by category or by range."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import box, groups, style

MOST_BINS = 10
MOST_CATEGORIES = 15


@dataclass(frozen=True)
class Target:
    """For each category or range of `x`: the counts of each class, or the spread of the target."""

    x: str
    target: str
    task: str
    categories: tuple[str, ...]
    classes: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    groups: tuple[box.Group, ...]


def info(frame: pd.DataFrame, x: str, target: str, task: str) -> Target:
    """Relates the target to `x`, on the rows that have an answer; a number with many values is cut into ten ranges."""
    known = frame[frame[target].notna()]
    categories, codes = _bins(known[x])
    if task == "regression":
        answers = groups.numeric(known[target])
        found = [
            box.spread(label, answers[(codes == code) & ~np.isnan(answers)]) for code, label in enumerate(categories)
        ]
        kept = tuple(group for group in found if group is not None)
        return Target(x, target, task, tuple(group.label for group in kept), (), (), kept)
    classes, answers = groups.levels(known[target].astype("category"))
    flat = answers * len(categories) + codes
    table = np.bincount(flat, minlength=len(classes) * len(categories)).reshape(len(classes), len(categories))
    return Target(x, target, task, categories, classes, tuple(tuple(int(n) for n in row) for row in table), ())


def _bins(series: pd.Series) -> tuple[tuple[str, ...], np.ndarray]:
    if not (groups.is_number(series) or groups.is_moment(series)):
        return groups.levels(series, MOST_CATEGORIES)
    values = groups.numeric(series)
    gaps = np.isnan(values)
    if len(np.unique(values[~gaps])) <= MOST_BINS:
        return groups.levels(series, MOST_CATEGORIES)
    edges = np.unique(np.quantile(values[~gaps], np.linspace(0, 1, MOST_BINS + 1)))
    codes = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2)
    dates = groups.is_moment(series)
    said = [str(np.datetime64(int(edge), "ms"))[:10] if dates else style.spoken(float(edge)) for edge in edges]
    names = tuple(f"{low} – {high}" for low, high in itertools.pairwise(said))
    if gaps.any():
        return (*names, style.MISSING), np.where(gaps, len(names), codes)
    return names, codes


def rates(info: Target) -> np.ndarray:
    """Gives the share of each class (row) in each category (column)."""
    table = np.asarray(info.counts, dtype=float)
    totals = table.sum(axis=0)
    return np.divide(table, totals, out=np.zeros_like(table), where=totals > 0)


def figure(info: Target) -> style.Figure:
    """Draws shares of classes as stacked bars, or one box of the target for each category."""
    names = style.labels(info.categories)
    x = style.axis(info.x, type="category", showgrid=False)
    if info.task == "regression":
        drawn = box.figure(box.Box(info.target, info.x, info.groups, 0))
        for trace in drawn["data"]:
            trace["marker"]["color"] = style.PALETTE[0]
        return drawn
    shares, counts = rates(info), np.asarray(info.counts)
    traces = [
        {
            "type": "bar", "x": names, "y": style.numbers(shares[index]), "name": label, "customdata": counts[index].tolist(),
            "hovertemplate": "%{x}: %{y:.1%} (%{customdata:,} rows)",
            "marker": {"color": style.colour(index, info.classes[index]), "line": {"width": 0}},
        }
        for index, label in enumerate(style.labels(info.classes))
    ]  # fmt: skip
    y = style.axis("share of rows", tickformat=".0%", range=[0, 1])
    return style.figure(traces, x, y, barmode="stack", bargap=0.2, legend=style.legend_title(info.target))


def alt(info: Target) -> str:
    """Says where the target is highest and lowest."""
    name, target = style.short(info.x), style.short(info.target)
    if not info.categories or (not info.classes and not info.groups):
        return f"{target} by {name}: no row has both."
    if info.task == "regression":
        low, high = min(info.groups, key=lambda g: g.median), max(info.groups, key=lambda g: g.median)
        return (
            f"Box plots of {target} by {name}: the median runs from {style.spoken(low.median)} at "
            f"{style.short(low.label)} to {style.spoken(high.median)} at {style.short(high.label)}."
        )
    # The last class is the one asked for in yes-or-no tables: 1, true, yes.
    told = len(info.classes) - 1 if len(info.classes) == 2 else int(np.asarray(info.counts).sum(axis=1).argmax())
    row = rates(info)[told]
    low, high = int(row.argmin()), int(row.argmax())
    return (
        f"Share of {target} = {style.short(info.classes[told])} by {name}: from {style.share(row[low])} at "
        f"{style.short(info.categories[low])} to {style.share(row[high])} at {style.short(info.categories[high])}."
    )
