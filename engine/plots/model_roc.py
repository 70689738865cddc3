"""How many are found at the price of how many false alarms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score, roc_curve

from engine.plots import style
from engine.plots.one_class import class_scores

MOST_POINTS = 400


@dataclass(frozen=True)
class Curves:
    """A curve for each class against the rest."""

    curves: dict[str, tuple[list[float], list[float]]]
    areas: dict[str, float]


def info(truth: Any, scores: Any, classes: list[Any], positive: Any = None) -> Curves:
    """Computes the curve of each class; of two classes, that of the one looked for, or else of the second."""
    curves, areas = {}, {}
    for name, column in class_scores(scores, classes, positive):
        hit = np.asarray(truth) == name
        if hit.all() or not hit.any():
            continue
        false, found, _ = roc_curve(hit, column)
        kept = np.unique(np.linspace(0, len(false) - 1, min(MOST_POINTS, len(false))).astype(int))
        curves[str(name)] = (false[kept].tolist(), found[kept].tolist())
        areas[str(name)] = float(roc_auc_score(hit, column))
    return Curves(curves, areas)


def figure(info: Curves) -> style.Figure:
    """Draws the curves beside the line of guessing."""
    traces = [
        {"type": "scatter", "mode": "lines", "name": f"{style.text(name)} ({info.areas[name]:.2f})", "x": x, "y": y}
        for name, (x, y) in info.curves.items()
    ]
    traces.append({"type": "scatter", "mode": "lines", "name": "guessing", "x": [0, 1], "y": [0, 1], "line": {"dash": "dot", "color": style.INK}})
    x = style.axis("false alarms", range=[0, 1], tickformat=".0%")
    return style.figure(traces, x, style.axis("found", range=[0, 1.02], tickformat=".0%"))


def alt(info: Curves) -> str:
    """Gives the area under each curve."""
    if not info.areas:
        return "There are not two classes among these rows, so there is no curve."
    areas = ", ".join(f"{style.short(name)} {area:.3f}" for name, area in list(info.areas.items())[:6])
    return f"Area under the curve (1 is perfect, 0.5 is guessing): {areas}."
