"""An overview: a small distribution of each of several columns, side by side."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots import groups, histogram, style

MOST_PANELS, ACROSS = 12, 4
MOST_BARS, MOST_ROWS = 8, 50_000
PEAK, BETWEEN = 0.2, " – "
PANEL = 130


@dataclass(frozen=True)
class Panel:
    """One column: the counts of its bins or categories, and what these are."""

    column: str
    labels: tuple[str, ...]
    places: tuple[float, ...] | None
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Overview:
    """A panel for each column, from `rows` of `total` rows; `left_out` columns have none."""

    panels: tuple[Panel, ...]
    rows: int
    total: int
    left_out: int


def info(frame: pd.DataFrame, columns: list[str]) -> Overview:
    """Counts the values of the first twelve columns, on at most 50,000 rows."""
    chosen = columns[:MOST_PANELS]
    rows = groups.sample(np.arange(len(frame)), MOST_ROWS)
    part = frame[chosen].iloc[rows] if len(rows) < len(frame) else frame[chosen]
    panels = tuple(_panel(part[name]) for name in chosen)
    return Overview(panels, len(rows), len(frame), len(columns) - len(chosen))


def _panel(series: pd.Series[Any]) -> Panel:
    name = str(series.name)
    if groups.is_moment(series) or (groups.is_number(series) and series.nunique() > MOST_BARS):
        found = histogram.info(series.to_frame(), name)
        edges = np.asarray(found.edges)
        labels = tuple(histogram.span(found, low, high) for low, high in itertools.pairwise(edges))
        places = tuple(map(float, (edges[:-1] + edges[1:]) / 2))
        return Panel(name, labels, places, found.counts[0] if found.rows else (0,) * len(places))
    labels, codes = groups.levels(series, MOST_BARS)
    counts = np.bincount(codes, minlength=len(labels))
    return Panel(name, labels, None, tuple(int(count) for count in counts))


def figure(info: Overview) -> style.Figure:
    """Draws the panels in rows of four, each under its column's name; the bars tell their numbers when pointed at."""
    across = min(ACROSS, max(len(info.panels), 1))
    down = -(-len(info.panels) // across) or 1
    traces: list[dict[str, Any]] = []
    layout: dict[str, Any] = {"annotations": []}
    for number, panel in enumerate(info.panels):
        suffix = "" if number == 0 else str(number + 1)
        row, column = divmod(number, across)
        x = [(column + 0.04) / across, (column + 0.96) / across]
        y = [1 - (row + 0.92) / down, 1 - (row + 0.22) / down]
        bare = {"showticklabels": False, "showgrid": False, "zeroline": False}
        layout[f"xaxis{suffix}"] = style.axis(domain=x, anchor=f"y{suffix}", **bare)
        layout[f"yaxis{suffix}"] = style.axis(domain=y, anchor=f"x{suffix}", rangemode="tozero", **bare)
        layout["annotations"].append({
            "text": style.text(panel.column, 20), "xref": "paper", "yref": "paper", "x": x[0], "y": y[1] + 0.02 / down,
            "xanchor": "left", "yanchor": "bottom", "showarrow": False, "font": {"size": 12},
        })  # fmt: skip
        shades = [style.FAINT if style.is_rest(label) else style.PALETTE[0] for label in panel.labels]
        traces.append({
            "type": "bar", "x": list(range(len(panel.counts))), "y": list(panel.counts), "name": "", "xaxis": f"x{suffix}",
            "yaxis": f"y{suffix}", "hovertext": style.labels(panel.labels), "hovertemplate": "%{hovertext}: %{y:,}",
            "marker": {"color": shades, "line": {"width": 0}},
        })  # fmt: skip
    x_axis, y_axis = layout.pop("xaxis", style.axis()), layout.pop("yaxis", style.axis())
    height = max(180, PANEL * down + 40)
    return style.figure(traces, x_axis, y_axis, height=height, margin={"l": 16, "r": 16, "t": 8, "b": 12}, meta={"across": across}, showlegend=False, bargap=0.08, **layout)


def _told(panel: Panel) -> str:
    """Says what a column mostly is: a value of its own, never what is left over; without such a value, from where to where."""
    own = [place for place, label in enumerate(panel.labels) if not style.is_rest(label)] or [0]
    most = max(own, key=lambda place: panel.counts[place])
    part = panel.counts[most] / sum(panel.counts)
    if panel.places is not None and part < PEAK:
        return f"from {panel.labels[0].split(BETWEEN)[0]} to {panel.labels[-1].split(BETWEEN)[-1]}"
    return f"{'mostly' if part > 0.5 else 'most often'} {style.short(panel.labels[most])} ({style.share(part)})"


def alt(info: Overview) -> str:
    """Says what each of the first columns mostly is."""
    if not info.panels:
        return "There is no column whose values could be drawn."
    told = []
    for panel in info.panels[:4]:
        if sum(panel.counts):
            told.append(f"{style.short(panel.column)} {_told(panel)}")
    said = f"How the values of {style.many(len(info.panels), 'column is', 'columns are')} spread: {', '.join(told)}{' and so on' if len(info.panels) > 4 else ''}."
    if info.left_out:
        said += style.unseen(info.left_out, "not drawn")
    return said + groups.sampled_words(info.rows, info.total)
