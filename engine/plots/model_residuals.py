"""How far off a model is, by what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots.style import MOST_POINTS, chart, number


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
    places = np.arange(len(off))
    if len(places) > MOST_POINTS:
        places = np.sort(np.random.default_rng(42).choice(places, MOST_POINTS, replace=False))
    return Residuals([number(v) for v in said[places]], [number(v) for v in off[places]], float(off.mean()), float(off.std()))


def figure(info: Residuals) -> dict[str, Any]:
    """Draws the points around zero."""
    trace = {"type": "scatter", "mode": "markers", "x": info.said, "y": info.off, "marker": {"size": 6, "opacity": 0.55}}
    return chart([trace], "the model says", "truth minus prediction")


def alt(info: Residuals) -> str:
    """Says how large the errors are."""
    return f"Errors average {info.mean:.4g} with a standard deviation of {info.spread:.4g}."
