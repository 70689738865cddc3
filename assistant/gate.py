"""The gate in front of everything: who may ask from where, how much may come in, and what browsers may do."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import os
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.uploads import most_bytes

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
TAKEN = frozenset({"application/json", "multipart/form-data"})
"""Types that no page of another site can send without asking first, and that of forms with files."""
SECONDS_BETWEEN_PIECES = 60.0
ENVELOPE_BYTES = 100_000
"""What a form puts around a file."""
MOST_JSON_BYTES = 10_000_000
MOST_DISCARDED_BYTES = 1_000_000_000
"""So much of a body that is refused is read and thrown away: who is still sending sees a closed door, not the answer."""
HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' blob: {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
"""Chainlit compiles its elements in the browser, hence 'unsafe-eval'; of scripts in the page only its own two run."""
NOT_SERVED = ("/docs", "/redoc", "/openapi.json", "/mcp", "/copilot", "/auth/oauth", "/project/share", "/project/thread/share")
"""What Chainlit would answer and the chat does not use."""
Problem = tuple[int, str, str, str]


class Gate:
    """Lets requests of our own pages and of programs on this machine in, and no others."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None = None, inline_scripts: Iterable[str] = ()) -> None:
        """`hosts` are the names that are served besides this machine's own; left out, as in PLAYGROUND_HOSTS.

        `inline_scripts` are the scripts that may stand in a page itself.
        """
        configured = os.environ.get("PLAYGROUND_HOSTS", "").lower().split(",")
        more = hosts if hosts is not None else frozenset(name.strip() for name in configured if name.strip())
        self._app = app
        self._hosts = LOCAL_HOSTS | more
        self._scripts = " ".join(f"'sha256-{_hashed(script)}'" for script in inline_scripts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Checks host, origin and size before anything else sees the request."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        problem = self._problem(scope, headers)
        if problem:
            await _refuse(scope, receive, send, problem, waits="expect" in headers)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            policy = POLICY.format(host=headers["host"][0], scripts=self._scripts)
            body = _Body(receive, send, cap_of(scope["path"]), policy)
            await self._app(scope, body.receive, body.send)

    def _problem(self, scope: Scope, headers: dict[str, list[str]]) -> Problem | None:
        hosts = headers.get("host", [])
        if len(hosts) != 1 or _name_of(hosts[0]) not in self._hosts:
            return 400, "unknown_host", "This address is not served here.", "Open the address that the terminal shows."
        foreign = any(urlsplit(origin).netloc.lower() != hosts[0].lower() for origin in headers.get("origin", []))
        fetched = headers.get("sec-fetch-site", ["same-origin"])[0]
        if foreign or (scope.get("method") in UNSAFE and fetched not in {"same-origin", "none"}):
            return 403, "foreign_origin", "Requests from other sites are not taken.", "Use the page of this server."
        if any(scope["path"] == path or scope["path"].startswith(f"{path}/") for path in NOT_SERVED):
            return 404, "not_found", "There is nothing at this address.", "Open / for the chat, or /api/docs for programs."
        length = headers.get("content-length", ["0"])[0]
        if length.isdigit() and int(length) > cap_of(scope["path"]):
            return _too_large(cap_of(scope["path"]))
        has_body = length != "0" or "transfer-encoding" in headers
        kind = headers.get("content-type", [""])[0].partition(";")[0].strip().lower()
        if scope.get("method") in UNSAFE and has_body and scope["path"].startswith("/api/") and kind not in TAKEN:
            message = f"A body of the type “{kind[:50] or 'unknown'}” is not taken here."
            return 415, "unsupported_media_type", message, "Send JSON as application/json, or a file as multipart/form-data."
        return None


class _Body:
    """One request's body, cut off where it grows past the cap, and its answer with the security headers."""

    def __init__(self, receive: Receive, send: Send, cap: int, policy: str) -> None:
        self._receive, self._send, self._cap = receive, send, cap
        self._headers = [*HEADERS, (b"content-security-policy", policy.encode("latin-1"))]
        self._seen = 0
        self._complete = False
        self._cut = False
        self._begun = False

    async def receive(self) -> Message:
        """Gives the next piece; a body that has grown too large ends as if its sender had gone."""
        if self._cut:
            return {"type": "http.disconnect"}
        try:
            message = await asyncio.wait_for(self._receive(), None if self._complete else SECONDS_BETWEEN_PIECES)
        except TimeoutError:  # who sends a body drop by drop would hold a place for ever
            return {"type": "http.disconnect"}
        self._complete = not message.get("more_body", False)
        self._seen += len(message.get("body", b""))
        if self._seen > self._cap:
            self._cut = True
            return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        """Sends the answer on, or in its place that the body was too large."""
        if self._cut and not self._begun:
            self._begun = True
            await _answer(_too_large(self._cap), self._headers, self._receive, self._send)
        if self._cut:
            return
        if message["type"] == "http.response.start":
            self._begun = True
            present = {name.lower() for name, _ in message["headers"]}
            more = [pair for pair in self._headers if pair[0] not in present]
            message = {**message, "headers": [*message["headers"], *more]}
        await self._send(message)


def cap_of(path: str) -> int:
    """Says how many bytes may come in at an address: a file where files are taken, elsewhere some text."""
    if path.startswith("/api/") and path != "/api/v1/datasets/upload":
        return MOST_JSON_BYTES
    return most_bytes() + ENVELOPE_BYTES


def _hashed(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _name_of(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _too_large(cap: int) -> Problem:
    message = f"This is larger than the {cap // 1_000_000} MB that are taken in here."
    return 413, "too_large", message, "Send a part of it."


async def _refuse(scope: Scope, receive: Receive, send: Send, problem: Problem, waits: bool) -> None:
    """Answers with the problem; who waits for a sign before the body comes is sent none, and so no body."""
    if scope["type"] == "websocket":  # before it is accepted, this is answered with 403
        await send({"type": "websocket.close", "code": 1008})
    else:
        await _answer(problem, HEADERS, None if waits else receive, send)


async def _answer(problem: Problem, headers: list[tuple[bytes, bytes]], receive: Receive | None, send: Send) -> None:
    """Sends the problem at once, and ends when the body that is refused has come in and is thrown away."""
    status, code, message, hint = problem
    error = {"code": code, "message": message, "hint": hint}
    body = json.dumps({**error, "error": error}).encode()
    described = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), (b"connection", b"close"), *headers]
    await send({"type": "http.response.start", "status": status, "headers": described})
    await send({"type": "http.response.body", "body": body, "more_body": True})
    if receive is not None:
        await _discard(receive)
    await send({"type": "http.response.body", "body": b""})


async def _discard(receive: Receive) -> None:
    """Reads what is still being sent until it ends, pauses for long or is too much."""
    seen = 0
    while seen <= MOST_DISCARDED_BYTES:
        try:
            message = await asyncio.wait_for(receive(), SECONDS_BETWEEN_PIECES)
        except TimeoutError:
            return
        seen += len(message.get("body", b""))
        if not message.get("more_body", False):
            return
