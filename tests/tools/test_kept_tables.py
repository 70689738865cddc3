"""What was computed of a table is kept while it can serve, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session
from tools import history
from tools.call import perform
from tools.data import load_data
from tools.data import profile as reports
from tools.state import findings_key

BYTES_OF_PENGUINS = 60_000
FOUND = {"id": "missing", "columns": ["sex"], "message": "as it was found"}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    history._cache.clear()
    made = Session(tmp_path)
    made.call("load_data", source="penguins")
    return made


def test_a_table_that_many_steps_share_is_counted_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "CACHE_BYTES", BYTES_OF_PENGUINS)
    monkeypatch.setattr(load_data, "opened", lambda experiment: pytest.fail("the file was opened again"))
    session.call("set_target", column="species")
    session.call("split", test=0.25)
    for _ in range(2):
        assert session.call("undo")["status"] == "done"


def test_the_table_asked_for_last_stays_longest(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "CACHE_COUNT", 2)
    session.call("set_target", column="species")
    session.call("undo")
    session.call("drop_columns", columns=["island"])
    monkeypatch.setattr(load_data, "opened", lambda experiment: pytest.fail("the file was opened again"))
    assert session.call("undo")["status"] == "done"


def told(session: Session, tool: str, **args: object) -> list[dict[str, object]]:
    """Makes a call as a door does that knows what was found before, and gives the findings of the state."""
    known = {"key": findings_key(session.document), "found": [FOUND]}
    payload = {"home": str(session.home), "experiment": session.document, "call": {"tool": tool, "args": args}, "mode": "job"}
    result = perform(payload | {"session": {"findings": known}}, lambda fraction, message: None)
    assert result["status"] == "done", result["error"]
    findings: list[dict[str, object]] = result["state"]["findings"]
    return findings


def test_what_was_found_is_taken_as_it_was_while_the_table_is_the_same(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool, args in (("set_target", {"column": "species"}), ("split", {"test": 0.25}), ("impute", {}), ("encode", {})):
        session.call(tool, **args)
    monkeypatch.setattr(reports, "report_of", lambda experiment: pytest.fail("the report was made again"))
    for tool, args in (("preview", {}), ("train", {"model": "gaussian_nb"})):
        assert told(session, tool, **args) == [FOUND]


@pytest.mark.parametrize(
    ("tool", "args"),
    [
        ("drop_columns", {"columns": ["year"]}),
        ("set_target", {"column": "species"}),
        ("acknowledge", {"finding": "missing", "columns": ["sex"]}),
        ("load_data", {"source": "titanic"}),
        ("undo", {}),
    ],
)
def test_findings_are_looked_for_again_where_the_table_has_changed(session: Session, tool: str, args: dict[str, object]) -> None:
    session.call("scale")
    assert FOUND not in told(session, tool, **args)
