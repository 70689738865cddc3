"""Jobs: the queue, and the single decision how each one ended."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import case, func, update
from sqlmodel import Session, col, select

from engine.store.errors import NotFound, QueueFull
from engine.store.sessions import owned_session
from engine.store.store import Store, new_id, now
from engine.store.tables import JobRow, SessionRow, as_dict

UNFINISHED = ("queued", "running")
TERMINAL = frozenset({"done", "failed", "cancelled"})
LEASE_SECONDS = 60
MOST_UNFINISHED = 20
LONGEST_MESSAGE = 500


def create_job(
    store: Store,
    owner: str,
    *,
    tool: str,
    call: dict[str, Any],
    payload: dict[str, Any],
    session_id: str | None = None,
    id: str | None = None,
    most: int = MOST_UNFINISHED,
) -> dict[str, Any]:
    """Queues a job and returns it; raises QueueFull where the owner has `most` unfinished ones already."""
    row = JobRow(
        id=id or new_id(),
        session_id=session_id,
        owner=owner,
        tool=tool,
        call=call,
        payload=payload,
        message="Waiting to start",
        created=now(),
    )
    with store.writing() as session:
        if session_id is not None:
            owned_session(session, owner, session_id)
        waiting = select(func.count()).where(JobRow.owner == owner, col(JobRow.status).in_(UNFINISHED))
        if session.exec(waiting).one() >= most:
            raise QueueFull(most)
        session.add(row)
        session.flush()
        session.refresh(row)
        return as_dict(row)


def get_job(store: Store, owner: str, job_id: str) -> dict[str, Any]:
    """Returns one job of the owner."""
    with store.reading() as session:
        return as_dict(_owned(session, owner, job_id))


def load_job(store: Store, job_id: str) -> dict[str, Any] | None:
    """Returns a job whoever owns it, or None; for the machinery that runs jobs, never for a door."""
    with store.reading() as session:
        row = session.get(JobRow, job_id)
        return None if row is None else as_dict(row)


def list_unfinished_jobs(
    store: Store, *, owner: str | None = None, session_id: str | None = None, dataset_id: str | None = None
) -> list[dict[str, Any]]:
    """Returns the queued and running jobs, oldest first: all, an owner's, a session's, or those using a dataset."""
    query = select(JobRow).where(col(JobRow.status).in_(UNFINISHED)).order_by(col(JobRow.created), col(JobRow.id))
    if owner is not None:
        query = query.where(JobRow.owner == owner)
    if session_id is not None:
        query = query.where(JobRow.session_id == session_id)
    if dataset_id is not None:
        users = select(SessionRow.id).where(SessionRow.dataset_id == dataset_id)
        query = query.where(col(JobRow.session_id).in_(users))
    with store.reading() as session:
        return [as_dict(row) for row in session.exec(query)]


def list_queued_jobs(store: Store) -> list[tuple[str, str]]:
    """Returns id and owner of each queued job, oldest first."""
    query = select(JobRow.id, JobRow.owner).where(JobRow.status == "queued")
    with store.reading() as session:
        return [(id, owner) for id, owner in session.exec(query.order_by(col(JobRow.created), col(JobRow.id)))]


def claim_job(store: Store, job_id: str) -> dict[str, Any] | None:
    """Takes a queued job to run it: the next attempt, with a new fence. None where it is not queued any more."""
    values = {
        "status": "running",
        "attempt": JobRow.attempt + 1,
        "fence": JobRow.fence + 1,
        "started": now(),
        "lease_until": _lease(),
        "progress": 0.0,
        "message": case((col(JobRow.attempt) == 0, "Starting"), else_=col(JobRow.message)),
    }
    return _changed(store, job_id, values, JobRow.status == "queued")


def update_progress(store: Store, job_id: str, fence: int, fraction: float, message: str) -> dict[str, Any] | None:
    """Records how far a running job is; None where it is not this attempt's to report any more."""
    values = {
        "progress": min(max(fraction, 0.0), 1.0) if math.isfinite(fraction) else 0.0,
        "message": message[:LONGEST_MESSAGE],
        "lease_until": _lease(),
    }
    return _changed(store, job_id, values, JobRow.status == "running", JobRow.fence == fence)


def renew_lease(store: Store, job_id: str, fence: int) -> bool:
    """Says that an attempt is alive; False where the job was ended, taken over or deleted meanwhile."""
    values = {"lease_until": _lease()}
    return _changed(store, job_id, values, JobRow.status == "running", JobRow.fence == fence) is not None


def finish_job(
    store: Store,
    job_id: str,
    fence: int,
    status: str,
    *,
    result: dict[str, Any] | None = None,
    error: dict[str, Any] | None = None,
    message: str = "",
) -> dict[str, Any] | None:
    """Ends a running job as done or failed, or as cancelled with what it has; None where it ended already or another attempt has it."""
    values: dict[str, Any] = {"status": status, "result": result, "error": error, "ended": now(), "lease_until": None}
    if status == "done":
        values["progress"] = 1.0
    if message:
        values["message"] = message[:LONGEST_MESSAGE]
    return _changed(store, job_id, values, JobRow.status == "running", JobRow.fence == fence)


def cancel_job(store: Store, job_id: str, message: str = "Stopped") -> dict[str, Any] | None:
    """Ends a queued or running job as cancelled; None where it has ended already."""
    values = {"status": "cancelled", "ended": now(), "lease_until": None, "message": message}
    return _changed(store, job_id, values, col(JobRow.status).in_(UNFINISHED))


def requeue(
    store: Store, job_id: str, fence: int, message: str, *, give_back_attempt: bool = False
) -> dict[str, Any] | None:
    """Puts a running job back into the queue; None where it has ended already or another attempt has it."""
    values: dict[str, Any] = {"status": "queued", "lease_until": None, "message": message, "progress": 0.0}
    if give_back_attempt:
        values["attempt"] = JobRow.attempt - 1
    return _changed(store, job_id, values, JobRow.status == "running", JobRow.fence == fence)


def _changed(store: Store, job_id: str, values: dict[str, Any], *conditions: Any) -> dict[str, Any] | None:
    """Changes a job where the conditions hold, in one statement, so that of two who try only one succeeds."""
    with store.writing() as session:
        changed: Any = session.execute(update(JobRow).where(col(JobRow.id) == job_id, *conditions).values(**values))
        if changed.rowcount == 0:
            return None
        return as_dict(session.exec(select(JobRow).where(JobRow.id == job_id)).one())


def _lease() -> str:
    return (datetime.now(UTC) + timedelta(seconds=LEASE_SECONDS)).isoformat(timespec="microseconds")


def _owned(session: Session, owner: str, job_id: str) -> JobRow:
    row = session.get(JobRow, job_id)
    if row is None or row.owner != owner:
        raise NotFound("job")
    return row
