"""Whether the server lives, and whether it can work."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from assistant.api.deps import App
from assistant.playground import OWNER
from engine.store import list_sessions

router = APIRouter(prefix="/api/v1", tags=["health"])


@router.get("/health")
def health() -> dict[str, str]:
    """Says that the server lives."""
    return {"status": "ok"}


@router.get("/ready")
def ready(app: App) -> dict[str, Any]:
    """Says that the database answers."""
    list_sessions(app.store, OWNER)
    return {"status": "ready"}
