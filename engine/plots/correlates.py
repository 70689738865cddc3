"""How strongly each column moves with one: a lying bar to the right where they rise together, to the left where not."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from engine.plots import style

MOST_BARS = 30


@dataclass(frozen=True)
class Correlates:
    """The columns, the strongest first, with their correlations; nothing where one does not vary."""

    column: str
    columns: tuple[str, ...]
    values: tuple[float | int | None, ...]
    method: str
    left_out: int


def info(table: pd.DataFrame, column: str, method: str) -> Correlates:
    """Takes the first thirty rows of a table of `column` and `correlation`."""
    shown = table.head(MOST_BARS)
    values = tuple(style.numbers(shown["correlation"]))
    return Correlates(column, tuple(map(str, shown["column"])), values, method, len(table) - len(shown))


def figure(info: Correlates) -> style.Figure:
    """Draws the bars in the colours of a correlation matrix."""
    shades = [style.DIVERGING[-1][1] if (value or 0) >= 0 else style.DIVERGING[0][1] for value in info.values]
    trace = {
        "type": "bar", "orientation": "h", "x": list(info.values), "y": style.labels(info.columns), "name": "",
        "hovertemplate": "%{y}: %{x:.2f}", "marker": {"color": shades, "line": {"width": 0}},
    }  # fmt: skip
    x = style.axis(f"correlation with {info.column} ({info.method})", range=[-1, 1])
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    return style.figure([trace], x, y, height=max(220, 24 * len(info.columns) + 90), bargap=0.3)


def alt(info: Correlates) -> str:
    """Names the three that move with it most."""
    known = [(name, value) for name, value in zip(info.columns, info.values, strict=True) if value is not None]
    if not known:
        return f"No column moves with {style.short(info.column)}."
    told = ", ".join(f"{style.short(name)} ({value:.2f})" for name, value in known[:3])
    said = f"{info.method.capitalize()} correlation of each column with {style.short(info.column)}: {told}{' and so on' if len(known) > 3 else ''}."
    return said + (f" {info.left_out:,} weaker ones are not drawn." if info.left_out else "")
