"""What is said of an argument that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


@pytest.mark.parametrize(
    ("args", "nearest"),
    [({"test": 1.4}, 0.99), ({"validation": -0.1}, 0.0), ({"test": 0.2, "strategy": "stratify"}, "stratified")],
)
def test_a_value_that_does_not_fit_is_answered_with_the_nearest_that_does(
    tmp_path: Path, args: dict[str, object], nearest: object
) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    error = session.call("split", **args)["error"]
    assert error["call"]["args"][error["argument"]] == nearest
    assert f"nearest valid value is {nearest}" in error["hint"]
    assert session.call("split", **error["call"]["args"])["status"] == "done"
