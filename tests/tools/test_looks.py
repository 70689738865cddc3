"""Every number of test rows that is shown is a counted look, and nothing is chosen by test rows."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from tests.tools.gate import Session
from tools.help.next_steps import next_steps, row_for


def shown(result: dict[str, Any]) -> str:
    """All that an answer shows."""
    assert result["status"] == "done", result.get("error")
    return repr([result["said"], result["blocks"], result["state"] and [step.model_dump() for step in next_steps(result["state"])]])


def test_a_score_on_test_rows_is_shown_by_no_answer_before_somebody_asks_for_it(penguins: Session) -> None:
    answers = [penguins.call("train", model="decision_tree", params={"max_depth": 2}), penguins.call("train", model="knn")]
    answers += [penguins.call("leaderboard"), penguins.call("evaluate", data="train"), penguins.call("suggest")]
    hidden = {repr(value)[:6] for run in penguins.document["runs"] for value in (run["metrics"]["test"]["accuracy"], run["metrics"]["test"]["log_loss"])}
    hidden -= {repr(value)[:6] for run in penguins.document["runs"] for value in run["metrics"]["train"].values()} | {"1.0"}
    assert hidden and not [part for part in hidden if any(part in shown(answer) for answer in answers)]
    assert answers[-1]["state"]["looks"] == 0 and "kept for the final check" in answers[0]["said"]
    looked = penguins.call("evaluate")
    assert "Look 1" in looked["said"] and [run["looks"] for run in looked["state"]["runs"]] == [0, 1]
    board = penguins.call("leaderboard")
    (table,) = board["blocks"]
    assert "looked at 1 time." in board["said"]
    scores = [row[table["columns"].index("accuracy (test)")] for row in table["rows"]]
    assert [score == "" for score in scores] == [True, False], "only the run that was looked at shows its test score"


def test_without_folds_or_validation_rows_runs_are_not_ranked_and_a_comparison_on_folds_is_offered(penguins: Session) -> None:
    for model in ("decision_tree", "knn"):
        penguins.call("train", model=model)
        penguins.call("evaluate")
    board = penguins.call("leaderboard")
    assert "in the order of training" in board["said"] and [row[0] for row in board["blocks"][0]["rows"]] == [1, 2]
    (offered,) = board["options"]
    assert offered["call"] == {"tool": "compare_models", "args": {"models": ["decision_tree", "knn"]}}
    board = penguins.call("cross_validate") and penguins.call("leaderboard")
    assert "ranked on folds" in board["said"] and "not judged on the same rows: run 1" in board["said"]


def test_the_next_step_goes_by_folds_and_not_by_test_rows(penguins: Session) -> None:
    result = penguins.call("compare_models", models=["decision_tree", "gaussian_nb", "logistic_regression"], metric="f1")
    runs = {run["number"]: run for run in result["state"]["runs"]}
    best = max(runs.values(), key=lambda run: run["cross_validation"]["mean"]["f1"])
    before = next_steps(result["state"])
    for run in penguins.document["runs"]:
        run["metrics"]["test"] = dict.fromkeys(run["metrics"]["test"], 0.1 if run["number"] == best["number"] else 1.0)
    board = penguins.call("leaderboard")
    assert next_steps(board["state"]) == before
    assert board["blocks"][0]["rows"][0][0] == best["number"]
    assert f"Run {best['number']} ({best['label']}) leads with" in board["said"]


def test_a_run_from_before_another_split_is_marked_wherever_it_stands(penguins: Session) -> None:
    penguins.call("train", model="gaussian_nb")
    result = penguins.call("split", train=0.5, validation=0.2, test=0.3, seed=7)
    number = len(result["state"]["steps"])
    (run,) = result["state"]["runs"]
    assert run["outdated"]["step"] == number and run["outdated"]["changed"] == ["split"]
    assert row_for(result["state"]).name == "trained_before"
    assert next_steps(result["state"])[0].call.args == {"model": "gaussian_nb"}
    assert f"step {number}: split" in repr(penguins.call("leaderboard")["blocks"])
    assert f"before step {number}" in penguins.call("evaluate")["said"]
    answer = penguins.call("export", formats=["report"])
    assert answer["status"] == "done"
    result = penguins.call("train", model="gaussian_nb")
    assert [bool(run["outdated"]) for run in result["state"]["runs"]] == [True, False]
    assert penguins.call("undo", steps=2)["state"]["runs"][0]["outdated"] is None


@pytest.mark.parametrize(
    ("tool", "args", "changed"),
    [
        ("sample_rows", {"rows": 200}, ["rows", "split"]),
        ("set_target", {"column": "island"}, ["target"]),
        ("scale", {"columns": ["bill_length_mm"]}, []),
        ("cross_validate", {"folds": 2}, []),
    ],
)
def test_only_what_is_judged_outdates_a_run(penguins: Session, tool: str, args: dict[str, Any], changed: list[str]) -> None:
    penguins.call("train", model="gaussian_nb")
    result = penguins.call(tool, **args)
    outdated = result["state"]["runs"][0]["outdated"]
    assert bool(outdated) == bool(changed)
    assert not outdated or set(outdated["changed"]) <= set(changed)


def test_the_project_of_a_run_from_before_another_split_says_so(penguins: Session) -> None:
    penguins.call("train", model="gaussian_nb")
    penguins.call("split", train=0.5, validation=0.2, test=0.3)
    answer = penguins.call("export", formats=["project"])
    assert "was trained before step" in answer["said"] and "Look 1 at the test rows" in answer["said"]
    assert answer["options"][0]["call"] == {"tool": "train", "args": {"model": "gaussian_nb"}}
    path = next(file["path"] for file in answer["files"] if file["name"].endswith(".zip"))
    with zipfile.ZipFile(path) as zipped:
        readme = zipped.read(next(name for name in zipped.namelist() if name.endswith("README.md"))).decode()
    assert "that step is not in this code" in readme and "No look at the scores on test rows is on record" in readme


def test_a_look_in_a_copy_of_the_experiment_counts_in_both(penguins: Session) -> None:
    penguins.call("train", model="gaussian_nb")
    original = penguins.call("branch", name="copy")["options"][0]["call"]
    penguins.call("evaluate")
    assert penguins.call(original["tool"], **original["args"])["state"]["looks"] == 1


def test_overfitting_is_answered_from_training_rows_and_folds_without_a_look(penguins: Session) -> None:
    penguins.call("train", model="decision_tree")
    alone = penguins.call("evaluate", data="train")
    assert "these rows cannot tell" in alone["said"] and alone["options"][0]["call"]["tool"] == "cross_validate"
    penguins.call("cross_validate")
    answer = penguins.call("evaluate", data="train")
    assert "No overfitting to speak of: accuracy 1.000 on the training rows and" in answer["said"]
    assert answer["state"]["looks"] == 0


def test_a_download_of_a_run_that_is_not_the_best_says_which_is_and_offers_it(penguins: Session) -> None:
    penguins.call("split", train=0.6, validation=0.2, test=0.2)
    penguins.call("train", model="decision_tree", params={"max_depth": 3})
    first = penguins.call("export", formats=["model"])
    assert "best" not in first["said"] and not first["options"], "one run alone is no best"
    penguins.call("train", model="dummy")
    worse = penguins.call("export", formats=["model"])
    assert "The best run is another one, 1 (decision tree): accuracy" in worse["said"] and "on the validation rows; run 2 has" in worse["said"]
    (offered,) = worse["options"]
    assert offered["call"] == {"tool": "export", "args": {"formats": ["model"], "run": 1}}
    better = penguins.call("export", **offered["call"]["args"])
    assert "of run 1" in better["said"] and not better["options"]
    assert "Run 1 (decision tree) leads" in penguins.call("leaderboard")["said"]
