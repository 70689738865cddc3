"""How a search for parameters went, and which of them mattered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.metrics import Metric
from engine.plots import style

LEAST_TRIALS = 5
MOST_PARAMETERS = 8


@dataclass(frozen=True)
class History:
    """The score of each trial that was finished, the best so far, and how strongly each parameter moved the score."""

    metric: str
    trials: tuple[int, ...]
    scores: tuple[float, ...]
    best: tuple[float, ...]
    influence: dict[str, float]
    given_up: int


def info(found: Sequence[Mapping[str, Any]], metric: Metric) -> History:
    """Orders the recorded trials as they were tried; those given up early are counted only.

    The influence of a parameter is its absolute rank correlation with the score (0 to 1; categories are ranked by their
    mean score), measured from five trials on.
    """
    whole = [(number, trial) for number, trial in enumerate(found) if not trial["given_up"]]
    scores = np.array([trial["score"] for _, trial in whole], dtype=float)
    best = np.maximum.accumulate(scores) if metric.greater_is_better else np.minimum.accumulate(scores)
    return History(
        metric.label, tuple(number for number, _ in whole), tuple(scores.tolist()), tuple(best.tolist()),
        _influence([trial["params"] for _, trial in whole], scores), len(found) - len(whole),
    )  # fmt: skip


def _influence(params: list[Mapping[str, Any]], scores: np.ndarray[Any, Any]) -> dict[str, float]:
    if len(params) < LEAST_TRIALS:
        return {}
    table = pd.DataFrame([{name: value if isinstance(value, int | float) else str(value) for name, value in each.items()} for each in params])
    score = pd.Series(scores)
    found = {}
    for name in table.columns:
        values = table[name]
        if not pd.api.types.is_numeric_dtype(values):
            values = score.groupby(values.astype(str)).transform("mean")
        # The model as it was may leave a parameter at its default.
        known = values.notna()
        if values[known].nunique() > 1 and score[known].nunique() > 1:
            found[str(name)] = abs(float(values[known].rank().corr(score[known].rank())))
    return dict(sorted(found.items(), key=lambda item: -item[1])[:MOST_PARAMETERS])


def figure(info: History) -> style.Figure:
    """Draws trials as points with the best so far as a line; beside them the influence of the parameters."""
    traces: list[dict[str, Any]] = [
        {"type": "scatter", "mode": "markers", "name": "a trial", "x": list(info.trials), "y": style.numbers(info.scores), "hovertemplate": "trial %{x}: %{y:.4g}<extra></extra>"},
        {"type": "scatter", "mode": "lines", "name": "best so far", "x": list(info.trials), "y": style.numbers(info.best), "line": {"shape": "hv"}, "hovertemplate": "%{y:.4g}<extra></extra>"},
    ]
    layout: dict[str, Any] = {}
    if info.influence:
        traces.append({
            "type": "bar", "orientation": "h", "x": style.numbers(info.influence.values()), "y": style.labels(info.influence),
            "xaxis": "x2", "yaxis": "y2", "showlegend": False, "marker": {"color": style.PALETTE[2], "line": {"width": 0}},
            "hovertemplate": "%{y}: %{x:.2f}<extra></extra>",
        })  # fmt: skip
        layout = {
            "xaxis2": style.axis("moves the score", domain=[0.72, 1], anchor="y2", range=[0, 1]),
            "yaxis2": style.axis(type="category", autorange="reversed", anchor="x2", showgrid=False),
        }
    x = style.axis("trial (0 is the model as it was)", **({"domain": [0, 0.52]} if info.influence else {}))
    return style.figure(traces, x, style.axis(info.metric), **layout)


def alt(info: History) -> str:
    """Says what the search gained, when, and which parameters mattered."""
    if not info.scores:
        return "No trial was finished."
    first = info.best.index(info.best[-1])
    if info.trials[first] == 0:
        said = f"{info.metric} stays at {info.scores[0]:.4g}, as it was: none of the {info.trials[-1]} tried is better."
    else:
        said = f"{info.metric} went from {info.scores[0]:.4g} to {info.best[-1]:.4g}, reached in trial {info.trials[first]} of {info.trials[-1]}."
    if info.given_up:
        said += f" {info.given_up} hopeless trials were given up early."
    strong = [f"{style.short(name)} ({size:.2f})" for name, size in list(info.influence.items())[:3]]
    return said + (f" The score moved most with {', '.join(strong)}." if strong else "")
