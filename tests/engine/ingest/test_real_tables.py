"""Clean real tables come in as pandas alone would read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]


@pytest.mark.parametrize("name", ["titanic", "penguins", "auto_mpg", "bike_sharing", "california_housing"])
def test_equals_what_pandas_reads(data: Path, read: Read, name: str) -> None:
    understood = read(data / f"{name}.csv")
    pd.testing.assert_frame_equal(understood.frame, pd.read_csv(data / f"{name}.csv"))
    assert understood.function.__name__ == "read_delimited"


def test_says_what_was_read_as_missing(data: Path, read: Read) -> None:
    assert read(data / "penguins.csv").warnings == ["Read as missing: 'NA'."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_encodings_of_unicode(data: Path, read: Read, encoding: str) -> None:
    text = (data / "penguins.csv").read_text()
    understood = read(text.encode(encoding))
    assert understood.frame.shape == (344, 8)
    assert understood.frame.columns[0] == "species"


def test_wrong_extension_does_not_matter(data: Path, read: Read) -> None:
    assert read(data / "penguins.csv", "penguins.xlsx").frame.shape == (344, 8)
