"""The web application: the API under /api/v1, the chat at "/"."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from assistant.api import catalogue, datasets, experiments, exports, health, jobs, models, preparation, sessions
from assistant.errors import PLAIN, SEE_DOCS, answer_errors, error_response
from assistant.gate import Gate
from assistant.playground import Playground

PARTS = (sessions, datasets, jobs, exports, catalogue, preparation, models, experiments, health)
ANY = ["GET", "POST", "PUT", "PATCH", "DELETE"]


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

    app = FastAPI(
        title="AI-Playground",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url="/api/docs",
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.playground = playground
    answer_errors(app)
    app.add_middleware(Gate)
    for part in PARTS:
        app.include_router(part.router)

    @app.api_route("/api/{path:path}", methods=ANY, include_in_schema=False)
    def nothing_here(path: str) -> JSONResponse:
        code, message = PLAIN[404]
        return error_response({"code": code, "message": message, "hint": SEE_DOCS}, 404)

    if chat:
        from assistant.chat.mount import mount_chat

        mount_chat(app, playground)
    return app
