"""What would take too much memory or time is refused before it starts, and what is offered instead goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import engine.price
from tests.tools.gate import Session

ROWS = 400


def session_of(tmp_path: Path, table: pd.DataFrame, target: str | None = None) -> Session:
    path = tmp_path / "table.csv"
    table.to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column=target) if target else session.call("set_task", task="clustering")
    return session


def refused(session: Session, tool: str, **args: Any) -> str:
    """Makes a call that is too expensive, and what is offered instead; gives what was said."""
    error = session.call(tool, **args)["error"]
    assert error["code"] == "too_expensive"
    offered = session.call(error["call"]["tool"], **error["call"]["args"])
    assert offered["status"] == "done", offered["error"]
    return str(error["message"])


@pytest.fixture
def words(tmp_path: Path) -> Session:
    random = np.random.default_rng(0)
    table = pd.DataFrame({f"w{place}": [f"v{value}" for value in random.integers(0, 40, ROWS)] for place in range(5)})
    table["note"] = [" ".join(random.choice(["sun", "rain", "wind", "snow", "fog"], 4)) for _ in range(ROWS)]
    return session_of(tmp_path, table.assign(y=random.choice(["yes", "no"], ROWS)), "y")


def small_room(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr(engine.price, "MADE_BYTES", 8 * ROWS * columns)


def test_more_columns_than_a_table_may_have_are_not_made_of_categories(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.price, "MADE_COLUMNS", 199)
    assert "200 new columns are too many (at most 199)" in refused(words, "encode", columns=[f"w{place}" for place in range(5)])


def test_categories_that_would_not_fit_into_memory_are_refused(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    small_room(monkeypatch, 39)
    assert "40 new columns of 400 rows would take" in refused(words, "encode", columns=["w0"])


def test_words_of_text_that_would_not_fit_into_memory_are_refused(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    words.call("set_kind", columns=["note"], kind="text")
    small_room(monkeypatch, 3)
    assert "4 words of" in refused(words, "vectorize_text", columns=["note"], max_features=4)


def test_automatic_preparation_keeps_to_the_room_there_is(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    words.call("set_kind", columns=["note"], kind="text")
    small_room(monkeypatch, 3)
    words.call("choose_features", columns=["w0", "note"])
    assert words.call("prepare_automatically")["status"] == "done"
    made = {step["tool"]: step["args"] for step in words.document["steps"]}
    assert made["vectorize_text"]["max_features"] == 3
    assert made["encode"]["method"] == "target"


def test_products_that_would_not_fit_into_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(ROWS, 6)).round(3), columns=list("abcdef"))
    session = session_of(tmp_path, numbers.assign(y=numbers["a"] * 2), "y")
    small_room(monkeypatch, 26)
    assert "room for 26" in refused(session, "add_polynomials", columns=list("abcdef"))


def test_a_radius_that_holds_most_rows_is_refused_with_one_that_finds_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(0)
    heaps = np.concatenate([random.normal(0, 1, (ROWS, 2)), random.normal(30, 1, (ROWS, 2))]).round(4)
    session = session_of(tmp_path, pd.DataFrame(heaps, columns=["a", "b"]))
    monkeypatch.setattr(engine.price, "REFUSE_BYTES", 1_000_000)
    said = refused(session, "train", model="dbscan", params={"eps": 100})
    assert "about 800 neighbours" in said
    assert len(session.run["groups"]) > 1


def test_equal_rows_are_refused_with_another_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of(tmp_path, pd.DataFrame({"a": [1.5] * 300 + [2.5] * 100, "b": [3.5, 4.5] * 200}))
    monkeypatch.setattr(engine.price, "REFUSE_BYTES", 1_000)
    refused(session, "train", model="dbscan", params={"eps": 5})
    assert session.run["model"] != "dbscan"


@pytest.mark.parametrize("method", ["importance", "rfe", "rfecv"])
def test_a_forest_that_would_rank_for_hours_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(60, 6)).round(3), columns=list("abcdef"))
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    monkeypatch.setattr(engine.price, "RANKING_SECONDS", 0.001)
    assert f"by {method} would take" in refused(session, "keep_best_features", method=method)


def test_parameters_that_a_model_does_not_take_together_are_declined_in_its_words(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    refused = session.call("train", model="lda", params={"solver": "svd", "shrinkage": 0.5})
    assert refused["error"]["code"] == "training_failed"
    assert "shrinkage not supported" in refused["error"]["message"]
    assert session.call("train", model="lda", params={"shrinkage": 0.5})["status"] == "done"
