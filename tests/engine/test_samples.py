"""The bundled samples are what they say they are."""

from __future__ import annotations

import pytest

from engine.ingest import understand
from engine.samples import SAMPLES, Sample, find_sample


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_loads_as_described(sample: Sample) -> None:
    frame = understand(sample.path, sample.file, {}).frame
    assert frame.shape == (sample.rows, sample.columns)
    assert sample.target is None or sample.target in frame


def test_is_found_by_any_spelling() -> None:
    assert find_sample("Titanic.CSV") is find_sample("titanic")
    assert find_sample("auto mpg") is not None
    assert find_sample("../titanic") is None
