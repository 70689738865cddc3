"""The table as it stands after the steps: the frame that models learn from, and the view that people look at.

The frame holds the rows and columns after the plain calls. The view is the frame after the learned steps, fitted on the
training rows where a split is declared and on all rows before that: it is for showing only, and no run uses it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd
from threadpoolctl import threadpool_limits

from engine.compiled import Compiled, compile_operations, learned_step
from engine.kinds import describe_columns
from engine.operations import Apply, Fit, Operation, Set
from engine.sources import sources_of
from engine.split import split_rows
from engine.stages import Report, Stages, unheard

ColumnEntry = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """What the steps so far have made of one dataset."""

    raw: pd.DataFrame
    frame: pd.DataFrame
    view: pd.DataFrame
    columns: tuple[ColumnEntry, ...]
    """The view's schema, in order."""
    sources: tuple[ColumnEntry, ...]
    """The frame's schema, in order."""
    operations: tuple[Operation, ...] = ()
    compiled: Compiled = field(default_factory=lambda: compile_operations(()))
    parts: Mapping[str, Any] | None = None
    """Row positions of train, validation and test, where a split is declared."""

    @cached_property
    def bytes(self) -> dict[int, int]:
        """How much memory each of its tables holds, roughly; snapshots share tables, so it goes by their identity."""
        tables = {id(table): table for table in (self.raw, self.frame, self.view)}
        return {identity: int(table.memory_usage(deep=False).sum()) for identity, table in tables.items()}


def first_snapshot(frame: pd.DataFrame, columns: Sequence[ColumnEntry], operations: Sequence[Operation]) -> Snapshot:
    """Starts from a table as it was read, with the schema that was found when it was read."""
    entries = tuple(columns)
    return Snapshot(
        raw=frame,
        frame=frame,
        view=frame,
        columns=entries,
        sources=entries,
        operations=tuple(operations),
        compiled=compile_operations(operations),
    )


Shown = tuple[pd.DataFrame, tuple[ColumnEntry, ...]]
"""A view and its schema."""
CHANGE_WHAT_IS_LEARNED = {"split", "target", "task", "features"}


def fitted_for(snapshot: Snapshot, operations: Sequence[Operation]) -> list[Fit]:
    """Lists the learned steps that are fitted to show the table after these operations: the new ones, or all of them."""
    new = [operation for operation in operations if isinstance(operation, Fit)]
    all_anew = any(isinstance(operation, Apply) or (isinstance(operation, Set) and operation.field in CHANGE_WHAT_IS_LEARNED) for operation in operations)
    return [*(part for part in snapshot.compiled.chain if all_anew and isinstance(part, Fit)), *new]


def extend(snapshot: Snapshot, operations: Sequence[Operation], shown: Shown | None = None, report: Report = unheard) -> Snapshot:
    """Carries the table on by the operations of one more step; `shown` is its view where that is known already.

    `report` is told how much of the view is prepared, and what is being done.

    Raises Refusal or ValueError, in words, where the step does not fit the table; the given snapshot stays as it was.
    """
    everything = (*snapshot.operations, *operations)
    compiled = compile_operations(everything)
    frame, sources = snapshot.frame, snapshot.sources
    for operation in operations:
        if isinstance(operation, Apply):
            frame = operation.function(frame, **operation.arguments)
            sources = _schema_after(operation, frame, sources)
    sources = _with_kinds(sources, compiled.fields.get("kinds", {}))
    split_changed = any(isinstance(operation, Set) and operation.field == "split" for operation in operations)
    frame_changed = frame is not snapshot.frame
    parts = snapshot.parts
    if split_changed or (frame_changed and compiled.split):
        parts = declared_parts(frame, compiled)
    learned = [operation for operation in operations if isinstance(operation, Fit)]
    other_columns = any(isinstance(operation, Set) and operation.field in {"target", "task", "features"} for operation in operations)
    if shown is not None:
        view, columns = shown
    elif frame_changed or ((split_changed or other_columns) and compiled.chain):
        view, columns = _view(frame, sources, [part for part in compiled.chain if isinstance(part, Fit)], compiled, parts, report)
    elif learned:
        view, columns = _view(snapshot.view, snapshot.columns, learned, compiled, parts, report)
    else:
        view, columns = snapshot.view, _with_kinds(snapshot.columns, compiled.fields.get("kinds", {}))
    return Snapshot(snapshot.raw, frame, view, columns, sources, everything, compiled, parts)


def declared_parts(frame: pd.DataFrame, compiled: Compiled) -> Mapping[str, Any] | None:
    """Gives the row positions of each part under the declared split, or None where there is none."""
    return split_rows(frame, target=compiled.target, **compiled.split) if compiled.split else None


