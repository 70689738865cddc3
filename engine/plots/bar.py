"""A bar chart: how often each category occurs, or the mean of a number in each, optionally by groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots import groups, style

MOST_BARS = 30
DWARF = 10


@dataclass(frozen=True)
class Bar:
    """One bar for each category: `values[g][c]` is the count, or the mean of `y`, of group g in category c."""

    column: str
    y: str | None
    color: str | None
    categories: tuple[str, ...]
    labels: tuple[str, ...]
    values: tuple[tuple[float | int | None, ...], ...]
    rows: int
    unique: int


def info(frame: pd.DataFrame, x: str, y: str | None = None, color: str | None = None) -> Bar:
    """Counts the categories of `x` (or takes the mean of `y` in each), the thirty most frequent apart."""
    categories, codes = groups.levels(frame[x], MOST_BARS)
    names, shades = groups.levels(frame[color]) if color else (("",), np.zeros(len(frame), dtype=int))
    flat = shades * len(categories) + codes
    size = len(names) * len(categories)
    if y is None:
        table = np.bincount(flat, minlength=size).reshape(len(names), len(categories))
        values = tuple(tuple(int(count) for count in row) for row in table)
    else:
        numbers = groups.numeric(frame[y])
        known = ~np.isnan(numbers)
        counts = np.bincount(flat[known], minlength=size)
        sums = np.bincount(flat[known], numbers[known], minlength=size)
        means = np.divide(sums, counts, out=np.full(size, np.nan), where=counts > 0).reshape(len(names), -1)
        values = tuple(tuple(style.number(mean) for mean in row) for row in means)
    return Bar(x, y, color, categories, names, values, len(frame), int(frame[x].nunique()))


def figure(info: Bar) -> style.Figure:
    """Draws upright bars where the categories are few and short, else lying ones that leave room for their names."""
    drawn = [place for place, label in enumerate(info.categories) if not _dwarfs(info, label)]
    names = style.labels([info.categories[place] for place in drawn])
    lying = len(names) > 8 or sum(map(len, names)) > 70
    traces = []
    for index, (label, row) in enumerate(zip(style.labels(info.labels), info.values, strict=True)):
        row = tuple(row[place] for place in drawn)
        shades = [style.colour(index if info.color else 0, info.categories[place]) for place in drawn]
        trace = {"type": "bar", "name": label if info.color else "", "orientation": "h" if lying else "v"}
        trace |= {"x": list(row), "y": names} if lying else {"x": names, "y": list(row)}
        trace |= {"hovertemplate": "%{y}: %{x:,}" if lying else "%{x}: %{y:,}"}
        trace["marker"] = {"color": style.colour(index, info.labels[index]) if info.color else shades, "line": {"width": 0}}
        traces.append(trace)
    measure = f"mean of {info.y}" if info.y else "rows"
    category = style.axis(info.column, type="category", showgrid=False)
    amount = style.axis(measure)
    legend = style.legend_title(info.color)
    mode = "group" if info.y else "stack"
    if not lying:
        return style.figure(traces, category, amount, barmode=mode, bargap=0.25, legend=legend)
    category |= {"autorange": "reversed"}
    height = max(style.HEIGHT, 22 * len(names) + 90)
    return style.figure(traces, amount, category, barmode=mode, bargap=0.25, height=height, legend=legend)


def alt(info: Bar) -> str:
    """Says which categories are the largest, with their numbers."""
    name = style.short(info.column)
    if not info.categories:
        return f"Bar chart of {name}: there are no rows."
    if info.y:
        pairs = [(label, row, value) for label, values in zip(info.labels, info.values, strict=True)
                 for row, value in zip(info.categories, values, strict=True) if value is not None]  # fmt: skip
        told = sorted(pairs, key=lambda pair: -pair[2])
        ends = [told[0], told[-1]] if len(told) > 1 else told
        said = " and ".join(
            f"{style.spoken(value)} for {style.short(row)}{' and ' + style.short(label) if label else ''}"
            for label, row, value in ends
        )
        return f"Bar chart of the mean of {style.short(info.y)} by {name}: between {said}."
    totals = np.sum(info.values, axis=0)
    order = [int(index) for index in np.argsort(-totals, kind="stable") if not _left_over(info.categories[index])][:3]
    parts = [
        f"{style.short(info.categories[index])} {totals[index]:,} ({style.share(totals[index] / max(info.rows, 1))})"
        for index in order
    ]
    by = f", split by {style.short(info.color)}" if info.color else ""
    return f"Bar chart of {name} in {info.rows:,} rows with {style.many(info.unique, 'different value', 'different values')}{by}: {', '.join(parts)}.{_others(info, totals)}"


def _left_over(label: str) -> bool:
    return label != style.MISSING and style.is_rest(label)


def _dwarfs(info: Bar, label: str) -> bool:
    """Whether what is left over would make every other bar too small to see."""
    if info.y or not _left_over(label):
        return False
    totals = np.sum(info.values, axis=0)
    rest = info.categories.index(label)
    return bool(totals[rest] > DWARF * max(np.delete(totals, rest), default=0))


def _others(info: Bar, totals: np.ndarray[Any, Any]) -> str:
    """Tells what the bars leave over."""
    rest = next((place for place, label in enumerate(info.categories) if _left_over(label)), None)
    if rest is None:
        return ""
    label = info.categories[rest]
    others = info.unique - sum(not style.is_rest(each) for each in info.categories)
    have = "has" if others == 1 else "have"
    not_drawn = ", too many for a bar beside these" if _dwarfs(info, label) else ""
    return f" {style.many(others, 'other value', 'other values')} {have} {style.many(totals[rest], 'row', 'rows')} ({style.share(totals[rest] / max(info.rows, 1))}){not_drawn}."
