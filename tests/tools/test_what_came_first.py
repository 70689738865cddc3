"""Warnings give way once somebody acted otherwise, columns that steps made raise none, and what does not fit is said with a way on."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.tools.gate import Session
from tests.tools.test_next_steps import SPLIT, finding, run, state
from tools.base import ToolCall
from tools.help.next_steps import next_steps, row_for


def tools_of(*args: object, **changes: object) -> list[str]:
    return [step.call.tool for step in next_steps(state(**changes), (), *args)]  # type: ignore[arg-type]


def test_a_warning_stands_first_until_somebody_acted_otherwise_and_third_after_that() -> None:
    constant = [finding("constant", "fare")]
    assert tools_of(findings=constant)[0] == "drop_columns"
    acted = state(findings=constant, tools=["load_data", "set_target", "impute", "encode"])
    assert row_for(acted).name == "ready_to_split" and next_steps(acted)[2].call.tool == "drop_columns"
    trained = state(findings=constant, split=SPLIT, runs=[run()], tools=["load_data", "set_target", "split", "train"])
    assert [step.call.tool for step in next_steps(trained)].index("drop_columns") == 2


def test_a_column_that_tells_the_answer_closely_is_looked_at_and_asked_about_before_it_is_dropped() -> None:
    offered = tools_of(findings=[finding("target_leakage", "fare", level="warn")])
    assert offered[0] == "plot" and {"acknowledge", "drop_columns"} <= set(offered)


def test_what_was_just_looked_at_is_not_offered_again() -> None:
    nothing = {"target": None, "task": None, "tools": ["load_data"]}
    assert "profile" in tools_of(**nothing)
    assert "profile" not in tools_of([ToolCall(tool="profile")], **nothing)
    assert "explain" not in tools_of([ToolCall(tool="explain")], split=SPLIT, runs=[run(model="random_forest")], tools=["load_data", "set_target", "split", "train"])


@pytest.fixture
def table(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    rows = 60
    frame = pd.DataFrame({
        "when": pd.date_range("2020-03-01", periods=rows, freq="7h").astype(str), "day": ["2020-05-0" + str(1 + n % 9) for n in range(rows)],
        "size": [float(n) for n in range(rows)], "far": ["inf", *range(1, rows)], "gap": [None if n % 7 == 0 else n % 5 for n in range(rows)], "y": ["a", "b"] * 30,
    })  # fmt: skip
    frame.to_csv(tmp_path / "t.csv", index=False)
    session.call("load_data", source=session.upload(tmp_path / "t.csv"))
    return session


def test_parts_of_a_date_that_never_change_are_left_out(table: Session) -> None:
    result = table.call("extract_dates")
    assert [call["args"] for call in result["calls"]] == [
        {"columns": ["when"], "parts": ["day", "weekday", "hour"]}, {"columns": ["day"], "parts": ["day", "weekday"]},
    ]  # fmt: skip


def test_an_infinite_value_is_named_with_the_call_that_keeps_the_finite_rows(table: Session) -> None:
    for tool, args in (("scale", {"columns": ["far"]}), ("train", {"model": "logistic_regression"})):
        table.call("set_target", column="y")
        error = table.call(tool, **args)["error"]
        assert "`far` is infinite in 1 row," in error["message"] and ".." not in error["message"]
        assert error["call"] == {"tool": "filter_rows", "args": {"column": "far", "op": "between", "value": [1.0, 59.0]}}
    kept = table.call(error["call"]["tool"], **error["call"]["args"])
    assert kept["state"]["dataset"]["rows"] == 59 and table.call("train", model="logistic_regression")["status"] == "done"


def test_more_neighbours_than_rows_are_refused_with_the_most_that_there_are(table: Session) -> None:
    table.call("drop_columns", columns=["far"])
    table.call("set_target", column="y")
    error = table.call("train", model="knn", params={"n_neighbors": 500})["error"]
    assert error["call"]["args"]["params"] == {"n_neighbors": 48} and "48 rows to learn from" in error["message"]


def test_the_report_holds_what_was_found_before_steps_answered_it(table: Session) -> None:
    table.call("set_target", column="y")
    table.call("impute", columns=["gap"])
    (file,) = table.call("export", formats=["report"])["files"]
    page = Path(file["path"]).read_text()
    assert "answered by a step" in page and "gap" in page


def test_a_search_goes_by_the_metric_of_the_comparison_before_it(table: Session) -> None:
    table.call("drop_columns", columns=["far"])
    table.call("set_target", column="y")
    table.call("compare_models", models=["decision_tree", "knn"], metric="f1")
    result = table.call("tune", trials=1)
    assert result["status"] == "done", result["error"]
    assert result["state"]["steps"][-1]["args"]["metric"] == "f1"


def test_one_column_alone_is_not_taken_as_what_to_predict(tmp_path: Path) -> None:
    session = Session(tmp_path)
    (tmp_path / "one.csv").write_text("v\n" + "\n".join(str(n % 7) for n in range(40)))
    session.call("load_data", source=session.upload(tmp_path / "one.csv"))
    assert "only column" in session.call("set_target", column="v")["error"]["message"]


def test_the_heart_of_the_code_is_shown_and_before_a_model_what_can_be_had_is_one_call(table: Session) -> None:
    error = table.call("export", formats=["notebook"])["error"]
    assert table.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"
    table.call("drop_columns", columns=["far"])
    table.call("set_target", column="y")
    table.call("train", model="decision_tree")
    (block,) = table.call("export", formats=["script"])["blocks"]
    assert "```python\ndef prepare_rows(" in block["markdown"] and "def build_estimator(" in block["markdown"]


def test_how_many_groups_offers_to_find_as_many(table: Session) -> None:
    table.call("drop_columns", columns=["far"])
    table.call("set_task", task="clustering")
    result = table.call("choose_k", maximum=4)
    assert all(option["call"]["tool"] == "train" and option["call"]["args"]["params"]["n_init"] == 10 for option in result["options"])
    found = table.call(**{"tool": "train", **result["options"][0]["call"]["args"]})
    assert f"Find {len(found['state']['runs'][0]['groups'])} groups" == result["options"][0]["label"]


def test_rows_that_look_the_same_only_after_a_step_are_no_repeats(table: Session) -> None:
    table.call("choose_features", columns=["gap", "y"])
    before = table.call("bin", columns=["size"], bins=2)["state"]["findings"]
    after = table.call("bin", columns=["gap"], bins=2)["state"]["findings"]
    assert [item for item in [*before, *after] if item["id"] == "duplicates"] == []
