"""Which columns a model uses most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.plots import style


@dataclass(frozen=True)
class Importances:
    """A number for each column, the largest first, with its spread where it was measured."""

    names: list[str]
    values: list[float]
    spreads: list[float] | None


def info(names: list[str], values: list[float], spreads: list[float] | None = None) -> Importances:
    """Keeps the numbers as they are."""
    return Importances([str(name) for name in names], [float(value) for value in values], spreads)


def figure(info: Importances) -> style.Figure:
    """Draws a bar for each column."""
    trace: dict[str, Any] = {
        "type": "bar", "orientation": "h", "x": style.numbers(info.values), "y": style.labels(info.names),
        "hovertemplate": "%{y}: %{x:.3g}<extra></extra>", "marker": {"line": {"width": 0}},
    }  # fmt: skip
    if info.spreads:
        trace["error_x"] = {"type": "data", "array": style.numbers(info.spreads), "color": style.INK, "thickness": 1}
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    return style.figure([trace], style.axis("importance"), y, height=max(240, 26 * len(info.names) + 90), bargap=0.3)


def alt(info: Importances) -> str:
    """Names the first three."""
    pairs = ", ".join(f"{style.short(name)} {value:.3g}" for name, value in list(zip(info.names, info.values, strict=True))[:3] if value > 0)
    return f"The most important columns: {pairs}." if pairs else "No column matters to this model."
