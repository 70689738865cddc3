"""Ensembles, calibration and thresholds, alone and one around the other."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from codegen.prove import prove_script
from codegen.training import script_of
from engine.compiled import build_estimator
from engine.estimators.group_folds import GroupFolds
from tests.tools.gate import Session
from tools.experiment import Experiment
from tools.pipeline.export import material_of


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """240 rows of 60 patients, with two numbers and an answer that they half explain."""
    random = np.random.default_rng(0)
    frame = pd.DataFrame({"patient": [f"p{n // 4}" for n in range(240)], "a": random.normal(size=240), "b": random.normal(size=240)})
    frame["when"] = pd.Timestamp("2024-01-01") + pd.to_timedelta(random.permutation(240), unit="D")
    frame["ill"] = np.where(frame["a"] + frame["b"] + random.normal(size=240) > 0.8, "yes", "no")
    path = tmp_path / "table.csv"
    frame.to_csv(path, index=False)
    return path


@pytest.fixture
def session(table: Path, tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(table))
    session.call("set_target", column="ill")
    session.call("drop_columns", columns=["when"])
    return session


def estimator_of(session: Session) -> object:
    experiment = Experiment(session.document, session.home, {"uploads": session.uploads})
    return build_estimator(experiment.compiled, experiment.features)


def test_stacking_keeps_the_groups_of_the_split_together(session: Session) -> None:
    session.call("split", train=0.75, test=0.25, strategy="group", column="patient")
    session.call("compare_models", models=["lda", "gaussian_nb"])
    assert session.call("ensemble", method="stacking")["status"] == "done"
    assert isinstance(estimator_of(session).cv, GroupFolds)


@pytest.mark.parametrize(("target", "models"), [("ill", ["lda", "gaussian_nb"]), ("a", ["ridge", "decision_tree"])])
def test_stacking_keeps_to_the_order_of_time_and_its_code_repeats_the_run(table: Path, tmp_path: Path, target: str, models: list[str]) -> None:
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(table))
    session.call("set_target", column=target)
    session.call("split", train=0.75, test=0.25, strategy="time", column="when")
    session.call("compare_models", models=models)
    stacked = session.call("ensemble", method="stacking")
    assert "the earliest rows have no say" in stacked["said"]
    assert session.call("cross_validate", folds=3)["status"] == "done"
    material = material_of(Experiment(session.document, session.home, {"uploads": session.uploads}))
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "train.py").write_text(script_of(material), encoding="utf-8")
    prove_script(folder, "train.py", material.numbers, material.raw_path)


def test_the_best_by_folds_are_combined(session: Session) -> None:
    session.call("compare_models", models=["lda", "gaussian_nb", "decision_tree", "logistic_regression"])
    means = {run["model"]: run["cross_validation"]["mean"]["roc_auc"] for run in session.call("suggest")["state"]["runs"]}
    session.call("ensemble", method="voting")
    assert set(session.run["params"]["models"]) == set(sorted(means, key=means.get)[-3:])


def test_bagging_draws_the_rows_of_the_best_model_again_and_again(session: Session) -> None:
    session.call("train", model="decision_tree")
    session.call("ensemble", method="bagging")
    estimator = estimator_of(session)
    assert type(estimator).__name__ == "BaggedClassifier"
    assert session.run["params"]["models"] == ["decision_tree"]
    assert session.run["metrics"]["train"] != session.document["runs"][0]["metrics"]["train"]


def test_an_ensemble_means_the_same_runs_where_other_numbers_were_given(session: Session, tmp_path: Path) -> None:
    session.call("train", model="lda")
    session.call("undo")
    session.call("compare_models", models=["gaussian_nb", "decision_tree"])
    session.call("ensemble")
    other = Session(tmp_path / "other")
    other.uploads = session.uploads
    other.home.mkdir()
    (other.home / "datasets").symlink_to(session.home / "datasets")
    for step in session.document["steps"]:
        assert other.call(step["tool"], **step["args"])["status"] == "done"
    assert other.run["metrics"] == session.run["metrics"]
    assert other.run["number"] != session.run["number"]


def test_one_model_cannot_vote_alone(session: Session) -> None:
    session.call("train", model="lda")
    assert session.call("ensemble")["error"]["code"] == "too_few_runs"


def test_the_threshold_stands_outermost_and_is_replaced_by_the_next(session: Session) -> None:
    session.call("split", train=0.6, validation=0.2, test=0.2)
    session.call("train", model="logistic_regression")
    session.call("set_threshold", value=0.3)
    session.call("calibrate", method="sigmoid")
    assert session.run["label"] == "logistic regression, calibrated at 0.3"
    session.call("set_threshold", optimize_for="recall")
    outer = estimator_of(session)
    assert type(outer).__name__ == "FixedThresholdClassifier"
    assert outer.threshold < 0.3
    assert type(outer.estimator).__name__ == "CalibratedClassifierCV"
    assert type(outer.estimator.estimator).__name__ == "Pipeline"


def test_calibration_gives_probabilities_to_models_without(session: Session) -> None:
    session.call("train", model="linear_svm")
    assert "log_loss" not in session.run["metrics"]["test"]
    session.call("calibrate")
    assert session.run["metrics"]["test"]["log_loss"] < 0.69


def test_numbers_have_nothing_to_calibrate(tmp_path: Path) -> None:
    session = Session(tmp_path / "home")
    session.call("load_data", source="auto_mpg")
    session.call("set_target", column="mpg")
    session.call("train", model="ridge")
    assert session.call("calibrate")["error"]["code"] == "wrong_task"


def test_the_code_repeats_a_stacked_calibrated_model_with_its_folds(session: Session) -> None:
    session.call("split", train=0.75, test=0.25, strategy="stratified_group", column="patient")
    session.call("compare_models", models=["lda", "decision_tree"])
    session.call("ensemble", method="stacking")
    session.call("calibrate")
    session.call("cross_validate", folds=3)
    exported = session.call("export", formats=["project"])
    assert exported["status"] == "done", exported
    with zipfile.ZipFile(exported["files"][0]["path"]) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/metrics.json"))
        assert json.loads(archive.read(name))["test"] == session.run["metrics"]["test"]
