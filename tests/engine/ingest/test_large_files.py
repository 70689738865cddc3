"""Large files are judged by a sample and read once; the result is the one that all cells give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]
ROWS = 400


@pytest.fixture
def little_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even small files be judged by a few lines, and be left on disk."""
    for name, size in {"SAMPLE_BYTES": 200, "SAMPLE_LINES": 3, "WINDOW_BYTES": 100, "WINDOWS": 2, "SMALL_BYTES": 200}.items():
        monkeypatch.setattr(f"engine.ingest.source.{name}", size)


def table(cells: dict[int, str], usual: Callable[[int], str] = str) -> str:
    """Write a table of three columns whose middle one has odd cells in some rows."""
    rows = [f"{n},{cells.get(n, usual(n))},word {n % 3}" for n in range(ROWS)]
    return "a,b,c\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("name", ["titanic", "penguins", "auto_mpg", "bike_sharing", "california_housing"])
@pytest.mark.usefixtures("little_sample")
def test_real_tables_are_what_pandas_reads(data: Path, read: Read, name: str) -> None:
    understood = read(data / f"{name}.csv")
    pd.testing.assert_frame_equal(understood.frame, pd.read_csv(data / f"{name}.csv"))
    assert understood.function.__name__ == "read_delimited"


@pytest.mark.parametrize(
    ("cells", "usual"),
    [
        ({200: "007"}, str),
        ({200: "12.5"}, str),
        ({200: ""}, str),
        ({200: "?"}, str),
        ({200: "NaN"}, str),
        ({200: "nan"}, lambda n: f"{n}.5"),
        ({200: "+5"}, str),
        ({200: "-007"}, str),
        ({200: "0x10"}, str),
        ({200: "+4915112345678"}, str),
        ({200: "007", 300: ""}, str),
        ({200: "12", 300: ""}, lambda n: f"0{n}.5"),
        ({200: "01/02/2020"}, lambda n: f"{n % 12 + 1:02}/02/2020"),
        ({200: "NULL", 300: "-"}, str),
        ({200: "about 20"}, str),
        ({200: "9007199254740993", 201: ""}, str),
        ({200: "99999999999999999999999"}, str),
        ({200: "1e400"}, lambda n: f"{n}.5"),
        ({200: "$3"}, lambda n: f"${n}.50"),
        ({200: "13/02/2020"}, lambda n: f"{n % 12 + 1:02}/01/2020"),
        ({200: "none"}, lambda n: "few"),
        ({200: '"two\nlines"'}, lambda n: f'"text {n}"'),
        ({200: '"two\nlines"'}, lambda n: f"text {n}"),
        ({200: "'two\nlines'"}, lambda n: f"'text {n}'"),
        ({200: '"lost'}, lambda n: f'"text {n}"'),
        ({200: "a,b"}, lambda n: "x"),
        ({200: "TRUE"}, lambda n: "FALSE"),
    ],
)
def test_a_single_odd_cell_far_from_the_sample_counts(
    read: Read, request: pytest.FixtureRequest, cells: dict[int, str], usual: Callable[[int], str]
) -> None:
    whole = read(table(cells, usual))
    request.getfixturevalue("little_sample")
    sampled = read(table(cells, usual))
    pd.testing.assert_frame_equal(sampled.frame, whole.frame, check_exact=True)
    assert sampled.warnings == whole.warnings
    assert len(sampled.frame) == ROWS


@pytest.mark.usefixtures("little_sample")
def test_a_short_record_far_from_the_sample_is_named(read: Read) -> None:
    understood = read(table({200: "x\n7,short"}, lambda n: "x"))
    assert len(understood.frame) == ROWS + 1
    assert any("too few" in sentence and "202" in sentence for sentence in understood.warnings)


@pytest.mark.usefixtures("little_sample")
def test_what_was_read_is_the_same_from_parquet(data: Path, read: Read, tmp_path: Path) -> None:
    for name in ("titanic", "bike_sharing"):
        frame = read(data / f"{name}.csv").frame
        frame.to_parquet(tmp_path / "kept.parquet")
        pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "kept.parquet"), frame, check_exact=True)


@pytest.mark.usefixtures("little_sample")
def test_cells_of_a_table_that_was_read_at_once_can_be_changed(read: Read) -> None:
    frame = read(table({}, lambda n: f"{n}.5")).frame
    frame.loc[0, ["a", "b", "c"]] = [5, 7.5, "other"]
    assert frame.iloc[0].tolist() == [5, 7.5, "other"]
