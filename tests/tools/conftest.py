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


@pytest.fixture
def trips(tmp_path: Path) -> Session:
    """Eighty trips in which odd ones are sought: row 37 is far off in its first column."""
    file = tmp_path / "trips.csv"
    lines = [f"{n % 10},{n * 7 % 13}" for n in range(80)]
    lines[37] = "900,6"
    file.write_text("a,b\n" + "\n".join(lines))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(file))
    session.call("set_task", task="anomaly_detection")
    return session
