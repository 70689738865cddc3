"""Datasets: what was loaded, by whom."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from engine.store.errors import Exists, NotFound
from engine.store.store import Store, new_id, now, remove_folder
from engine.store.tables import DatasetRow, as_dict


def add_dataset(
    store: Store,
    owner: str,
    *,
    name: str,
    source: str,
    sha256: str,
    bytes: int,
    rows: int,
    columns: list[dict[str, Any]],
    options: dict[str, Any] | None = None,
    warnings: list[Any] | None = None,
    id: str | None = None,
) -> dict[str, Any]:
    """Records a dataset whose files are in place under `store.dataset_folder(id)`, and returns it."""
    row = DatasetRow(
        id=id or new_id(),
        owner=owner,
        name=name,
        source=source,
        sha256=sha256,
        bytes=bytes,
        rows=rows,
        columns=columns,
        options=options or {},
        warnings=warnings or [],
        created=now(),
    )
    with store.writing() as session:
        if session.get(DatasetRow, row.id) is not None:
            raise Exists("dataset")
        session.add(row)
        session.flush()
        session.refresh(row)
        return as_dict(row)


def get_dataset(store: Store, owner: str, dataset_id: str) -> dict[str, Any]:
    """Returns one dataset of the owner."""
    with store.reading() as session:
        return as_dict(_owned(session, owner, dataset_id))


def list_datasets(store: Store, owner: str) -> list[dict[str, Any]]:
    """Returns the owner's datasets, latest first."""
    query = select(DatasetRow).where(DatasetRow.owner == owner).order_by(col(DatasetRow.created).desc())
    with store.reading() as session:
        return [as_dict(row) for row in session.exec(query)]


def list_files(store: Store, owner: str) -> dict[str, dict[str, Any]]:
    """Returns name, hash and size of each dataset of the owner by its id, without reading the schemas."""
    query = select(DatasetRow.id, DatasetRow.name, DatasetRow.sha256, DatasetRow.bytes).where(DatasetRow.owner == owner)
    with store.reading() as session:
        return {id: {"name": name, "sha256": digest, "bytes": size} for id, name, digest, size in session.exec(query)}


def delete_dataset(store: Store, owner: str, dataset_id: str) -> None:
    """Removes a dataset with its files; sessions that used it stay, without data.

    Cancel the jobs of `list_unfinished_jobs(store, dataset_id=…)` first: they may be reading it.
    """
    with store.changing() as session:
        session.delete(_owned(session, owner, dataset_id))
    remove_folder(store.dataset_folder(dataset_id))


def _owned(session: Session, owner: str, dataset_id: str) -> DatasetRow:
    row = session.get(DatasetRow, dataset_id)
    if row is None or row.owner != owner:
        raise NotFound("dataset")
    return row
