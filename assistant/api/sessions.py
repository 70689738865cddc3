"""Sessions: say something, make a call, read the state, the transcript and the events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, Literal

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, StreamingResponse

from assistant import conversation
from assistant.api.bodies import LONGEST_PAGE, Call, Key, Offset, PageSize, RouteText, Text
from assistant.api.deps import App
from assistant.errors import CallFailed

router = APIRouter(prefix="/api/v1", tags=["sessions"])
SECONDS_OF_SILENCE = 15.0


@router.post("/sessions", status_code=201)
def start(app: App) -> dict[str, str]:
    """Starts a session."""
    return {"id": conversation.start_session(app)}


@router.get("/sessions")
def every(app: App, limit: PageSize = LONGEST_PAGE, offset: Offset = 0) -> list[dict[str, Any]]:
    """Lists the sessions, latest first."""
    return conversation.sessions(app, limit=limit, offset=offset)


@router.get("/sessions/{session_id}")
def one(app: App, session_id: str) -> dict[str, Any]:
    """Gives the state of a session."""
    return conversation.state(app, session_id)


@router.delete("/sessions/{session_id}", status_code=204)
def remove(app: App, session_id: str) -> Response:
    """Deletes a session with everything that was made in it."""
    conversation.delete(app, session_id)
    return Response(status_code=204)


@router.post("/sessions/{session_id}/messages")
def say(app: App, session_id: str, body: Text, key: Key = None) -> JSONResponse:
    """Answers a message."""
    return JSONResponse(conversation.reply(app, session_id, body.text, key=key))


@router.post("/sessions/{session_id}/calls")
def call(app: App, session_id: str, body: Call, key: Key = None) -> JSONResponse:
    """Carries out one call."""
    turn = conversation.perform(app, session_id, body.model_dump(), key=key)
    if turn["error"]:
        raise CallFailed(turn)
    return JSONResponse(turn)


@router.post("/sessions/{session_id}/dismissals", status_code=201)
def dismiss(app: App, session_id: str, body: Call) -> dict[str, Any]:
    """Waves an offered step off; what was waved off twice is not offered again until the steps change."""
    return {"suggestions": conversation.dismiss(app, session_id, body.model_dump())}


@router.post("/route")
def routed(app: App, body: RouteText) -> dict[str, Any]:
    """Routes a text without carrying anything out."""
    return conversation.routed(app, body.session_id, body.text)


@router.get("/sessions/{session_id}/transcript")
def transcript(app: App, session_id: str, format: Literal["markdown", "html", "json"] = "markdown") -> Response:
    """Gives the whole conversation."""
    from codegen import transcript as written

    turns, name = conversation.turns(app, session_id), conversation.state(app, session_id)["name"] or "Conversation"
    if format == "json":
        return JSONResponse(turns)
    if format == "html":
        return Response(written.transcript_html(turns, name), media_type="text/html; charset=utf-8")
    return Response(written.transcript_markdown(turns, name), media_type="text/markdown; charset=utf-8")


@router.get("/sessions/{session_id}/events")
async def events(app: App, session_id: str) -> StreamingResponse:
    """Streams progress and results as server-sent events."""
    await asyncio.to_thread(conversation.state, app, session_id)
    return StreamingResponse(_stream(app, session_id), media_type="text/event-stream")


async def _stream(app: App, session_id: str) -> AsyncIterator[str]:
    queue = app.events.subscribe(session_id)
    try:
        yield ": listening\n\n"
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), SECONDS_OF_SILENCE)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            yield f"event: {event['type']}\ndata: {json.dumps(event)}\n\n"
    finally:
        app.events.unsubscribe(session_id, queue)
