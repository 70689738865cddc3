"""A chat without a browser: a recorded session of Chainlit, and a conversation that answers what a test sets."""

from __future__ import annotations

import asyncio
import os
import tempfile
import uuid
from pathlib import Path
from typing import Any

import pytest

from assistant.chat.frontend import prepare_root
from assistant.chat.lighter import leave_out_tracing

ROOT = Path(tempfile.mkdtemp(prefix="chat-root-"))
prepare_root(ROOT)
# Chainlit reads these once, while it is imported.
os.environ.setdefault("CHAINLIT_APP_ROOT", str(ROOT))
os.environ.setdefault("CHAINLIT_AUTH_SECRET", "0123456789abcdef" * 4)
leave_out_tracing()


class Events:
    """Events of conversations, as the playground sends them."""

    def __init__(self) -> None:
        self.queues: dict[str, list[asyncio.Queue[Any]]] = {}

    def subscribe(self, session_id: str) -> asyncio.Queue[Any]:
        queue: asyncio.Queue[Any] = asyncio.Queue()
        self.queues.setdefault(session_id, []).append(queue)
        return queue

    def unsubscribe(self, session_id: str, queue: asyncio.Queue[Any]) -> None:
        self.queues[session_id].remove(queue)

    def send(self, session_id: str, event: dict[str, Any]) -> None:
        for queue in self.queues.get(session_id, []):
            queue.put_nowait(event)


class Playground:
    """What the chat needs of the playground."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.events = Events()


class Conversation:
    """Stands in for `assistant.conversation`: keeps what was called, answers with the turn that a test sets."""

    def __init__(self) -> None:
        self.sessions_: dict[str, dict[str, Any]] = {}
        self.turn: dict[str, Any] = {"number": 1, "status": "done", "blocks": [{"type": "text", "markdown": "Done."}]}
        self.error: Exception | None = None
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
        self.state_: dict[str, Any] = {"name": "First", "dataset": None, "steps": [], "runs": [], "job": None}
        self.turns_: list[dict[str, Any]] = []

    def _answer(self, name: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self.calls.append((name, args, kwargs))
        if self.error:
            raise self.error
        return self.turn

    def start_session(self, app: Any, owner: str, session_id: str | None = None) -> str:
        name = session_id or str(uuid.uuid4())
        self.sessions_.setdefault(
            name, {"id": name, "name": "First", "created": "2026-01-01", "updated": "2026-01-01T00:00:00"}
        )
        return name

    def reply(self, app: Any, session_id: str, text: str) -> dict[str, Any]:
        return self._answer("reply", session_id, text)

    def perform(
        self, app: Any, session_id: str, call: dict[str, Any], label: str | None = None, key: str | None = None
    ) -> dict[str, Any]:
        return self._answer("perform", session_id, call, label=label, key=key)

    def form(self, app: Any, session_id: str, tool: str, values: dict[str, Any]) -> dict[str, Any]:
        return self._answer("form", session_id, tool, values)

    def options(self, app: Any, session_id: str, stage: str | None = None) -> dict[str, Any]:
        return self._answer("options", session_id, stage)

    def upload(self, app: Any, owner: str, path: Path, filename: str) -> dict[str, Any]:
        self._answer("upload", Path(path).read_bytes(), filename)
        return {"id": "dataset-1", "name": filename}

    def purpose_of(
        self, app: Any, session_id: str, dataset: dict[str, Any], words: str
    ) -> tuple[dict[str, Any], bool]:
        tool = "predict" if self.state_["runs"] else "load_data"
        return {"tool": tool, "args": {"source": dataset["id"]}}, tool == "predict"

    def welcome(self, app: Any) -> dict[str, Any]:
        call = {"tool": "load_data", "args": {"source": "titanic"}}
        return {"status": "done", "blocks": [], "suggestions": [{"label": "Titanic", "reason": "", "call": call}]}

    def state(self, app: Any, session_id: str) -> dict[str, Any]:
        return dict(self.state_)

    def turns(self, app: Any, session_id: str) -> list[dict[str, Any]]:
        return self.turns_

    def sessions(self, app: Any, owner: str) -> list[dict[str, Any]]:
        return list(self.sessions_.values())

    def rename(self, app: Any, session_id: str, name: str) -> None:
        self.sessions_[session_id]["name"] = name

    def delete(self, app: Any, session_id: str) -> None:
        del self.sessions_[session_id]

    def reopened(self, app: Any, session_id: str) -> list[dict[str, Any]]:
        return [{"label": "Go on", "reason": "", "call": {"tool": "show_pipeline", "args": {}}}]

    def dismiss(self, app: Any, session_id: str, call: dict[str, Any]) -> list[dict[str, Any]]:
        self.calls.append(("dismiss", (session_id, call), {}))
        return []

    def cancel(self, app: Any, job_id: str) -> None:
        self.calls.append(("cancel", (job_id,), {}))


FUNCTIONS = [
    *("start_session", "reply", "perform", "form", "options", "upload", "purpose_of", "welcome"),
    *("state", "turns", "sessions", "rename", "delete", "reopened", "dismiss", "cancel"),
]


@pytest.fixture
def app(tmp_path: Path) -> Playground:
    """A playground with nothing in it, shown by the chat."""
    from assistant.chat import face

    playground = Playground(tmp_path)
    face.install(playground)  # type: ignore[arg-type]
    return playground


@pytest.fixture
def talk(app: Playground, monkeypatch: pytest.MonkeyPatch) -> Conversation:
    """Answers the chat's calls in this test."""
    from assistant import conversation

    stand_in = Conversation()
    for name in FUNCTIONS:
        monkeypatch.setattr(conversation, name, getattr(stand_in, name), raising=False)
    return stand_in
