"""The tables of the store."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from engine.store.columns import DAMAGED, Json, Words


def _json() -> Any:
    return Column(Json, nullable=True)


def _words() -> Any:
    return Column(Words, nullable=True)


def _of_session(nullable: bool = False) -> Any:
    return Column(String, ForeignKey("session.id", ondelete="CASCADE"), nullable=nullable, index=True)


class DatasetRow(SQLModel, table=True):
    """A table that was loaded: where it came from, and what was understood of it."""

    __tablename__ = "dataset"
    id: str = Field(primary_key=True)
    owner: str = Field(index=True)
    name: str = Field(sa_column=_words())
    source: str
    sha256: str = Field(index=True)
    bytes: int
    rows: int
    columns: Any = Field(default_factory=list, sa_column=_json())
    options: Any = Field(default_factory=dict, sa_column=_json())
    warnings: Any = Field(default_factory=list, sa_column=_json())
    created: str


class SessionRow(SQLModel, table=True):
    """One conversation with its open experiment; `version` counts its changes."""

    __tablename__ = "session"
    id: str = Field(primary_key=True)
    owner: str = Field(index=True)
    name: str = Field(default="", sa_column=_words())
    created: str
    updated: str
    version: int = 1
    dataset_id: str | None = Field(
        default=None, sa_column=Column(String, ForeignKey("dataset.id", ondelete="SET NULL"), nullable=True, index=True)
    )
    experiment: Any = Field(default_factory=dict, sa_column=_json())
    pending: Any = Field(default=None, sa_column=_json())
    last: Any = Field(default_factory=list, sa_column=_json())
    explained: Any = Field(default_factory=list, sa_column=_json())
    dismissed: Any = Field(default_factory=list, sa_column=_json())
    mode: str = "beginner"


class TurnRow(SQLModel, table=True):
    """What was said in a session and what was answered, in order."""

    __tablename__ = "turn"
    __table_args__ = (UniqueConstraint("session_id", "number"),)
    id: str = Field(primary_key=True)
    session_id: str = Field(sa_column=_of_session())
    number: int
    at: str
    said: str | None = Field(default=None, sa_column=_words())
    body: Any = Field(default_factory=dict, sa_column=_json())
    job_id: str | None = Field(default=None, index=True)


class JobRow(SQLModel, table=True):
    """Work that takes long; this table is the queue. `fence` says whose result is taken."""

    __tablename__ = "job"
    __table_args__ = (Index("job_by_status", "status", "created"),)
    id: str = Field(primary_key=True)
    session_id: str | None = Field(default=None, sa_column=_of_session(nullable=True))
    owner: str = Field(index=True)
    tool: str
    call: Any = Field(default_factory=dict, sa_column=_json())
    payload: Any = Field(default_factory=dict, sa_column=_json())
    status: str = "queued"
    progress: float = 0.0
    message: str = Field(default="", sa_column=_words())
    error: Any = Field(default=None, sa_column=_json())
    result: Any = Field(default=None, sa_column=_json())
    attempt: int = 0
    fence: int = 0
    lease_until: str | None = None
    created: str
    started: str | None = None
    ended: str | None = None


class ExportRow(SQLModel, table=True):
    """A file that was made for download."""

    __tablename__ = "export"
    id: str = Field(primary_key=True)
    session_id: str = Field(sa_column=_of_session())
    owner: str = Field(index=True)
    name: str = Field(sa_column=_words())
    path: str
    bytes: int
    sha256: str
    created: str


Row = DatasetRow | SessionRow | TurnRow | JobRow | ExportRow


def as_dict(row: Row) -> dict[str, Any]:
    """Returns a row as a plain dictionary; fields that could not be read are empty and named under "damaged"."""
    return plain(type(row), {name: getattr(row, name) for name in type(row).model_fields})


def plain(kind: type[Row], values: dict[str, Any]) -> dict[str, Any]:
    """Returns the values of a row with fields that could not be read empty and named under "damaged"."""
    damaged = [name for name, value in values.items() if value is DAMAGED]
    for name in damaged:
        field = kind.model_fields[name]
        values[name] = field.get_default(call_default_factory=True)
    return {**values, "damaged": damaged} if damaged else values
