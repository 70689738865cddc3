"""Who uses the page: in the local mode, one user who is never asked."""

from __future__ import annotations

import asyncio
import importlib
from typing import Any

import httpx
from fastapi import FastAPI

from assistant.chat import sign_in


def visits(count: int, cookies: dict[str, str] | None = None) -> list[httpx.Response]:
    """Asks who uses the page, again and again in one browser."""
    importlib.import_module("assistant.chat.cl_app")
    page = FastAPI()
    page.include_router(sign_in.router)

    async def inside() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=page)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost", cookies=cookies) as browser:
            return [await browser.get("/user") for _ in range(count)]

    return asyncio.run(inside())


def test_the_first_request_of_a_page_is_answered_and_signs_it_in(app: Any) -> None:
    first, second = visits(2)
    assert (first.status_code, first.json()["identifier"]) == (200, "local")
    assert "httponly" in first.headers["set-cookie"].lower()
    assert "set-cookie" not in second.headers


def test_a_cookie_that_is_not_ours_is_replaced(app: Any) -> None:
    assert "set-cookie" in visits(1, {"access_token": "forged"})[0].headers
