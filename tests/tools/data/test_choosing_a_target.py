"""What is offered as the column to predict, and what is said of it."""

from __future__ import annotations

import random
from pathlib import Path

from assistant.forms import form_block
from tests.tools.gate import Session
from tools.catalog import find_tool
from tools.help.next_steps import next_steps
from tools.requirements import likely_targets


def loaded(tmp_path: Path, text: str) -> Session:
    tmp_path.mkdir(exist_ok=True)
    session = Session(tmp_path)
    file = tmp_path / "table.csv"
    file.write_text(text)
    assert session.call("load_data", source=session.upload(file))["status"] == "done"
    return session


def rides(tmp_path: Path) -> Session:
    """240 rides between 120 places, of two colours."""
    draw = random.Random(1)
    rows = [f"{draw.uniform(1, 9):.3f},{draw.uniform(3, 60):.2f},{draw.uniform(0, 9):.2f},place {n % 120},{draw.choice(['green', 'yellow'])},{draw.choice('abc')}" for n in range(240)]
    return loaded(tmp_path, "\n".join(["distance_total_km,fareAmount,tip,zone,color,area", *rows]))


def test_the_rarest_of_the_rare_classes_is_named(tmp_path: Path) -> None:
    session = loaded(tmp_path, "\n".join(["a,answer", *(f"{n},yes" for n in range(8)), *(f"{n},no" for n in range(4))]))
    assert "2 of the classes have fewer than 10 rows (fewest: no with 4)" in session.call("set_target", column="answer")["said"]


def test_amounts_and_the_last_column_are_candidates(tmp_path: Path) -> None:
    columns = [dict(entry) for entry in rides(tmp_path).call("preview")["state"]["dataset"]["columns"]]
    assert {name for name, _ in likely_targets(columns)[:3]} == {"fareAmount", "tip", "area"}


def test_a_telling_name_comes_before_an_amount() -> None:
    columns = [{"name": name, "kind": kind, "unique": unique} for name, kind, unique in (("Fare", "numeric", 200), ("Survived", "boolean", 2), ("Deck", "categorical", 7))]
    assert likely_targets(columns)[0][0] == "Survived"


def test_many_categories_stop_nobody_before_there_is_a_target_and_are_encoded_by_it_afterwards(tmp_path: Path) -> None:
    session = rides(tmp_path)
    offered = next_steps(session.call("preview")["state"])
    assert [step.call.tool for step in offered if "zone" in str(step.call.args)] == []
    state = session.call("set_target", column="tip")["state"]
    (found,) = [finding for finding in state["findings"] if finding["id"] == "high_cardinality"]
    assert found["calls"][0]["call"] == {"tool": "encode", "args": {"columns": ["zone"], "method": "target"}}
    assert "drop_columns" not in [item["call"]["tool"] for item in found["calls"]]


def test_the_class_that_is_looked_for_is_one_of_the_two(tmp_path: Path) -> None:
    session = loaded(tmp_path, "\n".join(["a,b,answer", *(f"{n},{n % 7},{'yes' if n % 3 else 'no'}" for n in range(40))]))
    error = session.call("set_target", column="answer", positive="maybe")["error"]
    assert error["argument"] == "positive" and "yes or no" in error["message"].replace("no or yes", "yes or no")
    nearly = session.call("set_target", column="answer", positive="NO")["error"]
    assert nearly["call"]["args"]["positive"] == "no"
    assert "I look for “no”" in session.call("set_target", **nearly["call"]["args"])["said"]


def test_of_three_classes_none_is_looked_for(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    assert session.call("set_target", column="species", positive="King")["error"]["argument"] == "positive"
    result = session.call("set_target", column="species", positive="Adelie")
    assert "“Adelie” counts like the others" in result["said"]
    assert result["state"]["positive"] is None


def test_dates_are_no_target(tmp_path: Path) -> None:
    session = loaded(tmp_path, "\n".join(["day,cost,year", *(f"2024-01-{n:02},{n * 1.5},{2000 + n % 5}" for n in range(1, 29))]))
    error = session.call("set_target", column="day")["error"]
    assert error["code"] == "date_target" and error["call"]["args"]["column"] != "day"
    assert session.call("set_target", column="year", task="regression")["status"] == "done"
    assert session.call("set_kind", columns=["year"], kind="datetime")["error"]["code"] == "date_target"


def test_two_numbers_may_be_predicted_as_a_number_and_as_classes_again(tmp_path: Path) -> None:
    rows = [f"{n % 7 + n / 1000},{4 if n % 3 else 5}" for n in range(60)]
    session = loaded(tmp_path, "\n".join(["x,y", *rows]))
    assert session.call("set_target", column="y")["state"]["positive"] == 5
    assert session.call("set_task", task="regression")["state"]["positive"] is None
    assert session.call("train", model="ridge")["status"] == "done"
    assert "rmse" in session.run["metrics"]["test"]
    assert session.call("set_task", task="classification")["state"]["positive"] == 5
    assert session.call("train", model="decision_tree")["status"] == "done"
    assert "f1" in session.run["metrics"]["test"]


def test_answers_that_cannot_be_learned_are_said_before_a_model_is_asked_for(tmp_path: Path) -> None:
    rows = [f"{n % 7 + n / 1000},{1e308 * (n / 30 - 1)},{n % 5}" for n in range(60)]
    session = loaded(tmp_path, "\n".join(["x,y,z", *rows]))
    session.call("set_target", column="y", task="regression")
    assert "cannot be added up" in session.call("cross_validate")["error"]["message"]


def test_two_fractions_are_amounts_and_no_classes(tmp_path: Path) -> None:
    rows = [f"{n % 7 + n / 1000},{4.5 if n % 3 else 4.6}" for n in range(60)]
    session = loaded(tmp_path, "\n".join(["x,y", *rows]))
    assert session.call("set_target", column="y")["state"]["task"] == "regression"
    for call in ({"tool": "set_target", "column": "y", "task": "classification"}, {"tool": "set_task", "task": "classification"}):
        error = session.call(**call)["error"]
        assert error["message"] == "“y” holds fractions such as 4.6, which are amounts and no classes."
        assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"


def test_more_than_a_class_for_five_rows_is_said_to_look_like_an_identifier(tmp_path: Path) -> None:
    for classes, doubted in ((20, False), (21, True)):
        session = loaded(tmp_path / str(classes), "\n".join(["x,y", *(f"{n / 7:.3f},k{n % classes}" for n in range(100))]))
        assert ("looks more like a name or a number of each row" in session.call("set_target", column="y")["said"]) is doubted


def test_what_a_step_has_made_is_offered_as_a_target_nowhere(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("encode", columns=["species", "island", "sex"])
    asked = session.call("train", model="decision_tree")
    assert "species" in str(asked["options"])
    field = form_block(find_tool("set_target"), {}, asked["state"])["schema"]["properties"]["column"]
    steps = [step.model_dump() for step in next_steps(asked["state"])]
    offered = [entry["call"]["args"]["column"] for entry in [*asked["options"], *steps] if entry["call"]["tool"] == "set_target"]
    offered += [choice["name"] for choice in field["x-choices"]]
    assert len(offered) > 8
    for name in offered:
        assert session.call("set_target", column=name)["status"] in {"done", "ask"}
