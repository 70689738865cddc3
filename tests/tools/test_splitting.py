"""What a declared split is called in the list of steps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.training import script_of
from tests.tools.gate import Session
from tools.experiment import Experiment
from tools.pipeline.export import material_of


@pytest.mark.parametrize(
    ("args", "title"),
    [
        ({}, "Split 80% / 20% (stratified)"),
        ({"train": 0.7, "validation": 0.1}, "Split 70% / 10% / 20% (stratified)"),
        ({"strategy": "stratified_group", "column": "island"}, "Split 80% / 20% (stratified group by island)"),
        ({"strategy": "column", "column": "sex"}, "Split as sex says"),
    ],
)
def test_the_step_says_how_the_rows_are_divided(tmp_path: Path, args: dict[str, Any], title: str) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("filter_rows", column="sex", op="not_missing")
    for old, new in (("male", "train"), ("female", "test")):
        session.call("replace_values", column="sex", old=old, new=new)
    session.call("set_target", column="species")
    session.call("split", **args)
    assert session.document["steps"][-1]["title"] == title


def test_the_code_keeps_groups_in_the_index_only_where_folds_look_for_them(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("choose_features", columns=["bill_length_mm", "body_mass_g"])
    session.call("split", strategy="group", column="island")
    session.call("train", model="decision_tree")
    assert "set_axis" not in code_of(session)
    session.call("cross_validate", folds=2)
    assert 'frame.set_axis(frame[SPLIT["column"]], axis=0)' in code_of(session)


def code_of(session: Session) -> str:
    """Writes the training of the latest run, without the functions that it holds."""
    source = script_of(material_of(Experiment(session.document, session.home, {"uploads": session.uploads})))
    return source.partition("def train(")[2]


def test_a_column_alone_is_asked_about(penguins: Session) -> None:
    asked = penguins.call("split", test=0.3, column="year")
    assert asked["status"] == "ask"
    assert [option["call"]["args"].get("strategy") for option in asked["options"]] == ["group", "time", None]
    for option in asked["options"]:
        assert penguins.call("split", **option["call"]["args"])["status"] == "done"


def test_a_column_that_names_the_parts_or_holds_dates_needs_no_more_words(penguins: Session, tmp_path: Path) -> None:
    for old, new in (("Dream", "Train"), ("Biscoe", "val"), ("Torgersen", "test")):
        penguins.call("replace_values", column="island", old=old, new=new)
    assert "as your own column says" in penguins.call("split", column="island")["said"]
    days = tmp_path / "days.csv"
    days.write_text("\n".join(["day,cost", *(f"2024-01-{n:02},{n * 1.5}" for n in range(1, 29))]))
    penguins.call("load_data", source=penguins.upload(days))
    assert "the latest rows are the test" in penguins.call("split", column="day")["said"]


def test_the_only_date_says_which_rows_are_the_latest_and_of_several_one_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "sales.csv"
    file.write_text("sold,delivered,amount\n" + "".join(f"2024-01-{day:02},2024-02-{29 - day:02},{day * 7 % 11}\n" for day in range(1, 29)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(file))
    asked = session.call("split", strategy="time", test=0.25)
    assert [option["call"]["args"] for option in asked["options"]] == [{"strategy": "time", "test": 0.25, "column": name} for name in ("sold", "delivered")]
    session.call("drop_columns", columns=["delivered"])
    session.call("split", strategy="time")
    assert session.document["steps"][-1]["args"]["column"] == "sold"


def test_a_column_that_a_split_by_lot_does_not_use_is_told(penguins: Session) -> None:
    assert "island decides nothing" in penguins.call("split", strategy="random", column="island")["said"]


def test_a_column_with_other_words_than_the_parts_is_refused_with_one_of_them(penguins: Session) -> None:
    error = penguins.call("split", strategy="column", column="island")["error"]
    assert error["argument"] == "column" and "Torgersen" in error["message"]


def test_folds_that_would_group_another_way_are_not_said_to_tear_groups_apart(penguins: Session) -> None:
    penguins.call("split", strategy="group", column="island")
    error = penguins.call("cross_validate", model="dummy", folds=2, strategy="stratified_group")["error"]
    assert error["code"] == "not_with_this_split" and "tear" not in error["message"]


def test_the_same_mix_of_classes_needs_a_target_first(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    asked = session.call("split", test=0.3, strategy="stratified")
    assert asked["status"] == "ask"
    assert {option["call"]["tool"] for option in asked["options"]} == {"set_target", "split"}
    assert session.call("split", **asked["options"][-1]["call"]["args"])["status"] == "done"
