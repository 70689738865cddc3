"""The scorer of the loading benchmark counts what its paper says."""

from __future__ import annotations

import csv
import json
import tarfile
from pathlib import Path

import pytest

from bench import pollock

CLEAN = [["day", "price"], ["28/01/2018", "$1.50"], ["29/01/2018", "$20"]]


def test_the_same_table_scores_full() -> None:
    assert pollock.compare(CLEAN, CLEAN) == [1.0] * 9


def test_records_are_normalised_and_cells_are_not() -> None:
    loaded = [["DAY", "price"], ["2018-01-28", "$1.5"], ["29/01/2018", "$20.00"]]
    header, records, cells = (pollock.compare(CLEAN, loaded)[place : place + 3] for place in (0, 3, 6))
    assert header == records == [1.0] * 3
    assert cells == pytest.approx([2 / 6] * 3)


def test_a_lost_record_lowers_completeness_and_an_added_one_conciseness() -> None:
    assert pollock.compare(CLEAN, CLEAN[:2])[3:6] == pytest.approx([0.5, 1.0, 2 / 3])
    assert pollock.compare(CLEAN, [*CLEAN, ["x", "y"]])[3:6] == pytest.approx([1.0, 2 / 3, 0.8])


def test_a_folder_is_scored_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("csv", "clean"):
        (tmp_path / folder).mkdir()
        for name in ("file_plain.csv", "row_odd0_col1.csv"):
            with (tmp_path / folder / name).open("w", newline="") as file:
                csv.writer(file).writerows(CLEAN + CLEAN[1:])
        (tmp_path / folder / "file_no_payload.csv").write_text("")
    with tarfile.open(tmp_path / "polluted_files.tar.xz", "w:xz") as archive:
        archive.add(tmp_path / "csv", "csv")
        archive.add(tmp_path / "clean", "clean")
    (tmp_path / "weights.json").write_text(json.dumps({"file_plain.csv": 3, "row_odd0_col1.csv": 1}))
    monkeypatch.setattr("sys.argv", ["pollock.py", str(tmp_path)])
    pollock.main()
    printed = capsys.readouterr().out
    assert "10.000  file_no_payload (1)" in printed
    assert "10.000  row_odd (1)" in printed
    assert "3 files: simple 10.000, weighted 10.000, macro 10.000" in printed
