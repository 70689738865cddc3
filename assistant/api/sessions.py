"""Sessions: say something, make a call, read the state, the transcript and the events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, Literal

from fastapi import APIRouter, Header, Response
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant import conversation
from assistant.api.deps import App
from assistant.errors import error_response

router = APIRouter(prefix="/api/v1", tags=["sessions"])


class Text(BaseModel):
    """What was said."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=10_000)


class Call(BaseModel):
    """One call."""

    model_config = ConfigDict(extra="forbid")
    tool: str = Field(max_length=100)
    args: dict[str, Any] = Field(default_factory=dict)


class RouteText(BaseModel):
    """What is to be routed, and in which session's context."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(max_length=10_000)
    session_id: str | None = None


@router.post("/sessions", status_code=201)
def start(app: App) -> dict[str, str]:
    """Starts a session."""
    return {"id": conversation.start_session(app)}


@router.get("/sessions")
def every(app: App) -> list[dict[str, Any]]:
    """Lists the sessions, latest first."""
    return conversation.sessions(app)


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
def say(app: App, session_id: str, body: Text) -> JSONResponse:
    """Answers a message."""
    return JSONResponse(conversation.reply(app, session_id, body.text))


@router.post("/sessions/{session_id}/calls")
def call(app: App, session_id: str, body: Call, idempotency_key: str | None = Header(None, max_length=200)) -> JSONResponse:
    """Carries out one call."""
    return answered(conversation.perform(app, session_id, body.model_dump(), key=idempotency_key))


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
        while True:
            event = await queue.get()
            yield f"event: {event['type']}\ndata: {json.dumps(event)}\n\n"
    finally:
        app.events.unsubscribe(session_id, queue)


def answered(turn: dict[str, Any]) -> JSONResponse:
    """Gives the turn; for a call that could not be carried out, its error with the status that fits."""
    return error_response(turn["error"], **turn) if turn["status"] == "error" else JSONResponse(turn)
