"""A real playground without the kernel's help of a server: conversations go straight through the one path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import conversation
from assistant.playground import Playground


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    playground = Playground(Path(tmp_path_factory.mktemp("home")))
    yield playground
    playground.close()


@pytest.fixture
def say(app: Playground) -> Callable[[str], dict[str, Any]]:
    """Says something in a session of its own, and gives the turn."""
    session = conversation.start_session(app)
    return lambda text: conversation.reply(app, session, text)
