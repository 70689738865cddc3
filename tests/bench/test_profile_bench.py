"""The tables that the health report is measured on."""

from __future__ import annotations

from bench.profile_bench import MAKE, TARGETS, flights


def test_the_measured_table_is_the_same_each_time_and_has_gaps_dates_and_words() -> None:
    table = flights(2_000, 1)
    assert table.equals(flights(2_000, 1))
    assert table.shape == (2_000, 20)
    assert table["dep_time"].isna().any() and table["tailnum"].isna().any()
    assert {dtype.kind for dtype in table.dtypes} >= {"i", "f", "M"}


def test_every_size_has_its_target() -> None:
    assert MAKE.keys() == TARGETS.keys()
