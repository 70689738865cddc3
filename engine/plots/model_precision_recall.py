"""How many of the alarms are right, at the price of how many cases are missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

from engine.plots import style
from engine.plots.one_class import class_scores

MOST_POINTS = 400


@dataclass(frozen=True)
class Curves:
    """A curve for each class against the rest: recall and precision, the area, and the share that the class has."""

    curves: dict[str, tuple[list[float], list[float]]]
    areas: dict[str, float]
    shares: dict[str, float]


def info(truth: Any, scores: Any, classes: list[Any], positive: Any = None) -> Curves:
    """Computes the curve of each class; of two classes, that of the one looked for, or else of the second."""
    curves, areas, shares = {}, {}, {}
    for name, column in class_scores(scores, classes, positive):
        hit = np.asarray(truth) == name
        if not hit.any():
            continue
        precision, recall, _ = precision_recall_curve(hit, column)
        kept = np.unique(np.linspace(0, len(recall) - 1, min(MOST_POINTS, len(recall))).astype(int))
        curves[str(name)] = (recall[kept].tolist(), precision[kept].tolist())
        areas[str(name)], shares[str(name)] = float(average_precision_score(hit, column)), float(hit.mean())
    return Curves(curves, areas, shares)


def figure(info: Curves) -> style.Figure:
    """Draws the curves; a dotted line shows what saying it always would give."""
    traces = [
        {
            "type": "scatter", "mode": "lines", "name": f"{style.text(name)} ({info.areas[name]:.2f})", "x": x, "y": y,
            "hovertemplate": "finds %{x:.0%}, of its alarms %{y:.0%} are right<extra></extra>",
        }
        for name, (x, y) in info.curves.items()
    ]  # fmt: skip
    for name, share in list(info.shares.items())[:1] if len(info.shares) == 1 else []:
        traces.append({"type": "scatter", "mode": "lines", "name": f"always “{style.text(name)}”", "x": [0, 1], "y": [share, share], "line": {"dash": "dot", "color": style.INK}})
    x = style.axis("found (recall)", range=[0, 1], tickformat=".0%")
    return style.figure(traces, x, style.axis("alarms that are right (precision)", range=[0, 1.02], tickformat=".0%"))


def alt(info: Curves) -> str:
    """Gives the area under each curve beside the share that the class has."""
    if not info.areas:
        return "None of the classes is among these rows, so there is no curve."
    areas = ", ".join(f"{style.short(name)} {area:.3f} (by chance {info.shares[name]:.3f})" for name, area in list(info.areas.items())[:6])
    return f"Average precision, 1 being perfect: {areas}."
