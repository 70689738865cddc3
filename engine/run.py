"""One run: the compiled pipeline fitted on the training rows and scored on every part."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from engine.compiled import Compiled, build_estimator
from engine.functions.fit_and_score import fit_and_score
from engine.scoring import scoring_for
from engine.settling import settling_watched
from engine.snapshot import declared_parts

Report = Callable[[float, str], None]


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
    report(0.1, f"learning from {len(parts['train']):,} rows")
    started = time.perf_counter()
    table = frame if compiled.folds_by is None else frame.set_axis(frame[compiled.folds_by], axis=0)
    y = None if compiled.target is None else table[compiled.target].to_numpy()
    scoring = scoring_for(compiled.task, compiled.fields.get("positive"))
    with settling_watched() as unsettled:
        metrics = fit_and_score(estimator, table[features], y, parts, scoring)
    return FittedRun(estimator, metrics, features, parts, time.perf_counter() - started, bool(unsettled))
