"""Downloads."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import FileResponse

from assistant.api.deps import App
from assistant.playground import OWNER
from engine.store import get_export

router = APIRouter(prefix="/api/v1/exports", tags=["exports"])


@router.get("/{export_id}")
def download(app: App, export_id: str) -> FileResponse:
    """Gives a file that was made for download, always as an attachment."""
    export = get_export(app.store, OWNER, export_id)
    headers = {"X-Content-Type-Options": "nosniff"}
    return FileResponse(export["path"], filename=export["name"], media_type="application/octet-stream", headers=headers)
