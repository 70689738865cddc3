"""Whether the server lives, whether it can work, what it takes in, and its numbers for Prometheus."""

from __future__ import annotations

import shutil
from typing import Any

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from assistant.api.bodies import LONGEST_PAGE, LONGEST_TEXT
from assistant.api.deps import App
from assistant.gate import MOST_JSON_BYTES
from assistant.playground import OWNER
from assistant.uploads import check_room, most_bytes
from engine.store import count_sessions, list_files, list_unfinished_jobs
from engine.store.jobs import MOST_UNFINISHED

router = APIRouter(prefix="/api/v1", tags=["health"])
for_watchers = APIRouter(include_in_schema=False)
"""The same at the addresses where programs that watch servers look by themselves."""


@for_watchers.get("/health")
@router.get("/health")
def health() -> dict[str, str]:
    """Says that the server lives."""
    return {"status": "ok"}


@for_watchers.get("/ready")
@router.get("/ready")
def ready(app: App) -> dict[str, Any]:
    """Says that the database answers and that there is room to write; raises Refusal where that is not so."""
    count_sessions(app.store, OWNER)
    check_room(app.home)
    return {"status": "ready", "journal_mode": app.store.database.journal_mode}


@router.get("/limits")
def limits() -> dict[str, int]:
    """Says how much is taken in."""
    return {
        "upload_bytes": most_bytes(),
        "body_bytes": MOST_JSON_BYTES,
        "message_characters": LONGEST_TEXT,
        "page": LONGEST_PAGE,
        "unfinished_jobs": MOST_UNFINISHED,
    }


@for_watchers.get("/metrics")
@router.get("/metrics")
def metrics(app: App) -> Response:
    """Gives counts in the format of Prometheus; none of them has a label that a user could choose."""
    unfinished = [job["status"] for job in list_unfinished_jobs(app.store)]
    counts = {
        "playground_sessions": ("Conversations that are kept.", count_sessions(app.store, OWNER)),
        "playground_datasets": ("Uploaded tables that are kept.", len(list_files(app.store, OWNER))),
        "playground_jobs_queued": ("Jobs that wait.", unfinished.count("queued")),
        "playground_jobs_running": ("Jobs that run.", unfinished.count("running")),
        "playground_disk_free_bytes": ("Room where the home directory lies.", shutil.disk_usage(app.home).free),
    }
    registry = CollectorRegistry()
    for name, (about, value) in counts.items():
        Gauge(name, about, registry=registry).set(value)
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
