"""What the tests of data in share: writing a file and understanding it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from engine.ingest import READERS, Understood, understand

Read = Callable[..., Understood]


@pytest.fixture
def data() -> Path:
    """The folder of real tables."""
    return Path(__file__).parents[2] / "data"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Understand some bytes or a file, and check that the recorded arguments read it again to the same frame."""

    def run(content: bytes | str | Path, name: str = "table.csv", **hints: Any) -> Understood:
        path = content if isinstance(content, Path) else tmp_path / "raw"
        if not isinstance(content, Path):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        understood = understand(path, name, hints)
        arguments = json.loads(json.dumps(understood.arguments))
        again = READERS[understood.function.__name__](str(path), **arguments)
        pd.testing.assert_frame_equal(again, understood.frame)
        assert isinstance(again.index, pd.RangeIndex)
        json.dumps(understood.columns, allow_nan=False)
        return understood

    return run
