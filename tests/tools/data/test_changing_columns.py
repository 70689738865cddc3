"""Tools that change a column: its name, its kind, its values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


def column(session: Session, name: str) -> dict[str, Any]:
    columns = session.call("preview")["state"]["dataset"]["columns"]
    return next(entry for entry in columns if entry["name"] == name)


def test_a_kind_that_was_said_wins_and_the_old_reason_is_told(titanic: Session) -> None:
    result = titanic.call("set_kind", columns=["Pclass"], kind="numeric")
    assert "Before, I took it as categorical: it has only 3 whole numbers" in result["said"]
    assert column(titanic, "Pclass")["kind"] == "numeric"
    assert column(titanic, "Pclass")["reason"] == "you said so"
    titanic.call("filter_rows", column="Age", op="ge", value=1)
    assert column(titanic, "Pclass")["kind"] == "numeric"


def test_text_becomes_numbers_and_what_is_lost_is_named(session: Session) -> None:
    result = session.call("set_kind", columns=["score"], kind="numeric")
    assert "5 values of score could not be read and are missing now, such as 'n/k'" in result["said"]
    assert column(session, "score")["missing"] == 5
    assert column(session, "score")["dtype"].startswith("float")


def test_dates_that_can_be_read_two_ways_are_asked_about(session: Session) -> None:
    result = session.call("set_kind", columns=["order"], kind="datetime")
    assert result["status"] == "ask"
    answer = result["options"][0]["call"]
    assert answer["args"]["day_first"] is True
    done = session.call(answer["tool"], **answer["args"])
    assert done["status"] == "done"
    assert done["calls"][0]["args"]["formats"] == ["%d/%m/%Y"]
    assert session.call("preview", rows=1)["blocks"][0]["rows"][0][-1] == "2020-04-03"


def test_the_month_may_come_first(session: Session) -> None:
    session.call("set_kind", columns=["order"], kind="datetime", day_first=False)
    assert session.call("preview", rows=1)["blocks"][0]["rows"][0][-1] == "2020-03-04"


def test_years_become_dates(tmp_path: Any) -> None:
    path = tmp_path / "years.csv"
    path.write_text("year,n\n" + "".join(f"{1990 + n % 30},{n}\n" for n in range(60)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    assert session.call("set_kind", columns=["year"], kind="datetime")["status"] == "done"
    assert session.call("preview", rows=1)["blocks"][0]["rows"][0][0] == "1990-01-01"


def test_times_of_day_give_their_hours(tmp_path: Any) -> None:
    path = tmp_path / "trains.csv"
    path.write_text("start,n\n" + "".join(f"{6 + n % 12:02}:{n:02},{n}\n" for n in range(60)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    assert session.call("set_kind", columns=["start"], kind="datetime")["status"] == "done"
    session.call("extract_dates", columns=["start"], parts=["hour"])
    assert [row[0] for row in session.call("preview", rows=2)["blocks"][0]["rows"]] == [6, 7]


@pytest.mark.parametrize(
    ("name", "kind", "instead"),
    [("name", "numeric", "categorical"), ("name", "datetime", "text"), ("name", "boolean", "categorical"), ("age", "datetime", "numeric")],
)
def test_a_kind_that_cannot_be_is_refused_with_one_that_can(session: Session, name: str, kind: str, instead: str) -> None:
    error = session.call("set_kind", columns=[name], kind=kind)["error"]
    assert error["code"] == "not_convertible"
    assert error["call"]["args"]["kind"] == instead
    assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"


def test_dates_are_no_amounts_but_can_be_taken_apart(session: Session) -> None:
    error = session.call("set_kind", columns=["joined"], kind="numeric")["error"]
    assert error["call"] == {"tool": "extract_dates", "args": {"columns": ["joined"]}}


def test_columns_made_by_a_step_keep_their_kind(titanic: Session) -> None:
    titanic.call("encode", columns=["Sex"])
    made = next(entry["name"] for entry in titanic.call("preview")["state"]["dataset"]["columns"] if entry["name"].startswith("Sex"))
    assert titanic.call("set_kind", columns=[made], kind="text")["error"]["code"] == "derived_column"


def test_a_new_name_is_used_for_target_kind_split_and_features(titanic: Session) -> None:
    titanic.call("set_target", column="Survived")
    titanic.call("set_kind", columns=["Pclass"], kind="numeric")
    titanic.call("choose_features", columns=["Pclass", "Age", "Fare"])
    assert titanic.call("rename_column", column="Pclass", name="class")["status"] == "done"
    assert column(titanic, "class")["kind"] == "numeric"
    result = titanic.call("rename_column", column="Survived", name="lived")
    assert result["state"]["target"] == "lived"
    trained = titanic.call("train", model="hist_gradient_boosting")
    assert trained["status"] == "done", trained.get("error")
    assert set(titanic.run["features"]) == {"class", "Age", "Fare"}


def test_a_name_that_a_learned_step_knows_is_not_changed_behind_its_back(titanic: Session) -> None:
    titanic.call("impute", columns=["Age"])
    assert titanic.call("rename_column", column="Age", name="years")["error"]["code"] == "used_before"
    assert titanic.call("rename_column", column="Fare", name="Age")["error"]["code"] == "name_taken"


@pytest.mark.parametrize(
    ("name", "old", "new", "missing"), [("age", 999, None, 10), ("age", "999", 99, 5), ("score", "n/k", None, 5), ("joined", "2021-03-01", "2021-03-02", 0), ("member", "yes", False, 0)]
)
def test_a_value_is_replaced_in_the_type_of_its_column(session: Session, name: str, old: Any, new: Any, missing: int) -> None:
    result = session.call("replace_values", column=name, old=old, new=new)
    assert result["status"] == "done", result.get("error")
    assert column(session, name)["missing"] == missing
    assert result["blocks"][0]["type"] == "plot"


def test_a_column_without_its_odd_word_is_numbers_and_is_looked_at_anew(session: Session) -> None:
    result = session.call("replace_values", column="score", old="n/k", new=None)
    assert "score is all numbers now" in result["said"]
    assert column(session, "score")["kind"] == "numeric"


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ({"column": "name", "old": "Anne", "new": "Ann"}, "nothing_to_do", "Did you mean 'Ann'?"),
        ({"column": "age", "old": "x", "new": 1}, "invalid_argument", "number"),
        ({"column": "age", "old": None, "new": 1}, "invalid_argument", "impute"),
        ({"column": "joined", "old": "2021-03-01", "new": "soon"}, "invalid_argument", "2024-12-31"),
    ],
)
def test_a_replacement_that_cannot_be_is_refused(session: Session, args: dict[str, Any], code: str, words: str) -> None:
    error = session.call("replace_values", **args)["error"]
    assert error["code"] == code
    assert words in error["message"] + error["hint"]


def test_amounts_kept_as_text_become_the_numbers_that_they_say(tmp_path: Path) -> None:
    rows = [f"{number}.5;{number}.25;{number}.75;{number},5;{number * 100},90 €" for number in range(1, 30)]
    session = loaded(tmp_path, "\n".join(["a;b;c;km;fee", *rows, "30.5;1.5;2.5;-3,1;1.234,00 €", "31.5;1.5;2.5;far;2 €"]))
    assert "numeric" not in {column(session, name)["kind"] for name in ("km", "fee")}
    said = session.call("set_kind", columns=["km", "fee"], kind="numeric")["said"]
    shown = session.call("preview", rows=31)["blocks"][0]["rows"]
    assert [row[3:] for row in (shown[0], shown[1], shown[-2])] == [[1.5, 100.9], [2.5, 200.9], [-3.1, 1234.0]]
    assert shown[-1][3] is None
    assert "decimal comma" in said
    assert "1 value of km could not be read and is missing now, such as 'far'" in said


def test_several_spellings_become_one_by_the_button_of_their_finding(tmp_path: Path) -> None:
    session = loaded(tmp_path, "\n".join(["size,town", *(f"{n},{('Ulm', 'ULM', 'Bonn', 'bonn', 'Bonn')[n % 5]}" for n in range(50))]))
    (finding,) = [item for item in session.call("profile")["state"]["findings"] if item["id"] == "spellings"]
    mend = finding["calls"][0]["call"]
    result = session.call(mend["tool"], **mend["args"])
    assert result["said"].startswith("20 of 50 cells of town changed from ")
    assert column(session, "town")["unique"] == 2
    assert [item for item in result["state"]["findings"] if item["id"] == "spellings"] == []


def test_values_are_swapped_at_once_and_lists_that_are_no_pairs_are_refused(tmp_path: Path) -> None:
    session = loaded(tmp_path, "\n".join(["size,team", *(f"{n},{'home' if n % 3 else 'guest'}" for n in range(30))]))
    assert session.call("replace_values", column="team", old=["home"], new=["guest", "none"])["error"]["argument"] == "new"
    session.call("replace_values", column="team", old=["home", "guest"], new=["guest", "home"])
    assert [row[1] for row in session.call("preview", rows=3)["blocks"][0]["rows"]] == ["home", "guest", "guest"]


@pytest.mark.parametrize(("point", "first"), [(",", 1234.0), (".", 1.234)])
def test_an_amount_that_reads_either_way_is_read_as_the_rest_of_the_file(tmp_path: Path, point: str, first: float) -> None:
    rows = [f"{number}{point}25;{number}.234 kg" for number in range(1, 30)]
    session = loaded(tmp_path, "\n".join(["width;mass", *rows, f"30{point}5;unclear"]))
    (finding,) = [item for item in session.call("profile")["state"]["findings"] if item["id"] == "mixed_kinds"]
    mend = finding["calls"][0]["call"]
    assert session.call(mend["tool"], **mend["args"])["status"] == "done"
    assert session.call("preview", rows=1)["blocks"][0]["rows"][0][1] == first


@pytest.mark.parametrize("cells", [["5 kg", "500 g"], ["Room 7", "Room 8"], ["A12", "B7"]])
def test_what_is_no_amount_of_one_unit_stays_as_it_is(tmp_path: Path, cells: list[str]) -> None:
    session = loaded(tmp_path, "\n".join(["a,b", *(f"{cell},{row}" for row in range(10) for cell in cells)]))
    assert session.call("set_kind", columns=["a"], kind="numeric")["error"]["code"] == "not_convertible"


def loaded(folder: Path, text: str) -> Session:
    (folder / "table.csv").write_text(text + "\n")
    session = Session(folder / "home")
    session.call("load_data", source=session.upload(folder / "table.csv"))
    return session
