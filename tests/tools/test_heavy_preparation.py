"""Preparation that takes long runs as a job, is recorded only when it is done, and is not done again to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import engine.price
import engine.snapshot
from engine.price import Size, looking_seconds, ranking_seconds
from engine.stages import Report, unheard
from tests.tools.gate import Session
from tools import history
from tools.call import perform

ROWS = 60


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Opens a small table for which any price is too much to wait for."""
    monkeypatch.setattr(engine.price, "PATIENT_SECONDS", 1e-9)
    random = np.random.default_rng(0)
    table = pd.DataFrame(random.normal(size=(ROWS, 3)).round(3), columns=["a", "b", "c"])
    table.loc[::7, "a"] = np.nan
    path = tmp_path / "table.csv"
    table.assign(y=np.where(table["b"] > 0, "yes", "no")).to_csv(path, index=False)
    made = Session(tmp_path / "home")
    made.call("load_data", source=made.upload(path))
    made.call("set_target", column="y")
    return made


def asked(session: Session, tool: str, mode: str = "now", report: Report = unheard, **args: Any) -> dict[str, Any]:
    """Makes one call as a door does, without the job that it may ask for."""
    payload = {"home": str(session.home), "experiment": session.document, "call": {"tool": tool, "args": args}, "mode": mode, "session": {}}
    return perform(payload, report)


HEAVY: list[tuple[str, dict[str, Any]]] = [
    ("impute", {"columns": ["a"], "strategy": "knn"}),
    ("impute", {"columns": ["a"], "strategy": "iterative"}),
    ("add_polynomials", {"columns": ["b", "c"]}),
    ("keep_best_features", {"method": "importance", "k": 2}),
]


@pytest.mark.parametrize(("tool", "args"), HEAVY)
def test_it_becomes_a_job_and_is_recorded_when_that_is_done(session: Session, tool: str, args: dict[str, Any]) -> None:
    answer = asked(session, tool, **args)
    assert answer["status"] == "queue"
    assert "this takes about" in answer["said"]
    assert [step["tool"] for step in answer["experiment"]["steps"]] == ["load_data", "set_target"]
    done = asked(session, **answer["job_call"]["args"], tool=answer["job_call"]["tool"], mode="job")
    assert done["status"] == "done", done["error"]
    assert done["experiment"]["steps"][-1]["tool"] == tool


class Heard:
    """Keeps the progress that is told."""

    def __init__(self) -> None:
        self.said: list[tuple[float, str]] = []

    def __call__(self, fraction: float, text: str) -> None:
        self.said.append((fraction, text))

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.said]

    @property
    def goes_on(self) -> bool:
        """Whether the bar never goes back."""
        fractions = [fraction for fraction, _ in self.said]
        return fractions == sorted(fractions)


@pytest.mark.parametrize("method", ["importance", "permutation", "mutual_info"])
def test_a_ranking_that_takes_long_is_a_job_and_one_that_does_not_is_answered(session: Session, method: str) -> None:
    assert asked(session, "rank_features", method="correlation")["status"] == "done"
    answer = asked(session, "rank_features", method=method)
    assert answer["status"] == "queue"
    assert f"Rank the features by {method.replace('_', ' ')}: this takes about" in answer["said"]
    done = asked(session, answer["job_call"]["tool"], mode="job", **answer["job_call"]["args"])
    assert done["status"] == "done", done["error"]
    assert done["said"].startswith("b, ")


@pytest.mark.parametrize("method", ["importance", "permutation"])
def test_a_ranking_tells_how_far_it_is(session: Session, method: str) -> None:
    heard = Heard()
    asked(session, "rank_features", "job", heard, method=method)
    assert "10 of 100 trees on" in heard.texts[1]
    assert ("shuffled 1 of 3 columns" in heard.texts) == (method == "permutation")
    assert heard.goes_on


EXPLANATIONS: list[tuple[dict[str, Any], str]] = [
    ({"method": "permutation"}, "Explain the model by permutation"),
    ({}, "Explain the model by importance"),
    ({"method": "shap"}, "Explain the model by shap"),
    ({"row": 3}, "Explain row 3 by shap"),
    ({"row": 3, "method": "lime"}, "Explain row 3 by lime"),
    ({"column": "b"}, "Explain the model by partial dependence"),
]


@pytest.mark.parametrize(("args", "title"), EXPLANATIONS)
def test_an_explanation_that_takes_long_is_a_job_that_tells_how_far_it_is(session: Session, args: dict[str, Any], title: str) -> None:
    session.call("train", model="knn")
    answer = asked(session, "explain", **args)
    assert answer["status"] == "queue"
    assert answer["said"].startswith(title) and ": this takes about " in answer["said"] and "“Cancel” stops it." in answer["said"]
    heard = Heard()
    done = asked(session, answer["job_call"]["tool"], "job", heard, **answer["job_call"]["args"])
    assert done["status"] == "done", done["error"]
    assert heard.goes_on
    if args.get("method") == "permutation" or not args:
        assert heard.texts == [f"shuffled {count} of 3 columns" for count in (1, 2, 3)]
    if title.endswith("shap"):
        assert heard.texts[0].startswith("asking the model about row 1 of ")


