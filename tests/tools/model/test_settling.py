"""A model whose search was cut off is said to be so once, in a sentence; nothing else of it is printed."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from codegen.training import script_of
from tests.tools.gate import Session
from tools.experiment import Experiment
from tools.pipeline.export import material_of


@pytest.fixture
def mpg(tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source="auto_mpg")
    session.call("set_target", column="mpg")
    session.call("choose_features", columns=["weight", "acceleration"])
    session.call("scale", columns="numeric")
    return session


def test_a_network_cut_off_is_said_to_be_and_its_code_is_quiet(mpg: Session, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        said = mpg.call("train", model="mlp", params={"max_iter": 5})["said"]
        mpg.call("cross_validate", folds=2)
    assert "had not settled when its rounds were up; more of them (max_iter) may do better" in said
    material = material_of(Experiment(mpg.document, mpg.home, {"uploads": mpg.uploads}))
    script = tmp_path / "train.py"
    script.write_text(script_of(material), encoding="utf-8")
    done = subprocess.run([sys.executable, script, "--data", material.raw_path], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_model_that_settled_is_not_spoken_of(mpg: Session) -> None:
    said = mpg.call("train", model="ridge")["said"]
    assert "settled" not in said
    material = material_of(Experiment(mpg.document, mpg.home, {"uploads": mpg.uploads}))
    assert "ConvergenceWarning" not in script_of(material)
