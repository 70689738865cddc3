"""A warning that was dismissed stays on record, and each look at the test rows is counted."""

from __future__ import annotations

import zipfile

import pytest

from tests.tools.gate import Session


def test_a_dismissed_warning_is_gone_from_the_findings_and_keeps_its_words(titanic: Session) -> None:
    result = titanic.call("acknowledge", finding="id_like", columns=["PassengerId"], reason="the order of boarding")
    assert "891" in result["said"]
    state = result["state"]
    assert [item["id"] for item in state["findings"] if "PassengerId" in item["columns"]] == []
    (kept,) = state["acknowledged"]
    assert kept["reason"] == "the order of boarding" and "891" in kept["found"]


def test_undoing_a_dismissal_brings_the_warning_back(titanic: Session) -> None:
    titanic.call("acknowledge", finding="id_like", columns=["PassengerId"])
    state = titanic.call("undo")["state"]
    assert state["acknowledged"] == []
    assert any("PassengerId" in item["columns"] for item in state["findings"])


@pytest.mark.parametrize(("args", "part"), [({"finding": "idlike"}, "id_like"), ({"finding": "wide"}, "no open finding")])
def test_what_was_not_found_cannot_be_dismissed(titanic: Session, args: dict, part: str) -> None:
    result = titanic.call("acknowledge", **args)
    assert result["status"] == "error"
    assert part in f"{result['error']['message']} {result['error']['hint']}"


def test_the_exported_readme_tells_dismissed_warnings_and_looks_at_the_test_rows(titanic: Session) -> None:
    titanic.call("acknowledge", finding="id_like", columns=["PassengerId"], reason="the order of boarding")
    titanic.call("train", model="logistic_regression")
    for _ in range(3):
        titanic.call("evaluate")
    assert "3 times" in titanic.call("leaderboard")["said"]
    (file,) = titanic.call("export", formats=["project"])["files"]
    with zipfile.ZipFile(file["path"]) as archive:
        name = next(name for name in archive.namelist() if name.endswith("README.md"))
        readme = archive.read(name).decode()
    assert "id like" in readme and "the order of boarding" in readme
    assert "looked at 3 times" in readme and "cross" in readme
