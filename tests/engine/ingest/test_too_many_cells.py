"""Delimited text and Parquet with more than can be worked with: refused before the cells are read."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engine.errors import Refusal
from engine.functions import read_delimited
from engine.ingest import delimited, irregular_cells, limits, parquet, regular
from engine.ingest.understand import understand

ROWS = 400_000


@pytest.fixture
def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails where cells are read that should have been refused unread."""

    def fail(*_: object, **__: object) -> None:
        pytest.fail("the cells were read")

    for module, name in ((regular, "read_cells"), (read_delimited, "read_cells"), (delimited, "split_records")):
        monkeypatch.setattr(module, name, fail)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(text, newline="")
    return path


@pytest.mark.usefixtures("never_read")
@pytest.mark.parametrize("line", ["1,2,3,4\n", '1,"a\n, b",3,4\n'], ids=["plain", "line ends in cells"])
def test_too_many_cells_of_a_large_file_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(limits.check_size, "__defaults__", (4 * ROWS - 1,))
    path = written(tmp_path, "a,b,c,d\n" + line * ROWS)
    with pytest.raises(Refusal, match="400,000 rows and 4 columns, 1,600,000 cells; at most 1,599,999 fit") as refused:
        understand(path, path.name)
    assert refused.value.code == "too_many_cells"


@pytest.mark.parametrize("line", ["1,2,3,4\n", '1,"a\n, b",3,4\n'], ids=["plain", "line ends in cells"])
def test_as_many_cells_as_there_may_be_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(limits.check_size, "__defaults__", (4 * ROWS,))
    path = written(tmp_path, "a,b,c,d\n" + line * ROWS)
    understood = understand(path, path.name)
    assert understood.frame.shape == (ROWS, 4)
    assert understood.function.__name__ == "read_delimited"


@pytest.mark.usefixtures("never_read")
@pytest.mark.parametrize("line", ["1,2,3\n", '1,"a, b",3\n', '1;"a; b";3\n'], ids=["plain", "quoted", "semicolons"])
def test_too_many_cells_of_an_irregular_file_are_refused_before_they_are_objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(irregular_cells, "IRREGULAR_CELLS", 10_000)
    path = written(tmp_path, "a report\n\na,b,c\n" + line * 5_000)
    with pytest.raises(Refusal, match=r"has to be read cell by cell, and it has about 1[45],\d{3} cells; at most 10,000") as refused:
        understand(path, path.name)
    assert refused.value.code == "too_many_cells"


def test_an_irregular_file_is_judged_by_its_cells_and_not_by_commas_in_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(irregular_cells, "IRREGULAR_CELLS", 12_000)
    path = written(tmp_path, "a report\n\na,b\n" + '1,"so, many, words, in, here, and, more, of, them"\n' * 5_000)
    assert understand(path, path.name).frame.shape == (5_000, 2)


def test_a_parquet_file_that_does_not_fit_into_memory_is_not_called_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"a": [1, 2], "b": ["x", "y"]}), path)

    def full(*_: object, **__: object) -> None:
        raise pa.ArrowMemoryError("malloc of size 2634022912 failed")

    monkeypatch.setattr(parquet, "read_parquet_table", full)
    with pytest.raises(MemoryError):
        understand(path, path.name)
