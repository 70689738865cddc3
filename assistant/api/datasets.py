"""Datasets: upload, list, look at, delete."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Response, UploadFile

from assistant.api.deps import App
from assistant.playground import OWNER
from assistant.uploads import CHUNK, Intake
from engine.errors import Refusal
from engine.store import delete_dataset, get_dataset, list_datasets, list_unfinished_jobs
from tools.experiment import empty_document

router = APIRouter(prefix="/api/v1/datasets", tags=["datasets"])
Dataset = dict[str, Any]
Blocks = list[dict[str, Any]]


@router.post("/upload", status_code=201)
async def upload(app: App, file: UploadFile) -> Dataset:
    """Takes a file in, streamed to disk; what is no table is refused and not kept."""
    with Intake(app) as intake:
        while chunk := await file.read(CHUNK):
            await asyncio.to_thread(intake.write, chunk)
        return await asyncio.to_thread(intake.finish, OWNER, file.filename or "")


@router.get("")
def every(app: App) -> list[Dataset]:
    """Lists the datasets, latest first."""
    return list_datasets(app.store, OWNER)


@router.get("/{dataset_id}")
def one(app: App, dataset_id: str) -> Dataset:
    """Gives one dataset with its schema."""
    return get_dataset(app.store, OWNER, dataset_id)


@router.get("/{dataset_id}/preview")
def preview(app: App, dataset_id: str) -> Blocks:
    """Gives the first rows as blocks."""
    return _looked_at(app, dataset_id, "preview")


@router.get("/{dataset_id}/stats")
@router.get("/{dataset_id}/profile")
def profile(app: App, dataset_id: str) -> Blocks:
    """Gives the health report as blocks."""
    return _looked_at(app, dataset_id, "profile")


@router.delete("/{dataset_id}", status_code=204)
def remove(app: App, dataset_id: str) -> Response:
    """Deletes a dataset and its files, after stopping the work that reads it."""
    get_dataset(app.store, OWNER, dataset_id)
    for job in list_unfinished_jobs(app.store, dataset_id=dataset_id):
        app.runner.cancel(job["id"])
    delete_dataset(app.store, OWNER, dataset_id)
    return Response(status_code=204)


def _looked_at(app: App, dataset_id: str, tool: str) -> Blocks:
    """Loads the dataset into an experiment that nobody keeps, and looks."""
    dataset = get_dataset(app.store, OWNER, dataset_id)
    uploads = {dataset_id: {key: dataset[key] for key in ("name", "sha256", "bytes")}}
    payload: dict[str, Any] = {"home": str(app.home), "said": None, "mode": "now", "session": {"uploads": uploads}}
    document, blocks = empty_document(), []
    for call in ({"tool": "load_data", "args": {"source": dataset_id}}, {"tool": tool, "args": {}}):
        result = app.desk.ask(payload | {"experiment": document, "call": call})
        if result.get("error"):
            raise Refusal(**{key: result["error"].get(key, "") for key in ("code", "message", "hint")})
        document = result["experiment"]
        blocks = [{"type": "text", "markdown": result["said"]}, *result["blocks"]]
    return blocks
