"""What moving the decision threshold gains and costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots import style

THRESHOLDS = np.round(np.arange(0.02, 0.99, 0.02), 2)


@dataclass(frozen=True)
class Trade:
    """Precision, recall and F1 of a class (fractions; precision is nothing where it is never said) by threshold."""

    name: str
    thresholds: tuple[float, ...]
    precision: tuple[float | None, ...]
    recall: tuple[float, ...]
    f1: tuple[float, ...]
    now: float


def info(truth: Any, scores: Any, classes: list[Any], positive: Any, now: float = 0.5) -> Trade:
    """Counts hits and alarms at each threshold from 0.02 to 0.98."""
    column = np.asarray(scores)[:, classes.index(positive)]
    hit = np.asarray(truth) == positive
    precision: list[float | None] = []
    recall, f1 = [], []
    for threshold in THRESHOLDS:
        said = column >= threshold
        right = int((said & hit).sum())
        precision.append(right / int(said.sum()) if said.any() else None)
        recall.append(right / max(int(hit.sum()), 1))
        f1.append(2 * right / max(int(said.sum() + hit.sum()), 1))
    return Trade(str(positive), tuple(THRESHOLDS.tolist()), tuple(precision), tuple(recall), tuple(f1), now)


def best(info: Trade) -> tuple[float, float]:
    """Gives the threshold with the best F1, and that F1."""
    place = int(np.argmax(info.f1))
    return info.thresholds[place], info.f1[place]


def figure(info: Trade) -> style.Figure:
    """Draws the three curves and marks the threshold in use."""
    curves = (("right alarms (precision)", info.precision), ("found (recall)", info.recall), ("both (F1)", info.f1))
    traces = [
        {"type": "scatter", "mode": "lines", "x": list(info.thresholds), "y": list(values), "name": name, "hovertemplate": "at %{x}: %{y:.0%}<extra></extra>"}
        for name, values in curves
    ]
    shapes = [{"type": "line", "x0": info.now, "x1": info.now, "yref": "paper", "y0": 0, "y1": 1, "line": {"dash": "dot", "color": style.INK}}]
    x = style.axis(f"threshold: “{info.name}” is said from this probability on", range=[0, 1])
    return style.figure(traces, x, style.axis(range=[0, 1.02], tickformat=".0%"), shapes=shapes)


def alt(info: Trade) -> str:
    """Compares the threshold in use with the one that balances both best."""
    place = int(np.argmin(np.abs(np.subtract(info.thresholds, info.now))))
    threshold, score = best(info)
    precision = info.precision[place]
    alarms = "no alarm is given" if precision is None else f"{style.share(precision)} of the alarms are right"
    return (
        f"At {info.now:g}, {style.share(info.recall[place])} of “{style.short(info.name)}” are found and {alarms}; "
        f"F1 is best at {threshold:g} ({score:.2f})."
    )
