"""A pipeline's operations compiled: calls on the frame, a split, and one unfitted estimator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.operations import Apply, Fit, Operation, Operations, Read, Resample, Set, Train, Wrap


@dataclass(frozen=True)
class Compiled:
    """What the operations amount to, in the order in which they are carried out."""

    read: Read | None
    calls: tuple[Apply, ...]
    fields: Mapping[str, Any]
    chain: tuple[Fit | Resample, ...]
    train: Train | None
    wraps: tuple[Wrap, ...] = field(default=())

    @property
    def target(self) -> str | None:
        """The column to predict, or None."""
        return self.fields.get("target")

    @property
    def task(self) -> str | None:
        """What is to be done: classification, regression, clustering or anomaly_detection; None while undecided."""
        return self.fields.get("task")

    @property
    def split(self) -> Mapping[str, Any] | None:
        """The arguments of the declared split, or None."""
        return self.fields.get("split")

    @property
    def folds_by(self) -> str | None:
        """The column with the time or the group of each row, where the declared split keeps to one."""
        split = self.split or {}
        return split["column"] if split.get("strategy") in {"time", "group", "stratified_group"} else None

    @property
    def cross_validation(self) -> Mapping[str, Any] | None:
        """The folds on which the model as it stands was judged, or None."""
        return self.fields.get("cross_validation")

    def features(self, columns: Iterable[str]) -> list[str]:
        """Names the feature columns among the frame's columns: the chosen ones, else all but the target."""
        chosen = self.fields.get("features")
        return [name for name in columns if name != self.target and (chosen is None or name in chosen)]


def compile_operations(operations: Iterable[Operation]) -> Compiled:
    """Sorts operations into frame calls, settings, the learned chain and the model; later settings win.

    Of several models only the last one is kept, with what was wrapped around it afterwards; wraps said before any model
    (a target transform) hold for every model. A threshold stands outermost, and a wrap takes the place of an earlier one
    of its name; folds on which an earlier model was judged are forgotten.
    """
    read: Read | None = None
    calls: list[Apply] = []
    fields: dict[str, Any] = {}
    chain: list[Fit | Resample] = []
    train: Train | None = None
    standing: list[Wrap] = []
    around: list[Wrap] = []
    for operation in operations:
        match operation:
            case Read():
                read = operation
            case Apply():
                calls.append(operation)
            case Set():
                fields[operation.field] = _merged(fields.get(operation.field), operation.value)
            case Fit() | Resample():
                chain.append(operation)
            case Train():
                train, around = operation, []
                fields.pop("cross_validation", None)
            case Wrap(slot="regressor"):
                standing.append(operation)
            case Wrap():
                around = [wrap for wrap in around if wrap.name != operation.name] + [operation]
                fields.pop("cross_validation", None)
    around.sort(key=lambda wrap: wrap.name == "threshold")
    return Compiled(read, tuple(calls), fields, tuple(chain), train, (*standing, *around))


def _merged(old: Any, new: Any) -> Any:
    return {**old, **new} if isinstance(old, dict) and isinstance(new, dict) and "strategy" not in new else new


def build_estimator(compiled: Compiled, features: list[str]) -> Any:
    """Builds the one unfitted estimator of a compiled pipeline, from raw feature columns to predictions.

    Raises ValueError where the operations hold no model.
    """
    if compiled.train is None:
        raise ValueError("these steps train no model")
    if compiled.train.members:
        estimator = compiled.train.estimator
        members = [(name, _member(operations, features)) for name, operations in compiled.train.members]
        several = "estimators" in estimator.get_params(deep=False)
        estimator = _cloned(estimator).set_params(**({"estimators": members} if several else {"estimator": members[0][1]}))
    else:
        steps = [*preparation(compiled, features), ("model", _cloned(compiled.train.estimator))]
        estimator = _pipeline(steps, any(isinstance(part, Resample) for part in compiled.chain))
    for wrap in compiled.wraps:
        estimator = _cloned(wrap.estimator).set_params(**{wrap.slot: estimator})
    return estimator


def preparation(compiled: Compiled, features: list[str]) -> list[tuple[str, Any]]:
    """Lists the named steps before the model: the guard against later gaps, then what was said, then balancing.

    Behind a step that may itself leave gaps in later records stands a guard for these, and before one that has no value for
    some numbers a guard against them.
    """
    from engine.estimators.fill_unexpected_missing import FillUnexpectedMissing
    from engine.estimators.on_columns import OnColumns

    steps: list[tuple[str, Any]] = []
    guard = _guard(compiled, features)
    if guard is not None:
        steps.append(("fill_unexpected_gaps", guard))
    balancing = [part for part in compiled.chain if isinstance(part, Resample) and part.balances]
    said = [part for part in compiled.chain if part not in balancing]
    for number, part in enumerate([*said, *balancing[-1:]], start=1):
        if isinstance(part, Fit) and part.defined_for:
            steps.append((f"fill_unexpected_gaps_{number}", OnColumns(FillUnexpectedMissing(part.defined_for), list(part.columns or ()))))
        steps.append((f"{part.name}_{number}", learned_step(part)))
        guard = _guard(compiled, part.gaps) if isinstance(part, Fit) else None
        if guard is not None:
            steps.append((f"fill_unexpected_gaps_{number}", guard))
    return steps


def learned_step(part: Fit | Resample) -> Any:
    """Makes the unfitted pipeline step of one learned operation."""
    from engine.estimators.on_columns import OnColumns

    if isinstance(part, Resample):
        return _cloned(part.sampler)
    if part.columns is None:
        return _cloned(part.transformer)
    return OnColumns(_cloned(part.transformer), list(part.columns))


def _guard(compiled: Compiled, features: Iterable[str]) -> Any:
    """Records that come later may have gaps where no training row had one: the guard fills these and no others."""
    from engine.estimators.fill_unexpected_missing import FillUnexpectedMissing
    from engine.estimators.on_columns import OnColumns

    if compiled.train is None or compiled.train.takes_missing:
        return None
    filled = {name for part in compiled.chain if isinstance(part, Fit) and part.fills for name in part.touched}
    guarded = [name for name in features if name not in filled]
    return OnColumns(FillUnexpectedMissing(), guarded) if guarded else None


def _member(operations: Operations, features: list[str]) -> Any:
    """A member is taken without what stands around it: the whole ensemble gets the target transform once."""
    return build_estimator(replace(compile_operations(operations), wraps=()), features)


def _pipeline(steps: list[tuple[str, Any]], resamples: bool) -> Any:
    if resamples:
        from imblearn.pipeline import Pipeline as SamplingPipeline

        return SamplingPipeline(steps)
    from sklearn.pipeline import Pipeline

    return Pipeline(steps)


def _cloned(estimator: Any) -> Any:
    from sklearn.base import clone

    return clone(estimator)
