"""Violin plots: the whole shape of a number's distribution, side by side for groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import box, groups, style

POINTS = 80


@dataclass(frozen=True)
class Violin:
    """The density of a number in each group, at even places between its ends, with the numbers of a box plot."""

    column: str
    color: str | None
    box: box.Box
    places: tuple[tuple[float, ...], ...]
    density: tuple[tuple[float, ...], ...]


def info(frame: pd.DataFrame, x: str, color: str | None = None) -> Violin:
    """Estimates the density of `x` for each group of `color`, from at most 5,000 rows each."""
    numbers = box.info(frame, x, color)
    values = groups.numeric(frame[x])
    names, codes = groups.levels(frame[color], box.MOST_BOXES) if color else (("",), np.zeros(len(frame), dtype=int))
    kept = {group.label for group in numbers.groups}
    curves = [
        _density(values[groups.sample(np.flatnonzero((codes == code) & ~np.isnan(values)))])
        for code, label in enumerate(names)
        if label in kept
    ]
    return Violin(x, color, numbers, tuple(place for place, _ in curves), tuple(height for _, height in curves))


def _density(values: np.ndarray) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Smooths a histogram with a bell as wide as Silverman advises; the tails end at the smallest and largest value."""
    low, high = float(values.min()), float(values.max())
    if low == high:
        return (low,), (1.0,)
    first, third = np.quantile(values, [0.25, 0.75])
    with np.errstate(over="ignore"):
        deviation = float(values.std())
    spread = min(deviation, float(third - first) / 1.34) or deviation
    width = max(0.9 * spread * len(values) ** -0.2, (high - low) / 200)
    places = np.linspace(low, high, POINTS)
    heights = np.exp(-0.5 * ((places[:, None] - values[None, :]) / width) ** 2).sum(axis=1)
    return tuple(map(float, places)), tuple(map(float, heights / heights.max()))


def figure(info: Violin) -> style.Figure:
    """Draws each density as a mirrored shape with its quartiles inside."""
    names = style.labels(group.label or info.column for group in info.box.groups)
    traces = []
    for index, (group, places, density) in enumerate(zip(info.box.groups, info.places, info.density, strict=True)):
        half = 0.42 * np.asarray(density)
        shape = [*(index - half), *(index + half)[::-1]]
        shade = style.colour(index, group.label)
        traces.append({
            "type": "scatter", "x": style.numbers(shape), "y": [*places, *places[::-1]], "fill": "toself", "opacity": 0.75,
            "mode": "lines", "line": {"color": shade, "width": 1.2}, "name": names[index], "showlegend": False,
            "hoveron": "fills", "hoverinfo": "name",
        })  # fmt: skip
        traces.append({
            "type": "scatter", "x": [index, index], "y": [group.q1, group.q3], "mode": "lines", "hoverinfo": "skip",
            "line": {"color": style.INK, "width": 5}, "showlegend": False,
        })  # fmt: skip
        said = f"median {style.spoken(group.median)}, half between {style.spoken(group.q1)} and {style.spoken(group.q3)}"
        traces.append({
            "type": "scatter", "x": [index], "y": [group.median], "mode": "markers", "hovertext": said, "name": names[index],
            "hoverinfo": "text", "marker": {"color": "#ffffff", "size": 7, "line": {"color": style.INK, "width": 1}},
            "showlegend": False,
        })  # fmt: skip
    x = style.axis(info.color or "", tickvals=list(range(len(names))), ticktext=names, showgrid=False, zeroline=False)
    return style.figure(traces, x, style.axis(info.column), height=style.height_under(names))


def alt(info: Violin) -> str:
    """Says the median and the middle half of each group."""
    return box.alt(info.box, "Violin plot")
