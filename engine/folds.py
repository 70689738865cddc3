"""Scores on folds of the training rows, under the one declared strategy; validation and test rows stay untouched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Any

import numpy as np
import pandas as pd
from sklearn.base import clone
from threadpoolctl import threadpool_limits

from engine.compiled import Compiled, build_estimator
from engine.estimators.group_folds import GroupFolds
from engine.estimators.random_folds import RandomFolds
from engine.estimators.stratified_folds import StratifiedFolds
from engine.estimators.stratified_group_folds import StratifiedGroupFolds
from engine.estimators.time_folds import TimeFolds
from engine.functions.cross_validate import judge_fold
from engine.scoring import Scoring, scoring_for
from engine.snapshot import declared_parts

Scores = Mapping[str, float]
FOLDS: Mapping[str, Callable[[int, int], Any]] = {
    "random": RandomFolds,
    "stratified": StratifiedFolds,
    "time": lambda folds, seed: TimeFolds(folds),
    "group": GroupFolds,
    "stratified_group": StratifiedGroupFolds,
}
"""How folds are made under each strategy, of their number and the seed."""


def fold_strategy(compiled: Compiled) -> str:
    """Says how folds are made: as the split was declared; where it is the user's own column, by lot."""
    declared = str((compiled.split or {}).get("strategy", "column"))
    if declared != "column":
        return declared
    return "stratified" if compiled.task == "classification" else "random"


def declared_folds(compiled: Compiled, folds: int = 5, strategy: str | None = None) -> Any:
    """Makes the folds for this pipeline's training rows, with the seed of its split."""
    seed = (compiled.split or {}).get("seed", 42)
    return FOLDS[strategy or fold_strategy(compiled)](folds, seed)


@dataclass(frozen=True)
class FoldedRows:
    """The training rows of a pipeline, with the positions that each fold learns from and is judged on."""

    X: pd.DataFrame
    y: Any
    task: str
    scoring: Scoring
    folds: Sequence[tuple[Any, Any]]

    def scores(self, estimator: Any) -> Iterator[Scores]:
        """Fits a copy on each fold in turn and gives its metrics; whoever has seen enough may stop."""
        for learned, judged in self.folds:
            with threadpool_limits(limits=1):
                yield judge_fold(estimator, self.X, self.y, learned, judged, self.scoring)


    def said(self, estimator: Any) -> tuple[Any, Any]:
        """Gives the rows that some fold judges, and what copies that did not see them say: probabilities, else numbers."""
        rows, answers = [], []
        for learned, judged in self.folds:
            with threadpool_limits(limits=1):
                fitted = clone(estimator).fit(self.X.iloc[learned], self.y[learned])
                method = fitted.predict_proba if self.task == "classification" else fitted.predict
                answers.append(method(self.X.iloc[judged]))
            rows.append(judged)
        return np.concatenate(rows), np.concatenate(answers)


def folded_rows(frame: pd.DataFrame, compiled: Compiled, folds: Any) -> FoldedRows:
    """Divides the training rows of a pipeline into folds. Raises ValueError in words where they are too few."""
    parts = declared_parts(frame, compiled) or {"train": list(range(len(frame)))}
    rows = frame.iloc[parts["train"]]
    rows = rows if compiled.folds_by is None else rows.set_axis(rows[compiled.folds_by], axis=0)
    X, y = rows[compiled.features(frame.columns)], rows[compiled.target].to_numpy()
    scoring = scoring_for(compiled.task, compiled.fields.get("positive"))
    return FoldedRows(X, y, str(compiled.task), scoring, list(folds.split(X, y)))


def estimator_of(frame: pd.DataFrame, compiled: Compiled) -> Any:
    """Builds the unfitted estimator of a pipeline for this frame."""
    return build_estimator(compiled, compiled.features(frame.columns))


def spread(scores: Sequence[Scores]) -> dict[str, dict[str, float]]:
    """Gives the mean and the standard deviation over folds of each metric that all folds have."""
    names = [name for name in scores[0] if all(name in fold for fold in scores)] if scores else []
    columns = {name: [fold[name] for fold in scores] for name in names}
    return {
        "mean": {name: fmean(values) for name, values in columns.items()},
        "sd": {name: stdev(values) if len(values) > 1 else 0.0 for name, values in columns.items()},
    }
