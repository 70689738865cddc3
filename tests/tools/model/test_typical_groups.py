"""What is typical of each group is said in words, in the columns and units that were loaded."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


def words(result: dict[str, Any]) -> str:
    (block,) = [block for block in result["blocks"] if block["type"] == "text"]
    markdown: str = block["markdown"]
    return markdown.replace("\\", "")


@pytest.fixture
def shops(tmp_path: Path) -> Session:
    """Ninety shops: thirty are large and in towns, sixty small and mostly in villages; the rating tells them not apart."""
    draw = random.Random(2)
    rows = [f"{draw.gauss(5000, 90):.0f},town,true,{draw.choice('abc')},{draw.uniform(1, 5):.1f}" for _ in range(30)]
    rows += [f"{draw.gauss(400, 40):.0f},{'village' if n % 10 else 'town'},{'false' if n % 6 else 'true'},{draw.choice('abc')},{draw.uniform(1, 5):.1f}" for n in range(60)]
    path = tmp_path / "shops.csv"
    path.write_text("turnover,place,parking,grade,rating\n" + "\n".join(rows) + "\n")
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_task", task="clustering")
    session.call("scale", columns=["turnover", "rating"])
    session.call("encode", columns=["place", "grade"])
    return session


def test_each_group_is_described_by_what_stands_out_as_it_was_loaded(shops: Session) -> None:
    told = words(shops.call("train", model="gaussian_mixture", params={"n_components": 2}))
    large = next(line for line in told.splitlines() if "(30 rows)" in line)
    assert "turnover is high (mean 4,9" in large and " against 1,9" in large
    assert "place is mostly town (100% against 40%)" in large
    assert "parking is mostly True (100% against 44%)" in large
    small = next(line for line in told.splitlines() if "(60 rows)" in line)
    assert "turnover is low (mean 3" in small or "turnover is low (mean 4" in small
    assert "rating" not in told and "place_" not in told


def test_asked_again_the_groups_of_the_run_are_described_in_the_same_words(shops: Session) -> None:
    told = words(shops.call("train", model="kmeans", params={"n_clusters": 3}))
    assert words(shops.call("explain")) == told
    shops.call("drop_columns", columns=["turnover"])
    assert words(shops.call("explain", run=1)) == told


def test_noise_is_named_and_a_single_group_is_not_described(shops: Session) -> None:
    told = words(shops.call("train", model="dbscan", params={"eps": 0.25, "min_samples": 5}))
    assert "**No group (noise) (" in told and "**Group 0 (" in told
    alone = shops.call("train", model="kmeans", params={"n_clusters": 1})
    assert [block for block in alone["blocks"] if block["type"] == "text"] == []


def test_means_are_written_so_that_they_differ(tmp_path: Path) -> None:
    path = tmp_path / "years.csv"
    path.write_text("year,share\n" + "".join(f"{2000 + n % 2},{0.0102 if n % 2 else 0.0101}\n" for n in range(60)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_task", task="clustering")
    told = words(session.call("train", model="kmeans", params={"n_clusters": 2}))
    assert "year is high (mean 2,001.00 against 2,000.50)" in told
    assert "share is low (mean 0.010100 against 0.010150)" in told
