"""How many cases are found when only the likeliest rows are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots import style
from engine.plots.one_class import class_scores

POINTS = 101


@dataclass(frozen=True)
class Gains:
    """The share of all cases (0 to 1) that is found among the likeliest share of rows."""

    name: str
    looked_at: tuple[float, ...]
    found: tuple[float, ...]
    share: float


def info(truth: Any, scores: Any, classes: list[Any], positive: Any) -> Gains:
    """Orders the rows by the probability of the class and counts what is found on the way; of rows with the same one, evenly."""
    ((_, column),) = class_scores(scores, classes, positive)
    order = np.argsort(-column, kind="stable")
    hits, ordered = (np.asarray(truth) == positive)[order], column[order]
    ends = np.append(np.flatnonzero(np.diff(ordered)) + 1, len(ordered))
    looked_at = np.linspace(0, 1, POINTS)
    counts = np.append(0, np.cumsum(hits)[ends - 1]) / max(int(hits.sum()), 1)
    found = np.interp(looked_at, np.append(0, ends) / len(hits), counts)
    return Gains(str(positive), tuple(looked_at.tolist()), tuple(found.tolist()), float(hits.mean()))


def lift_at(info: Gains, share: float) -> float:
    """Says how many times more cases are found than by chance when this share of the rows is looked at."""
    return float(np.interp(share, info.looked_at, info.found) / share)


def figure(info: Gains) -> style.Figure:
    """Draws the cases found against the rows looked at, beside the line of chance."""
    traces = [
        {
            "type": "scatter", "mode": "lines", "x": list(info.looked_at), "y": list(info.found), "name": "this model",
            "hovertemplate": "%{x:.0%} of the rows hold %{y:.0%} of the cases<extra></extra>",
        },
        {"type": "scatter", "mode": "lines", "x": [0, 1], "y": [0, 1], "name": "by chance", "line": {"dash": "dot", "color": style.INK}},
    ]  # fmt: skip
    x = style.axis("rows looked at, likeliest first", range=[0, 1], tickformat=".0%")
    return style.figure(traces, x, style.axis(f"found of “{info.name}”", range=[0, 1.02], tickformat=".0%"))


def alt(info: Gains) -> str:
    """Says what the likeliest tenth and half of the rows hold."""
    tenth, half = (float(np.interp(share, info.looked_at, info.found)) for share in (0.1, 0.5))
    return (
        f"The likeliest 10 % of the rows hold {style.share(tenth)} of all “{style.short(info.name)}” "
        f"({lift_at(info, 0.1):.1f} times as many as by chance), the likeliest half {style.share(half)}."
    )
