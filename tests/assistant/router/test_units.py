"""A unit speaks of the one column that is measured in it."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.router import RouterContext, route

BOATS = [
    {"name": "boat_id", "kind": "id"},
    {"name": "harbour", "kind": "categorical", "values": ["Old Quay", "Bakery", "North"]},
    {"name": "length_m", "kind": "numeric"},
    {"name": "trip_km", "kind": "numeric"},
    {"name": "trip_min", "kind": "numeric"},
    {"name": "hire_eur", "kind": "numeric"},
    {"name": "wind_min", "kind": "numeric"},
    {"name": "wind_max", "kind": "numeric"},
    {"name": "Department", "kind": "categorical", "values": ["hire", "repair"]},
    {"name": "hired", "kind": "datetime"},
]


def read(text: str, **context: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(call["tool"], call["args"]) for call in route(text, RouterContext(columns=BOATS, **context))["calls"]]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("avg minutes per harbour", [("aggregate", {"column": "trip_min", "by": ["harbour"], "statistic": "mean"})]),
        ("keep trips over 40 euros", [("filter_rows", {"column": "hire_eur", "op": "gt", "value": 40})]),
        ("drop the ones shorter than 3 kilometres", [("filter_rows", {"column": "trip_km", "op": "ge", "value": 3})]),
        ("scatter of km against minutes", [("plot", {"kind": "scatter", "x": "trip_min", "y": "trip_km"})]),
        ("total money by harbour", [("aggregate", {"column": "hire_eur", "by": ["harbour"], "statistic": "sum"})]),
    ],
)
def test_a_unit_names_its_column(text: str, calls: list[tuple[str, dict[str, Any]]]) -> None:
    assert read(text) == calls


def test_the_numbers_of_a_record_go_where_their_units_belong() -> None:
    assert read("what would a 6 km, 25 minute trip from North cost", target="hire_eur", runs=["ridge"]) == [("predict", {"values": {"harbour": "North", "trip_km": 6, "trip_min": 25}})]


def test_minutes_that_a_search_may_take_are_no_column() -> None:
    assert read("autopilot for 3 minutes", target="hire_eur") == [("autopilot", {"time_budget": 180})]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("get rid of all the bakeries please", [("filter_rows", {"column": "harbour", "op": "ne", "value": "Bakery"})]),
        ("replace old quay by OldQuay in the harbour col", [("replace_values", {"column": "harbour", "old": "Old Quay", "new": "OldQuay"})]),
        ("save the model to onnx and also the notebook", [("export", {"formats": ["onnx", "notebook"]})]),
        ("avg trip km by dept and harbour", [("aggregate", {"column": "trip_km", "by": ["Department", "harbour"], "statistic": "mean"})]),
        ("only rows hired on or after 2024-06-01", [("filter_rows", {"column": "hired", "op": "ge", "value": "2024-06-01"})]),
        ("please dont drop anything, only tell me which columns have holes", [("profile", {})]),
        ("predicted vs actual for ridge-1", [("plot_model", {"kind": "predicted_vs_actual", "run": "ridge-1"})]),
    ],
)
def test_plurals_columns_formats_and_runs_are_taken_as_written(text: str, calls: list[tuple[str, dict[str, Any]]]) -> None:
    assert read(text, target="hire_eur", runs=["ridge"]) == calls
