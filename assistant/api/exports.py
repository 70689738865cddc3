"""Downloads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter
from fastapi.responses import FileResponse

from assistant.api.deps import App
from assistant.playground import OWNER
from engine.errors import Refusal
from engine.store import get_export

router = APIRouter(prefix="/api/v1/exports", tags=["exports"])


@router.get("/{export_id}")
def download(app: App, export_id: str) -> FileResponse:
    """Gives a file that was made for download, always as an attachment."""
    export = file_of(app, export_id)
    headers = {"X-Content-Type-Options": "nosniff"}
    return FileResponse(export["path"], filename=export["name"], media_type="application/octet-stream", headers=headers)


def file_of(app: App, export_id: str) -> dict[str, Any]:
    """Finds a download that was made; raises Refusal where its file has gone since."""
    export = get_export(app.store, OWNER, export_id)
    if not Path(export["path"]).is_file():
        raise Refusal("damaged", "The file of this download is not there any more.", "Export it once more.")
    return export
