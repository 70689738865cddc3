"""Scores on folds, kept with the experiment: measured once for the same steps and folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import FIT_FAULTS
from tools.base import Report, ToolCall, UserError
from tools.experiment import Experiment
from tools.infinite import infinite_values

if TYPE_CHECKING:
    from engine.compiled import Compiled


def cross_validated(
    experiment: Experiment,
    compiled: Compiled,
    run_key: str,
    key: str,
    folds: int,
    strategy: str | None,
    report: Report,
) -> Experiment:
    """Adds the fold scores of this pipeline to the experiment, visible as long as the steps of `key` stand.

    Raises UserError where a fold cannot be learned from.
    """
    if any(result["key"] == key and result["kind"] == "cross_validation" for result in experiment.document["results"]):
        return experiment
    from engine.folds import declared_folds, estimator_of, fold_strategy, folded_rows, spread
    from engine.settling import settling_watched

    frame = experiment.frame
    try:
        rows = folded_rows(frame, compiled, declared_folds(compiled, folds, strategy))
        scores = []
        with settling_watched() as unsettled:
            for number, found in enumerate(rows.scores(estimator_of(frame, compiled)), start=1):
                scores.append(dict(found))
                report(number / len(rows.folds), f"fold {number} of {len(rows.folds)}")
    except FIT_FAULTS as problem:
        from tools.library_words import first_sentence

        known = infinite_values(experiment, problem, "Learning from folds")
        raise known or UserError("training_failed", f"A fold could not be learned from: {first_sentence(problem)}.", "Fewer folds may work, or merging rare classes, or another model.", ToolCall(tool="list_models")) from problem
    result = {"kind": "cross_validation", "key": key, "run": run_key, "strategy": strategy or fold_strategy(compiled), "scores": scores, **({"unsettled": True} if unsettled else {}), **spread(scores)}
    return experiment.with_document(results=[*experiment.document["results"], result])