def test_an_explanation_that_is_quick_is_answered_at_once_and_mistakes_are_told_before_any_job(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.call("train", model="decision_tree")
    assert asked(session, "explain", row=10_000)["error"]["argument"] == "row"
    assert asked(session, "explain", method="permutation", row=3)["error"]["argument"] == "method"
    assert asked(session, "explain")["status"] == "done"
    monkeypatch.setattr(engine.price, "PATIENT_SECONDS", 10)
    assert asked(session, "explain", method="permutation")["status"] == "done"


def test_a_ranking_of_many_rows_is_predicted_to_take_longer_than_is_waited_for() -> None:
    many, few = Size(20_000, 25, classes=2), Size(2_000, 25, classes=2)
    assert [looking_seconds(method, "classification", many) > 10 for method in ("permutation", "correlation")] == [True, False]
    assert looking_seconds("permutation", "classification", few) < 10
    assert ranking_seconds("mutual_info", "classification", Size(600_000, 25, classes=2)) > 10


def test_it_tells_how_far_it_is(session: Session) -> None:
    session.call("scale", columns=["b", "c"])
    heard = Heard()
    asked(session, "impute", "job", heard, columns=["a"], strategy="knn")
    title = "Fill a with the values of similar rows"
    assert heard.texts[:2] == [title, f"{title}: learning from {ROWS} rows; about 0 seconds in all"]
    assert heard.texts[2:4] == [f"{title}: applied to {done} of {ROWS} rows; about 0 seconds in all" for done in (0, 3)]
    assert heard.goes_on


def test_what_comes_before_a_training_and_takes_long_is_a_job_with_it(session: Session) -> None:
    session.call("impute", columns=["a"], strategy="knn")
    answer = asked(session, "train", model="decision_tree")
    assert answer["status"] == "queue"
    assert "the table is prepared anew for it, which takes about" in answer["said"]
    assert [step["tool"] for step in answer["experiment"]["steps"]] == ["load_data", "set_target", "impute"]
    heard = Heard()
    done = asked(session, **answer["job_call"]["args"], tool=answer["job_call"]["tool"], mode="job", report=heard)
    assert done["status"] == "done", done["error"]
    assert heard.goes_on
    assert "Split 80% / 20% (stratified): learning from 48 rows; about 0 seconds in all" in heard.texts
    assert any(text.startswith("learning from 48 rows; preparing them takes about 0 seconds") for text in heard.texts)
    assert heard.texts[-4:-2] == ["scoring 48 rows", "scoring 12 rows"]
    assert [step["tool"] for step in done["experiment"]["steps"][3:]] == ["split", "train"]
    assert len(done["experiment"]["runs"]) == 1


def test_quick_preparation_is_done_at_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(session, "scale", columns=["a"])["status"] == "done"
    monkeypatch.setattr(engine.price, "PATIENT_SECONDS", 10)
    for tool, args in HEAVY:
        assert asked(session, tool, **args)["status"] == "done"


def test_what_changes_under_a_heavy_step_is_a_job_too(session: Session) -> None:
    session.call("add_polynomials", columns=["b", "c"])
    assert asked(session, "filter_rows", column="b", op="gt", value=-9)["status"] == "queue"
    assert asked(session, "drop_columns", columns=["a"])["status"] == "queue"
    assert asked(session, "preview")["status"] == "done"


def test_the_prepared_table_is_opened_and_not_made_again_in_another_process(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.call("impute", columns=["a"], strategy="knn")
    session.call("add_polynomials", columns=["a", "b"])
    before = session.call("preview", rows=50)["blocks"]
    history._cache.clear()
    monkeypatch.setattr(engine.snapshot, "_view", lambda *rest: pytest.fail("the table was prepared again"))
    assert session.call("preview", rows=50)["blocks"] == before


def test_a_kept_table_that_is_damaged_is_made_again(session: Session) -> None:
    session.call("add_polynomials", columns=["b", "c"])
    before = session.call("preview", rows=50)["blocks"]
    history._cache.clear()
    kept = list((session.home / "datasets").rglob("view-*.parquet"))
    assert kept
    for table in kept:
        table.write_bytes(b"PAR1")
    assert session.call("preview", rows=50)["blocks"] == before


def test_only_the_latest_prepared_tables_are_kept(session: Session) -> None:
    for columns in (["b"], ["c"], ["b", "c"], ["a", "b"], ["a"]):
        session.call("add_polynomials", columns=columns)
        session.call("undo")
    assert len(list((session.home / "datasets").rglob("view-*"))) == 2 * 3


def test_hours_of_filling_are_refused_with_what_takes_seconds(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.price, "WAITED_SECONDS", 1e-9)
    error = session.call("impute", columns=["a"], strategy="iterative")["error"]
    assert "A regression for each of 1 column on all others" in error["message"]
    assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"
