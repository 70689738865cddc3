"""What several tests of tools begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


@pytest.fixture
def penguins(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    return session


@pytest.fixture
def titanic(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    return session
