"""What is offered as the column to predict, and what is said of it."""

from __future__ import annotations

import random
from pathlib import Path

from tests.tools.gate import Session
from tools.help.next_steps import next_steps
from tools.requirements import likely_targets


def loaded(tmp_path: Path, text: str) -> Session:
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
