"""What must hold of every tool when it is carried out, with every value of its enumerated arguments."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy

import pandas as pd
import pytest

from codegen.source import source_of
from engine.operations import Apply, Fit, Operation, Read, Resample, Set, Train, Wrap
from tests.checks.conftest import Tried
from tests.checks.examples import Case, cases
from tests.tools.gate import Session
from tools import history
from tools.experiment import Experiment
from tools.history import plan_step

CarriedOut = Callable[[Case], Tried]
CASES = [pytest.param(case, id=str(case)) for case in cases()]
STEPS = [pytest.param(case, id=str(case)) for case in cases() if case.tool.records or case.tool.expands]
LOOKS = [pytest.param(case, id=str(case)) for case in cases() if not (case.tool.records or case.tool.expands or case.tool.edits)]


@pytest.mark.parametrize("case", CASES)
def test_its_answer_is_json_with_something_to_read(case: Case, carried_out: CarriedOut) -> None:
    _, _, result = carried_out(case)
    json.dumps(result, allow_nan=False)
    assert result["said"] or result["blocks"]
    assert all(block["type"] in {"text", "table", "plot", "form", "file", "metrics", "options"} for block in result["blocks"])
    assert all(block["alt"] for block in result["blocks"] if block["type"] == "plot")


@pytest.mark.parametrize("case", LOOKS)
def test_a_tool_that_looks_records_no_step(case: Case, carried_out: CarriedOut) -> None:
    before, after, _ = carried_out(case)
    assert after.document["steps"] == before.document["steps"]
    assert after.document["runs"] == before.document["runs"]


@pytest.mark.parametrize("case", STEPS)
def test_its_plan_is_pure(case: Case, carried_out: CarriedOut) -> None:
    _, after, _ = carried_out(case)
    experiment = experiment_of(after)
    document, table = deepcopy(experiment.document), experiment.frame.copy()
    first, second = plan_step(experiment), plan_step(experiment)
    assert printed(first) == printed(second)
    assert experiment.document == document
    pd.testing.assert_frame_equal(experiment.frame, table)


@pytest.mark.parametrize("case", STEPS)
def test_what_was_recorded_repeats_itself(case: Case, carried_out: CarriedOut) -> None:
    before, after, result = carried_out(case)
    if case.tool.begins:
        before.document = {**before.document, "steps": []}
    again = repeated(before, after)
    assert [(step["tool"], step["args"]) for step in again.document["steps"]] == [
        (step["tool"], step["args"]) for step in after.document["steps"]
    ]
    assert [run["metrics"] for run in again.document["runs"]] == [run["metrics"] for run in after.document["runs"]]
    history._cache.clear()
    pd.testing.assert_frame_equal(experiment_of(again).view, experiment_of(after).view)
    assert again.call("show_pipeline")["state"]["dataset"]["columns"] == result["state"]["dataset"]["columns"]


@pytest.mark.parametrize("case", STEPS)
def test_undo_restores_what_was_before_and_redo_what_was_after(case: Case, carried_out: CarriedOut) -> None:
    before, after, result = carried_out(case)
    if case.tool.begins:
        return
    added = len(after.document["steps"]) - len(before.document["steps"])
    undone = after.call("undo", steps=added)
    assert undone["state"] == before.call("list_samples")["state"]
    redone = after.call("redo", steps=added)
    assert redone["state"] == result["state"]


def repeated(before: Session, after: Session) -> Session:
    """Records the steps that were added once more, from where they were added, with the arguments as recorded."""
    again = Session(before.home)
    again.document, again.uploads = deepcopy(before.document), before.uploads
    for step in after.document["steps"][len(before.document["steps"]) :]:
        result = again.call(step["tool"], **step["args"])
        assert result["status"] == "done", result["error"]
    return again


def experiment_of(session: Session) -> Experiment:
    return Experiment(session.document, session.home, {"uploads": session.uploads})


def printed(operations: list[Operation]) -> list[str]:
    return [one_printed(operation) for operation in operations]


def one_printed(operation: Operation) -> str:
    match operation:
        case Read() | Apply():
            return f"{operation.function.__module__}.{operation.function.__name__} {source_of(dict(operation.arguments))}"
        case Set():
            return f"{operation.field} {source_of(operation.value)}"
        case Fit():
            return f"{operation.columns} {source_of(operation.transformer)}"
        case Resample():
            return source_of(operation.sampler)
        case Train():
            return f"{source_of(operation.estimator)} {[(name, printed(list(part))) for name, part in operation.members]}"
        case Wrap():
            return f"{operation.slot} {source_of(operation.estimator)}"
