"""A store in an empty home."""

import pytest

from engine.store import Store


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "home")
    yield opened
    opened.close()
