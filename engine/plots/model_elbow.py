"""How many groups: where more of them gain little, and where they are furthest apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.cluster_counts import Grouping, best_by_silhouette, elbow
from engine.plots import style


@dataclass(frozen=True)
class Counts:
    """Both measures for each number of groups."""

    groupings: tuple[Grouping, ...]
    best: int | None
    elbow: int


def info(groupings: Sequence[Grouping]) -> Counts:
    """Finds the best number by silhouette, and the elbow."""
    best = best_by_silhouette(groupings)
    return Counts(tuple(groupings), best.count if best else None, elbow(groupings).count)


def figure(info: Counts) -> style.Figure:
    """Draws both measures over the number of groups."""
    counts = [each.count for each in info.groupings]
    traces = [
        {"type": "scatter", "mode": "lines+markers", "name": "spread left within groups", "x": counts, "y": [each.within for each in info.groupings]},
        {"type": "scatter", "mode": "lines+markers", "name": "silhouette (apart is 1)", "x": counts, "y": [each.silhouette for each in info.groupings]},
    ]
    return style.figure(traces, style.axis("groups", dtick=1), style.axis("share"))


def alt(info: Counts) -> str:
    """Says what both measures favour."""
    known = {each.count: each for each in info.groupings}
    said = f"From {info.elbow} groups on, more gain little: {known[info.elbow].within:.0%} of the spread is then left within groups."
    if info.best is None:
        return said
    return f"{info.best} groups are furthest apart (silhouette {known[info.best].silhouette:.2f}). {said}"
