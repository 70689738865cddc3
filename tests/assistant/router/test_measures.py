"""A number said in another unit than the column's is compared in the unit of the column, or asked about."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.router import RouterContext, route
from assistant.router.entities.measures import converted

PARCELS = [{"name": name, "kind": "numeric"} for name in ("weight_g", "length (cm)", "road_km", "wait_min", "temp_min", "temp_max", "age_months", "height")]


def filtered(text: str) -> Any:
    answer = route(text, RouterContext(columns=PARCELS))
    return [call["args"] for call in answer["calls"]] if answer["status"] == "act" else answer["status"]


@pytest.mark.parametrize(
    ("text", "column", "op", "value"),
    [
        ("keep parcels lighter than 3 kg", "weight_g", "lt", 3000),
        ("drop those with a weight over 2.5 kilos", "weight_g", "le", 2500),
        ("only weight_g above 500 grams", "weight_g", "gt", 500),
        ("keep length below 1.2 m", "length (cm)", "lt", 120),
        ("keep rows where the road is at least 1500 metres", "road_km", "ge", 1.5),
        ("wait between 1 and 2 hours only", "wait_min", "between", [60, 120]),
        ("keep temp_min above 2 hours", "temp_min", "gt", 2),
        ("keep age_months below 2 years", "age_months", "lt", 24),
        ("height above 3 m only", "height", "gt", 3),
        ("keep weight_g above 3 in the table", "weight_g", "gt", 3),
    ],
)
def test_a_number_is_compared_in_the_unit_of_the_column(text: str, column: str, op: str, value: Any) -> None:
    assert filtered(text) == [{"column": column, "op": op, "value": value}]


def test_what_cannot_be_turned_into_the_unit_is_asked_about() -> None:
    answer = route("drop those with age_months above 40 days", RouterContext(columns=PARCELS))
    assert answer["status"] == "ask"
    assert answer["options"][0]["call"]["args"] == {"column": "age_months", "op": "le", "value": 40}
    assert converted(40, "days", "months") is None
