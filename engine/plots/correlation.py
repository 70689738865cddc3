"""A correlation matrix: how strongly every two numeric columns move together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import groups, style

MOST_COLUMNS = 40
MOST_ROWS = 50_000
METHODS = ("pearson", "spearman", "kendall")


@dataclass(frozen=True)
class Correlation:
    """`values[i][j]` is the correlation of columns i and j; nothing where one of them does not vary."""

    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    method: str
    rows: int
    total: int
    left_out: int


def info(frame: pd.DataFrame, columns: list[str], method: str = "pearson", most: int = MOST_COLUMNS) -> Correlation:
    """Correlates the first 40 of these columns with each other, on at most 50,000 rows."""
    chosen = columns[:most]
    # Kendall compares every two rows: a few thousand say as much in a fraction of the time.
    rows = groups.sample(np.arange(len(frame)), 2_000 if method == "kendall" else MOST_ROWS)
    numbers = pd.DataFrame({name: groups.numeric(frame[name])[rows] for name in chosen})
    with np.errstate(all="ignore"):
        matrix = numbers.corr(method=method, min_periods=3).to_numpy()
    values = tuple(tuple(style.numbers(row)) for row in matrix)
    return Correlation(tuple(chosen), values, method, len(rows), len(frame), len(columns) - len(chosen))


def strongest(info: Correlation, most: int = 3) -> list[tuple[str, str, float]]:
    """Gives the pairs that move together most, the strongest first."""
    pairs = [
        (left, right, info.values[i][j])
        for i, left in enumerate(info.columns)
        for j, right in enumerate(info.columns)
        if i < j and info.values[i][j] is not None
    ]
    return sorted(pairs, key=lambda pair: -abs(pair[2] or 0.0))[:most]  # type: ignore[return-value]


def figure(info: Correlation) -> style.Figure:
    """Draws a coloured square for each pair, with its number where there is room."""
    names = style.labels(info.columns, 20)
    size = len(names)
    trace = {
        "type": "heatmap", "x": names, "y": names, "z": [list(row) for row in info.values], "zmin": -1, "zmax": 1,
        "colorscale": [list(stop) for stop in style.DIVERGING], "xgap": 1, "ygap": 1,
        "hovertemplate": "%{y} and %{x}: %{z:.2f}<extra></extra>", "colorbar": {"thickness": 12, "outlinewidth": 0},
    }  # fmt: skip
    if size <= 12:
        trace |= {"texttemplate": "%{z:.2f}", "textfont": {"size": 11, "color": "#1a1a1a"}}
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    x = style.axis(type="category", showgrid=False, tickangle=-40)
    return style.figure([trace], x, y, height=max(style.HEIGHT, 26 * size + 140))


def alt(info: Correlation) -> str:
    """Names the pairs that move together most."""
    said = f"Correlation matrix ({info.method.capitalize()}) of {len(info.columns)} columns."
    pairs = strongest(info)
    if pairs:
        told = ", ".join(f"{style.short(left)} and {style.short(right)} ({value:.2f})" for left, right, value in pairs)
        said += f" Strongest: {told}."
    if info.left_out:
        said += style.unseen(info.left_out, "left out")
    return said + (f" Measured on {info.rows:,} of {info.total:,} rows." if info.rows < info.total else "")
