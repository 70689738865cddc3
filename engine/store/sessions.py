"""Sessions: conversations with their open experiment."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, Text, bindparam, func, type_coerce
from sqlmodel import Session, col, select

from engine.store.errors import Exists, NotFound, Stale
from engine.store.store import Store, new_id, now, remove_folder
from engine.store.tables import DatasetRow, ExportRow, SessionRow, as_dict, plain

_TABLE: Table = SessionRow.__table__  # type: ignore[attr-defined]
_LENGTH = func.coalesce(func.length(type_coerce(_TABLE.c.experiment, Text)), 0).label("length")
_READ = _TABLE.select().add_columns(_LENGTH).where(_TABLE.c.id == bindparam("id"))
"""Every turn reads its session: made once, and without the objects of the mapper, this takes a third of the time."""
CHANGEABLE = frozenset({"name", "dataset_id", "experiment", "pending", "last", "explained", "dismissed", "mode"})


def create_session(
    store: Store, owner: str, *, name: str = "", mode: str = "beginner", id: str | None = None
) -> dict[str, Any]:
    """Starts a session and returns it; raises Exists where the id that was given is taken."""
    at = now()
    row = SessionRow(id=id or new_id(), owner=owner, name=name, mode=mode, created=at, updated=at)
    with store.writing() as session:
        if session.get(SessionRow, row.id) is not None:
            raise Exists("session")
        session.add(row)
        session.flush()
        session.refresh(row)
        return as_dict(row)


def get_session(store: Store, owner: str, session_id: str) -> dict[str, Any]:
    """Returns one session of the owner; nothing in it may be changed in place."""

    def read() -> tuple[dict[str, Any], int]:
        with store.reading() as session:
            found = session.connection().execute(_READ, {"id": session_id}).mappings().first()
        if found is None:
            raise NotFound("session")
        values = dict(found)
        length = values.pop("length")
        return plain(SessionRow, values), length

    row = store.kept.get(session_id, read)
    if row["owner"] != owner:
        raise NotFound("session")
    return dict(row)


def owner_of_session(store: Store, session_id: str) -> str | None:
    """Returns who owns a session, or None where there is none; for deciding who may come in, never for showing."""
    with store.reading() as session:
        row = session.get(SessionRow, session_id)
        return None if row is None else row.owner


def list_sessions(store: Store, owner: str) -> list[dict[str, Any]]:
    """Returns the owner's sessions, latest change first."""
    query = select(SessionRow).where(SessionRow.owner == owner).order_by(col(SessionRow.updated).desc())
    with store.reading() as session:
        return [as_dict(row) for row in session.exec(query)]


def list_headings(store: Store, owner: str, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
    """Returns id, name and times of the owner's sessions, latest change first, without reading their experiments."""
    query = select(SessionRow.id, SessionRow.name, SessionRow.created, SessionRow.updated).where(SessionRow.owner == owner)
    query = query.order_by(col(SessionRow.updated).desc()).limit(limit).offset(offset)
    with store.reading() as session:
        return [dict(zip(("id", "name", "created", "updated"), row, strict=True)) for row in session.exec(query)]


def count_sessions(store: Store, owner: str) -> int:
    """Returns how many sessions the owner has."""
    with store.reading() as session:
        return session.exec(select(func.count()).where(SessionRow.owner == owner)).one()


def update_session(store: Store, owner: str, session_id: str, version: int, **changes: Any) -> dict[str, Any]:
    """Changes a session that still has the version that the change is based on, and returns it.

    Raises Stale, and changes nothing, where somebody else changed it in between.
    """
    checked_changes(changes)
    with store.changing(session_id) as session:
        found = session.exec(select(SessionRow.owner, SessionRow.version).where(SessionRow.id == session_id)).first()
        if found is None or found[0] != owner:
            raise NotFound("session")
        if found[1] != version:
            raise Stale(version, found[1])
        if changes.get("dataset_id") is not None:
            dataset = session.get(DatasetRow, changes["dataset_id"])
            if dataset is None or dataset.owner != owner:
                raise NotFound("dataset")
        values = {**changes, "version": version + 1, "updated": now()}
        session.connection().execute(_TABLE.update().where(_TABLE.c.id == session_id).values(**values))
    return get_session(store, owner, session_id)


def checked_changes(changes: dict[str, Any]) -> dict[str, Any]:
    """Gives the changes back; raises TypeError where a session has no such field to change."""
    unknown = sorted(set(changes) - CHANGEABLE)
    if unknown:
        raise TypeError(f"A session has nothing to change called {unknown[0]!r}; there are {sorted(CHANGEABLE)}.")
    return changes


def rename_session(store: Store, owner: str, session_id: str, name: str) -> dict[str, Any]:
    """Gives a session another name; whatever is under way in it is not disturbed."""
    with store.changing(session_id) as session:
        row = owned_session(session, owner, session_id)
        row.name = name
        session.add(row)
        session.flush()
        session.refresh(row)
        return as_dict(row)


def delete_session(store: Store, owner: str, session_id: str) -> None:
    """Removes a session with its turns, jobs and exports, and the files of these."""
    with store.changing(session_id) as session:
        row = owned_session(session, owner, session_id)
        exports = list(session.exec(select(ExportRow.id).where(ExportRow.session_id == session_id)))
        session.delete(row)
    for export_id in exports:
        remove_folder(store.export_folder(export_id))


def owned_session(session: Session, owner: str, session_id: str) -> SessionRow:
    """Returns the row of an owner's session, within a database session."""
    row = session.get(SessionRow, session_id)
    if row is None or row.owner != owner:
        raise NotFound("session")
    return row

