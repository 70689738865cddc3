"""A ranking: one lying bar for each column, the most telling first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.plots import style


@dataclass(frozen=True)
class Ranking:
    """A number for each column, the largest first, what it measures, and its spread where that was measured."""

    columns: tuple[str, ...]
    values: tuple[float, ...]
    measure: str
    target: str
    spreads: tuple[float, ...] | None


def info(
    columns: Sequence[str], values: Sequence[float], measure: str, target: str, spreads: Sequence[float] | None = None
) -> Ranking:
    """Keeps the numbers as they come; spreads beyond the shown columns are left out."""
    return Ranking(tuple(columns), tuple(values), measure, target, None if spreads is None else tuple(spreads[: len(columns)]))


def figure(info: Ranking) -> style.Figure:
    """Draws a bar for each column, with its spread where there is one."""
    trace: dict[str, Any] = {
        "type": "bar", "orientation": "h", "x": style.numbers(info.values), "y": style.labels(info.columns), "name": "",
        "hovertemplate": "%{y}: %{x:.3g}", "marker": {"color": style.PALETTE[0], "line": {"width": 0}},
    }  # fmt: skip
    if info.spreads:
        trace["error_x"] = {"type": "data", "array": style.numbers(info.spreads), "color": style.INK, "thickness": 1}
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    return style.figure([trace], style.axis(info.measure), y, height=max(220, 26 * len(info.columns) + 90), bargap=0.3)


def alt(info: Ranking) -> str:
    """Names the first three columns with their numbers, and the last one."""
    if not info.columns:
        return "There is no column to rank."
    pairs = [f"{style.short(name)} {value:.3g}" for name, value in zip(info.columns, info.values, strict=True)]
    last = f"; last {pairs[-1]}" if len(pairs) > 3 else ""
    return f"Columns ranked by their {info.measure} for {style.short(info.target)}: {', '.join(pairs[:3])}{last}."
