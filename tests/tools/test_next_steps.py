"""A state decides what is offered next: the table of guidance, row by row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tools.help.next_steps import EASY, MOST, key_of, next_steps, row_for


def column(name: str, kind: str = "numeric", unique: int = 50, missing: int = 0, dtype: str = "float64") -> dict[str, Any]:
    """One entry of a schema."""
    return {"name": name, "kind": kind, "unique": unique, "missing": missing, "dtype": dtype}


def state(**changes: Any) -> dict[str, Any]:
    """A loaded table of 891 rows with a target and two clean features, changed as asked."""
    columns = changes.pop("columns", [column("age"), column("fare"), column("survived", "boolean", 2, dtype="int64")])
    steps = changes.pop("tools", ["load_data", "set_target"])
    given: dict[str, Any] = {
        "dataset": {"id": "d", "name": "t.csv", "sha256": "", "rows": changes.pop("rows", 891), "columns": columns},
        "sources": [], "target": "survived", "task": "classification", "positive": 1, "split": None, "runs": [], "findings": [],
        "acknowledged": [], "looks": 0, "exported": [], "left_out": [],
        "steps": [{"number": n, "tool": tool, "args": {"source": "t"} if tool == "load_data" else {}, "title": tool} for n, tool in enumerate(steps, 1)],
    }
    return {**given, **changes}


def finding(id: str, *names: str, level: str = "warn", number: float = 3.0, call: dict[str, Any] | None = None) -> dict[str, Any]:
    """One finding of the health report."""
    keep = {"label": "Keep", "call": {"tool": "acknowledge", "args": {"finding": id}}}
    mend = [{"label": "Mend", "call": call or {"tool": "drop_columns", "args": {"columns": list(names)}}}]
    return {"id": id, "columns": list(names), "level": level, "severity": "decide", "title": id, "message": f"{id} in {number:g}.", "number": number, "calls": [*mend, keep]}


def run(number: int = 1, model: str = "logistic_regression", train: float = 0.81, validation: float = 0.80, **changes: Any) -> dict[str, Any]:
    """One trained model."""
    scores = {"train": {"accuracy": train}, "validation": {"accuracy": validation, "recall": 0.4}, "test": {"accuracy": validation}}
    return {"id": f"run-{number}", "number": number, "model": model, "label": model, "params": {}, "metrics": scores, "task": "classification",
            "target": "survived", "positive": 1, "baseline": {"validation": {"accuracy": 0.62}, "train": {}, "test": {}}, "features": ["age", "fare"],
            "rows": {"train": 535, "validation": 178, "test": 178}, "seconds": 0.1 * number, **changes}


SPLIT = {"train": 0.6, "validation": 0.2, "test": 0.2, "strategy": "stratified", "seed": 42}
WORDS = column("sex", "categorical", 2, dtype="str")
TRAINED = {"split": SPLIT, "tools": ["load_data", "set_target", "split", "train"]}
TABLE = [
    ("no_data", {"dataset": None, "target": None, "task": None, "steps": []}, "load_data"),
    ("parse_doubtful", {"columns": [column("a;b;c", "text")], "target": None, "task": None, "tools": ["load_data"]}, "load_data"),
    ("choose_target", {"target": None, "task": None, "tools": ["load_data"]}, "set_target"),
    ("which_target", {"columns": [column("a", unique=700), column("b", unique=700)], "target": None, "task": None, "tools": ["load_data"]}, "profile"),
    ("target_with_gaps", {"findings": [finding("missing", "survived", call={"tool": "drop_missing", "args": {"columns": ["survived"]}})], "columns": [column("age"), column("survived", "boolean", 2, 9)]}, "drop_missing"),
    ("unlearnable_target", {"findings": [finding("id_like", "survived", level="stop", call={"tool": "set_target", "args": {"column": "age"}})]}, "set_target"),
    ("leak", {"findings": [finding("target_leakage", "fare", level="stop")]}, "drop_columns"),
    ("useless_columns", {"findings": [finding("constant", "fare"), finding("id_like", "age")]}, "drop_columns"),
    ("duplicates", {"findings": [finding("duplicates", number=48, call={"tool": "drop_duplicates", "args": {}})]}, "drop_duplicates"),
    ("wrong_values", {"findings": [finding("mixed_kinds", "fare", call={"tool": "set_kind", "args": {"columns": ["fare"], "kind": "numeric"}})]}, "set_kind"),
    ("rare_class", {"findings": [finding("rare_class", "survived", call={"tool": "filter_rows", "args": {"column": "survived", "op": "ne", "value": 1}})]}, "filter_rows"),
    ("unprepared", {"columns": [column("age", missing=177), WORDS, column("survived", "boolean", 2)]}, "prepare_automatically"),
    ("time_matters", {"findings": [finding("time_order", "age", call={"tool": "split", "args": {"strategy": "time", "column": "age"}})]}, "split"),
    ("repeated_entity", {"findings": [finding("repeated_entity", "age", call={"tool": "split", "args": {"strategy": "group", "column": "age"}})]}, "split"),
    ("ready_to_split", {}, "split"),
    ("first_model", {"split": SPLIT}, "train"),
    ("working", {"job": {"id": "j", "tool": "train", "progress": 0.25, "message": "2 of 8"}}, "job_status"),
    ("too_good", {**TRAINED, "runs": [run(train=1.0, validation=0.998)]}, "explain"),
    ("overfit", {**TRAINED, "runs": [run(model="random_forest", train=0.99)]}, "cross_validate"),
    ("many_looks", {**TRAINED, "runs": [run(looks=3)], "looks": 3}, "cross_validate"),
    ("evaluated", {**TRAINED, "runs": [run(looks=1)], "looks": 1}, "export"),
    ("downloaded", {**TRAINED, "runs": [run()], "exported": ["project"]}, None),
    ("after_linear", {**TRAINED, "runs": [run()]}, None),
    ("one_run", {**TRAINED, "runs": [run(model="random_forest")]}, "evaluate"),
    ("tie", {**TRAINED, "runs": [run(), run(2, "random_forest", validation=0.81)]}, "explain"),
    ("winner", {**TRAINED, "runs": [run(), run(2, "random_forest", train=0.92, validation=0.87)]}, None),
    ("uneven_run", {**TRAINED, "runs": [run()], "findings": [finding("imbalance", "survived", level="note", number=0.04)]}, None),
    ("clustering", {"target": None, "task": "clustering"}, "scale"),
    ("anomaly_detection", {"target": None, "task": "anomaly_detection"}, "train"),
]


@pytest.mark.parametrize(("row", "changes", "first"), TABLE, ids=[row for row, _, _ in TABLE])
def test_each_state_has_its_row_with_a_number_of_this_data_in_every_reason(row: str, changes: dict[str, Any], first: str | None) -> None:
    given = state(**{key: value for key, value in changes.items() if key != "steps"})
    given |= {"steps": changes["steps"]} if "steps" in changes else {}
    assert row_for(given).name == row
    steps = next_steps(given)
    assert 1 <= len(steps) <= MOST
    assert first is None or steps[0].call.tool == first
    assert steps[-1].call.tool in EASY
    assert all(any(letter.isdigit() for letter in step.reason) for step in steps), [step.reason for step in steps]


def test_an_open_warning_comes_first_whatever_the_row() -> None:
    given = state(**TRAINED, runs=[run(model="random_forest")], findings=[finding("target_leakage", "fare", level="stop")])
    assert next_steps(given)[0].call.args == {"columns": ["fare"]}


@pytest.mark.parametrize("finding_id", ["constant", "id_like", "mixed_kinds", "disguised_missing", "target_leakage"])
@pytest.mark.parametrize("level", ["warn", "stop"])
def test_beside_what_is_about_one_column_there_is_a_step_onward(finding_id: str, level: str) -> None:
    given = state(columns=[column("age", missing=177), column("fare"), WORDS, column("survived", "boolean", 2)], findings=[finding(finding_id, "fare", level=level)])
    steps = next_steps(given)
    about = [step for step in steps if "fare" in json.dumps(step.call.args)]
    assert len(steps) == 4 and len(about) == 3
    assert {"drop_columns", "acknowledge"} <= {step.call.tool for step in about}
    assert len({step.reason for step in steps}) == 4


def test_a_table_that_was_just_loaded_is_looked_at_and_its_one_step_is_not_listed() -> None:
    numbers = [column(name, unique=400) for name in ("length", "fare", "tip", "width")]
    given = state(columns=numbers, target=None, task=None, tools=["load_data"])
    assert row_for(given).name == "which_target"
    assert next_steps(given)[-1].call.args == {"kind": "correlation"}


def test_names_are_not_asked_for_where_it_was_said_that_there_are_none() -> None:
    unnamed = [column("column_1"), column("column_2", "categorical", 2)]
    given = state(columns=unnamed, target=None, task=None, tools=["load_data"])
    assert row_for(given).name == "parse_doubtful"
    given["steps"][0]["args"]["header"] = False
    assert row_for(given).name != "parse_doubtful"


def test_a_warning_about_a_column_that_is_not_used_is_answered() -> None:
    given = state(findings=[finding("id_like", "fare")], left_out=["fare"])
    assert row_for(given).name == "ready_to_split"


def test_a_doubt_about_a_run_is_settled_by_acknowledging_it() -> None:
    given = state(**TRAINED, runs=[run(model="random_forest", train=0.99)], acknowledged=[{"finding": "overfit", "columns": None, "run": 1}])
    assert row_for(given).name == "one_run"


def test_what_is_dismissed_gives_way_to_the_next() -> None:
    before = next_steps(state())
    after = next_steps(state(), {key_of(before[0].call)})
    assert before[0].call not in [step.call for step in after] and after


def test_nothing_is_offered_whose_column_is_gone() -> None:
    given = state(findings=[finding("constant", "gone")])
    assert "drop_columns" not in [step.call.tool for step in next_steps(given)]


def test_of_several_runs_of_one_step_the_best_is_spoken_of() -> None:
    several = [run(step=4), run(2, "random_forest", train=0.95, validation=0.9, step=5), run(3, "decision_tree", train=1.0, validation=0.7, step=5)]
    given = state(**TRAINED, runs=several)
    assert row_for(given).name == "winner"
    assert next_steps(given)[0].call.args.get("model", "random_forest") == "random_forest"


def test_folds_count_only_where_every_run_was_judged_on_them() -> None:
    folds = {"mean": {"accuracy": 0.7}, "sd": {"accuracy": 0.05}, "scores": []}
    one = state(**TRAINED, runs=[run(), run(2, "random_forest", train=0.92, validation=0.87, cross_validation=folds)])
    both = state(**TRAINED, runs=[run(cross_validation=folds), run(2, "random_forest", train=0.78, validation=0.87, cross_validation=folds)])
    assert (row_for(one).name, row_for(both).name) == ("winner", "tie")


def test_a_run_without_folds_is_given_no_spread() -> None:
    folds = {"mean": {"accuracy": 0.7}, "sd": {"accuracy": 0.05}, "scores": []}
    given = state(**TRAINED, runs=[run(), run(2, "random_forest", validation=0.81, cross_validation=folds)])
    assert row_for(given).name == "tie"
    said = " ".join(step.reason for step in next_steps(given))
    assert "± 0.05" in said
    assert "± 0.0 " not in said


def folded(number: int, model: str, rmse: float, r2: float) -> dict[str, Any]:
    """One model for numbers, judged on folds."""
    scores = {"rmse": rmse, "r2": r2}
    return run(number, model, task="regression", metrics={"train": scores, "validation": scores}, cross_validation={"mean": scores, "sd": {"rmse": 0.03, "r2": 0.2}, "scores": []})


def test_runs_are_ranked_and_tied_by_the_metric_of_the_latest_comparison() -> None:
    given = state(split=SPLIT, task="regression", tools=["load_data", "set_target", "split", "compare_models"], runs=[folded(1, "ridge", 0.66, 0.85), folded(2, "random_forest", 0.90, 0.93)])
    assert row_for(given).name == "tie"
    given["steps"][-1]["args"] = {"metric": "rmse"}
    assert row_for(given).name == "winner"
    assert "rmse of 0.66;" in " ".join(step.reason for step in next_steps(given))


def test_where_one_class_is_nearly_all_a_run_is_held_against_chance_and_no_comparison_is_offered_twice() -> None:
    def uneven(precision: float) -> dict[str, Any]:
        seen = {"accuracy": 0.947, "average_precision": precision, "recall": 0.0}
        one = run(model="random_forest", metrics={"train": seen, "validation": seen}, baseline={"validation": {"accuracy": 0.947, "average_precision": 0.053}})
        return state(split=SPLIT, tools=["load_data", "set_target", "split", "compare_models"], runs=[one | {"rows": {"train": 6000, "validation": 2000}}])

    assert row_for(uneven(0.21)).name != "no_better_than_baseline"
    assert row_for(uneven(0.055)).name == "no_better_than_baseline"
    steps = next_steps(uneven(0.055))
    assert "average precision 0.055 against 0.053" in steps[0].reason
    assert "compare_models" not in [step.call.tool for step in steps]


def test_the_tour_offers_groups_where_no_column_suits_as_an_answer() -> None:
    columns = [column("day", "datetime", 60), column("number", "id", 60)]
    steps = next_steps(state(tour=True, target=None, task=None, positive=None, columns=columns, tools=["load_data"], rows=60))
    assert steps[0].call.tool == "set_task"


def test_columns_that_together_tell_the_answer_are_no_matter_once_one_of_them_is_left_out() -> None:
    together = finding("target_leakage", "fare", "age", call={"tool": "drop_columns", "args": {"columns": ["age"]}})
    assert row_for(state(findings=[together])).name == "leak"
    assert row_for(state(findings=[together], left_out=["age"])).name != "leak"


def test_text_that_was_left_out_is_offered_where_a_model_does_no_better_than_the_simplest_guess() -> None:
    columns = [column("age"), column("message", "text", 700, dtype="str"), column("survived", "boolean", 2, dtype="int64")]
    poor = {**run(train=0.61, validation=0.6), "features": ["age"]}
    offered = next_steps(state(columns=columns, left_out=["message"], runs=[poor], split={"strategy": "random"}, tools=["load_data", "set_target", "split", "train"]))
    assert (offered[0].label, offered[0].call.args) == ("Learn from the words of message", {"columns": ["age", "message"]})
    assert "text" not in " ".join(each.reason for each in next_steps(state(columns=columns, runs=[poor], split={"strategy": "random"}, tools=["load_data", "set_target", "split", "train"])))


def test_a_poor_model_is_offered_anew_once_other_columns_are_chosen() -> None:
    poor = {**run(train=0.61, validation=0.6), "features": ["age"], "step": 4}
    offered = next_steps(state(runs=[poor], split={"strategy": "random"}, tools=["load_data", "set_target", "split", "train", "choose_features"]))
    assert (offered[0].call.tool, offered[0].call.args["model"]) == ("train", poor["model"])
