"""Datasets: upload, list, look at, delete."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Response, UploadFile

from assistant.api.deps import App
from assistant.playground import OWNER
from assistant.uploads import take_in
from engine.errors import Refusal
from engine.store import delete_dataset, get_dataset, list_datasets
from tools.experiment import empty_document

router = APIRouter(prefix="/api/v1/datasets", tags=["datasets"])
CHUNK = 1 << 20


@router.post("/upload", status_code=201)
async def upload(app: App, file: UploadFile) -> dict[str, Any]:
    """Takes a file in, streamed to disk."""
    with tempfile.TemporaryDirectory(dir=app.home) as folder:
        path = Path(folder) / "upload"
        with path.open("wb") as kept:
            while chunk := await file.read(CHUNK):
                kept.write(chunk)
        return await asyncio.to_thread(take_in, app, OWNER, path, file.filename or "upload")


@router.get("")
def every(app: App) -> list[dict[str, Any]]:
    """Lists the datasets, latest first."""
    return list_datasets(app.store, OWNER)


@router.get("/{dataset_id}")
def one(app: App, dataset_id: str) -> dict[str, Any]:
    """Gives one dataset with its schema."""
    return get_dataset(app.store, OWNER, dataset_id)


@router.get("/{dataset_id}/preview")
def preview(app: App, dataset_id: str) -> list[dict[str, Any]]:
    """Gives the first rows as blocks."""
    return _looked_at(app, dataset_id, "preview")


@router.get("/{dataset_id}/stats")
@router.get("/{dataset_id}/profile")
def profile(app: App, dataset_id: str) -> list[dict[str, Any]]:
    """Gives the health report as blocks."""
    return _looked_at(app, dataset_id, "profile")


@router.delete("/{dataset_id}", status_code=204)
def remove(app: App, dataset_id: str) -> Response:
    """Deletes a dataset and its files."""
    delete_dataset(app.store, OWNER, dataset_id)
    return Response(status_code=204)


def _looked_at(app: App, dataset_id: str, tool: str) -> list[dict[str, Any]]:
    """Loads the dataset into an experiment that nobody keeps, and looks."""
    dataset = get_dataset(app.store, OWNER, dataset_id)
    uploads = {dataset_id: {key: dataset[key] for key in ("name", "sha256", "bytes")}}
    payload = {"home": str(app.home), "said": None, "mode": "now", "session": {"uploads": uploads}}
    loaded = app.desk.ask(payload | {"experiment": empty_document(), "call": {"tool": "load_data", "args": {"source": dataset_id}}})
    result = app.desk.ask(payload | {"experiment": loaded["experiment"], "call": {"tool": tool, "args": {}}})
    if result["status"] == "error":
        raise Refusal(**{key: result["error"][key] for key in ("code", "message", "hint")})
    return [{"type": "text", "markdown": result["said"]}, *result["blocks"]]
