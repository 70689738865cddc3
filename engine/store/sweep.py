"""Clearing away at start what an interrupted process left half done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from engine.store.tables import DatasetRow, ExportRow

if TYPE_CHECKING:
    from engine.store.store import Store


def sweep(store: Store) -> None:
    """Removes dataset and export folders that no row speaks of, what was being written, and files never finished.

    Called while the home directory is locked and before anything is served, so nobody is writing there.
    """
    from engine.store.store import remove_folder

    with store.reading() as session:
        known = {
            "datasets": set(session.exec(select(DatasetRow.id))),
            "exports": set(session.exec(select(ExportRow.id))),
        }
    for kind, ids in known.items():
        for folder in sorted((store.home / kind).iterdir()):
            if folder.is_dir() and not folder.is_symlink() and folder.name not in ids:
                remove_folder(folder)
    remove_folder(store.home / "work")
    for kind in ("datasets", "runs", "exports"):
        for part in sorted((store.home / kind).rglob("*.part")):
            if part.is_file():
                part.unlink()
