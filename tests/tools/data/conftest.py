"""A small messy table, opened in a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session

CSV = "name,age,joined,member,score,order\n" + "".join(
    f"{name},{age},{joined},{member},{score},{order}\n"
    for name, age, joined, member, score, order in [
        ("Ann", 31, "2021-03-01", "true", "7", "03/04/2020"),
        ("Bob", 45, "2020-12-24", "false", "8", "05/06/2020"),
        ("Cy", "", "2022-07-15", "true", "n/k", "07/08/2020"),
        ("Dee", 28, "2019-01-31", "false", "5", "09/10/2020"),
        ("Eve", 31, "2021-03-01", "true", "7", "11/12/2020"),
        ("Fay", 999, "2021-09-09", "true", "6", "tba"),
    ]
    * 5
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "people.csv"
    path.write_text(CSV)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    return session


@pytest.fixture
def titanic(tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source="titanic")
    return session
