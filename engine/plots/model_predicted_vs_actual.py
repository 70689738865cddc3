"""What a model says against the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots import groups, style


@dataclass(frozen=True)
class Pairs:
    """Truth and prediction of each row; `span` runs over both, `known` over the truth alone."""

    truth: list[float | None]
    said: list[float | None]
    span: tuple[float, float]
    known: tuple[float, float]
    within: float


def info(truth: Any, said: Any) -> Pairs:
    """Pairs truth and prediction; a sample of the points where there are many."""
    truth, said = np.asarray(truth, dtype=float), np.asarray(said, dtype=float)
    near = np.abs(truth - said) <= 0.1 * np.maximum(np.abs(truth), 1e-12)
    places = groups.sample(np.arange(len(truth)))
    known = float(truth.min()), float(truth.max())
    span = min(known[0], float(said.min())), max(known[1], float(said.max()))
    return Pairs(style.numbers(truth[places]), style.numbers(said[places]), span, known, float(near.mean()))


def figure(info: Pairs) -> style.Figure:
    """Draws the points beside the line on which they would be right."""
    points = {"type": "scatter", "mode": "markers", "x": info.truth, "y": info.said, "marker": {"size": 6, "opacity": 0.55}, "name": "rows"}
    ends = list(info.span)
    line = {"type": "scatter", "mode": "lines", "x": ends, "y": ends, "line": {"dash": "dot", "color": style.INK}, "name": "right"}
    return style.figure([points, line], style.axis("it is"), style.axis("the model says"))


def alt(info: Pairs) -> str:
    """Says how many are near."""
    return f"{info.within:.0%} of the predictions are within 10 % of the truth, which runs from {info.known[0]:.4g} to {info.known[1]:.4g}."
