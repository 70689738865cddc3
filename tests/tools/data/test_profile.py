"""The health report as it is shown."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source="titanic")
    return session


def findings(result: dict[str, Any], heading: str) -> list[dict[str, Any]]:
    groups = next(block["findings"] for block in result["blocks"] if block.get("findings"))
    return next(group["findings"] for group in groups if group["heading"] == heading)


def titles(result: dict[str, Any]) -> list[str]:
    return [block["title"] for block in result["blocks"] if block["type"] == "plot"]


def test_the_first_pass_says_what_a_target_would_add(session: Session) -> None:
    result = session.call("profile")
    assert "891 rows × 12 columns (1 ID, 1 yes/no, 4 categories, 2 texts, 4 numbers)" in result["said"]
    assert result["blocks"][0]["markdown"].startswith("**Your decision**")
    assert "- **Missing values**: `Cabin` is missing in 687 of 891 rows (77 %). *Fill Cabin" in result["blocks"][0]["markdown"]
    assert "Once you say what to predict" in result["blocks"][-1]["markdown"]
    assert titles(result) == ["How the values are spread", "Where values are missing", "What moves together"]


def test_nothing_is_looked_for_in_columns_that_no_model_is_given(session: Session) -> None:
    session.call("set_target", column="Survived")
    state = session.call("choose_features", columns=["Age", "Sex", "Fare"])["state"]
    about = {name for finding in state["findings"] for name in finding["columns"]}
    assert "Age" in about and about <= {"Age", "Sex", "Fare", "Survived"}
    result = session.call("profile")
    told = result["blocks"][0]["markdown"]
    assert "Age" in told and not [name for name in ("Cabin", "PassengerId", "Ticket") if name in told]
    assert "Nothing was looked for in the 8 columns that no model is given." in result["blocks"][-1]["markdown"]
    assert "Cabin" in {row[0] for row in result["blocks"][-2]["rows"]}


def test_the_second_pass_relates_the_columns_to_the_target(session: Session) -> None:
    session.call("set_target", column="Survived")
    result = session.call("profile")
    assert "What each column alone says about Survived" in titles(result)
    assert "columns that give the answer away" in result["blocks"][-1]["markdown"]
    assert "_" not in result["blocks"][-1]["markdown"]
    spread = next(block for block in result["blocks"] if block["type"] == "plot")
    assert spread["alt"].startswith("How the values of 9 columns are spread: Survived mostly 0 (62 %)")


def test_every_decision_is_offered_with_what_mends_it_and_to_keep_it(session: Session) -> None:
    result = session.call("profile")
    decisions = findings(result, "your decision")
    assert len(decisions) == 2
    for decision in decisions:
        assert [offer["call"]["tool"] for offer in decision["calls"]][-1] == "acknowledge"
    tools = [option["call"]["tool"] for option in result["options"]]
    assert tools[:2] == ["drop_columns", "acknowledge"]
    for option in result["options"]:
        assert session.call(option["call"]["tool"], **option["call"]["args"])["status"] in {"done", "error"}


def test_what_was_kept_stands_in_the_report_as_kept(session: Session) -> None:
    session.call("acknowledge", finding="missing", columns=["Cabin"])
    result = session.call("profile")
    (kept,) = findings(result, "kept by you")
    assert kept["title"] == "Missing values" and kept["calls"] == []
    assert "`Cabin` is missing" in kept["message"]
    assert "**Kept by you**" in result["blocks"][0]["markdown"]
    assert "1 you kept as it is" in result["said"]


def test_a_finding_is_told_once_and_the_rest_of_a_long_list_is_in_a_table(session: Session, tmp_path: Path) -> None:
    result = session.call("profile")
    words = [block["markdown"] for block in result["blocks"] if block["type"] == "text"]
    assert [block.get("title") for block in result["blocks"] if block["type"] == "table"] == ["Columns"]
    assert sum(text.count("`Cabin` is missing") for text in words) == 1
    wide = tmp_path / "wide.csv"
    codes = ["-999" if row % 9 == 0 else str(row) for row in range(300)]
    wide.write_text(",".join(f"c{column}" for column in range(15)) + "\n" + "".join(",".join([code] * 15) + "\n" for code in codes))
    session.call("load_data", source=session.upload(wide))
    result = session.call("profile")
    table = next(block for block in result["blocks"] if block.get("title") == "Findings")
    assert table["total_rows"] > 12
    assert "more in the table below" in result["blocks"][0]["markdown"]


def test_a_table_with_nothing_wrong_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sound.csv"
    path.write_text("size,colour\n" + "".join(f"{n % 37 + n / 1000},{'red' if n % 3 else 'blue'}\n" for n in range(300)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    result = session.call("profile")
    assert "Nothing needs a decision of yours." in result["said"]
    assert result["options"] == []


def test_hostile_names_and_cells_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "hostile.csv"
    path.write_text('"<img src=x onerror=a()>","**b**"\n' + "".join(f"<script>{n}</script>,$x${n % 2}\n" for n in range(50)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    result = session.call("profile")
    assert result["status"] == "done"
    assert "<img" not in result["blocks"][0]["markdown"].replace("`<img", "")
    for block in result["blocks"]:
        if block["type"] == "plot":
            assert "<script" not in str(block["figure"]) and "<img" not in str(block["figure"])


def test_encoding_by_the_target_raises_no_alarm_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "types.csv"
    draw = random.Random(3)
    # Most types come once, so that what was learned of them from the answers foretells these.
    rows = [f"{draw.uniform(0, 9):.2f},type {n % 200},{draw.choice('ab')}" for n in range(240)]
    path.write_text("\n".join(["size,type,sort", *rows]))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="sort")
    encoded = session.call("encode", columns=["type"], method="target")["state"]
    assert [finding for finding in encoded["findings"] if finding["id"] == "target_leakage"] == []


def test_a_column_that_gives_the_answer_away_is_still_told_after_it_was_scaled(tmp_path: Path) -> None:
    path = tmp_path / "leak.csv"
    draw = random.Random(4)
    costs = [draw.gauss(50, 9) for _ in range(240)]
    path.write_text("\n".join(["size,paid,cost", *(f"{draw.random():.3f},{cost * 2 + 1:.3f},{cost:.3f}" for cost in costs)]))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="cost")
    state = session.call("scale", columns=["paid", "size"])["state"]
    assert [finding["columns"] for finding in state["findings"] if finding["id"] == "target_leakage"] == [["paid"]]
