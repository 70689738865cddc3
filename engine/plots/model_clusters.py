"""The groups on two axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.plots import style
from engine.plots.groups import sample


@dataclass(frozen=True)
class Groups:
    """Places on two axes for each group, and how much of the spread the axes show."""

    places: dict[str, tuple[list[float], list[float]]]
    shown: float
    rows: int


def info(features: pd.DataFrame, labels: Any) -> Groups:
    """Projects the numeric columns on the two directions in which they spread most (PCA of standardised columns)."""
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import StandardScaler

    numeric = features.select_dtypes("number").replace([np.inf, -np.inf], np.nan)
    numeric = numeric.fillna(numeric.median()).fillna(0.0)
    labels = np.asarray(labels)
    kept = sample(np.arange(len(numeric)))
    numeric, labels = numeric.iloc[kept], labels[kept]
    places = np.zeros((len(numeric), 2))
    share = 1.0
    if numeric.shape[1] >= 2:
        projection = PCA(2, random_state=42).fit(StandardScaler().fit_transform(numeric))
        places = projection.transform(StandardScaler().fit_transform(numeric))
        share = float(projection.explained_variance_ratio_.sum())
    elif numeric.shape[1] == 1:
        places[:, 0] = numeric.iloc[:, 0]
    groups = {str(name): (places[labels == name, 0].tolist(), places[labels == name, 1].tolist()) for name in np.unique(labels)}
    return Groups(groups, share, len(features))


def figure(info: Groups) -> style.Figure:
    """Draws the points, a colour a group."""
    traces = [
        {"type": "scatter", "mode": "markers", "name": style.text(f"group {name}"), "x": x, "y": y, "marker": {"size": 7, "opacity": 0.7}}
        for name, (x, y) in info.places.items()
    ]
    return style.figure(traces, style.axis("first direction"), style.axis("second direction"))


def alt(info: Groups) -> str:
    """Says how many groups, and how much of the differences two axes can show."""
    return f"{len(info.places)} groups of {info.rows:,} rows on the two directions in which they differ most ({info.shown:.0%} of the differences)."
