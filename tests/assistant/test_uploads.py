"""Files that come in: what is refused leaves nothing behind."""

import shutil
from types import SimpleNamespace

import pytest

from assistant import uploads
from assistant.uploads import Intake, clean_name
from engine.errors import Refusal


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
    monkeypatch.setattr(uploads, "MOST_BYTES", 1500)
    with pytest.raises(Refusal, match="larger"), Intake(app) as intake:
        intake.write(b"x" * 1000)
        intake.write(b"x" * 1000)
    assert list((app.home / "datasets").iterdir()) == []


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
