"""Whether a probability of 70 % comes true in 70 of 100 cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.plots import style
from engine.plots.one_class import class_scores

BINS = 10


@dataclass(frozen=True)
class Calibration:
    """For each bin of about equally many rows: the mean probability that was said, the share that came true, the rows.

    `gap` is the expected calibration error: the average distance between the two, weighted by rows (fraction).
    """

    name: str
    said: tuple[float, ...]
    came: tuple[float, ...]
    rows: tuple[int, ...]
    gap: float


def info(truth: Any, scores: Any, classes: list[Any], positive: Any = None) -> Calibration:
    """Puts the rows into at most ten bins by the probability of the class: of two, the one looked for, or else the second;
    of more, the one that was said. Rows of one probability are in one bin: what tells them apart is chance."""
    scores = np.asarray(scores)
    if len(classes) == 2:
        ((asked, chances),) = class_scores(scores, classes, positive)
        name, hits = str(asked), np.asarray(truth) == asked
    else:
        told = np.asarray(classes)[scores.argmax(axis=1)]
        name, chances, hits = "the class that was said", scores.max(axis=1), np.asarray(truth) == told
    order = np.argsort(chances, kind="stable")
    said, came, rows = [], [], []
    for part in np.split(order, _cuts(chances[order])):
        said.append(float(chances[part].mean()))
        came.append(float(hits[part].mean()))
        rows.append(len(part))
    gap = float(np.average(np.abs(np.subtract(said, came)), weights=rows))
    return Calibration(name, tuple(said), tuple(came), tuple(rows), gap)


def _cuts(ordered: Any) -> Any:
    """Gives the places at which about equally many rows are cut off, each moved to the end of the probability that it falls into."""
    even = np.linspace(0, len(ordered), min(BINS, len(ordered)) + 1)[1:-1].astype(int)
    cuts = np.unique(np.searchsorted(ordered, ordered[even - 1], side="right"))
    return cuts[cuts < len(ordered)]


def figure(info: Calibration) -> style.Figure:
    """Draws what came true against what was said, beside the line on which both are equal."""
    traces = [
        {
            "type": "scatter", "mode": "lines+markers", "x": list(info.said), "y": list(info.came), "customdata": list(info.rows),
            "name": "this model", "hovertemplate": "said %{x:.0%}, came true %{y:.0%} (%{customdata:,} rows)<extra></extra>",
        },
        {"type": "scatter", "mode": "lines", "x": [0, 1], "y": [0, 1], "name": "as said", "line": {"dash": "dot", "color": style.INK}},
    ]  # fmt: skip
    x = style.axis("probability that was said", range=[0, 1], tickformat=".0%")
    return style.figure(traces, x, style.axis("came true", range=[0, 1.02], tickformat=".0%"))


def alt(info: Calibration) -> str:
    """Says how far probabilities are from what comes true."""
    worst = int(np.argmax(np.abs(np.subtract(info.said, info.came))))
    return (
        f"Probabilities of {style.short(info.name, 40)} are off by {style.share(info.gap)} on average; furthest where "
        f"{style.share(info.said[worst])} was said and {style.share(info.came[worst])} came true."
    )
