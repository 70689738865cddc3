"""Sessions as the doors start them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.sessions import start_session
from engine.store import NotFound, Store, create_session, list_sessions


@pytest.fixture
def app(tmp_path: Path) -> Any:
    store = Store(tmp_path)
    yield SimpleNamespace(store=store)
    store.close()


def test_several_who_start_the_same_session_at_once_get_the_one_session(app: Any) -> None:
    with ThreadPoolExecutor(8) as threads:
        for number in range(20):
            name = f"session-{number}"
            started = list(threads.map(lambda _, name=name: start_session(app, "local", name), range(8)))
            assert started == [name] * 8
    assert len(list_sessions(app.store, "local")) == 20


def test_a_session_of_somebody_else_is_not_given_out(app: Any) -> None:
    create_session(app.store, "another", id="theirs")
    with pytest.raises(NotFound):
        start_session(app, "local", "theirs")
