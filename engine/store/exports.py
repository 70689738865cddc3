"""Exports: files that were made for download."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from engine.store.errors import NotFound
from engine.store.sessions import owned_session
from engine.store.store import Store, new_id, now
from engine.store.tables import ExportRow, as_dict


def add_export(
    store: Store,
    owner: str,
    session_id: str,
    *,
    name: str,
    path: str,
    bytes: int,
    sha256: str,
    id: str | None = None,
) -> dict[str, Any]:
    """Records a file that is in place under `store.export_folder(id)`, and returns the record."""
    row = ExportRow(
        id=id or new_id(),
        session_id=session_id,
        owner=owner,
        name=name,
        path=path,
        bytes=bytes,
        sha256=sha256,
        created=now(),
    )
    with store.writing() as session:
        owned_session(session, owner, session_id)
        session.add(row)
        session.flush()
        session.refresh(row)
        return as_dict(row)


def get_export(store: Store, owner: str, export_id: str) -> dict[str, Any]:
    """Returns one export of the owner."""
    with store.reading() as session:
        row = session.get(ExportRow, export_id)
        if row is None or row.owner != owner:
            raise NotFound("export")
        return as_dict(row)


def list_exports(store: Store, owner: str, session_id: str) -> list[dict[str, Any]]:
    """Returns the exports of a session, latest first."""
    with store.reading() as session:
        owned_session(session, owner, session_id)
        query = select(ExportRow).where(ExportRow.session_id == session_id).order_by(col(ExportRow.created).desc())
        return [as_dict(row) for row in session.exec(query)]
