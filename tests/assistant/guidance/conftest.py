"""A real playground with one session, and how to talk to it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import conversation
from assistant.playground import Playground


class Talk:
    """One conversation: says, clicks, and waits for what takes long."""

    def __init__(self, app: Playground) -> None:
        self.app = app
        self.session = conversation.start_session(app)

    def say(self, text: str) -> dict[str, Any]:
        """Says something and gives the turn that ends it."""
        return self._ended(conversation.reply(self.app, self.session, text))

    def click(self, call: dict[str, Any]) -> dict[str, Any]:
        """Carries out a call that was offered, and gives the turn that ends it."""
        return self._ended(conversation.perform(self.app, self.session, call))

    @property
    def state(self) -> dict[str, Any]:
        """The session's state."""
        return conversation.state(self.app, self.session)

    def _ended(self, turn: dict[str, Any]) -> dict[str, Any]:
        number = turn["number"]
        while turn["status"] == "running":
            later = [other for other in conversation.turns(self.app, self.session) if other["number"] > number]
            if later:
                return later[-1]
            time.sleep(0.05)
        return turn


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    playground = Playground(Path(tmp_path_factory.mktemp("home")))
    yield playground
    playground.close()


@pytest.fixture
def talk(app: Playground) -> Talk:
    return Talk(app)


def words_of(turn: dict[str, Any]) -> str:
    """All text of a turn."""
    return "\n".join(block["markdown"] for block in turn["blocks"] if block["type"] == "text")
