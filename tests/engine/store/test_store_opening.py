"""Opening a home directory: alone, sound, private, and with nothing half done in it."""

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from engine.errors import Refusal
from engine.store import Busy, DamagedStore, HomeInUse, Store, add_dataset, create_session, list_datasets, list_sessions
from engine.store.database import is_wal_safe


def test_everything_is_private(tmp_path):
    store = Store(tmp_path / "deep" / "home")
    assert stat.S_IMODE(store.home.stat().st_mode) == 0o700
    assert stat.S_IMODE((store.home / "playground.db").stat().st_mode) == 0o600
    store.close()


def test_what_was_written_is_there_after_reopening(tmp_path):
    store = Store(tmp_path)
    made = create_session(store, "ann", name="Titanic")
    store.close()
    again = Store(tmp_path)
    assert list_sessions(again, "ann") == [made]
    again.close()


def test_a_second_server_is_told_who_has_the_home(tmp_path):
    program = "import sys; from engine.store import Store; Store(sys.argv[1])"
    store = Store(tmp_path)
    second = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, timeout=30)
    assert second.returncode != 0
    assert f"in use by pid {os.getpid()}" in second.stderr
    with pytest.raises(HomeInUse):
        Store(tmp_path)
    store.close()
    Store(tmp_path).close()


@pytest.mark.parametrize("damage", ["overwritten", "cut", "no database"])
def test_a_damaged_database_is_refused_and_kept(tmp_path, damage):
    store = Store(tmp_path)
    for number in range(200):
        create_session(store, "ann", name=f"{number} " + "x" * 400)
    store.close()
    path = tmp_path / "playground.db"
    content = path.read_bytes()
    if damage == "overwritten":
        content = content[:16384] + b"\x5a" * 12288 + content[28672:]
    elif damage == "cut":
        content = content[: len(content) // 2]
    else:
        content = b"this is a letter, not a database " * 1000
    path.write_bytes(content)
    with pytest.raises(DamagedStore) as refused:
        Store(tmp_path)
    assert str(path) in refused.value.message
    assert "backup" in refused.value.hint
    assert path.read_bytes() == content
    with pytest.raises(DamagedStore):  # and the home is not left locked
        Store(tmp_path)


def test_a_newer_database_is_refused(tmp_path):
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / "playground.db") as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(Refusal, match="newer version"):
        Store(tmp_path)


def test_a_locked_database_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.store.database.BUSY_MILLISECONDS", 100)
    store = Store(tmp_path)
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN EXCLUSIVE');"
        "print('locked', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "playground.db")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"locked\n"
        with pytest.raises(Busy):
            create_session(store, "ann")
        other.stdin.close()
    assert create_session(store, "ann")["version"] == 1
    store.close()


def test_half_done_files_are_cleared_away_at_start(tmp_path):
    store = Store(tmp_path)
    kept = add_dataset(store, "ann", name="a", source="upload", sha256="0", bytes=1, rows=1, columns=[])
    for folder in (store.dataset_folder(kept["id"]), store.dataset_folder("orphan"), store.export_folder("orphan")):
        folder.mkdir()
        (folder / "raw").write_bytes(b"x")
        (folder / "table.parquet.part").write_bytes(b"x")
    store.close()
    again = Store(tmp_path)
    assert [folder.name for folder in (tmp_path / "datasets").iterdir()] == [kept["id"]]
    assert [file.name for file in again.dataset_folder(kept["id"]).iterdir()] == ["raw"]
    assert not list((tmp_path / "exports").iterdir())
    assert list_datasets(again, "ann") == [kept]
    again.close()


@pytest.mark.parametrize("name", ["../secret", "", "a/b", ".", "..", "a\x00b", "-x"])
def test_no_id_leads_out_of_the_home(tmp_path, name):
    store = Store(tmp_path)
    with pytest.raises(ValueError, match="no id"):
        store.dataset_folder(name)
    store.close()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((4, 0, 0), True),
    ],
)
def test_the_write_ahead_log_is_used_where_it_is_safe(version, safe):
    assert is_wal_safe(version) is safe


def test_an_unsafe_sqlite_works_without_the_log(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.store.database.sqlite_library", lambda: sqlite3)
    monkeypatch.setattr("engine.store.database.is_wal_safe", lambda version: False)
    store = Store(tmp_path)
    assert store.database.journal_mode == "truncate"
    assert create_session(store, "ann")["owner"] == "ann"
    store.close()
