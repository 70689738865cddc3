"""What the health report finds, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from engine.kinds import describe_columns
from engine.profile import profile
from engine.samples import find_sample
from tools.prepare.acknowledge import OF_DATA

Found = dict[str, Any]


def report(frame: pd.DataFrame, target: str | None = None, task: str | None = None) -> Found:
    return profile(frame, describe_columns(frame), target, task)


def of(found: Found, id: str) -> list[Found]:
    return [item for item in found["findings"] if item["id"] == id]


def only(found: Found, id: str) -> Found:
    [item] = of(found, id)
    return item


def sample(name: str) -> pd.DataFrame:
    entry = find_sample(name)
    assert entry is not None
    return pd.read_csv(entry.path)


@pytest.fixture
def people() -> pd.DataFrame:
    random = np.random.default_rng(3)
    rows = 600
    age = random.normal(40, 12, rows).round(1)
    return pd.DataFrame(
        {
            "age": age,
            "city": random.choice(["Ulm", "Bonn", "Jena"], rows),
            "height": random.normal(170, 9, rows).round(1),
            "visits": random.poisson(3, rows),
            "left": np.where(random.random(rows) < 1 / (1 + np.exp(-(age - 45) / 8)), "yes", "no"),
        }
    )


def test_a_sound_table_raises_no_alarm(people: pd.DataFrame) -> None:
    for target in (None, "left", "height"):
        assert [item for item in report(people, target)["findings"] if item["severity"] == "decide"] == []


def test_every_finding_bears_a_known_id_a_number_and_a_call(people: pd.DataFrame) -> None:
    people["row"] = range(600)
    people["empty"] = np.nan
    people["age"] = people["age"].mask(people.index % 3 == 0)
    found = report(people, "left")["findings"]
    assert found
    for item in found:
        assert item["id"] in OF_DATA
        assert isinstance(item["number"], int | float)
        assert item["severity"] in {"fine", "done", "decide"}
        assert item["calls"][-1]["call"]["tool"] == "acknowledge"
        assert item["calls"][-1]["call"]["args"]["finding"] == item["id"]


def test_before_a_target_is_set_nothing_is_said_of_it(people: pd.DataFrame) -> None:
    fine = report(people)["fine"]
    assert "target_leakage" not in fine and "duplicates" in fine
    assert "target_leakage" in report(people, "left")["fine"]


def test_parts_that_sum_to_the_target_are_a_stop() -> None:
    item = only(report(sample("bike_sharing"), "bikers"), "target_leakage")
    assert set(item["columns"]) == {"casual", "registered"}
    assert item["level"] == "stop"
    assert item["calls"][0]["call"] == {"tool": "drop_columns", "args": {"columns": item["columns"]}}
    assert "8,645 of 8,645 rows" in item["message"]


def test_a_total_that_holds_the_target_is_found_and_only_it_need_go() -> None:
    random = np.random.default_rng(0)
    parts = pd.DataFrame({name: random.gamma(2, 5, 500).round(2) for name in ("fare", "tip", "tolls")})
    parts["total"] = parts.sum(axis=1) + random.choice([0.5, 1.0], 500)
    item = only(report(parts, "tip"), "target_leakage")
    assert item["calls"][0]["call"]["args"]["columns"] == ["total"]


def test_a_category_that_gives_the_class_away_is_a_stop(people: pd.DataFrame) -> None:
    random = np.random.default_rng(1)
    people["breed"] = people["left"] + random.choice(list("abcdefgh"), 600)
    item = only(report(people, "left"), "target_leakage")
    assert (item["columns"], item["level"]) == (["breed"], "stop")


def test_a_copy_of_the_target_is_called_one(people: pd.DataFrame) -> None:
    people["gone"] = (people["left"] == "yes").astype(int)
    assert "under another name" in only(report(people, "left"), "target_leakage")["message"]


def test_sizes_of_the_same_thing_are_asked_about_once() -> None:
    random = np.random.default_rng(2)
    carat = random.gamma(3, 0.3, 2000) + 0.2
    price = 4000 * carat * random.lognormal(0, 0.18, 2000)
    frame = pd.DataFrame({"carat": carat, "grams": carat * 0.2 + random.normal(0, 0.005, 2000), "price": price})
    item = only(report(frame, "price"), "target_leakage")
    assert set(item["columns"]) == {"carat", "grams"}
    assert item["level"] == "warn"


@pytest.mark.parametrize("values", [range(600), [f"A{n:05d}" for n in range(600)], range(5000, 5600)])
def test_what_names_the_row_is_an_id(people: pd.DataFrame, values: Any) -> None:
    people["customer_id"] = list(values)
    assert only(report(people, "left"), "id_like")["columns"] == ["customer_id"]


def test_years_and_measurements_are_no_ids(people: pd.DataFrame) -> None:
    people = people.head(200).assign(year=np.arange(1820, 2020))
    people["weight"] = np.random.default_rng(4).normal(80, 9, 200)
    assert of(report(people, "left"), "id_like") == []


def test_a_key_that_repeats_is_kept_in_one_part_by_a_split() -> None:
    frame = pd.DataFrame({"patient_id": np.repeat(np.arange(200), 5), "value": np.random.default_rng(0).normal(size=1000)})
    frame["sick"] = np.random.default_rng(1).choice(["y", "n"], 1000)
    item = only(report(frame, "sick"), "repeated_entity")
    assert item["number"] == 5
    assert item["calls"][0]["call"]["args"]["strategy"] == "group"
    assert item["calls"][0]["call"]["args"]["column"] == "patient_id"


@pytest.mark.parametrize(("share", "id", "tools"), [(0.1, "missing", "impute"), (0.5, "missing", "impute"), (0.95, "missing", "drop_columns")])
def test_gaps_are_filled_or_dropped_by_their_share(people: pd.DataFrame, share: float, id: str, tools: str) -> None:
    people["age"] = people["age"].mask(np.random.default_rng(0).random(600) < share)
    item = only(report(people, "left"), id)
    assert item["calls"][0]["call"]["tool"] == tools
    assert item["severity"] == ("decide" if share > 0.4 else "fine")


@pytest.mark.parametrize(("column", "code"), [("age", -999), ("visits", -1), ("height", 9999), ("city", "?"), ("city", "unknown")])
def test_codes_for_not_known_are_found(people: pd.DataFrame, column: str, code: Any) -> None:
    people.loc[::15, column] = code
    item = only(report(people, "left"), "disguised_missing")
    assert item["columns"] == [column]
    assert item["number"] == 40
    assert item["calls"][0]["call"]["args"] == {"column": column, "old": code, "new": None}


def test_zero_among_large_measurements_is_suspect_and_among_counts_is_not(people: pd.DataFrame) -> None:
    people.loc[::20, "height"] = 0
    assert only(report(people, "left"), "disguised_missing")["columns"] == ["height"]


def test_numbers_kept_as_text_because_of_a_few_words_are_found(people: pd.DataFrame) -> None:
    people["income"] = [str(1000 + n * 7) for n in range(600)]
    people.loc[[3, 5], "income"] = "n.b."
    item = only(report(people, "left"), "mixed_kinds")
    assert item["number"] == 2
    assert item["calls"][0]["call"] == {"tool": "set_kind", "args": {"columns": ["income"], "kind": "numeric"}}


@pytest.mark.parametrize("shape", ["{},50 €", "${}", "{}.250 kg", "{} %", "CHF {}"])
def test_amounts_kept_as_text_are_found_with_the_call_that_reads_them(people: pd.DataFrame, shape: str) -> None:
    people["paid"] = pd.Series([shape.format(2 + n % 80) for n in range(600)], dtype="str")
    item = only(report(people, "left"), "mixed_kinds")
    assert (item["columns"], item["severity"], item["number"]) == (["paid"], "decide", 0)
    assert "600 of 600 values are amounts, such as `" + shape.format(2) + "`" in item["message"]
    assert item["calls"][0]["call"] == {"tool": "set_kind", "args": {"columns": ["paid"], "kind": "numeric"}}


def test_amounts_with_a_few_words_or_without_their_unit_are_told_so(people: pd.DataFrame) -> None:
    people["mass"] = pd.Series([f"{n % 90} kg" if n % 4 else f"{n % 90}" for n in range(600)], dtype="str")
    people.loc[[3, 5], "mass"] = "on the scales"
    message = only(report(people, "left"), "mixed_kinds")["message"]
    assert "598 of 600 values are amounts, such as `1 kg`, 150 of them without a unit; not so: `on the scales`." in message


@pytest.mark.parametrize("shape", ["INV{}", "{}B", "{}th floor east", "0{} kg", "{} {unit}"])
def test_codes_and_amounts_of_several_units_are_no_numbers(people: pd.DataFrame, shape: str) -> None:
    people["what"] = pd.Series([shape.format(100 + n % 80, unit=("€", "$")[n % 2]) for n in range(600)], dtype="str")
    assert of(report(people, "left"), "mixed_kinds") == []


@pytest.mark.parametrize("code", [999, 99999, -1, -99])
def test_a_single_code_far_from_all_other_values_is_found(people: pd.DataFrame, code: int) -> None:
    people["years"] = np.random.default_rng(5).integers(18, 71, 600)
    people.loc[77, "years"] = code
    item = only(report(people, "left"), "disguised_missing")
    assert (item["columns"], item["number"]) == (["years"], 1)
    assert item["calls"][0]["call"] == {"tool": "replace_values", "args": {"column": "years", "old": code, "new": None}}


@pytest.mark.parametrize(("low", "high", "one"), [(0, 30, -1), (40, 99, 99), (18, 71, 300)])
def test_a_single_value_that_goes_on_from_the_others_or_is_no_code_is_left_alone(people: pd.DataFrame, low: int, high: int, one: int) -> None:
    people["reading"] = np.random.default_rng(5).integers(low, high, 600)
    people.loc[77, "reading"] = one
    assert of(report(people, "left"), "disguised_missing") == []


def test_constant_and_nearly_constant_columns_are_told_apart(people: pd.DataFrame) -> None:
    people["same"] = 7
    people["nearly"] = np.where(people.index == 5, 1, 0)
    found = report(people, "left")
    assert only(found, "constant")["columns"] == ["same"]
    assert only(found, "near_constant")["columns"] == ["nearly"]


def test_repeated_rows_are_counted(people: pd.DataFrame) -> None:
    found = report(pd.concat([people, people.head(30)], ignore_index=True), "left")
    item = only(found, "duplicates")
    assert item["number"] == 30 == found["duplicates"]
    assert item["calls"][0]["call"]["tool"] == "drop_duplicates"


def test_drift_along_a_date_asks_for_a_split_by_time(people: pd.DataFrame) -> None:
    people["day"] = pd.Timestamp("2021-01-01") + pd.to_timedelta(np.arange(600), "D")
    people["height"] += np.arange(600) / 20
    item = only(report(people, "height"), "time_order")
    assert item["calls"][0]["call"]["args"] == {"strategy": "time", "column": "day", "train": 0.6, "validation": 0.2}
    people["height"] = np.random.default_rng(9).permutation(people["height"])
    assert of(report(people, "height"), "time_order") == []


def test_rare_and_uneven_classes_are_told_with_their_share(people: pd.DataFrame) -> None:
    people["left"] = "no"
    people.loc[:29, "left"] = "yes"
    item = only(report(people, "left"), "imbalance")
    assert item["number"] == pytest.approx(0.05)
    assert "5.0 %" in item["message"]
    people.loc[:3, "left"] = "maybe"
    assert only(report(people, "left"), "rare_class")["number"] == 4


def test_a_long_tailed_target_is_learned_on_a_log_scale(people: pd.DataFrame) -> None:
    people["income"] = np.random.default_rng(0).lognormal(8, 1, 600)
    item = only(report(people, "income"), "skewed_target")
    assert item["calls"][0]["call"] == {"tool": "transform", "args": {"columns": ["income"], "method": "log"}}


def test_columns_that_repeat_each_other_are_found(people: pd.DataFrame) -> None:
    people["inches"] = people["height"] / 2.54 + np.random.default_rng(0).normal(0, 0.1, 600)
    assert set(only(report(people, "left"), "collinear")["columns"]) == {"height", "inches"}


def test_many_columns_with_the_same_trouble_are_one_finding() -> None:
    frame = pd.DataFrame({f"c{n}": np.where(np.arange(100) % (n + 3) == 0, np.nan, np.arange(100.0)) for n in range(8)})
    item = only(report(frame), "missing")
    assert len(item["columns"]) == 8


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"a": []}),
        pd.DataFrame({"a": [1.0]}),
        pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}),
        pd.DataFrame({"a": [None, None, None]}),
        pd.DataFrame({"a": [np.inf, -np.inf, 1.0], "b": [True, False, True]}),
        pd.DataFrame({"<b>&`$*": ["<script>", None, "'"], "": [1, 2, 3]}),
    ],
    ids=["no rows", "one row", "two rows", "all missing", "infinite", "hostile"],
)
def test_odd_tables_are_reported_without_complaint(frame: pd.DataFrame) -> None:
    found = report(frame)
    assert found["rows"] == len(frame)
    assert len(found["table"]) == frame.shape[1]


def test_a_large_table_says_what_was_sampled() -> None:
    random = np.random.default_rng(0)
    frame = pd.DataFrame(random.normal(size=(60_000, 3)), columns=["a", "b", "c"])
    found = report(frame, "c")
    assert found["sampled"]["pairwise_rows"] == 50_000
    assert "10,000 random rows" in found["sampled"]["message"]


def test_answers_spelled_in_several_ways_are_found_with_the_call_that_merges_them(people: pd.DataFrame) -> None:
    people["colour"] = pd.Series([("Red", "Red", "red", " RED ", "blue", "dark  green", "dark green", "dark green")[n % 8] for n in range(600)], dtype="str")
    item = only(report(people, "left"), "spellings")
    assert (item["columns"], item["number"], item["severity"]) == (["colour"], 225, "decide")
    assert item["calls"][0]["call"] == {"tool": "replace_values", "args": {"column": "colour", "old": ["red", " RED ", "dark  green"], "new": ["Red", "Red", "dark green"]}}


def test_spellings_of_the_target_are_found_and_those_of_names_are_not(people: pd.DataFrame) -> None:
    people["left"] = pd.Series([("stays", "Stays", "goes")[n % 3] for n in range(600)], dtype="str")
    people["code"] = [f"a{n}" if n % 2 else f"A{n - 1}" for n in range(600)]
    assert only(report(people, "left"), "spellings")["columns"] == ["left"]
