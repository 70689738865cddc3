"""The groups on two axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots import style
from engine.plots.groups import sample

NOISE = -1
"""What DBSCAN and its kin say of rows in no group."""


@dataclass(frozen=True)
class Groups:
    """Places on two axes for each group, how much of the spread the axes show (fraction), and how many rows are in no group."""

    places: dict[str, tuple[list[float], list[float]]]
    shown: float
    rows: int
    noise: int


def info(points: Any, labels: Any) -> Groups:
    """Projects rows as the clusterer saw them on the two directions in which they spread most (PCA)."""
    from sklearn.decomposition import PCA

    points, labels = np.asarray(points, dtype=np.float64), np.asarray(labels)
    kept = sample(np.arange(len(points)))
    places, share = np.zeros((len(kept), 2)), 1.0
    directions = min(2, *points[kept].shape)
    if points[kept].std(axis=0).any():
        projection = PCA(directions, random_state=42).fit(points[kept])
        places[:, :directions] = projection.transform(points[kept])
        share = float(projection.explained_variance_ratio_.sum())
    inside = {name: labels[kept] == name for name in np.unique(labels)}
    groups = {_named(name): (places[rows, 0].tolist(), places[rows, 1].tolist()) for name, rows in inside.items()}
    return Groups(groups, share, len(points), int((labels == NOISE).sum()))


def _named(label: Any) -> str:
    return "no group" if label == NOISE else f"group {label}"


def figure(info: Groups) -> style.Figure:
    """Draws the points, a colour a group."""
    traces = [
        {"type": "scatter", "mode": "markers", "name": style.text(name), "x": x, "y": y, "marker": {"size": 7, "opacity": 0.7}}
        for name, (x, y) in info.places.items()
    ]
    return style.figure(traces, style.axis("first direction"), style.axis("second direction"))


def alt(info: Groups) -> str:
    """Says how many groups, and how much of the differences two axes can show."""
    groups = len(info.places) - bool(info.noise)
    beside = f", {info.noise:,} of them in no group," if info.noise else ""
    return f"{groups} group{'' if groups == 1 else 's'} of {info.rows:,} rows{beside} on the two directions in which they differ most ({info.shown:.0%} of the differences)."
