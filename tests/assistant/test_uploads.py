"""Files that come in: what is refused leaves nothing behind."""

import re
import shutil
from types import SimpleNamespace

import pytest

from assistant import uploads
from assistant.api.health import limits
from assistant.chat.frontend import prepare_root
from assistant.cli import main
from assistant.gate import cap_of
from assistant.uploads import Intake, clean_name
from engine.errors import Refusal
from engine.jobs.errors import ChildLost, OutOfMemory


@pytest.fixture
def app(tmp_path):
    store = SimpleNamespace(dataset_folder=lambda identifier: tmp_path / "datasets" / identifier)
    return SimpleNamespace(home=tmp_path, store=store)


def free(monkeypatch, *sizes):
    left = iter(sizes)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=next(left)))


def test_a_file_that_would_fill_the_disk_is_refused_and_leaves_nothing(app, monkeypatch):
    free(monkeypatch, 10**9, 10**9, uploads.LEAST_FREE_BYTES + 10)
    with pytest.raises(Refusal, match="disk is full") as refused, Intake(app) as intake:
        intake.write(b"x" * 1000)
        intake.write(b"x" * 1000)
    assert refused.value.code == "disk_full"
    assert list((app.home / "datasets").iterdir()) == []


def test_nothing_is_begun_on_a_full_disk(app, monkeypatch):
    free(monkeypatch, 0)
    with pytest.raises(Refusal, match="disk is full"), Intake(app):
        pass
    assert not (app.home / "datasets").exists()


def test_a_file_larger_than_is_taken_in_leaves_nothing(app, monkeypatch):
    monkeypatch.setenv("PLAYGROUND_MAX_UPLOAD_MB", "2")
    with pytest.raises(Refusal, match="larger than the 2 MB") as refused, Intake(app) as intake:
        for _ in range(3):
            intake.write(b"x" * 1_000_000)
    assert "PLAYGROUND_MAX_UPLOAD_MB" in refused.value.hint
    assert list((app.home / "datasets").iterdir()) == []


def test_how_much_is_taken_in_can_be_set(tmp_path, monkeypatch):
    monkeypatch.delenv("PLAYGROUND_MAX_UPLOAD_MB", raising=False)
    assert limits()["upload_bytes"] == 200_000_000
    monkeypatch.setenv("PLAYGROUND_MAX_UPLOAD_MB", "1500")
    assert limits()["upload_bytes"] == 1_500_000_000
    assert cap_of("/api/v1/datasets/upload") > 1_500_000_000
    prepare_root(tmp_path)
    assert "max_size_mb = 1500\n" in (tmp_path / ".chainlit" / "config.toml").read_text()


@pytest.mark.parametrize("wrong", ["0", "-1", "much", "1e3", "2.5", "200 MB", "9999999"])
def test_a_wrong_limit_is_said_at_the_start(wrong, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PLAYGROUND_MAX_UPLOAD_MB", wrong)
    monkeypatch.setattr("sys.argv", ["playground", "serve", "--port", "0", "--no-browser", "--home", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert (ended.value.code, said.count("\n")) == (2, 1)
    assert "PLAYGROUND_MAX_UPLOAD_MB" in said and wrong in said


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("sales.csv", "sales.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\tables\\a b.csv", "a b.csv"),
        ("a\r\nX: 1\u202egpj.csv", "aX: 1gpj.csv"),
        ("", "upload"),
        ("..", "upload"),
        (".", "upload"),
        ("\x00", "upload"),
        ("ä" * 300 + ".parquet", "ä" * 142 + ".parquet"),
    ],
)
def test_names_are_shown_without_what_could_mislead(given, kept):
    assert clean_name(given) == kept


@pytest.mark.parametrize("lost", [OutOfMemory(4 * 2**30), ChildLost()])
def test_a_file_that_takes_too_much_memory_is_answered_with_what_can_be_uploaded(app, monkeypatch, lost):
    def ask(question, timeout):
        raise lost

    app.desk = SimpleNamespace(ask=ask)
    with pytest.raises(Refusal, match=re.escape(lost.message)) as refused, Intake(app) as intake:
        intake.write(b"a,b\n1,2\n")
        intake.finish("me", "t.csv")
    assert (refused.value.code, refused.value.hint) == (lost.code, uploads.TOO_MUCH_TO_READ)
    assert list((app.home / "datasets").iterdir()) == []
