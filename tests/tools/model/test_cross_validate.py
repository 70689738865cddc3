"""Cross-validation through the gate: recorded, repeated by the code, and never a crash on rare classes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.tools.gate import Session


def table_of(tmp_path: Path, frame: pd.DataFrame, target: str) -> Session:
    path = tmp_path / "table.csv"
    frame.to_csv(path, index=False)
    session = Session(tmp_path / "home")
    assert session.call("load_data", source=session.upload(path))["status"] == "done"
    assert session.call("set_target", column=target)["status"] == "done"
    return session


def test_it_judges_the_latest_model_and_the_code_repeats_every_fold(penguins: Session, tmp_path: Path) -> None:
    penguins.call("train", model="logistic_regression")
    result = penguins.call("cross_validate", folds=4)
    assert "4 folds" in result["said"]
    found = result["state"]["runs"][-1]["cross_validation"]
    assert len(found["scores"]) == 4
    assert found["mean"]["accuracy"] == pytest.approx(np.mean([fold["accuracy"] for fold in found["scores"]]))
    exported = penguins.call("export", formats=["project"])
    (file,) = exported["files"]
    with zipfile.ZipFile(file["path"]) as archive:
        names = archive.namelist()
        folds = json.loads(archive.read(next(name for name in names if name.endswith("folds.json"))))
        steps = json.loads(archive.read(next(name for name in names if name.endswith("pipeline.json"))))["steps"]
    assert list(folds.values()) == found["scores"]
    assert steps[-1]["tool"] == "cross_validate"


def test_a_model_that_is_not_there_yet_is_trained_first(penguins: Session) -> None:
    result = penguins.call("cross_validate", model="decision_tree", folds=3)
    assert [call["tool"] for call in result["calls"]][-2:] == ["train", "cross_validate"]
    assert result["state"]["runs"][-1]["model"] == "decision_tree"


def test_undo_takes_the_fold_scores_away_and_redo_brings_them_back(penguins: Session) -> None:
    penguins.call("train", model="decision_tree")
    penguins.call("cross_validate", folds=3)
    assert "cross_validation" not in penguins.call("undo")["state"]["runs"][-1]
    assert "cross_validation" in penguins.call("redo")["state"]["runs"][-1]


def test_test_rows_change_no_fold_score(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    frame = pd.DataFrame({"a": generator.normal(size=90), "part": ["train"] * 60 + ["test"] * 30})
    frame["y"] = frame["a"] * 2 + generator.normal(size=90)
    scores = []
    for factor in (1, 50):
        frame.loc[60:, ["a", "y"]] *= factor
        (tmp_path / str(factor)).mkdir()
        session = table_of(tmp_path / str(factor), frame, "y")
        session.call("split", strategy="column", column="part")
        session.call("train", model="ridge")
        scores.append(session.call("cross_validate")["state"]["runs"][-1]["cross_validation"]["scores"])
    assert scores[0] == scores[1]


def test_folds_follow_a_split_by_group_and_others_are_refused(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    frame = pd.DataFrame({"patient": [f"p{n // 6}" for n in range(120)], "a": generator.normal(size=120)})
    frame["y"] = np.where(frame["a"] + generator.normal(size=120) > 0, "yes", "no")
    session = table_of(tmp_path, frame, "y")
    session.call("split", train=0.7, test=0.3, strategy="group", column="patient")
    session.call("train", model="logistic_regression")
    assert session.call("cross_validate")["state"]["steps"][-1]["args"]["strategy"] == "group"
    refused = session.call("cross_validate", strategy="random")
    assert refused["error"]["code"] == "not_with_this_split"
    assert refused["error"]["call"]["args"] == {"folds": 5}


def test_a_class_of_one_row_is_told_and_not_a_crash(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    frame = pd.DataFrame({"a": generator.normal(size=60), "y": ["x", "z"] * 30})
    frame.loc[0, "y"] = "rare"
    session = table_of(tmp_path, frame, "y")
    session.call("train", model="decision_tree")
    result = session.call("cross_validate")
    assert result["status"] == "done"
    assert "“rare” (1 row) is too rare" in result["said"]


def test_two_classes_of_which_one_has_one_row_are_refused_in_words(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": np.random.default_rng(0).normal(size=40), "y": ["no"] * 39 + ["yes"]})
    session = table_of(tmp_path, frame, "y")
    session.call("train", model="decision_tree")
    result = session.call("cross_validate")
    assert result["error"]["code"] == "rare_class"
    assert "“yes”" in result["error"]["message"]


def test_without_a_model_one_is_offered(penguins: Session) -> None:
    error = penguins.call("cross_validate", folds=3)["error"]
    assert error["call"] == {"tool": "cross_validate", "args": {"folds": 3, "model": "logistic_regression"}}


def test_a_fold_of_one_row_has_no_r2_and_another_measure_is_told(tmp_path: Path) -> None:
    rows = pd.DataFrame({"size": np.arange(60) / 7, "price": np.arange(60.0) * 2 + np.tile([0.0, 1.0, 3.0], 20), "plot": [1] * 19 + [2] * 20 + [3] * 20 + [4]})
    session = table_of(tmp_path, rows, "price")
    assert session.call("split", strategy="group", column="plot", test=0.25, seed=1)["status"] == "done"
    assert session.call("train", model="ridge")["status"] == "done"
    result = session.call("cross_validate", folds=3, strategy="group")
    assert result["status"] == "done"
    assert " mae " in result["said"]
