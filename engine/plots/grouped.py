"""A statistic of each group of rows, as it was computed: bars for categories, a line along dates and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from engine.plots import groups, style

MOST_BARS, MOST_COLOURS, FEWEST_ON_A_LINE = 40, 8, 13


@dataclass(frozen=True)
class Grouped:
    """`values[c][g]` is the statistic of group g in the series c; groups stand along a line where `line` says so."""

    by: str
    color: str | None
    measure: str
    groups: tuple[Any, ...]
    labels: tuple[str, ...]
    values: tuple[tuple[float | int | None, ...], ...]
    line: bool
    dates: bool
    left_out: int


def info(table: pd.DataFrame, by: list[str]) -> Grouped:
    """Lays out an aggregate's table: its first column along the axis, its second as colours, its last as the values."""
    measure = str(table.columns[-1])
    color = by[1] if len(by) > 1 else None
    table = table.drop_duplicates(subset=by[:2]) if len(by) > 2 else table
    places = list(dict.fromkeys(table[by[0]]))
    ordered = [place for place in places if place != style.MISSING]
    dates = bool(ordered) and all(isinstance(place, pd.Timestamp) for place in ordered)
    numbers = all(isinstance(place, int | float) and not isinstance(place, bool) for place in ordered)
    line = dates or (numbers and len(ordered) >= FEWEST_ON_A_LINE)
    places = ordered if line else places
    if not line and len(places) > MOST_BARS:
        places = _largest(table, by[0], measure)
    labels = list(dict.fromkeys(table[color]))[:MOST_COLOURS] if color else [None]
    cells = {(row[0], row[1] if color else None): row[-1] for row in table[[*by[:2], measure]].itertuples(index=False, name=None)}
    values = tuple(tuple(style.number(_plain(cells.get((place, label)))) for place in places) for label in labels)
    left_out = table[by[0]].nunique() - len(places)
    shown = tuple(str(place) if dates else place if line else groups.label(place) for place in places)
    return Grouped(by[0], color, measure, shown, tuple("" if label is None else groups.label(label) for label in labels), values, line, dates, left_out)


def _largest(table: pd.DataFrame, by: str, measure: str) -> list[Any]:
    """Keeps the groups with the largest values, in the table's order."""
    numbers = pd.to_numeric(table[measure], errors="coerce").abs()
    kept = set(table.loc[numbers.sort_values(ascending=False, kind="stable").index, by].drop_duplicates().head(MOST_BARS))
    return [place for place in dict.fromkeys(table[by]) if place in kept]


def _plain(value: Any) -> float | int | None:
    value = value.item() if hasattr(value, "item") else value
    return value if isinstance(value, int | float) else None


def figure(info: Grouped) -> style.Figure:
    """Draws bars (lying where names are many or long) or lines."""
    names = list(info.groups) if info.line else style.labels(info.groups)
    lying = not info.line and (len(names) > 8 or sum(map(len, names)) > 70)
    traces: list[dict[str, Any]] = []
    for index, (label, row) in enumerate(zip(style.labels(info.labels), info.values, strict=True)):
        shade = style.colour(index, info.labels[index])
        trace: dict[str, Any] = {"name": label if info.color else "", "x": names, "y": list(row)}
        if info.line:
            trace |= {"type": "scatter", "mode": "lines+markers", "connectgaps": True, "marker": {"size": 5}, "line": {"width": 2, "color": shade}}
        else:
            trace |= {"type": "bar", "marker": {"color": shade, "line": {"width": 0}}, "hovertemplate": "%{x}: %{y:,}"}
        if lying:
            trace |= {"x": list(row), "y": names, "orientation": "h", "hovertemplate": "%{y}: %{x:,}"}
        traces.append(trace)
    legend = style.legend_title(info.color)
    along = style.axis(info.by, type="date" if info.dates else "linear" if info.line else "category", showgrid=info.line)
    amount = style.axis(info.measure)
    if lying:
        height = max(style.HEIGHT, 22 * len(names) * max(1, len(traces) // 2) + 90)
        return style.figure(traces, amount, along | {"autorange": "reversed"}, barmode="group", bargap=0.25, height=height, legend=legend)
    return style.figure(traces, along, amount, barmode="group", bargap=0.25, legend=legend)


def alt(info: Grouped) -> str:
    """Says where the statistic is highest and lowest."""
    told = [
        (value, f"{style.short(group)}{' and ' + style.short(label) if label else ''}")
        for label, row in zip(info.labels, info.values, strict=True)
        for group, value in zip(info.groups, row, strict=True)
        if value is not None
    ]
    said = f"{style.short(info.measure, 60)} by {style.short(info.by)}{' and ' + style.short(info.color) if info.color else ''}"
    if not told:
        return f"{said}: there is no number to draw."
    low, high = min(value for value, _ in told), max(value for value, _ in told)
    if len(told) == 1:
        said += f": {style.spoken(low)} for {told[0][1]}."
    elif low == high:
        said += f": {style.spoken(low)} for each of them."
    else:
        said += f": highest {style.spoken(high)} for {_with(high, told)}, lowest {style.spoken(low)} for {_with(low, told)}."
    return said + (f" {info.left_out:,} more in the table." if info.left_out else "")


def _with(value: float, told: list[tuple[float | int, str]]) -> str:
    """Names the first group that has this value, and how many others have it too."""
    first, *others = [group for found, group in told if found == value]
    return f"{first} and {len(others)} more" if others else first
