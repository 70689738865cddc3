"""Whether the server lives, whether it can work, and its numbers for Prometheus."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from assistant.api.deps import App
from assistant.playground import OWNER
from assistant.uploads import MOST_BYTES
from engine.store import list_datasets, list_sessions, list_unfinished_jobs

router = APIRouter(prefix="/api/v1", tags=["health"])
TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"


@router.get("/health")
def health() -> dict[str, str]:
    """Says that the server lives."""
    return {"status": "ok"}


@router.get("/ready")
def ready(app: App) -> dict[str, Any]:
    """Says that the database answers."""
    list_sessions(app.store, OWNER)
    return {"status": "ready"}


@router.get("/limits")
def limits() -> dict[str, int]:
    """Says how much is taken in."""
    return {"upload_bytes": MOST_BYTES}


@router.get("/metrics")
def metrics(app: App) -> Response:
    """Gives counts in the format of Prometheus."""
    unfinished = [job["status"] for job in list_unfinished_jobs(app.store)]
    counts = {
        "playground_sessions": ("Conversations that are kept.", len(list_sessions(app.store, OWNER))),
        "playground_datasets": ("Uploaded tables that are kept.", len(list_datasets(app.store, OWNER))),
        "playground_jobs_queued": ("Jobs that wait.", unfinished.count("queued")),
        "playground_jobs_running": ("Jobs that run.", unfinished.count("running")),
    }
    lines = [f"# HELP {name} {about}\n# TYPE {name} gauge\n{name} {value}\n" for name, (about, value) in counts.items()]
    return Response("".join(lines), media_type=TEXT_FORMAT)
