"""What takes rows or columns away is done only where the words are plain."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.router import RouterContext, route
from assistant.router.asking.guards import refuse_doubtful
from assistant.router.entities.clause import Unclear

COLUMNS = [{"name": name, "kind": "numeric", "missing": 0} for name in ("temp", "atemp", "casual", "registered", "bikers")]


def answer(text: str, target: str | None = "bikers") -> dict[str, Any]:
    return route(text, RouterContext.from_mapping({"columns": COLUMNS, "target": target, "task": "regression" if target else None}))


def test_dropping_the_target_asks_and_offers_to_drop_the_rest() -> None:
    asked = answer("drop bikers and casual")
    assert asked["status"] == "ask"
    assert [sorted(entry["call"]["args"]["columns"]) for entry in asked["options"][:2]] == [["casual"], ["bikers", "casual"]]
    assert answer("drop bikers and casual", target=None)["status"] == "act"


@pytest.mark.parametrize("call", [
    {"tool": "filter_rows", "args": {"column": "temp", "op": "gt", "value": 3}},
    {"tool": "drop_missing", "args": {}},
    {"tool": "drop_columns", "args": {"columns": ["temp"]}},
])
def test_a_doubtful_reading_that_takes_something_away_is_offered_and_not_done(call: dict[str, Any]) -> None:
    context = RouterContext.from_mapping({"columns": COLUMNS})
    with pytest.raises(Unclear) as asked:
        refuse_doubtful([call], 0.75, context)
    assert asked.value.options[0]["call"] == call
    refuse_doubtful([call], 0.76, context)
    refuse_doubtful([{"tool": "describe_column", "args": {"column": "temp"}}], 0.5, context)


def test_those_two_are_the_columns_that_the_statement_is_about() -> None:
    assert answer("casual and registered add up to bikers so ditch those two")["calls"] == [{"tool": "drop_columns", "args": {"columns": ["casual", "registered"]}}]
    assert answer("temp and atemp are the same thing, keep only atemp of the two")["calls"] == [{"tool": "drop_columns", "args": {"columns": ["temp"]}}]


def test_one_of_them_asks_which() -> None:
    asked = answer("temp and atemp say the same thing, one of them can go")
    assert asked["status"] == "ask"
    assert [entry["call"]["args"]["columns"] for entry in asked["options"][:2]] == [["temp"], ["atemp"]]


def test_values_that_a_table_of_groups_would_not_leave_out_are_asked_about() -> None:
    columns = [{"name": "city", "kind": "categorical", "values": ["Hull", "York"]}, {"name": "payment", "kind": "categorical", "values": ["card", "cash"]}, {"name": "tip", "kind": "numeric"}]
    asked = route("average tip per city without the cash orders", RouterContext(columns=columns))
    assert asked["status"] == "ask"
    assert {"tool": "filter_rows", "args": {"column": "payment", "op": "ne", "value": "cash"}} in [entry["call"] for entry in asked["options"]]


@pytest.mark.parametrize("text", ["compare all models except svm and knn", "try all models but no svm and no knn"])
def test_models_that_are_turned_down_are_not_the_ones_compared(text: str) -> None:
    asked = answer(text)
    assert asked["status"] == "ask"
    assert not {"svm", "knn"} & set(asked["options"][0]["call"]["args"].get("models", ["svm"]))


MEMBERS = [{"name": "Age", "kind": "numeric"}, {"name": "Monthly fee", "kind": "categorical", "values": ["69,90 €"]}, {"name": "Plan", "kind": "categorical"}, {"name": "Cancelled", "kind": "boolean", "values": ["yes", "no"]}, {"name": "Trainer", "kind": "boolean", "values": ["yes", "no"]}]


@pytest.mark.parametrize("text", ["remove the € sign from monthly fee", "strip the currency symbol from monthly fee", "replace the comma with a dot in monthly fee"])
def test_what_stands_beside_digits_goes_and_the_column_stays(text: str) -> None:
    assert route(text, RouterContext(columns=MEMBERS))["calls"] == [{"tool": "set_kind", "args": {"columns": ["Monthly fee"], "kind": "numeric"}}]


@pytest.mark.parametrize("last", [{"tool": "scale", "args": {"columns": ["Age"]}}, {"tool": "drop_columns", "args": {"columns": ["Plan"]}}])
def test_a_condition_is_no_afterthought_about_its_column(last: dict[str, Any]) -> None:
    kept = route("only keep rows where age is below 100", RouterContext(columns=MEMBERS, last=[last]))
    assert kept["calls"] == [{"tool": "filter_rows", "args": {"column": "Age", "op": "lt", "value": 100}}]
    emptied = route("set ages over 100 to empty", RouterContext(columns=MEMBERS, last=[last]))
    assert emptied["status"] == "ask"
    assert emptied["options"][0]["call"] == {"tool": "filter_rows", "args": {"column": "Age", "op": "le", "value": 100}}


def test_pointing_at_a_column_asks_for_no_step() -> None:
    assert route("the one that says Cancelled", RouterContext(columns=MEMBERS))["calls"] == []


def test_a_column_called_like_what_was_said_is_offered_first_as_the_target() -> None:
    asked = route("i want to know who cancels", RouterContext(columns=[*reversed(MEMBERS)]))
    assert asked["options"][0]["call"]["args"] == {"column": "Cancelled"}


@pytest.mark.parametrize("text", ["hours with a temp below 3 are sensor faults", "keep rows with temp below 3, then keep rows with temp at least 3", "hours with casual above 100 are typing mistakes"])
def test_rows_that_are_only_told_of_or_exclude_each_other_are_asked_about(text: str) -> None:
    assert answer(text)["status"] == "ask"


@pytest.mark.parametrize("text", ["what are the groups like?", "describe the groups", "what is typical for each group?", "what makes the clusters different?"])
def test_what_the_groups_have_in_common_is_shown_once_there_are_groups(text: str) -> None:
    assert route(text, RouterContext(columns=MEMBERS, task="clustering", runs=["kmeans"]))["calls"] == [{"tool": "explain", "args": {}}]


def test_what_is_taken_back_at_once_changes_nothing() -> None:
    said = answer("drop casual. no, keep it")
    assert (said["status"], said["calls"]) == ("unknown", [])
    assert said["question"].startswith("Then nothing is changed")


def test_either_of_two_steps_is_asked_about() -> None:
    said = answer("remove step 2 or 3")
    assert said["status"] == "ask"
    assert [entry["call"] for entry in said["options"][:2]] == [{"tool": "remove_step", "args": {"step": step}} for step in (2, 3)]
