"""The SQLite file: which library reads it, how it is set up, and whether it is sound."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel

from engine.errors import Refusal
from engine.store import tables
from engine.store.errors import Busy, DamagedStore

SCHEMA_VERSION = 1
"""Kept in SQLite's `user_version` and compared at every start.

A number instead of a migration library, because importing that library alone takes half a second of every start and
there is one version so far; the library has its place where a version is left behind.
"""
BUSY_MILLISECONDS = 5000


@dataclass(frozen=True)
class Database:
    """An open database and what is to be said of it in a health check."""

    engine: Engine
    sqlite_version: str
    journal_mode: str


def open_database(path: Path) -> Database:
    """Opens the database file, making it where there is none.

    Raises DamagedStore where the file is not sound, and Refusal where a newer program wrote it.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)
    library = sqlite_library()
    engine = create_engine(f"sqlite:///{path}", module=library, connect_args={"timeout": BUSY_MILLISECONDS / 1000})
    journal = "WAL" if is_wal_safe(library.sqlite_version_info) else "TRUNCATE"
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    try:
        _check(engine, path)
        mode = _prepare(engine, journal)
    except DatabaseError as error:
        engine.dispose()
        if "locked" in str(error.orig):
            raise Busy from error
        raise DamagedStore(path, str(error.orig)) from error
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, library.sqlite_version, mode)


def sqlite_library() -> ModuleType:
    """Returns the newer SQLite that is installed beside Python's own, or Python's own."""
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return sqlite3
    library: ModuleType = dbapi2
    return library


def is_wal_safe(version: tuple[int, ...]) -> bool:
    """Says whether this SQLite is free of the fault that can damage a write-ahead log when it is reset."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def _connected(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begun says so, not where the driver guesses
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        findings = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(3)")]
        if findings != ["ok"]:
            raise DamagedStore(path, findings[0].splitlines()[0])
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > SCHEMA_VERSION:
        raise Refusal(
            "newer_database",
            f"{path} was written by a newer version (format {version}; this one knows {SCHEMA_VERSION}).",
            "Install the newer version, or start with another --home.",
        )


def _prepare(engine: Engine, journal: str) -> str:
    raw = engine.raw_connection()
    try:
        mode = str(raw.cursor().execute(f"PRAGMA journal_mode={journal}").fetchone()[0])
    finally:
        raw.close()
    with engine.execution_options(writes=True).begin() as connection:
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() < SCHEMA_VERSION:
            SQLModel.metadata.create_all(connection, tables=_own_tables())
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    return mode


def _own_tables() -> list[Any]:
    rows = (tables.DatasetRow, tables.SessionRow, tables.TurnRow, tables.JobRow, tables.ExportRow)
    return [SQLModel.metadata.tables[row.__tablename__] for row in rows]
