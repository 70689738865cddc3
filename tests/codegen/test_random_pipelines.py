"""Random valid pipelines give, as code in a clean process, the numbers of the run to the last digit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from codegen.prove import prove_script
from codegen.training import script_of
from tests.codegen.random_pipelines import random_run
from tests.tools.gate import Session
from tools.experiment import Experiment
from tools.pipeline.export import material_of

FEW = range(4)
MANY = range(*map(int, os.environ.get("RANDOM_PIPELINES", "100-130").split("-")))
"""The seeds of the slow test: from the first up to the second, as in RANDOM_PIPELINES=5000-5150."""


def repeats(seed: int, home: Path) -> None:
    """Makes the pipeline of this seed, writes its code and runs that; the steps are shown where it fails."""
    session = random_run(seed, home)
    if session is None:
        return
    material = material_of(Experiment(session.document, session.home, {"uploads": session.uploads}))
    folder = home / "code"
    folder.mkdir()
    (folder / "train.py").write_text(script_of(material), encoding="utf-8")
    print(steps_of(session))
    prove_script(folder, "train.py", material.numbers, material.raw_path)


def steps_of(session: Session) -> str:
    return "\n".join(f"{step['tool']} {json.dumps(step['args'])}" for step in session.document["steps"])


@pytest.mark.parametrize("seed", FEW)
def test_a_random_pipeline_repeats_its_run(seed: int, tmp_path: Path) -> None:
    repeats(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_many_random_pipelines_repeat_their_runs(seed: int, tmp_path: Path) -> None:
    repeats(seed, tmp_path)


def test_most_seeds_lead_to_a_model(tmp_path: Path) -> None:
    trained = [random_run(seed, tmp_path / str(seed)) is not None for seed in FEW]
    assert sum(trained) >= len(trained) / 2
