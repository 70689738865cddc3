"""How many groups: elbow and silhouette, and nothing is recorded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.tools.gate import Session


@pytest.fixture
def heaps(tmp_path: Path) -> Session:
    """Four heaps of 40 rows, with a word and a gap in the table."""
    random = np.random.default_rng(0)
    places = np.repeat([[0, 0], [9, 0], [0, 9], [9, 9]], 40, axis=0)
    frame = pd.DataFrame(places + random.normal(size=(160, 2)), columns=["a", "b"])
    frame.loc[3, "a"] = np.nan
    path = tmp_path / "heaps.csv"
    frame.to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_task", task="clustering")
    return session


@pytest.mark.parametrize("model", ["kmeans", "minibatch_kmeans", "gaussian_mixture", "agglomerative", "birch", "spectral"])
def test_it_finds_the_number_of_heaps_and_records_nothing(heaps: Session, model: str) -> None:
    steps = heaps.document["steps"]
    result = heaps.call("choose_k", model=model, maximum=7)
    assert "4 groups are furthest apart" in result["said"]
    assert [row[0] for row in result["blocks"][1]["rows"]] == [2, 3, 4, 5, 6, 7]
    assert heaps.document["steps"] == steps


def test_it_agrees_with_the_run_that_is_trained_afterwards(heaps: Session) -> None:
    rows = heaps.call("choose_k", minimum=4, maximum=4)["blocks"][1]["rows"]
    heaps.call("train", model="kmeans", params={"n_clusters": 4})
    assert heaps.run["metrics"]["train"]["silhouette"] == rows[0][1]


@pytest.mark.parametrize(("args", "part"), [({"minimum": 1}, "at least 2"), ({"model": "dbscan"}, "kmeans")])
def test_mistakes_get_a_sentence(heaps: Session, args: dict, part: str) -> None:
    error = heaps.call("choose_k", **args)["error"]
    assert part in f"{error['message']} {error['hint']}"


def test_the_fewest_above_the_most_are_refused_with_their_argument_and_go_the_other_way_round(heaps: Session) -> None:
    error = heaps.call("choose_k", minimum=5, maximum=3)["error"]
    assert (error["code"], error["argument"]) == ("invalid_argument", "minimum")
    assert "must not be above maximum, but 5 and 3 came" in error["message"]
    rows = heaps.call("choose_k", **error["call"]["args"])["blocks"][1]["rows"]
    assert [row[0] for row in rows] == [3, 4, 5]


def test_without_the_task_it_is_offered(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    assert session.call("choose_k")["error"]["call"] == {"tool": "set_task", "args": {"task": "clustering"}}
