"""Box plots: the middle half, the reach and the outliers of a number, side by side for groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots import groups, style

MOST_BOXES = 15
MOST_OUTLIERS = 200


@dataclass(frozen=True)
class Group:
    """The spread of one group: quartiles, the reach without outliers, some outliers and how many there are."""

    label: str
    rows: int
    low: float
    q1: float
    median: float
    q3: float
    high: float
    mean: float
    outliers: tuple[float, ...]
    outlier_count: int


@dataclass(frozen=True)
class Box:
    """The spread of a number, one group for each box."""

    column: str
    color: str | None
    groups: tuple[Group, ...]
    missing: int


def info(frame: pd.DataFrame, x: str, color: str | None = None) -> Box:
    """Summarises the number `x` for each group of `color`."""
    values = groups.numeric(frame[x])
    names, codes = groups.levels(frame[color], MOST_BOXES) if color else (("",), np.zeros(len(frame), dtype=int))
    found = [spread(label, values[(codes == code) & ~np.isnan(values)]) for code, label in enumerate(names)]
    return Box(x, color, tuple(group for group in found if group is not None), int(np.isnan(values).sum()))


def spread(label: str, values: np.ndarray) -> Group | None:
    """Summarises the values of one group; nothing where there are none."""
    if not len(values):
        return None
    q1, median, q3 = (float(value) for value in np.quantile(values, [0.25, 0.5, 0.75]))
    reach = 1.5 * (q3 - q1)
    inside = values[(values >= q1 - reach) & (values <= q3 + reach)]
    beyond = values[(values < q1 - reach) | (values > q3 + reach)]
    drawn = groups.sample(np.arange(len(beyond)), MOST_OUTLIERS)
    return Group(
        label, len(values), float(inside.min()), q1, median, q3, float(inside.max()), float(values.mean()),
        tuple(float(value) for value in beyond[drawn]), len(beyond),
    )  # fmt: skip


def figure(info: Box) -> style.Figure:
    """Draws one box for each group, outliers as points."""
    names = style.labels(group.label or info.column for group in info.groups)
    traces = [
        {
            "type": "box", "name": name, "x": [name], "q1": [group.q1], "median": [group.median], "q3": [group.q3],
            "lowerfence": [group.low], "upperfence": [group.high], "mean": [group.mean], "orientation": "v",
            "marker": {"size": 4, "opacity": 0.6, "color": style.colour(index, group.label)},
            "line": {"width": 1.5}, "showlegend": False,
        } | _points(group)
        for index, (name, group) in enumerate(zip(names, info.groups, strict=True))
    ]  # fmt: skip
    x = style.axis(info.color or "", type="category", showgrid=False)
    return style.figure(traces, x, style.axis(info.column), boxgap=0.35, height=style.height_under(names))


def _points(group: Group) -> dict[str, Any]:
    """Gives a box its outliers; with an empty list of them, Plotly would leave out the box itself."""
    return {"boxpoints": "outliers", "y": [list(group.outliers)]} if group.outliers else {"boxpoints": False}


def alt(info: Box, chart: str = "Box plot") -> str:
    """Says the median and the middle half of each group."""
    name = style.short(info.column)
    if not info.groups:
        return f"{chart} of {name}: every value is missing."
    if not info.color:
        group = info.groups[0]
        return (
            f"{chart} of {name} in {style.many(group.rows, 'row', 'rows')}: median {style.spoken(group.median)}, half of them between "
            f"{style.spoken(group.q1)} and {style.spoken(group.q3)}, {style.many(group.outlier_count, 'outlier', 'outliers')}."
        )
    parts = [f"{style.short(group.label)} {style.spoken(group.median)}" for group in info.groups[:8]]
    rest = f" and {len(info.groups) - 8} more" if len(info.groups) > 8 else ""
    return f"{chart} of {name} by {style.short(info.color)}. Medians: {', '.join(parts)}{rest}."
