"""The conversation in the terminal, from outside."""

import zipfile
from pathlib import Path

import pytest

from tests.outside import DATA, json_lines, playground

FIRST_EXPERIMENT = (
    "predict Survived",
    "prepare it for me",
    "train a logistic regression",
    "how good is it",
    "export the project",
)


@pytest.mark.parametrize("data", [DATA / "titanic.csv", "titanic"])
def test_the_first_experiment_runs_on_a_file_and_on_a_sample_and_says_where_the_project_lies(data, tmp_path):
    done = playground("chat", data, *FIRST_EXPERIMENT, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    last = done.stdout.rstrip().splitlines()[-1]
    assert last.startswith("File: ")
    project = Path(last.removeprefix("File: "))
    assert project.suffix == ".zip"
    with zipfile.ZipFile(project) as archive:
        assert any(name.endswith("/train.py") for name in archive.namelist())
    for said in ("To predict: Survived", "accuracy", "simplest guess", "891 rows"):
        assert said in done.stdout
    assert not list(tmp_path.rglob("*.part"))


def test_json_gives_one_line_for_each_message_after_its_work_has_ended(tmp_path):
    done = playground("chat", "titanic", *FIRST_EXPERIMENT, "--json", home=tmp_path)
    assert done.returncode == 0
    turns = json_lines(done)
    assert [turn["said"] for turn in turns] == [None, *FIRST_EXPERIMENT]
    assert {turn["status"] for turn in turns} == {"done"}
    training = turns[3]
    assert training["job_id"]
    assert [call["tool"] for call in training["calls"]].count("train") == 1
    assert [block["type"] for block in training["blocks"]].count("metrics") == 1
    assert [Path(block["path"]).is_file() for block in turns[-1]["blocks"] if block["type"] == "file"] == [True]


def test_a_message_that_fails_ends_with_status_1_and_what_to_do(tmp_path):
    done = playground("chat", "titanic", "predict Survived", "scale the colum agee by flarp", "blorp", "--json", home=tmp_path)
    assert done.returncode == 1
    assert json_lines(done)[-1]["options"]


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_lines_are_read_from_a_pipe_where_no_messages_are_given(as_json, tmp_path):
    said = "predict Survived\n\nwhat can you do\n"
    done = playground("chat", "titanic", *as_json, home=tmp_path, said=said)
    assert done.returncode == 0
    if as_json:
        assert [turn["said"] for turn in json_lines(done)] == [None, "predict Survived", "what can you do"]
    else:
        assert "To predict: Survived" in done.stdout
        assert ">" not in done.stdout.splitlines()[0]


def test_mistakes_in_what_is_asked_for_end_with_status_2_and_one_line(tmp_path):
    empty, picture = tmp_path / "empty.csv", tmp_path / "picture.csv"
    empty.touch()
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    for data, said in (("nothing", "titanic"), (empty, "is empty"), (picture, "PNG picture")):
        for as_json in ([], ["--json"]):
            done = playground("chat", data, "predict it", *as_json, home=tmp_path / "home")
            assert (done.returncode, done.stdout) == (2, "")
            assert said in done.stderr
            assert len(done.stderr.splitlines()) == 1
    assert not list((tmp_path / "home").glob("datasets/*"))


def test_a_cell_cannot_command_the_terminal(tmp_path):
    file = tmp_path / "data.csv"
    cells = "".join(f"{number},\x9b2J\u202e{number}\n" for number in range(20))
    file.write_text(f"a\x9b31m,b\n{cells}", encoding="utf-8")
    done = playground("chat", file, "show the first rows", home=tmp_path / "home")
    assert done.returncode == 0
    assert not {"\x9b", "\u202e"} & set(done.stdout)
    assert "31m" in done.stdout
    shown = playground("load", file, home=tmp_path / "home")
    assert shown.returncode == 0
    assert not {"\x9b", "\u202e"} & set(shown.stdout)


def test_nobody_else_can_use_a_home_that_is_in_use(tmp_path):
    from engine.store import Store

    store = Store(tmp_path)
    done = playground("chat", "titanic", "predict Survived", home=tmp_path)
    store.close()
    assert done.returncode == 3
    assert "in use by pid" in done.stderr
    assert done.stderr.count("\n") == 1
