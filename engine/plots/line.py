"""A line chart: the mean of a number, or the count of rows, along a date or another number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import groups, style

MOST_PLACES = 200


@dataclass(frozen=True)
class Line:
    """One line for each group: `values[g][p]` is the mean of `y` (or the count) at `places[p]`."""

    x: str
    y: str | None
    color: str | None
    places: tuple[float | str, ...]
    labels: tuple[str, ...]
    values: tuple[tuple[float | int | None, ...], ...]
    dates: bool
    binned: bool


def info(frame: pd.DataFrame, x: str, y: str | None = None, color: str | None = None) -> Line:
    """Takes the mean of `y` (or counts rows) at each value of `x`; more than 200 values are put into even stretches."""
    along = groups.numeric(frame[x])
    amount = groups.numeric(frame[y]) if y else np.ones(len(frame))
    known = ~np.isnan(along) & ~np.isnan(amount)
    dates = groups.is_moment(frame[x])
    places, codes = np.unique(along[known], return_inverse=True)
    binned = len(places) > MOST_PLACES
    if binned:
        edges = np.linspace(places[0], places[-1], MOST_PLACES // 2 + 1)
        codes = np.clip(np.searchsorted(edges, along[known], side="right") - 1, 0, len(edges) - 2)
        places = (edges[:-1] + edges[1:]) / 2
    names, shades = groups.levels(frame[color]) if color else (("",), np.zeros(len(frame), dtype=int))
    flat, size = shades[known] * len(places) + codes, len(names) * len(places)
    counts = np.bincount(flat, minlength=size)
    table = counts.astype(float)
    if y:
        sums = np.bincount(flat, amount[known], minlength=size)
        table = np.divide(sums, counts, out=np.full(size, np.nan), where=counts > 0)
    rows = table.reshape(len(names), -1) if len(places) else np.empty((len(names), 0))
    said = tuple(str(np.datetime64(int(place), "ms")) for place in places) if dates else tuple(map(float, places))
    return Line(x, y, color, said, names, tuple(tuple(style.numbers(row)) for row in rows), dates, binned)


def figure(info: Line) -> style.Figure:
    """Draws the lines; gaps are bridged."""
    traces = [
        {
            "type": "scatter", "mode": "lines" if len(info.places) > 40 else "lines+markers", "x": list(info.places),
            "y": list(row), "name": name if info.color else "", "connectgaps": True, "marker": {"size": 5},
            "line": {"width": 2, "color": style.colour(index, info.labels[index])},
        }
        for index, (name, row) in enumerate(zip(style.labels(info.labels), info.values, strict=True))
    ]  # fmt: skip
    x = style.axis(info.x, type="date" if info.dates else "linear")
    y = style.axis(f"mean of {info.y}" if info.y else "rows")
    return style.figure(traces, x, y, hovermode="x unified", legend=style.legend_title(info.color))


def alt(info: Line) -> str:
    """Says from where to where the line runs and where it is highest."""
    what = f"the mean of {style.short(info.y)}" if info.y else "the number of rows"
    by = f", one line for each {style.short(info.color)}" if info.color else ""
    said = f"Line chart of {what} along {style.short(info.x)}{by}"
    points = [(value, place) for row in info.values for place, value in zip(info.places, row, strict=True) if value is not None]
    if not points:
        return said + ": no row has both."
    low, high = min(points, key=lambda point: point[0]), max(points, key=lambda point: point[0])
    said += f": lowest {style.spoken(low[0])} at {_place(low[1])}, highest {style.spoken(high[0])} at {_place(high[1])}."
    return said + (f" Values are put into {len(info.places)} even stretches." if info.binned else "")


def _place(place: float | str) -> str:
    return place.split("T")[0] if isinstance(place, str) else style.spoken(place)
