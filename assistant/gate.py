"""The gate in front of everything: who may ask from where, how much may come in, and what browsers may do."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]", "::1", "testserver"})
MOST_BYTES = 200_000_000
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        b"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
        b"frame-ancestors 'none'",
    ),
]


class _TooLargeError(Exception):
    """The body is larger than is taken in."""


class Gate:
    """Lets local requests of our own pages and of programs in, and no others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Checks host, origin and size before anything else sees the request."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        problem = _problem(scope, headers)
        if problem:
            await _refuse(scope, send, *problem)
            return
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        try:
            await self._app(scope, _counted(receive), _with_headers(send))
        except _TooLargeError:
            await _refuse(scope, send, 413, "too_large", f"The upload is larger than {MOST_BYTES // 1_000_000} MB.")


def _problem(scope: Scope, headers: dict[str, str]) -> tuple[int, str, str] | None:
    host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    if host not in LOCAL_HOSTS:
        return 400, "unknown_host", "This address is not served here."
    origin = headers.get("origin")
    checked = scope["type"] == "websocket" or scope.get("method") in UNSAFE
    if checked and origin and urlsplit(origin).netloc != headers.get("host"):
        return 403, "foreign_origin", "Requests from other sites are not taken."
    length = headers.get("content-length", "0")
    if length.isdigit() and int(length) > MOST_BYTES:
        return 413, "too_large", f"The upload is larger than {MOST_BYTES // 1_000_000} MB."
    return None


def _counted(receive: Receive) -> Receive:
    """Cuts a body off that says nothing of its length and grows past the cap."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MOST_BYTES:
            raise _TooLargeError
        return message

    return counting


def _with_headers(send: Send) -> Send:
    async def adding(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in HEADERS if pair[0] not in present)]
        await send(message)

    return adding


async def _refuse(scope: Scope, send: Send, status: int, code: str, message: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    error: dict[str, Any] = {"code": code, "message": message, "hint": "Open the address that the terminal shows."}
    body = json.dumps({**error, "error": error}).encode()
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json"), *HEADERS]})
    await send({"type": "http.response.body", "body": body})
