"""What a task has no use for is refused before its arguments are looked at, and offered nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.gate import Session
from tools.catalog import TOOLS

PREDICTING = {"tune", "apply_tuning", "ensemble", "cross_validate", "rank_features", "keep_best_features"}
OF_CLASSES = {"calibrate", "set_threshold", "balance"}
OUT_OF_PLACE = {
    "classification": {"choose_k"},
    "regression": {"choose_k"} | OF_CLASSES,
    "clustering": PREDICTING | OF_CLASSES,
    "anomaly_detection": PREDICTING | OF_CLASSES | {"choose_k", "compare_models"},
}
TRAINED = {"classification": "decision_tree", "regression": "decision_tree", "clustering": "kmeans", "anomaly_detection": "isolation_forest"}


@pytest.fixture(scope="module", params=OUT_OF_PLACE)
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Session]:
    """A session of each task with a model."""
    task: str = request.param
    session = Session(tmp_path_factory.mktemp(task))
    session.call("load_data", source="penguins")
    session.call("impute")
    if task in {"classification", "regression"}:
        session.call("set_target", column="species" if task == "classification" else "body_mass_g")
    else:
        session.call("set_task", task=task)
    assert session.call("train", model=TRAINED[task])["status"] == "done"
    return task, session


def test_only_what_there_is_to_do_for_a_task_stands_among_all_options(trained: tuple[str, Session]) -> None:
    task, session = trained
    shown = {tool["tool"] for block in session.call("list_options")["blocks"] for stage in block["stages"] for tool in stage["tools"]}
    assert shown.isdisjoint(OUT_OF_PLACE[task])
    for other in (PREDICTING | OF_CLASSES | {"choose_k", "compare_models"}) - OUT_OF_PLACE[task]:
        assert other in shown


@pytest.mark.parametrize("args", [{}, {"folds": 1}, {"minimum": 9, "maximum": 2}, {"k": 0}, {"no such": 1}], ids=str)
def test_the_task_is_named_as_the_reason_before_any_argument(trained: tuple[str, Session], args: dict[str, Any]) -> None:
    task, session = trained
    for name in sorted(OUT_OF_PLACE[task]):
        error = session.call(name, **args)["error"]
        assert error["code"] in {"wrong_task", "no_target", "not_binary"} and "argument" not in error
        offered = error.get("call")
        assert offered is None or session.begin(offered["tool"], **offered["args"])["status"] in {"done", "queue"}


def test_nothing_that_the_task_has_no_use_for_is_suggested(trained: tuple[str, Session]) -> None:
    task, session = trained
    result = session.call("suggest")
    offered = {option["call"]["tool"] for option in result["options"]}
    assert offered.isdisjoint(OUT_OF_PLACE[task])


def test_each_tool_that_is_out_of_place_somewhere_says_for_which_tasks_it_is() -> None:
    declared = {tool.name: set(tool.tasks) for tool in TOOLS if tool.tasks}
    told = {name: {task for task, out in OUT_OF_PLACE.items() if name not in out} for name in set().union(*OUT_OF_PLACE.values())}
    assert declared == told
