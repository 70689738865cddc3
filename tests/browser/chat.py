"""Drives the product from outside: its server process, and its chat in a browser window."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Locator, Page, Request, Route, expect

ROOT = Path(__file__).parents[2]
START = "from assistant.cli import main; main()"


class Server:
    """The product as a process of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Starts it and waits until it says that it is ready."""
        command = [
            sys.executable,
            "-c",
            START,
            "serve",
            "--no-browser",
            "--port",
            str(self.port),
            "--home",
            str(self.home),
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        log = (self.home / "server.log").open("a")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert self.address in line, (line, self.log())

    def kill(self) -> None:
        """Ends it without any warning, as a lost power supply does."""
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ends it as a person does."""
        assert self.process is not None
        self.process.terminate()
        self.process.wait(30)

    def log(self) -> str:
        """What it wrote about failures."""
        return (self.home / "server.log").read_text()


class Chat:
    """One browser window on the chat; it notes what must not happen, and keeps foreign requests from going out."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server = page, server
        self.foreign: list[str] = []
        self.dialogs: list[str] = []
        self.complaints: list[str] = []
        page.context.route("**/*", self._let_through)
        page.on("websocket", lambda socket: self._note(socket.url.replace("ws://", "http://")))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._hear(said.type, said.text))

    def _hear(self, kind: str, text: str) -> None:
        # Chainlit's drawer for narrow screens lacks what its dialog library asks for; and the page, when it leaves a
        # conversation, gives up one connection for another.
        known = "DialogContent" in text or "closed before the connection is established" in text
        if kind in {"error", "warning"} and not known:
            self.complaints.append(text)

    def _note(self, url: str) -> bool:
        own = url.startswith((self.server.address + "/", "data:", "blob:"))
        if not own:
            self.foreign.append(url)
        return own

    def _let_through(self, route: Route, request: Request) -> None:
        if self._note(request.url):
            route.continue_()
        else:
            route.abort()

    def open(self, path: str = "/") -> Chat:
        """Opens the page and waits until one can type; at "/" until the first screen is there."""
        self.page.goto(self.server.address + path)
        expect(self.page.locator("#chat-input")).to_be_visible()
        if path == "/":
            expect(self.part("welcome")).to_be_visible()
        return self

    def reload(self) -> None:
        """Loads the page anew, and waits for the conversation to be there again."""
        self.page.reload()
        expect(self.page.locator("#chat-input")).to_be_visible()
        expect(self.answers.first).to_be_visible()

    @property
    def asked(self) -> Locator:
        """What the user said or clicked."""
        return self.page.locator('[data-step-type="user_message"]')

    @property
    def answers(self) -> Locator:
        """What the assistant answered, without the first screen."""
        welcome = self.page.get_by_test_id("welcome")
        return self.page.locator('[data-step-type="assistant_message"]').filter(has_not=welcome)

    @property
    def last(self) -> Locator:
        """The latest answer."""
        return self.answers.last

    def part(self, name: str) -> Locator:
        """All elements of a kind, such as "table" or "plot"."""
        return self.page.get_by_test_id(name)

    def say(self, text: str) -> Locator:
        """Types a message, sends it, and waits for its answer; gives the answer."""
        before = self.answers.count()
        self.page.locator("#chat-input").click()
        self.page.keyboard.type(text)
        expect(self.page.locator("#chat-submit")).to_be_enabled()
        self.page.keyboard.press("Enter")
        return self.answered(before)

    def click(self, button: Locator) -> Locator:
        """Clicks something that is answered, and waits for the answer; gives the answer."""
        before = self.answers.count()
        button.click()
        return self.answered(before)

    def answered(self, before: int) -> Locator:
        """Waits until there are more answers than there were, and nothing is on its way; gives the latest."""
        expect(self.answers.nth(before)).to_be_visible()
        expect(self.page.locator("#stop-button")).to_have_count(0)
        return self.last

    def trained(self) -> Locator:
        """Waits for a job to end and for its answer; gives the answer."""
        expect(self.part("progress")).to_have_count(0)
        return self.last

    def load_sample(self, name: str = "titanic") -> Locator:
        """Clicks a sample on the first screen."""
        answer = self.click(self.part(f"sample-{name}"))
        expect(answer.get_by_test_id("table")).to_be_visible()
        return answer

    def settle(self) -> None:
        """Waits until what is on the screen has come to rest: charts drawn, scrolling ended."""
        expect(self.page.locator(".pg-plot-box:not(:has(.main-svg))")).to_have_count(0)
        self.page.wait_for_function(
            """() => new Promise((done) => {
                const list = document.querySelector('.step')?.closest('.overflow-y-auto');
                let [place, calm] = [NaN, 0];
                const look = () => {
                    const now = list ? list.scrollTop : 0;
                    calm = now === place ? calm + 1 : 0;
                    place = now;
                    calm > 30 ? done(true) : requestAnimationFrame(look);
                };
                look();
            })"""
        )
