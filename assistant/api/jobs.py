"""Jobs: how far they are, and stopping them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from assistant import conversation
from assistant.api.deps import App
from assistant.playground import OWNER
from engine.store import TERMINAL, get_job

router = APIRouter(prefix="/api/v1/jobs", tags=["jobs"])
SHOWN = ("id", "session_id", "tool", "status", "progress", "message", "error", "attempt", "created", "started", "ended")
SECONDS_BETWEEN_LOOKS = 0.25
SECONDS_TO_BE_TOLD = 60.0


@router.get("/{job_id}")
def one(app: App, job_id: str) -> dict[str, Any]:
    """Says how far a job is."""
    return looked_up(app, job_id)


@router.get("/{job_id}/events")
async def events(app: App, job_id: str) -> StreamingResponse:
    """Streams a job's progress until it has ended."""
    await asyncio.to_thread(looked_up, app, job_id)
    return StreamingResponse(_stream(app, job_id), media_type="text/event-stream")


@router.delete("/{job_id}", status_code=202)
def cancel(app: App, job_id: str) -> Response:
    """Stops a job; what it has done is kept, where its tool can keep it."""
    conversation.cancel(app, job_id)
    return Response(status_code=202)


async def _stream(app: App, job_id: str) -> AsyncIterator[str]:
    last = ""
    while True:
        job = await asyncio.to_thread(looked_up, app, job_id)
        text = json.dumps(job)
        if text != last:
            yield f"event: job\ndata: {text}\n\n"
            last = text
        if job["status"] in TERMINAL:
            return
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)


def looked_up(app: App, job_id: str) -> dict[str, Any]:
    """Gives a job; one that has ended only when its session shows what came of it."""
    job = get_job(app.store, OWNER, job_id)
    if job["status"] in TERMINAL:
        job = app.runner.wait(job_id, SECONDS_TO_BE_TOLD)
    return {key: job[key] for key in SHOWN}
