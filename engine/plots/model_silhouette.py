"""How well each row sits in its group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.functions.score_clustering import rows_compared
from engine.plots import style

MOST_BARS = 3_000


@dataclass(frozen=True)
class Silhouettes:
    """The silhouette of each row (-1 to 1) by group, largest first, and the mean."""

    groups: dict[str, tuple[float, ...]]
    mean: float
    rows: int
    noise: int


def info(points: Any, labels: Any) -> Silhouettes:
    """Measures rows as the clusterer saw them, the same ones as the metric; noise (group -1) is left out.

    Raises ValueError where there are not two groups.
    """
    from sklearn.metrics import silhouette_samples

    labels = np.asarray(labels)
    grouped = np.flatnonzero(labels != -1)
    rows = grouped[rows_compared(len(grouped))]
    if len(np.unique(labels[rows])) < 2:
        raise ValueError("a silhouette compares groups, and there are not two")
    values = silhouette_samples(np.asarray(points, dtype=np.float64)[rows], labels[rows])
    groups = {str(name): tuple(sorted(values[labels[rows] == name].tolist(), reverse=True)) for name in np.unique(labels[rows])}
    return Silhouettes(groups, float(values.mean()), len(rows), len(labels) - len(grouped))


def figure(info: Silhouettes) -> style.Figure:
    """Draws a band of bars for each group, at even places of it where there are very many rows, and the mean as a line."""
    traces, start, step = [], 0, -(-info.rows // MOST_BARS)
    for index, (name, silhouettes) in enumerate(info.groups.items()):
        values = silhouettes[::step]
        places = list(range(start, start + len(values)))
        traces.append({
            "type": "bar", "orientation": "h", "x": list(values), "y": places, "name": style.text(f"group {name}"), "width": 1,
            "marker": {"color": style.colour(index), "line": {"width": 0}}, "hovertemplate": "%{x:.2f}",
        })  # fmt: skip
        start += len(values) + max(2, info.rows // step // 60)
    mean = {"type": "line", "x0": info.mean, "x1": info.mean, "yref": "paper", "y0": 0, "y1": 1, "line": {"dash": "dot", "color": style.INK}}
    y = style.axis("rows, group by group", showticklabels=False, showgrid=False, autorange="reversed")
    return style.figure(traces, style.axis("silhouette"), y, bargap=0, shapes=[mean])


def alt(info: Silhouettes) -> str:
    """Says how well the groups hold together."""
    means = ", ".join(f"group {style.short(name)} {np.mean(values):.2f}" for name, values in list(info.groups.items())[:8])
    wrong = sum(value < 0 for values in info.groups.values() for value in values)
    said = f"Silhouettes (1: well inside its group, 0: between two) average {info.mean:.2f}: {means}."
    said += f" {wrong:,} of {info.rows:,} rows {'sits' if wrong == 1 else 'sit'} nearer to another group." if wrong else ""
    return said + (f" Left out: {style.many(info.noise, 'row', 'rows')} in no group." if info.noise else "")
