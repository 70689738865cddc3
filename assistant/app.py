"""The web application: the API under /api/v1, the chat at "/"."""

from __future__ import annotations

import logging
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from assistant.api import catalogue, datasets, exports, health, jobs, sessions
from assistant.gate import Gate
from assistant.playground import Playground
from engine.errors import Refusal

log = logging.getLogger("playground")
STATUS = {"not_found": 404, "stale": 409, "busy": 409, "queue_full": 429, "store_full": 507, "database_busy": 503}


def create_app(home: Path, chat: bool = True) -> FastAPI:
    """Makes the application that serves this home directory."""
    playground = Playground(home)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        if chat:
            from assistant.chat.mount import close_chat

            await close_chat()
        playground.close()

    app = FastAPI(title="AI-Playground", lifespan=lifespan, openapi_url="/api/openapi.json", docs_url="/api/docs", redoc_url=None)
    app.state.playground = playground
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(Gate)
    for part in (sessions, datasets, jobs, exports, catalogue, health):
        app.include_router(part.router)

    @app.api_route("/api/{path:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
    def nothing_here(path: str) -> JSONResponse:
        return _error(404, "not_found", "There is nothing at this address.", "The API is described at /api/docs.")

    if chat:
        from assistant.chat.mount import mount_chat

        mount_chat(app, playground)
    return app


def _error(status: int, code: str, message: str, hint: str) -> JSONResponse:
    error = {"code": code, "message": message, "hint": hint}
    return JSONResponse({**error, "error": error}, status_code=status)


def _refused(request: Request, refusal: Exception) -> JSONResponse:
    assert isinstance(refusal, Refusal)
    return _error(STATUS.get(refusal.code, 422), refusal.code, refusal.message, refusal.hint)


def _invalid(request: Request, problem: Exception) -> JSONResponse:
    assert isinstance(problem, RequestValidationError)
    first = problem.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if part != "body") or "the body"
    return _error(422, "invalid_request", f"{place}: {first['msg']}.", "The API is described at /api/docs.")


def _broken(request: Request, problem: Exception) -> JSONResponse:
    reference = uuid.uuid4().hex[:8]
    log.error("reference %s", reference, exc_info=problem)
    return _error(500, "internal_error", f"Something broke that is not your fault (reference {reference}).", "Nothing was changed; please try again.")
