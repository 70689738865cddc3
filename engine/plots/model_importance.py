"""Which columns a model uses most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.plots.style import chart, label, number


@dataclass(frozen=True)
class Importances:
    """A number for each column, the largest first, with its spread where it was measured."""

    names: list[str]
    values: list[float]
    spreads: list[float] | None


def info(names: list[str], values: list[float], spreads: list[float] | None = None) -> Importances:
    """Keeps the numbers as they are."""
    return Importances([str(name) for name in names], [float(value) for value in values], spreads)


def figure(info: Importances) -> dict[str, Any]:
    """Draws a bar for each column."""
    trace: dict[str, Any] = {"type": "bar", "orientation": "h", "x": [number(value) for value in info.values], "y": [label(name) for name in info.names]}
    if info.spreads:
        trace["error_x"] = {"type": "data", "array": [number(value) for value in info.spreads]}
    return chart([trace], "importance", "", height=max(240, 26 * len(info.names) + 90), yaxis={"autorange": "reversed"})


def alt(info: Importances) -> str:
    """Names the first three."""
    pairs = ", ".join(f"{name} {value:.3g}" for name, value in list(zip(info.names, info.values, strict=True))[:3])
    return f"The most important columns: {pairs}."
