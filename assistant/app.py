"""The web application: the API under /api/v1, the chat at "/"."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.routing import Match

from assistant.api import catalogue, datasets, docs, experiments, exports, health, jobs, models, preparation, sessions
from assistant.errors import PLAIN, SEE_DOCS, answer_errors, error_response
from assistant.gate import Gate
from assistant.playground import Playground

PARTS = (sessions, datasets, jobs, exports, catalogue, preparation, models, experiments, health)
ANY = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def _made_ready() -> None:
    """Compiles the router's patterns and loads its weights, so that no message waits for them."""
    from assistant.router.ready import make_ready

    make_ready()


def create_app(home: Path, chat: bool = True) -> FastAPI:
    """Makes the application that serves this home directory."""
    playground = Playground(home)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=_made_ready, daemon=True).start()
        yield
        if chat:
            from assistant.chat.mount import close_chat

            await close_chat()
        playground.close()

    app = FastAPI(
        title="AI-Playground",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.playground = playground
    answer_errors(app)
    for part in PARTS:
        app.include_router(part.router)
    app.include_router(health.for_watchers)
    app.include_router(docs.router)

    @app.api_route("/api/{path:path}", methods=ANY, include_in_schema=False)
    def nothing_here(request: Request) -> JSONResponse:
        known = any(route.matches(request.scope)[0] is Match.PARTIAL for part in PARTS for route in part.router.routes)
        status = 405 if known else 404
        code, message = PLAIN[status]
        return error_response({"code": code, "message": message, "hint": SEE_DOCS}, status)

    scripts: list[str] = []
    if chat:
        from assistant.chat.mount import inline_scripts, mount_chat

        mount_chat(app, playground)
        scripts = inline_scripts()
    app.add_middleware(Gate, inline_scripts=scripts)
    return app
