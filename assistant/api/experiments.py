"""Experiments and the code made of them, for programs that do not chat; an experiment is a session's."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from assistant import conversation
from assistant.api.bodies import LONGEST_PAGE, Args, Formats, Key, Offset, PageSize
from assistant.api.deps import App
from assistant.api.exports import file_of
from assistant.api.thin import Turn, called
from engine.errors import Refusal

router = APIRouter(prefix="/api/v1", tags=["experiments"])
LONGEST_PREVIEW = 200_000


@router.get("/experiments")
def every(app: App, limit: PageSize = LONGEST_PAGE, offset: Offset = 0) -> list[dict[str, Any]]:
    """Lists the experiments, latest first."""
    return conversation.sessions(app, limit=limit, offset=offset)


@router.get("/experiments/{experiment_id}")
def one(app: App, experiment_id: str) -> dict[str, Any]:
    """Gives an experiment's state."""
    return conversation.state(app, experiment_id)


@router.delete("/experiments/{experiment_id}", status_code=204)
def remove(app: App, experiment_id: str) -> Response:
    """Deletes an experiment with its conversation."""
    conversation.delete(app, experiment_id)
    return Response(status_code=204)


@router.post("/experiments/{experiment_id}/compare")
def compare(app: App, experiment_id: str, args: Args | None = None) -> Turn:
    """Puts all runs of an experiment side by side: the arguments of the tool leaderboard."""
    return called(app, experiment_id, "leaderboard", args or {})


@router.post("/code-generation/{experiment_id}/generate", status_code=201)
def generate(app: App, experiment_id: str, body: Formats, key: Key = None) -> dict[str, Any]:
    """Writes code that repeats every number; gives the id under which it is downloaded."""
    turn = called(app, experiment_id, "export", {"formats": body.formats}, key)
    files = [block for block in turn["blocks"] if block["type"] == "file"]
    ids = [block["url"].rsplit("/", 1)[1] for block in files]
    return {"id": ".".join(ids), "files": files, "turn": turn}


@router.get("/code-generation/{generated_id}/download")
def download(app: App, generated_id: str) -> Response:
    """Gives what was written as one zip."""
    exports = _exports(app, generated_id)
    if len(exports) == 1 and exports[0]["name"].endswith(".zip"):
        return FileResponse(exports[0]["path"], filename=exports[0]["name"], media_type="application/zip")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for export in exports:
            archive.write(export["path"], export["name"])
    headers = {"Content-Disposition": 'attachment; filename="code.zip"'}
    return Response(packed.getvalue(), media_type="application/zip", headers=headers)


@router.get("/code-generation/{generated_id}/preview")
def preview(app: App, generated_id: str) -> dict[str, Any]:
    """Gives the text of the files that were written, by name; of those in a zip too."""
    shown: dict[str, str] = {}
    for export in _exports(app, generated_id):
        path = Path(export["path"])
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for item in archive.infolist():
                    if item.file_size <= LONGEST_PREVIEW:
                        shown |= _text(item.filename, archive.read(item))
        elif path.stat().st_size <= LONGEST_PREVIEW:
            shown |= _text(export["name"], path.read_bytes())
    return {"files": shown}


def _exports(app: App, generated_id: str) -> list[dict[str, Any]]:
    ids = generated_id.split(".")
    if len(ids) > 20:
        raise Refusal("not_found", "There is no such download.", "Generate it again.")
    return [file_of(app, one) for one in ids]


def _text(name: str, content: bytes) -> dict[str, str]:
    """Gives a file's text by its name; what is no text is left out."""
    try:
        return {name: content.decode("utf-8")}
    except UnicodeDecodeError:
        return {}
