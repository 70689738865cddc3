"""Opening the home directory: its lock, its database, its folders."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session

from engine.store.database import open_database
from engine.store.errors import Busy, HomeInUse, StoreFull
from engine.store.kept import KeptSessions
from engine.store.sweep import sweep

WAIT_FOR_WRITER = 10.0
_SAFE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,99}")


class Store:
    """The state of one home directory, open in this process alone; safe to use from several threads."""

    def __init__(self, home: Path | str) -> None:
        """Opens a home directory, making what is missing.

        Raises HomeInUse where another process has it open, DamagedStore where the database cannot be trusted.
        """
        self.home = Path(home).expanduser().resolve()
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        self._lock_file = _lock(self.home)
        try:
            self.database = open_database(self.home / "playground.db")
            self._engine = self.database.engine
            self._writer = self._engine.execution_options(writes=True)
            self._writing = threading.RLock()
            self.kept = KeptSessions()
            for name in ("datasets", "runs", "exports"):
                (self.home / name).mkdir(exist_ok=True)
            sweep(self)
        except BaseException:
            os.close(self._lock_file)
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Gives a short session that only reads."""
        with _said(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Gives a session that is the only writer, committed at the end and rolled back on an error."""
        if not self._writing.acquire(timeout=WAIT_FOR_WRITER):
            raise Busy
        try:
            with _said(), Session(self._writer, expire_on_commit=False) as session, session.begin():
                yield session
        finally:
            self._writing.release()

    @contextmanager
    def changing(self, session_id: str | None = None) -> Iterator[Session]:
        """Gives a session that writes, like `writing`, and changes this conversation (None: any), which is read anew after it."""
        try:
            with self.writing() as session:
                yield session
        finally:
            self.kept.forget(session_id)

    def dataset_folder(self, dataset_id: str) -> Path:
        """Returns the folder of a dataset's files, `raw` and `table.parquet`."""
        return self._folder("datasets", dataset_id)

    def export_folder(self, export_id: str) -> Path:
        """Returns the folder of an export's files."""
        return self._folder("exports", export_id)

    def run_folder(self, key: str) -> Path:
        """Returns the folder of what a run left."""
        return self._folder("runs", key)

    def _folder(self, kind: str, name: str) -> Path:
        if not _SAFE_ID.fullmatch(name):
            raise ValueError(f"{name!r} is no id, so it names no folder.")
        return self.home / kind / name

    def close(self) -> None:
        """Closes the database and lets another process have the home directory."""
        self._engine.dispose()
        if self._lock_file >= 0:
            os.close(self._lock_file)
            self._lock_file = -1


def new_id() -> str:
    """Returns a new random id."""
    return uuid4().hex


def now() -> str:
    """Returns the time as it is stored: UTC, ISO 8601, microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def remove_folder(folder: Path) -> None:
    """Removes a folder with what is in it; one that is gone already is no error."""
    if folder.exists():
        shutil.rmtree(folder)


def _lock(home: Path) -> int:
    """Takes the home directory for this process; the lock goes with the process, whatever it dies of."""
    handle = os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.read(handle, 32).decode("ascii", "replace").strip()
        os.close(handle)
        raise HomeInUse(home, holder) from error
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    return handle


@contextmanager
def _said() -> Iterator[None]:
    """Turns a database that is locked or cannot grow into a sentence."""
    try:
        yield
    except OperationalError as error:
        said = _refusal(error)
        if said is None:
            raise
        raise said from error


def _refusal(error: DBAPIError) -> Any:
    words = str(error.orig)
    if "locked" in words or "busy" in words:
        return Busy()
    return StoreFull() if "full" in words or "disk I/O" in words else None
