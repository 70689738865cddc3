"""One run: the compiled pipeline fitted on the training rows and scored on every part."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from engine import price
from engine.compiled import Compiled, build_estimator
from engine.functions.fit_and_score import fit_and_score
from engine.operations import Fit
from engine.scoring import Scoring, scoring_for
from engine.settling import settling_watched
from engine.snapshot import declared_parts

Report = Callable[[float, str], None]
LEARNING, SCORING, SCORED = 0.1, 0.5, 0.8
"""How far the bar of a training is when it learns, when it has learned, and when every part is scored."""


@dataclass(frozen=True)
class FittedRun:
    """A fitted estimator with what it scored, and the rows that it was given."""

    estimator: Any
    metrics: Mapping[str, Mapping[str, float]]
    features: list[str]
    parts: Mapping[str, Any]
    seconds: float
    unsettled: bool = False
    """Whether a search for the best weights was cut off when its rounds were up."""


def fit_run(frame: pd.DataFrame, compiled: Compiled, report: Report, parts: Mapping[str, Any] | None = None) -> FittedRun:
    """Fits the compiled pipeline on the training rows of this frame and scores every part.

    `frame` is the table after the plain calls, `parts` the row positions under the declared split where they are at hand.
    Without a declared split all rows are for training, as for clusters.
    Raises Refusal or ValueError in words where the data do not suffice.
    """
    features = compiled.features(frame.columns)
    parts = parts or declared_parts(frame, compiled) or {"train": list(range(len(frame)))}
    estimator = build_estimator(compiled, features)
    report(LEARNING, f"learning from {len(parts['train']):,} rows{_long_preparation(compiled)}")
    started = time.perf_counter()
    table = frame if compiled.folds_by is None else frame.set_axis(frame[compiled.folds_by], axis=0)
    y = None if compiled.target is None else table[compiled.target].to_numpy()
    scoring = _told(scoring_for(compiled.task, compiled.fields.get("positive")), sum(bool(len(rows)) for rows in parts.values()), report)
    with settling_watched() as unsettled:
        metrics = fit_and_score(estimator, table[features], y, parts, scoring)
    return FittedRun(estimator, metrics, features, parts, time.perf_counter() - started, bool(unsettled))


def _long_preparation(compiled: Compiled) -> str:
    """Says that the rows are prepared anew to learn from, where that takes long."""
    seconds = sum(part.seconds for part in compiled.chain if isinstance(part, Fit))
    return f"; preparing them takes {price.duration(seconds)}, and they are prepared again to be scored" if seconds >= price.PATIENT_SECONDS else ""


def _told(scoring: Scoring, samples: int, report: Report) -> Scoring:
    """Tells of each part of the rows that is scored; the first one ends the learning."""
    done = 0

    def told(estimator: Any, X: pd.DataFrame, y: Any) -> Mapping[str, float]:
        nonlocal done
        report(SCORING + (SCORED - SCORING) * done / samples, f"scoring {len(X):,} rows")
        done += 1
        return scoring(estimator, X, y)

    return told
