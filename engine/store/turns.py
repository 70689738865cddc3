"""Turns: what was said and answered in a session, in order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, bindparam, func, update
from sqlmodel import Session, col, select

from engine.store.columns import readable
from engine.store.errors import NotFound
from engine.store.sessions import checked_changes, owned_session
from engine.store.store import Store, new_id, now
from engine.store.tables import SessionRow, TurnRow, as_dict

_SESSIONS: Table = SessionRow.__table__  # type: ignore[attr-defined]
_TURNS: Table = TurnRow.__table__  # type: ignore[attr-defined]
_LATEST = select(func.coalesce(func.max(_TURNS.c.number), 0)).where(_TURNS.c.session_id == bindparam("of_session"))
_ADD = _TURNS.insert().values(number=_LATEST.scalar_subquery() + 1).returning(_TURNS.c.number)
"""Every turn is added: made once, and without the objects of the mapper, this takes a third of the time."""


def add_turn(
    store: Store,
    owner: str,
    session_id: str,
    *,
    said: str | None,
    body: dict[str, Any],
    job_id: str | None = None,
    id: str | None = None,
    session_changes: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Adds the next turn of a session, numbered from 1, and returns it; what else it changes in the session goes with it."""
    row = {"id": id or new_id(), "session_id": session_id, "at": now(), "said": readable(said), "body": body, "job_id": job_id}
    changes = {**checked_changes(session_changes), "version": _SESSIONS.c.version + 1} if session_changes else {}
    of_session = (_SESSIONS.c.id == session_id) & (_SESSIONS.c.owner == owner)
    with store.changing(session_id) as session:
        connection = session.connection()
        if not connection.execute(_SESSIONS.update().where(of_session).values(**changes, updated=row["at"])).rowcount:
            raise NotFound("session")
        number = connection.execute(_ADD, {**row, "of_session": session_id}).scalar_one()
    return {**row, "number": number}


def list_turns(store: Store, owner: str, session_id: str) -> list[dict[str, Any]]:
    """Returns the turns of a session in order."""
    with store.reading() as session:
        owned_session(session, owner, session_id)
        query = select(TurnRow).where(TurnRow.session_id == session_id).order_by(col(TurnRow.number))
        return [as_dict(row) for row in session.exec(query)]


def get_turn_of_job(store: Store, owner: str, job_id: str) -> dict[str, Any]:
    """Returns the turn that waits for a job, the latest where there are several."""
    with store.reading() as session:
        query = select(TurnRow).where(TurnRow.job_id == job_id).order_by(col(TurnRow.number).desc())
        return as_dict(_owned(session, owner, session.exec(query).first()))


def update_turn_body(
    store: Store, owner: str, turn_id: str, body: dict[str, Any], *, job_id: str | None = None
) -> dict[str, Any]:
    """Puts another answer in a turn's place (what a job found, say) and returns the turn."""
    with store.writing() as session:
        row = _owned(session, owner, session.get(TurnRow, turn_id))
        values: dict[str, Any] = {"body": body} if job_id is None else {"body": body, "job_id": job_id}
        session.execute(update(TurnRow).where(col(TurnRow.id) == turn_id).values(**values))
        session.refresh(row)
        return as_dict(row)


def _owned(session: Session, owner: str, row: TurnRow | None) -> TurnRow:
    of = None if row is None else session.get(SessionRow, row.session_id)
    if row is None or of is None or of.owner != owner:
        raise NotFound("turn")
    return row
