"""A pair plot: every two of a few numeric columns against each other, each one's own spread on the diagonal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots import groups, style

MOST_COLUMNS = 5
MOST_POINTS = 600
BINS = 20


@dataclass(frozen=True)
class Pairs:
    """The drawn rows of each column, their groups, and the binned counts of each column over all rows."""

    columns: tuple[str, ...]
    color: str | None
    points: tuple[tuple[float | None, ...], ...]
    labels: tuple[str, ...]
    group: tuple[int, ...]
    edges: tuple[tuple[float, ...], ...]
    counts: tuple[tuple[int, ...], ...]
    rows: int
    left_out: int


def info(frame: pd.DataFrame, columns: list[str], color: str | None = None) -> Pairs:
    """Takes up to five columns and 600 rows that have at least two of them."""
    chosen = columns[:MOST_COLUMNS]
    values = [groups.numeric(frame[name]) for name in chosen]
    usable = np.flatnonzero(np.sum([~np.isnan(column) for column in values], axis=0) >= min(2, len(chosen)))
    drawn = groups.sample(usable, MOST_POINTS)
    labels, codes = groups.levels(frame[color]) if color else (("",), np.zeros(len(frame), dtype=int))
    edges, counts = [], []
    for column in values:
        known = column[~np.isnan(column)]
        histogram, borders = np.histogram(known, BINS) if len(known) else (np.zeros(1, int), np.array([0.0, 1.0]))
        edges.append(tuple(map(float, borders)))
        counts.append(tuple(int(count) for count in histogram))
    points = tuple(tuple(style.numbers(column[drawn])) for column in values)
    group = tuple(int(code) for code in codes[drawn])
    return Pairs(
        tuple(chosen), color, points, labels, group, tuple(edges), tuple(counts), len(usable), len(columns) - len(chosen)
    )


def figure(info: Pairs) -> style.Figure:
    """Draws a square of small plots that share their axes."""
    size = len(info.columns)
    traces: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    for row in range(size):
        for column in range(size):
            number = row * size + column + 1
            suffix = "" if number == 1 else str(number)
            layout |= _cell(info, row, column, suffix)
            axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
            traces += [trace | axes for trace in (_bars(info, row) if row == column else _points(info, row, column))]
    return style.figure(
        traces, layout.pop("xaxis"), layout.pop("yaxis"), height=max(style.HEIGHT, 140 * size), showlegend=bool(info.color),
        legend=style.legend_title(info.color) | {"y": -0.14}, bargap=0.05, **layout,
    )  # fmt: skip


def _cell(info: Pairs, row: int, column: int, suffix: str) -> dict[str, Any]:
    size = len(info.columns)
    gap = 0.02
    x, y = [column / size + gap, (column + 1) / size - gap], [1 - (row + 1) / size + gap, 1 - row / size - gap]
    small = {"nticks": 4, "tickfont": {"size": 10}, "automargin": False, "zeroline": False}
    across = style.axis(info.columns[column] if row == size - 1 else "", domain=x, anchor=f"y{suffix}", **small)
    up = style.axis(info.columns[row] if column == 0 else "", domain=y, anchor=f"x{suffix}", **small)
    for axis, name in ((across, info.columns[column]), (up, info.columns[row])):
        if "title" in axis:
            axis["title"] = {"text": style.text(name, 16), "font": {"size": 11}, "standoff": 6}
    across["showticklabels"], up["showticklabels"] = row == size - 1, column == 0 and row != column
    return {f"xaxis{suffix}": across, f"yaxis{suffix}": up}


def _bars(info: Pairs, index: int) -> list[dict[str, Any]]:
    edges = np.asarray(info.edges[index])
    middles = style.numbers((edges[:-1] + edges[1:]) / 2)
    return [{
        "type": "bar", "x": middles, "y": list(info.counts[index]), "marker": {"color": style.FAINT},
        "showlegend": False, "hovertemplate": "%{x:.3g}: %{y:,}<extra></extra>",
    }]  # fmt: skip


def _points(info: Pairs, row: int, column: int) -> list[dict[str, Any]]:
    group = np.asarray(info.group)
    xs, ys = np.asarray(info.points[column], dtype=object), np.asarray(info.points[row], dtype=object)
    return [
        {
            "type": "scatter", "mode": "markers", "x": xs[group == index].tolist(), "y": ys[group == index].tolist(),
            "marker": {"size": 3.5, "opacity": 0.55, "color": style.colour(index, info.labels[index])}, "name": name,
            "legendgroup": str(index), "showlegend": (row, column) == (0, 1), "hovertemplate": "%{x}, %{y}<extra></extra>",
        }
        for index, name in enumerate(style.labels(info.labels))
    ]  # fmt: skip


def alt(info: Pairs) -> str:
    """Says which columns are paired, and the closest two."""
    by = f", coloured by {style.short(info.color)}" if info.color else ""
    said = f"Scatter plots of every two of {style.named(info.columns, MOST_COLUMNS)}{by}."
    closest = _closest(info)
    if closest:
        said += f" {style.short(closest[0])} and {style.short(closest[1])} move together most (r = {closest[2]:.2f})."
    if info.left_out:
        said += style.unseen(info.left_out, "left out")
    return said + groups.sampled_words(len(info.group), info.rows)


def _closest(info: Pairs) -> tuple[str, str, float] | None:
    matrix = np.asarray(info.points, dtype=float)
    if matrix.shape[1] < 3:
        return None
    table = pd.DataFrame(matrix.T).corr(min_periods=3).abs().to_numpy()
    np.fill_diagonal(table := table.copy(), 0)
    table = np.nan_to_num(table)
    left, right = divmod(int(table.argmax()), len(info.columns))
    if table[left, right] == 0:
        return None
    signed = pd.DataFrame(matrix.T).corr(min_periods=3).to_numpy()[left, right]
    return info.columns[left], info.columns[right], float(signed)
