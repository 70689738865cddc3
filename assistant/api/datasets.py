"""Datasets: upload, list, look at, delete."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response, UploadFile

from assistant.api.bodies import LONGEST_PAGE, Offset, PageSize
from assistant.api.deps import App
from assistant.playground import OWNER
from assistant.uploads import CHUNK, Intake
from engine.errors import Refusal
from engine.store import delete_dataset, get_dataset, list_datasets, list_unfinished_jobs
from tools.experiment import empty_document

router = APIRouter(prefix="/api/v1/datasets", tags=["datasets"])
Dataset = dict[str, Any]


@router.post("/upload", status_code=201)
async def upload(app: App, file: UploadFile) -> Dataset:
    """Takes a file in, streamed to disk; what is no table is refused and not kept."""
    with Intake(app) as intake:
        while chunk := await file.read(CHUNK):
            await asyncio.to_thread(intake.write, chunk)
        return await asyncio.to_thread(intake.finish, OWNER, file.filename or "")


@router.get("")
def every(app: App, limit: PageSize = LONGEST_PAGE, offset: Offset = 0) -> list[Dataset]:
    """Lists the datasets, latest first."""
    return list_datasets(app.store, OWNER)[offset : offset + limit]


@router.get("/{dataset_id}")
def one(app: App, dataset_id: str) -> Dataset:
    """Gives one dataset with its schema."""
    return get_dataset(app.store, OWNER, dataset_id)


@router.get("/{dataset_id}/preview")
def preview(
    app: App,
    dataset_id: str,
    rows: Annotated[int, Query(ge=1, le=50)] = 10,
    which: Literal["head", "tail", "random"] = "head",
) -> dict[str, Any]:
    """Gives rows as a table, and as the blocks that the chat shows."""
    blocks = _looked_at(app, dataset_id, "preview", {"rows": rows, "which": which})["blocks"]
    table = next(block for block in blocks if block["type"] == "table")
    return {**{key: table[key] for key in ("columns", "rows", "total_rows")}, "blocks": blocks}


@router.get("/{dataset_id}/stats")
def stats(app: App, dataset_id: str) -> dict[str, Any]:
    """Gives the number of rows, and for each column its kind with what the health report counts and measures of it."""
    looked = _looked_at(app, dataset_id, "profile", {})
    measured: dict[str, dict[str, Any]] = {}
    for block in looked["blocks"]:
        if block["type"] == "table" and {"name", "missing", "unique"} <= set(block["columns"]):
            rows = (dict(zip(block["columns"], row, strict=True)) for row in block["rows"])
            measured = {row["name"]: row for row in rows}
    dataset = looked["state"]["dataset"]
    columns = [{**measured.get(column["name"], {}), **column} for column in dataset["columns"]]
    return {"id": dataset_id, "name": dataset["name"], "rows": dataset["rows"], "columns": columns}


@router.get("/{dataset_id}/profile")
def profile(app: App, dataset_id: str) -> dict[str, Any]:
    """Gives the health report: its findings, each with the calls that mend it, and the blocks that the chat shows."""
    looked = _looked_at(app, dataset_id, "profile", {})
    return {"findings": looked["state"]["findings"], "blocks": looked["blocks"]}


@router.delete("/{dataset_id}", status_code=204)
def remove(app: App, dataset_id: str) -> Response:
    """Deletes a dataset and its files, after stopping the work that reads it."""
    get_dataset(app.store, OWNER, dataset_id)
    for job in list_unfinished_jobs(app.store, dataset_id=dataset_id):
        app.runner.cancel(job["id"])
    delete_dataset(app.store, OWNER, dataset_id)
    return Response(status_code=204)


def _looked_at(app: App, dataset_id: str, tool: str, args: dict[str, Any]) -> dict[str, Any]:
    """Loads the dataset into an experiment that nobody keeps, and looks; gives the blocks and the state."""
    dataset = get_dataset(app.store, OWNER, dataset_id)
    uploads = {dataset_id: {key: dataset[key] for key in ("name", "sha256", "bytes")}}
    payload: dict[str, Any] = {"home": str(app.home), "said": None, "mode": "now", "session": {"uploads": uploads}}
    document, result = empty_document(), {}
    for call in ({"tool": "load_data", "args": {"source": dataset_id}}, {"tool": tool, "args": args}):
        result = app.desk.ask(payload | {"experiment": document, "call": call})
        if result.get("error"):
            raise Refusal(**{key: result["error"].get(key, "") for key in ("code", "message", "hint")})
        document = result["experiment"]
    blocks = [{"type": "text", "markdown": result["said"]}, *result["blocks"]]
    return {"blocks": blocks, "state": result["state"]}
