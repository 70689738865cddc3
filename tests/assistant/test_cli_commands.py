"""The commands that need no conversation, from outside."""

import json
import zipfile

import pandas as pd
import pytest

from tests.outside import DATA, json_lines, playground


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A recorded pipeline, and the metrics that it had when it was recorded."""
    home = tmp_path_factory.mktemp("recorded")
    messages = ("predict Survived", "train a decision tree with max depth 3", "how good is it?", "export the pipeline")
    turns = json_lines(playground("chat", DATA / "titanic.csv", *messages, "--json", home=home))
    file = next(block for block in turns[-1]["blocks"] if block["type"] == "file")
    shown = next(block for block in turns[3]["blocks"] if block["type"] == "metrics")
    return file["path"], shown["metrics"]


def test_load_says_what_was_understood_and_writes_it_out(tmp_path):
    file = tmp_path / "prices.csv"
    file.write_text("name;price\nCafé;1,50\nThé;2,25\nEau;0,75\n", encoding="cp1252")
    out = tmp_path / "out.parquet"
    known = playground("load", file, "--out", out, "--json", home=tmp_path)
    assert known.returncode == 0
    (line,) = json_lines(known)
    assert line["options"]["delimiter"] == ";"
    assert line["options"]["encoding"] == "latin-1"
    assert {column["name"]: column["kind"] for column in line["columns"]}["price"] == "numeric"
    assert pd.read_parquet(out)["price"].tolist() == [1.5, 2.25, 0.75]

    shown = playground("load", file, "--out", tmp_path / "out.csv", home=tmp_path)
    assert shown.returncode == 0
    assert "3 rows × 2 columns" in shown.stdout
    assert "latin-1" in shown.stdout
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1] in {"Café,1.5", "Café,1.50"}


def test_load_refuses_what_it_cannot_write(tmp_path):
    for out, said in (("out.xlsx", ".parquet"), ("nowhere/out.csv", "cannot be written")):
        done = playground("load", "penguins", "--out", tmp_path / out, home=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert said in done.stderr


def test_replay_repeats_every_number(recorded, tmp_path):
    pipeline, metrics = recorded
    done = playground("replay", pipeline, "--data", DATA / "titanic.csv", "--json", home=tmp_path)
    assert done.returncode == 0
    assert json_lines(done)[0]["test"] == metrics
    table = playground("replay", pipeline, "--data", DATA / "titanic.csv", home=tmp_path)
    assert f"{metrics['accuracy']:.6g}" in table.stdout


def test_replay_says_what_does_not_fit(recorded, tmp_path):
    pipeline, _ = recorded
    broken, other = tmp_path / "broken.json", tmp_path / "other.json"
    broken.write_text("{")
    other.write_text('{"a": 1}')
    cases = (
        (pipeline, DATA / "penguins.csv", "There is no column “Survived”"),
        (broken, DATA / "titanic.csv", "This is not JSON"),
        (other, DATA / "titanic.csv", "no recorded pipeline"),
        (tmp_path / "none.json", DATA / "titanic.csv", "cannot be read"),
    )
    for file, data, said in cases:
        done = playground("replay", file, "--data", data, "--json", home=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert said in done.stderr


def test_steps_that_are_no_steps_are_said_and_not_a_failure_inside(tmp_path):
    file = tmp_path / "pipeline.json"
    for steps in ([1], [{"tool": "load_data"}], [{"tool": "impute", "args": {}}], [{"args": {}}], [{"tool": 3, "args": []}]):
        file.write_text(json.dumps({"steps": steps}))
        done = playground("replay", file, "--data", DATA / "titanic.csv", home=tmp_path)
        assert done.returncode == 2, done.stderr
        assert done.stderr.count("\n") == 1


def test_export_writes_the_code_of_a_recorded_pipeline(recorded, tmp_path):
    pipeline, _ = recorded
    out = tmp_path / "out"
    arguments = ("--data", DATA / "titanic.csv", "--formats", "script, project", "--out", out)
    done = playground("export", pipeline, *arguments, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(map(str, out.iterdir())) == sorted(done.stdout.split())
    assert {path.suffix for path in out.iterdir()} == {".py", ".zip"}
    with zipfile.ZipFile(next(out.glob("*.zip"))) as archive:
        assert archive.testzip() is None

    wrong = playground("export", pipeline, "--data", "titanic", "--formats", "scrip", "--out", tmp_path / "no", home=tmp_path)
    assert wrong.returncode == 2
    assert "script" in wrong.stderr
    assert not (tmp_path / "no").exists()


def test_route_gives_a_line_for_each_text_and_for_each_line_of_a_batch(tmp_path):
    batch = tmp_path / "batch.jsonl"
    asked = {"text": "no, the mean", "context": {"last": [{"tool": "impute", "args": {"columns": ["Age"], "strategy": "median"}}]}}
    batch.write_text(json.dumps({"text": "drop the ticket column"}) + "\n\n" + json.dumps(asked) + "\n")
    done = playground("route", "titanic", "predict Survived", "blorp", "--batch", batch, home=tmp_path)
    assert done.returncode == 0
    answers = json_lines(done)
    assert [answer["status"] for answer in answers] == ["act", "unknown", "act", "act"]
    assert answers[0]["calls"] == [{"tool": "set_target", "args": {"column": "Survived"}}]
    assert answers[2]["calls"] == [{"tool": "drop_columns", "args": {"columns": ["Ticket"]}}]
    assert answers[3]["calls"][0]["args"]["strategy"] == "mean"
    assert not (tmp_path / "playground.db").exists()


def test_route_says_what_is_wrong_with_what_it_is_given(tmp_path):
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"words": "x"}\n')
    for arguments in (["x", "--context", "{"], ["x", "--context", "[]"], ["--batch", wrong], ["--batch", tmp_path / "no"], []):
        done = playground("route", "titanic", *arguments, home=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), arguments


@pytest.mark.parametrize("command", [("serve", "--port", "0", "--no-browser"), ("chat", "penguins", "preview")])
@pytest.mark.parametrize("place", ["a file is in the way", "no file can be made there"])
def test_a_home_in_which_nothing_can_be_kept_is_said(tmp_path, command, place):
    (tmp_path / "file").write_text("")
    home = tmp_path / "file" / "home" if place.startswith("a file") else "/proc"
    done = playground(*command, home=home)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Nothing can be kept in {home}: ")
    assert "--home" in done.stderr
    assert done.stderr.count("\n") == 1
