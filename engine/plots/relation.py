"""Relations: points, correlations, and where values are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots.style import MOST_POINTS, chart, label, number

MOST_COLUMNS = 50


@dataclass(frozen=True)
class Points:
    """Pairs of values, by group; a sample where there are many."""

    x: str
    y: str
    groups: dict[str, tuple[list[Any], list[float]]]
    rows: int
    correlation: float | None
    lines: bool


@dataclass(frozen=True)
class Matrix:
    """A number for each pair of columns."""

    names: list[str]
    values: list[list[float | None]]


@dataclass(frozen=True)
class Missing:
    """The share of missing values of each column that has any."""

    names: list[str]
    shares: list[float]
    rows: int


def points_info(frame: pd.DataFrame, x: str, y: str, color: str | None = None, lines: bool = False) -> Points:
    """Takes up to 5,000 points, in the order of x for lines."""
    wanted = frame[list(dict.fromkeys([x, y, *([color] if color else [])]))].dropna(subset=[x, y])
    shown = wanted if len(wanted) <= MOST_POINTS else wanted.sample(MOST_POINTS, random_state=42).sort_index()
    if lines:
        shown = shown.sort_values(x, kind="stable")
    names = sorted(shown[color].dropna().astype("str").unique())[:12] if color else [""]
    groups = {}
    for name in names:
        part = shown[shown[color].astype("str") == name] if color else shown
        places = part[x].astype("str").tolist() if part[x].dtype.kind == "M" else [number(value) for value in part[x].astype("float64")]
        groups[name] = (places, [number(value) for value in part[y].astype("float64")])
    together = None
    if wanted[x].dtype.kind in "iufb" and len(wanted) > 2:
        with np.errstate(all="ignore"):
            together = number(wanted[x].astype("float64").corr(wanted[y].astype("float64")))
    return Points(x, y, groups, len(wanted), together, lines)


def points_figure(info: Points) -> dict[str, Any]:
    """Draws points or lines."""
    traces = [
        {
            "type": "scatter", "mode": "lines" if info.lines else "markers", "name": label(name), "x": places, "y": heights,
            "marker": {"size": 6, "opacity": 0.6}, "showlegend": bool(name),
        }
        for name, (places, heights) in info.groups.items()
    ]
    return chart(traces, info.x, info.y)


def points_alt(info: Points) -> str:
    """Says what the points show."""
    together = "" if info.correlation is None else f" Their correlation is {info.correlation:.2f}."
    shown = sum(len(places) for places, _ in info.groups.values())
    sampled = f" ({shown:,} of them drawn)" if shown < info.rows else ""
    return f"{info.y} against {info.x} for {info.rows:,} rows{sampled}.{together}"


def matrix_info(frame: pd.DataFrame, names: list[str], target: str | None = None) -> Matrix:
    """Correlates numeric columns; of many, the 50 that vary most together with the target or among themselves."""
    numbers = frame[names].astype("float64").replace([np.inf, -np.inf], np.nan).head(50_000)
    with np.errstate(all="ignore"):
        if len(names) > MOST_COLUMNS:
            strength = numbers.corrwith(numbers[target]).abs() if target in names else numbers.std()
            names = [str(name) for name in strength.sort_values(ascending=False).head(MOST_COLUMNS).index]
        table = numbers[names].corr()
    return Matrix(names, [[number(value) for value in row] for row in table.to_numpy()])


def matrix_figure(info: Matrix) -> dict[str, Any]:
    """Draws a heat map."""
    names = [label(name) for name in info.names]
    trace = {
        "type": "heatmap", "x": names, "y": names, "z": info.values, "zmin": -1, "zmax": 1,
        "colorscale": [[0, "#b2523f"], [0.5, "rgba(128,134,149,0.08)"], [1, "#3657b5"]],
        "colorbar": {"thickness": 10},
    }
    if len(names) <= 12:
        trace |= {"text": [["" if v is None else f"{v:.2f}" for v in row] for row in info.values], "texttemplate": "%{text}"}
    return chart([trace], height=max(360, 22 * len(names) + 120), yaxis={"autorange": "reversed"})


def matrix_alt(info: Matrix) -> str:
    """Names the strongest pair."""
    pairs = [
        (abs(value), info.names[row], info.names[column], value)
        for row, values in enumerate(info.values)
        for column, value in enumerate(values)
        if column > row and value is not None
    ]
    if not pairs:
        return "There are no two columns to correlate."
    _, first, second, value = max(pairs, key=lambda pair: pair[0])
    return f"Correlations of {len(info.names)} columns; the strongest is {first} with {second}: {value:.2f}."


def missing_info(frame: pd.DataFrame) -> Missing:
    """Finds the columns with missing values, the emptiest first."""
    shares = frame.isna().mean()
    shares = shares[shares > 0].sort_values(ascending=False, kind="stable").head(MOST_COLUMNS)
    return Missing([str(name) for name in shares.index], [float(share) for share in shares], len(frame))


def missing_figure(info: Missing) -> dict[str, Any]:
    """Draws a bar for each column."""
    trace = {"type": "bar", "orientation": "h", "x": info.shares, "y": [label(name) for name in info.names]}
    return chart([trace], "share missing", "", height=max(240, 26 * len(info.names) + 90), xaxis={"tickformat": ".0%", "range": [0, 1]}, yaxis={"autorange": "reversed"})


def missing_alt(info: Missing) -> str:
    """Names the emptiest columns."""
    if not info.names:
        return "No value is missing."
    parts = ", ".join(f"{name} {share:.1%}" for name, share in list(zip(info.names, info.shares, strict=True))[:4])
    return f"{len(info.names)} columns have missing values: {parts}."
