"""Steps to tables: plans each recorded step in turn, and keeps the tables of recent steps at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.base import Report, ToolCall

if TYPE_CHECKING:
    from engine.operations import Operation
    from engine.snapshot import Snapshot
    from tools.experiment import Experiment

CACHE_BYTES = 1_500_000_000
CACHE_COUNT = 64
_cache: OrderedDict[tuple[str, str], Snapshot] = OrderedDict()


def snapshot_of(experiment: Experiment, report: Report | None = None) -> Snapshot:
    """Gives the table as it stands after the experiment's steps, computing only what is not at hand.

    `report` is told how far a step is whose table takes long to prepare.
    """
    steps = experiment.steps
    missing = []
    snapshot = None
    while steps:
        name = _name(experiment, steps)
        if name in _cache:
            snapshot = _cache[name]
            _cache.move_to_end(name)
            break
        missing.append(steps)
        steps = steps[:-1]
    for upto in reversed(missing):
        snapshot = _after(experiment.with_document(steps=upto), snapshot, report)
        keep(experiment.with_document(steps=upto), snapshot)
    if snapshot is None:
        from tools.base import UserError

        raise UserError("no_data", "There is no data yet.", "Load a file or a sample first.", ToolCall(tool="list_samples"))
    return snapshot


def keep(experiment: Experiment, snapshot: Snapshot) -> None:
    """Keeps a table at hand; the ones not asked for longest give way."""
    name = _name(experiment, experiment.steps)
    _cache[name] = snapshot
    _cache.move_to_end(name)
    while len(_cache) > CACHE_COUNT or (len(_cache) > 1 and _bytes() > CACHE_BYTES):
        _cache.popitem(last=False)


def _bytes() -> int:
    """How much memory all tables at hand hold; one that several steps share counts once."""
    return sum({identity: size for kept in _cache.values() for identity, size in kept.bytes.items()}.values())


def plan_step(experiment: Experiment) -> list[Operation]:
    """Plans the last step of an experiment, as the ones before it left the table."""
    from tools.catalog import find_tool

    step = experiment.steps[-1]
    tool = find_tool(step["tool"])
    return tool.plan(tool.Arguments.model_validate(step["args"]), experiment.with_document(steps=experiment.steps[:-1]))


def seconds_to_show(experiment: Experiment, operations: Sequence[Operation]) -> float:
    """Predicts how long it takes to show the table after these operations."""
    from engine.snapshot import fitted_for

    return sum(part.seconds for part in fitted_for(experiment.snapshot, operations))


def _after(experiment: Experiment, before: Snapshot | None, report: Report | None) -> Snapshot:
    from engine.price import PATIENT_SECONDS
    from engine.snapshot import extend, first_snapshot, fitted_for
    from engine.stages import unheard
    from tools.data.load_data import opened
    from tools.kept_views import keep_view, kept_view

    operations = plan_step(experiment)
    if before is None:
        frame, columns = opened(experiment)
        return first_snapshot(frame, columns, operations)
    if sum(part.seconds for part in fitted_for(before, operations)) < PATIENT_SECONDS:
        return extend(before, operations)
    shown = kept_view(experiment)
    after = extend(before, operations, shown, _titled(report, experiment) if report else unheard)
    if shown is None:
        keep_view(experiment, after)
    return after


def _titled(report: Report, experiment: Experiment) -> Report:
    """Tells with what is done what it is done for: the step that was asked for."""
    title = experiment.steps[-1]["title"]
    return lambda fraction, text: report(fraction, f"{title}: {text}")


def _name(experiment: Experiment, steps: list[dict[str, object]]) -> tuple[str, str]:
    from tools.experiment import steps_key

    return str(Path(experiment.home)), steps_key(steps)
