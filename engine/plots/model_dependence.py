"""How the answer moves with one column."""

from __future__ import annotations

from engine.explaining.partial_dependence import Dependence
from engine.plots import groups, style


def figure(info: Dependence, now: object = None) -> style.Figure:
    """Draws a line with the middle half of the rows around it, or a bar for each category; `now` marks a value."""
    if not info.numeric:
        names = style.labels(groups.label(value) for value in info.values)
        bars = {
            "type": "bar", "x": names, "y": style.numbers(info.means), "marker": {"line": {"width": 0}},
            "error_y": {
                "type": "data", "symmetric": False, "color": style.INK, "thickness": 1,
                "array": style.numbers(high - mean for high, mean in zip(info.high, info.means, strict=True)),
                "arrayminus": style.numbers(mean - low for low, mean in zip(info.low, info.means, strict=True)),
            },
            "hovertemplate": "%{x}: %{y:.3g}<extra></extra>",
        }  # fmt: skip
        return style.figure([bars], style.axis(info.column, type="category", showgrid=False), style.axis(info.words), bargap=0.35)
    values = [groups.label(value) if hasattr(value, "isoformat") else style.number(value) for value in info.values]
    band = {
        "type": "scatter", "mode": "lines", "x": [*values, *values[::-1]], "fill": "toself", "line": {"width": 0},
        "y": style.numbers([*info.high, *info.low[::-1]]), "hoverinfo": "skip", "showlegend": False,
        "fillcolor": "rgba(57,135,201,0.18)",
    }  # fmt: skip
    line = {
        "type": "scatter", "mode": "lines+markers", "x": values, "y": style.numbers(info.means), "showlegend": False,
        "marker": {"size": 5}, "line": {"width": 2, "color": style.PALETTE[0]}, "hovertemplate": "%{x}: %{y:.3g}<extra></extra>",
    }  # fmt: skip
    marked = [{"type": "line", "x0": now, "x1": now, "yref": "paper", "y0": 0, "y1": 1, "line": {"dash": "dot", "color": style.INK}}]
    shapes = {"shapes": marked} if isinstance(now, int | float) else {}
    traces = [band, line] if info.rows > 1 else [line]
    return style.figure(traces, style.axis(info.column), style.axis(info.words), **shapes)


def alt(info: Dependence) -> str:
    """Says between which values the answer moves."""
    if not info.values:
        return f"{style.short(info.column)} has no value to try."
    low, high = info.means.index(min(info.means)), info.means.index(max(info.means))
    said = f"On average over {info.rows:,} rows" if info.rows > 1 else "For this record"
    if f"{info.means[low]:.3g}" == f"{info.means[high]:.3g}":
        return f"{said}, {info.words} stays at {info.means[low]:.3g} whatever {style.short(info.column)} is."
    return (
        f"{said}, {info.words} runs from {info.means[low]:.3g} at {style.short(info.column)} = "
        f"{style.short(groups.label(info.values[low]))} to {info.means[high]:.3g} at {style.short(groups.label(info.values[high]))}."
    )
