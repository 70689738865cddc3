"""Tuning: trials on folds, recorded as found, so that neither replay nor code searches again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tools.model.tune as tune
from tests.tools.gate import Session


@pytest.fixture
def penguins(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("train", model="decision_tree", params={"max_depth": 1})
    return session


@pytest.mark.parametrize("method", ["bayesian", "random", "grid"])
def test_the_best_found_is_applied(penguins: Session, method: str) -> None:
    tuned = penguins.call("tune", method=method, trials=6, metric="accuracy")
    found = tuned["state"]["steps"][-1]["args"]["found"]
    assert found[0]["params"] == {"max_depth": 1}
    best = max((trial for trial in found if not trial["given_up"]), key=lambda trial: trial["score"])
    assert tuned["blocks"][0]["rows"][0][1] == best["score"]
    assert best["score"] > found[0]["score"]
    applied = penguins.call("apply_tuning")
    assert applied["state"]["runs"][-1]["params"] == best["params"]


def test_the_same_seed_finds_the_same(penguins: Session, tmp_path: Path) -> None:
    first = penguins.call("tune", trials=5)["state"]["steps"][-1]["args"]
    penguins.call("undo")
    assert penguins.call("tune", trials=5)["state"]["steps"][-1]["args"] == first


def test_replaying_the_recorded_steps_does_not_search(penguins: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    penguins.call("tune", trials=3, time_budget=200)
    penguins.call("apply_tuning", rank=2)
    monkeypatch.setattr(tune, "Tuning", None)
    other = Session(tmp_path / "other")
    for step in json.loads(json.dumps(penguins.document["steps"])):
        assert other.call(step["tool"], **step["args"])["status"] == "done"
    assert other.run["metrics"] == penguins.run["metrics"]


def test_hopeless_trials_are_given_up_and_never_ranked(penguins: Session) -> None:
    depths = {"max_depth": [1, 2, 3, 4, 5, 6, 7, 8]}
    result = penguins.call("tune", method="random", model="decision_tree", space=depths, trials=25, metric="accuracy")
    found = result["state"]["steps"][-1]["args"]["found"]
    given_up = [trial for trial in found if trial["given_up"]]
    assert given_up
    assert all(trial["folds"] < 5 for trial in given_up)
    assert result["blocks"][0]["total_rows"] == len(found) - len(given_up)


def test_a_stop_keeps_the_trials_that_are_done(penguins: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([*[False] * 12, *[True] * 5])
    monkeypatch.setattr("engine.jobs.child.stop_asked", lambda: next(asked))
    args = penguins.call("tune", trials=50)["state"]["steps"][-1]["args"]
    assert 1 <= args["trials"] < 5
    assert penguins.call("apply_tuning")["status"] == "done"


def test_the_time_only_says_whether_another_trial_starts(penguins: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 10))
    monkeypatch.setattr(tune.time, "monotonic", lambda: next(clock))
    assert penguins.call("tune", trials=50, time_budget=25)["state"]["steps"][-1]["args"]["trials"] == 2


def test_tuning_alone_changes_no_run(penguins: Session) -> None:
    before = penguins.document["runs"]
    penguins.call("tune", trials=2)
    assert penguins.document["runs"] == before
    assert penguins.call("undo")["status"] == "done"
    assert penguins.call("apply_tuning")["error"]["code"] == "not_tuned"


@pytest.mark.parametrize(
    ("args", "part"),
    [
        ({"method": "grid", "space": {"max_depth": list(range(1, 101)), "min_samples_leaf": list(range(1, 101))}}, "10,000"),
        ({"trials": 201}, "at most 200"),
        ({"space": {"max_dept": [1]}}, "Did you mean max_depth"),
        ({"space": {"max_depth": [0]}}, "max_depth"),
        ({"space": {"max_depth": {"low": 5, "high": 2}}}, "lower to a higher"),
        ({"space": {"max_depth": "deep"}}, "max_depth"),
        ({"model": "dummy"}, "no parameter that is worth"),
        ({"metric": "rmse"}, "rmse"),
    ],
)
def test_mistakes_get_a_sentence(penguins: Session, args: dict, part: str) -> None:
    before = penguins.document
    error = penguins.call("tune", **args)["error"]
    assert part in f"{error['message']} {error['hint']}"
    assert penguins.document == before


def test_a_grid_that_is_too_large_is_offered_as_a_random_search(penguins: Session) -> None:
    space = {"max_depth": list(range(1, 1001)), "min_samples_leaf": list(range(1, 1001))}
    error = penguins.call("tune", method="grid", space=space)["error"]
    assert error["code"] == "too_expensive"
    assert error["call"]["args"]["method"] == "random"


def test_every_space_lies_within_the_bounds_that_the_model_declares() -> None:
    from engine.models import MODELS, validate_params
    from engine.tuning_spaces import Size, space_for

    for model in MODELS:
        for task in set(model.tasks) & {"classification", "regression"}:
            for size in (Size(8, 1), Size(100, 5, 1e6), Size(1_000_000, 3000, 1e-3)):
                for name, values in space_for(model.id, task, size).items():
                    for value in values.points(5):
                        assert validate_params(model, task, {name: value}), (model.id, name, value)
