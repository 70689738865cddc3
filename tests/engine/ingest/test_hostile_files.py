"""Random and damaged files: read, or refused in a sentence; never a traceback, a hang, or memory without bound."""

from __future__ import annotations

import gzip
import io
import random
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import Refusal
from engine.ingest import READERS, bombs, understand
from tests.engine.ingest.made_files import SEEDS

LONGEST_SECONDS = 10
MOST_MEMORY = 500 * 1024**2
CHARACTERS = st.text(st.sampled_from("ab01,;\t|\"'\\ \n\r.-+%$€é/:{}[]\x00"), max_size=300)
FILES = st.one_of(
    st.binary(max_size=400),
    CHARACTERS.map(lambda text: text.encode("utf-8")),
    CHARACTERS.map(lambda text: text.encode("utf-16")),
    CHARACTERS.map(lambda text: gzip.compress(text.encode("utf-8"))),
)


def check(folder: Path, content: bytes) -> None:
    """Understand a file within bounds, and read it again to the same frame."""
    path = folder / "raw"
    path.write_bytes(content)
    started = time.process_time()
    tracemalloc.start()
    try:
        understood = understand(path, "table.csv")
        assert understood.frame.shape[0] > 0
        assert understood.frame.columns.is_unique
        again = READERS[understood.function.__name__](str(path), **understood.arguments)
        assert again.equals(understood.frame)
        understood.frame.to_parquet(folder / "kept.parquet")
    except Refusal as refusal:
        assert refusal.message
        assert refusal.hint
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < MOST_MEMORY
    assert time.process_time() - started < LONGEST_SECONDS


def mutated(content: bytes, seed: int) -> bytes:
    """Damage a file in a few places: bytes changed, cut out, doubled or swapped."""
    chance, damaged = random.Random(seed), bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place, length = chance.randrange(len(damaged) + 1), chance.randint(1, 40)
        match chance.randrange(5):
            case 0:
                damaged[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del damaged[place : place + length]
            case 2:
                damaged[place:place] = damaged[place : place + length]
            case 3:
                damaged[place:place] = chance.choice([b'"', b",", b"\n", b"\r", b"\x00", b";", b"'", b"\\", b"\xff", b"{"])
            case _:
                del damaged[chance.randrange(len(damaged) + 1) :]
    return bytes(damaged)


def quick(examples: int) -> settings:
    """Settle how many examples are tried."""
    return settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@quick(100)
@given(content=FILES)
def test_random_files_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    check(tmp_path, content)


@quick(100)
@given(name=st.sampled_from(sorted(SEEDS)), seed=st.integers(0, 10**9))
def test_damaged_files_are_read_or_refused(tmp_path: Path, name: str, seed: int) -> None:
    check(tmp_path, mutated(SEEDS[name], seed))


@pytest.mark.slow
@pytest.mark.timeout(7200)
@quick(2500)
@given(content=FILES)
def test_many_random_files_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    check(tmp_path, content)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@quick(2500)
@given(name=st.sampled_from(sorted(SEEDS)), seed=st.integers(0, 10**9))
def test_many_damaged_files_are_read_or_refused(tmp_path: Path, name: str, seed: int) -> None:
    check(tmp_path, mutated(SEEDS[name], seed))


def test_a_zip_within_a_zip_is_refused(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    for path, content in ((inner, b"a,b\n1,2\n"), (outer, None)):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inside", content if content is not None else inner.read_bytes())
    with pytest.raises(Refusal, match="ZIP archive"):
        understand(outer, "outer.zip")


def test_a_gzip_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cut.gz").write_bytes(SEEDS["gzip"][:-20])
    with pytest.raises(Refusal, match="breaks off"):
        understand(tmp_path / "cut.gz", "cut.gz")


def test_a_far_cell_is_refused_however_its_place_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with zipfile.ZipFile(io.BytesIO(SEEDS["workbook"])) as sound, zipfile.ZipFile(path, "w") as far:
        for name in sound.namelist():
            content = sound.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", b"<row r='1048576'><c r='ZZ1048576'><v>1</v></c></row></sheetData>")
            far.writestr(name, content)
    with pytest.raises(Refusal, match="columns"):
        understand(path, "far.xlsx")


@pytest.mark.parametrize(
    ("begin", "cell"),
    [("<row>", "<c><v>1</v></c>"), ('<row r="{row}">', "<c><v>1</v></c>"), ('<row r="{row}">', '<c r="{place}"><v>1</v></c>'), ('<row r="{row}">', '<x:c r="{place}"><v>1</v></x:c>')],
    ids=["without any places", "without places of cells", "with places", "with a prefix"],
)
def test_too_many_cells_are_refused_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: str, cell: str) -> None:
    monkeypatch.setattr(bombs, "WORKBOOK_CELLS", 100)
    rows = "".join(f'{begin.format(row=row)}{"".join(cell.format(place=f"{letter}{row}") for letter in "ABCDEFGHIJK")}</row>' for row in range(1, 11))
    path = tmp_path / "large.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    with pytest.raises(Refusal, match="10 rows and 11 columns"):
        bombs.refuse_bombs(path, path.name)
