"""A real browser on a real server: one server for all tests here, a fresh window for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chat import Chat, Server

SECONDS = 60
"""How long something may take until it counts as missing; what is there is never waited for."""
expect.set_options(timeout=SECONDS * 1000)
SWITCHES = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running product, with a home directory of its own."""
    product = Server(tmp_path_factory.mktemp("browser-home"))
    product.start()
    yield product
    product.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser; it is closed after each file, because Playwright keeps this thread's event loop to itself."""
    installed = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def window(server: Server, chromium: Browser) -> Iterator[Callable[..., Chat]]:
    """Opens windows; afterwards, none of them asked another machine for anything, broke, or popped up a dialog."""
    opened: list[Chat] = []

    def open_window(on: Server = server, **settings: Any) -> Chat:
        context = chromium.new_context(**({"viewport": {"width": 1280, "height": 860}} | settings))
        context.set_default_timeout(SECONDS * 1000)
        opened.append(Chat(context.new_page(), on))
        return opened[-1]

    yield open_window
    for chat in opened:
        complaints, foreign, dialogs = chat.complaints, chat.foreign, chat.dialogs
        chat.page.context.close()
        assert (foreign, dialogs, complaints) == ([], [], [])


@pytest.fixture
def chat(window: Callable[..., Chat]) -> Chat:
    """A window on the first screen."""
    return window().open()


@pytest.fixture(scope="session")
def picture() -> Callable[[Chat, str], None]:
    """Keeps a picture of a screen for the documents, where PLAYGROUND_SCREENSHOTS names a folder for them."""
    folder = os.environ.get("PLAYGROUND_SCREENSHOTS")

    def keep(chat: Chat, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            chat.settle()
            chat.page.screenshot(path=str(Path(folder) / f"{name}.png"), animations="disabled")

    return keep
