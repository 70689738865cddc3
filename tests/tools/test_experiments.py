"""One experiment is open; others are kept beside it with all that was done in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("train", model="logistic_regression")
    return session


def names(session: Session) -> list[str]:
    return [each["name"] for each in session.call("list_experiments")["state"]["experiments"]]


def test_a_branch_is_a_copy_that_leaves_the_original_alone(session: Session) -> None:
    before = session.document["steps"]
    session.call("branch", name="without the sex")
    session.call("undo", steps=2)
    assert names(session) == ["without the sex", "penguins"]
    back = session.call("open_experiment", experiment="Penguins")
    assert session.document["steps"] == before
    assert [run["model"] for run in back["state"]["runs"]] == ["logistic_regression"]
    assert names(session) == ["penguins", "without the sex"]


def test_naming_names_the_download_and_a_name_is_given_once(session: Session) -> None:
    session.call("name_experiment", name="First try")
    session.call("branch", name="second")
    taken = session.call("name_experiment", name="first TRY")
    assert taken["error"]["code"] == "name_taken" and "first TRY 2" in taken["error"]["hint"]
    (file,) = session.call("export", formats=["pipeline"])["files"]
    assert file["name"] == "pipeline.json"


def test_other_data_begin_an_experiment_of_their_own(session: Session) -> None:
    said = session.call("load_data", source="titanic")["said"]
    assert "penguins" in said
    assert names(session) == ["titanic", "penguins"]


def test_an_unknown_experiment_is_answered_with_the_nearest(session: Session) -> None:
    session.call("branch", name="bold idea")
    error = session.call("open_experiment", experiment="penguin")["error"]
    assert error["call"] == {"tool": "open_experiment", "args": {"experiment": "penguins"}}


def table(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


@pytest.fixture
def cars(tmp_path: Path) -> Session:
    rows = "".join(f"{n * 7 % 60},{n * 1.5 + n % 7},{'ab'[n % 2]},{n * 3 + n % 5}\n" for n in range(60))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(table(tmp_path, "cars.csv", "speed,weight,make,cost\n" + rows)))
    session.call("set_target", column="cost", task="regression")
    session.call("train", model="ridge")
    return session


def test_the_same_steps_run_on_another_table_in_an_experiment_of_its_own(cars: Session, tmp_path: Path) -> None:
    rows = "".join(f"{n * 7 % 60},{n * 2 + n % 3},{'ab'[n % 2]},{n * 3 + n % 5}\n" for n in range(80))
    steps = [step["tool"] for step in cars.document["steps"]]
    result = cars.call("apply_pipeline", source=cars.upload(table(tmp_path, "more.csv", "speed,weight,make,cost\n" + rows)), columns={"speed": "speed"})
    assert result["status"] == "done"
    assert [step["tool"] for step in cars.document["steps"]] == steps
    assert len(result["state"]["runs"]) == 1 and result["state"]["dataset"]["rows"] == 80
    assert names(cars) == ["more", "cars"]


def test_missing_columns_are_asked_about_with_the_like_name_first(cars: Session, tmp_path: Path) -> None:
    rows = "".join(f"{n * 7 % 60},{n * 2 + n % 3},{n * 3 + n % 5}\n" for n in range(80))
    source = cars.upload(table(tmp_path, "other.csv", "speeds,weight,cost\n" + rows))
    asked = cars.call("apply_pipeline", source=source)
    assert asked["status"] == "ask" and "`speed`" in asked["question"] and "`make`" in asked["question"]
    first = asked["options"][0]["call"]["args"]
    assert first["columns"] == {"speeds": "speed"}
    again = cars.call("apply_pipeline", **first)
    assert again["status"] == "ask" and "`make`" in again["question"] and "`speed`" not in again["question"]
    done = cars.call("apply_pipeline", **next(o["call"]["args"] for o in again["options"] if o["call"]["args"].get("leave_out")))
    assert done["status"] == "done"
    assert "make" in str(next(block for block in done["blocks"] if "other data" in block.get("title", ""))["rows"])
    assert len(done["state"]["runs"]) == 1


def test_without_the_column_to_predict_the_steps_are_refused(cars: Session, tmp_path: Path) -> None:
    source = cars.upload(table(tmp_path, "no.csv", "speed,weight,make\n" + "1,2,a\n" * 30))
    before = cars.document
    result = cars.call("apply_pipeline", source=source)
    assert result["status"] == "error" and "cost" in result["error"]["message"]
    assert result["experiment"] == before
