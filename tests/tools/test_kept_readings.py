"""What was understood of a file is kept beside it, and made anew where an earlier build kept less."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tools.gate import Session


def test_a_file_that_an_earlier_build_understood_loads_again(tmp_path: Path) -> None:
    path = tmp_path / "cells.csv"
    path.write_text("a,b\n" + "".join(f"{number},x{number % 3}\n" for number in range(20)))
    session = Session(tmp_path / "home")
    source = session.upload(path)
    assert session.call("load_data", source=source)["status"] == "done"
    (record,) = (tmp_path / "home").rglob("table-*.json")
    known = json.loads(record.read_text())
    record.write_text(json.dumps({key: value for key, value in known.items() if key not in ("ambiguous", "version")}))
    result = session.call("load_data", source=source)
    assert result["status"] == "done", result["error"]
    assert json.loads(record.read_text()) == known
