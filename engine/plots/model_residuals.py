"""How far off a model is, by what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots import groups, style


@dataclass(frozen=True)
class Residuals:
    """What was said, and by how much the truth differs."""

    said: list[float | None]
    off: list[float | None]
    mean: float
    spread: float


def info(truth: Any, said: Any) -> Residuals:
    """Computes truth minus prediction; a sample of the points where there are many."""
    truth, said = np.asarray(truth, dtype=float), np.asarray(said, dtype=float)
    off = truth - said
    places = groups.sample(np.arange(len(off)))
    return Residuals(style.numbers(said[places]), style.numbers(off[places]), float(off.mean()), float(off.std()))


def figure(info: Residuals) -> style.Figure:
    """Draws the points around zero."""
    trace = {"type": "scatter", "mode": "markers", "x": info.said, "y": info.off, "marker": {"size": 6, "opacity": 0.55}}
    return style.figure([trace], style.axis("the model says"), style.axis("truth minus prediction"))


def alt(info: Residuals) -> str:
    """Says how large the errors are."""
    return f"Errors average {info.mean:.4g} with a standard deviation of {info.spread:.4g}."
