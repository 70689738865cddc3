"""Comparing models: each becomes a run, the choice is by folds, and one undo takes it back."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import tools.model.comparison as comparison
from engine.errors import Refusal
from tests.tools.gate import Session

MODELS = ["lda", "decision_tree", "gaussian_nb"]


def test_every_model_is_a_run_and_the_best_is_the_latest(penguins: Session) -> None:
    result = penguins.call("compare_models", models=MODELS, metric="accuracy")
    runs = result["state"]["runs"]
    assert sorted(run["model"] for run in runs) == sorted(MODELS)
    means = {run["model"]: run["cross_validation"]["mean"]["accuracy"] for run in runs}
    assert means[runs[-1]["model"]] == max(means.values())
    assert [row[2] for row in result["blocks"][0]["rows"]] == sorted(means.values(), reverse=True)
    step = result["state"]["steps"][-1]
    assert step["tool"] == "compare_models"
    assert step["args"]["best"] == runs[-1]["model"]


def test_one_undo_takes_all_its_runs_back(penguins: Session) -> None:
    penguins.call("compare_models", models=MODELS)
    assert penguins.call("undo")["state"]["runs"] == []
    assert len(penguins.call("redo")["state"]["runs"]) == 3


def test_the_recorded_steps_give_the_same_runs_in_another_home(penguins: Session, tmp_path: Path) -> None:
    penguins.call("compare_models", models=MODELS, time_budget=100)
    other = Session(tmp_path / "other")
    for step in penguins.document["steps"]:
        assert other.call(step["tool"], **step["args"])["status"] == "done"
    assert [run["metrics"] for run in other.document["runs"]] == [run["metrics"] for run in penguins.document["runs"]]


def test_any_of_its_runs_can_be_exported(penguins: Session) -> None:
    penguins.call("compare_models", models=MODELS[:2])
    for run in penguins.document["runs"]:
        exported = penguins.call("export", formats=["project"], run=run["number"])
        assert exported["status"] == "done", exported
        with zipfile.ZipFile(exported["files"][0]["path"]) as archive:
            name = next(name for name in archive.namelist() if name.endswith("/metrics.json"))
            assert {part: found for part, found in json.loads(archive.read(name)).items() if found} == {
                part: found for part, found in run["metrics"].items() if found
            }


def test_a_model_that_fails_is_left_out_and_said(penguins: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = comparison.trained

    def failing(experiment, call, report):
        if call.args["model"] == "lda":
            raise Refusal("training_failed", "It did not converge.", "")
        return whole(experiment, call, report)

    monkeypatch.setattr(comparison, "trained", failing)
    result = penguins.call("compare_models", models=MODELS)
    assert len(result["state"]["runs"]) == 2
    assert "Linear discriminant analysis was left out: It did not converge." in result["said"]
    assert result["state"]["steps"][-1]["args"]["skipped"] == {"lda": "It did not converge."}


def test_when_the_time_is_up_no_other_model_is_started(penguins: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 60))
    monkeypatch.setattr(comparison.time, "monotonic", lambda: next(clock))
    result = penguins.call("compare_models", models=MODELS, time_budget=50)
    assert [run["model"] for run in result["state"]["runs"]] == ["lda"]
    assert result["state"]["steps"][-1]["args"]["models"] == ["lda"]
    assert "the time was up" in result["said"]


def test_a_stop_keeps_what_is_done(penguins: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([*[False] * 12, *[True] * 12])  # in the midst of the second one's folds
    monkeypatch.setattr("engine.jobs.child.stop_asked", lambda: next(asked))
    result = penguins.call("compare_models", models=MODELS)
    assert [run["model"] for run in result["state"]["runs"]] == ["lda"]


def test_close_models_are_called_a_tie(penguins: Session) -> None:
    result = penguins.call("compare_models", models=["lda", "logistic_regression"])
    assert "A tie with" in result["said"]


def test_clusterings_are_ranked_by_their_silhouette(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_task", task="clustering")
    result = session.call("compare_models", models=["kmeans", "birch"])
    scores = [run["metrics"]["train"]["silhouette"] for run in result["state"]["runs"]]
    assert scores[-1] == max(scores)


@pytest.mark.parametrize(
    ("args", "part"),
    [({"models": ["lda", "ldaa"]}, "Did you mean lda"), ({"metric": "f2"}, "Did you mean f1"), ({"time_budget": 0}, "more than 0")],
)
def test_mistakes_get_a_sentence(penguins: Session, args: dict, part: str) -> None:
    error = penguins.call("compare_models", **args)["error"]
    assert part in f"{error['message']} {error['hint']}"
