"""Every kind of chart is sensible for every kind of table: drawn, or refused in words."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from engine.errors import Refusal
from engine.kinds import describe_columns
from engine.plots.choose import KINDS, draw

HOSTILE = '<img src=x onerror="alert(1)">$\\frac$ %{x} &lt;b&gt;\n\u202e' + "x" * 200


def moments(rows: int, zone: str | None = None) -> pd.DatetimeIndex:
    return pd.date_range("2024-01-01", periods=rows, freq="D", tz=zone)


RANDOM = np.random.default_rng(5)
TABLES: dict[str, pd.DataFrame] = {
    "two rows": pd.DataFrame({"n": [1.0, 2.0], "m": [3, 4], "c": ["a", "b"], "d": moments(2), "b": [True, False], "y": ["p", "q"]}),
    "one row": pd.DataFrame({"n": [1.0], "m": [3], "c": ["a"], "d": moments(1), "b": [True], "y": ["p"]}),
    "no rows": pd.DataFrame({"n": np.array([], float), "m": np.array([], int), "c": pd.Series([], dtype="str"), "d": moments(0), "b": np.array([], bool), "y": pd.Series([], dtype="str")}),
    "all missing": pd.DataFrame({"n": [np.nan] * 30, "m": [np.nan] * 30, "c": pd.Series([None] * 30, dtype="str"), "d": pd.Series([pd.NaT] * 30), "b": [None] * 30, "y": ["p", "q"] * 15}),
    "one value": pd.DataFrame({"n": [5.5] * 40, "m": [2] * 40, "c": ["a"] * 40, "d": [pd.Timestamp("2024-01-01")] * 40, "b": [True] * 40, "y": ["p"] * 40}),
    "infinite": pd.DataFrame({"n": [np.inf, -np.inf, np.nan, 1.0] * 10, "m": [np.inf] * 40, "c": ["a", "b"] * 20, "d": moments(40), "b": [True, False] * 20, "y": ["p", "q"] * 20}),
    "huge and tiny": pd.DataFrame({"n": [1e300, -1e300, 1e-300, 0.0] * 10, "m": [2**53, -(2**53), 0, 1] * 10, "c": ["a", "b"] * 20, "d": moments(40), "b": [True, False] * 20, "y": ["p", "q"] * 20}),
    "zones": pd.DataFrame({"n": RANDOM.normal(size=40), "m": range(40), "c": ["a", "b"] * 20, "d": moments(40, "Europe/Berlin"), "b": [True, False] * 20, "y": ["p", "q"] * 20}),
    "10,000 categories": pd.DataFrame({"n": RANDOM.normal(size=20_000), "m": range(20_000), "c": [f"v{n % 10_000}" for n in range(20_000)], "d": moments(20_000), "b": [True, False] * 10_000, "y": ["p", "q"] * 10_000}),
    "hostile": pd.DataFrame({"n": [1.0, 2.0, 3.0] * 10, "m": range(30), "c": [HOSTILE, "b", None] * 10, "d": moments(30), "b": [True, False, True] * 10, "y": [HOSTILE, "q", "q"] * 10}),
}  # fmt: skip
PLACES: dict[str, dict[str, Any]] = {
    "histogram": {"x": "n", "color": "c"}, "bar": {"x": "c", "color": "b"}, "box": {"x": "n", "color": "c"},
    "violin": {"x": "n", "color": "c"}, "scatter": {"x": "n", "y": "m", "color": "c"}, "line": {"x": "d", "y": "n", "color": "c"},
    "correlation": {"names": ["n", "m"]}, "pairs": {"names": ["n", "m"], "color": "c"}, "missing": {}, "target": {"x": "n"},
}  # fmt: skip
SCHEMA = [{"name": name, "kind": kind} for name, kind in (("n", "numeric"), ("m", "numeric"), ("c", "categorical"), ("d", "datetime"), ("b", "boolean"), ("y", "categorical"))]


def checked(block: dict[str, Any]) -> dict[str, Any]:
    """A figure is plain JSON of a reasonable size without markup, and its words say something."""
    written = json.dumps(block["figure"], allow_nan=False)
    assert len(written) < 1_000_000
    assert "<img" not in written and "%{x} &lt" not in written.replace("%{x}: ", "")
    assert block["alt"].strip().endswith((".", "!"))
    assert "nan" not in block["alt"].split() and "inf" not in block["alt"].split()
    return block


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_drawn_whatever_the_table_holds(kind: str, table: str) -> None:
    for task in ("classification", "regression"):
        goal = "y" if task == "classification" else "m"
        checked(draw(TABLES[table], SCHEMA, kind=kind, target=goal, task=task, **PLACES[kind]))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["n", "m", "c", "d", "b", "y"])
def test_a_chart_of_one_column_is_found_by_itself(name: str, table: str) -> None:
    checked(draw(TABLES[table], SCHEMA, x=name))
    checked(draw(TABLES[table], SCHEMA, kind="target", x=name, target="y", task="classification"))


@pytest.mark.parametrize("kind", ["correlation", "pairs", "missing"])
def test_three_thousand_columns_are_cut_to_what_can_be_read(kind: str) -> None:
    frame = pd.DataFrame(RANDOM.normal(size=(50, 3000)), columns=[f"c{n}" for n in range(3000)])
    frame.iloc[0] = np.nan
    block = checked(draw(frame, [{"name": name, "kind": "numeric"} for name in frame], kind=kind))
    assert "more columns are left out" in block["alt"] or "3,000 columns" in block["alt"]


def test_a_million_rows_are_drawn_from_a_sample_that_says_so() -> None:
    frame = pd.DataFrame({"n": RANDOM.normal(size=1_000_000), "m": RANDOM.normal(size=1_000_000)})
    schema = [{"name": name, "kind": "numeric"} for name in frame]
    drawn = checked(draw(frame, schema, kind="scatter", x="n", y="m"))
    assert len(drawn["figure"]["data"][0]["x"]) == 5_000
    assert "5,000 of 1,000,000 rows are drawn" in drawn["alt"]
    counted = checked(draw(frame, schema, kind="histogram", x="n"))
    assert sum(counted["figure"]["data"][0]["y"]) == 1_000_000


def test_categories_that_look_alike_once_shortened_are_not_merged() -> None:
    long = "the same beginning of a very long name "
    frame = pd.DataFrame({"c": [long + "one", long + "two", long + "one"]})
    shown = draw(frame, describe_columns(frame), kind="bar", x="c")["figure"]["data"][0]
    assert len(set(shown["x"])) == 2
    assert sorted(shown["y"]) == [1, 2]


def test_an_unknown_column_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refusal) as refused:
        draw(pd.DataFrame({"Fare": [1.0]}), [{"name": "Fare", "kind": "numeric"}], x="fares")
    assert "Fare" in refused.value.hint