def _view(
    frame: pd.DataFrame,
    entries: Sequence[ColumnEntry],
    learned: Sequence[Fit],
    compiled: Compiled,
    parts: Mapping[str, Any] | None,
    report: Report,
) -> tuple[pd.DataFrame, tuple[ColumnEntry, ...]]:
    view, columns = frame, tuple(entries)
    stages = Stages(learned, report)
    given = {entry["name"] for entry in entries if entry.get("reason") != "made by a step"}
    target = compiled.target if compiled.target in frame.columns else None
    left_out = _left_out(entries, compiled, given)
    for part in learned:
        features = view.drop(columns=[target]) if target else view
        aside = _aside(part, features, compiled, columns, given)
        features = features.drop(columns=aside)
        labels = view[target] if target else None
        rows = slice(None) if parts is None else parts["train"]
        known = slice(None) if labels is None else labels.iloc[rows].notna().to_numpy()
        step = learned_step(part)
        training = features.iloc[rows].loc[known]
        stages.begin(part, len(training))
        with threadpool_limits(limits=1):
            step.fit(training, None if labels is None else labels.iloc[rows].loc[known])
            shown = stages.applied(step, features)
        left_out |= {name for name, made_of in sources_of(step).items() if not left_out.isdisjoint(made_of)}
        if aside:
            shown = pd.concat([view[aside], shown], axis=1)
        if target and labels is not None:
            place = min(list(view.columns).index(target), shown.shape[1])
            shown.insert(place, target, labels)
        columns = _schema_after_learning(part, shown, columns)
        view = shown
    return view, tuple(entry | {"left_out": True} if entry["name"] in left_out and entry["name"] not in given else entry for entry in columns)


def _left_out(entries: Sequence[ColumnEntry], compiled: Compiled, given: set[str]) -> set[str]:
    """Names the columns that no model is given because others were chosen, and what steps made of them."""
    chosen = compiled.fields.get("features")
    return {entry["name"] for entry in entries if entry.get("left_out") or (chosen is not None and entry["name"] in given and entry["name"] not in (*chosen, compiled.target))}


def _aside(
    part: Fit, features: pd.DataFrame, compiled: Compiled, entries: Sequence[ColumnEntry], given: set[str]
) -> list[str]:
    """A step on the whole table of features must not see columns that no model is given: ids and what was left out."""
    if part.columns is not None:
        return []
    chosen = compiled.fields.get("features")
    ids = {entry["name"] for entry in entries if entry["kind"] == "id"}
    return [name for name in features.columns if name in ids or (chosen is not None and name in given and name not in chosen)]


def _schema_after(operation: Apply, frame: pd.DataFrame, entries: Sequence[ColumnEntry]) -> tuple[ColumnEntry, ...]:
    """Describes anew only what the call touched; kinds that were known are kept."""
    known = {entry["name"]: entry for entry in entries}
    renamed = operation.arguments.get("names", {}) if operation.reads and operation.writes else {}
    for old, new in renamed.items() if isinstance(renamed, Mapping) else ():
        if old in known:
            known[new] = known[old] | {"name": new}
    touched = set(frame.columns) if operation.selects_rows else set(operation.writes)
    return _described(frame, known, touched)


def _schema_after_learning(part: Fit, view: pd.DataFrame, entries: Sequence[ColumnEntry]) -> tuple[ColumnEntry, ...]:
    known = {entry["name"]: entry for entry in entries}
    touched = set(part.touched)
    described = _described(view, known, touched)
    made = {name for name in view.columns if name not in known or (name in touched and part.kind)}
    return tuple(
        entry | {"kind": part.kind, "reason": "made by a step", "one_scale": part.one_scale} if part.kind and entry["name"] in made else entry
        for entry in described
    )


def _described(
    frame: pd.DataFrame, known: Mapping[str, ColumnEntry], touched: set[str]
) -> tuple[ColumnEntry, ...]:
    anew = [name for name in frame.columns if name in touched or name not in known]
    fresh = {entry["name"]: entry for entry in describe_columns(frame[anew])} if anew else {}
    entries = []
    for name in frame.columns:
        entry = fresh.get(name, known.get(name))
        if name in known and name in fresh and _same_type(known[name]["dtype"], fresh[name]["dtype"]):
            entry = fresh[name] | {"kind": known[name]["kind"], "reason": known[name].get("reason", "")}
        entries.append(entry)
    return tuple(entry for entry in entries if entry is not None)


def _same_type(before: str, after: str) -> bool:
    """Text that became numbers is looked at anew; whole numbers that became fractions are what they were."""
    numbers = ("int", "uint", "float", "bool")
    return before == after or (before.startswith(numbers) and after.startswith(numbers))


def _with_kinds(entries: Sequence[ColumnEntry], kinds: Mapping[str, str]) -> tuple[ColumnEntry, ...]:
    """Explicit kinds win everywhere."""
    return tuple(
        entry | {"kind": kinds[entry["name"]], "reason": "you said so"}
        if entry["name"] in kinds and entry["kind"] != kinds[entry["name"]] and entry.get("reason") != "made by a step"
        else entry
        for entry in entries
    )
