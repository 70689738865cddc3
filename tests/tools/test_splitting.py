"""What a declared split is called in the list of steps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.training import script_of
from tests.tools.gate import Session
from tools.experiment import Experiment
from tools.pipeline.export import material_of


@pytest.mark.parametrize(
    ("args", "title"),
    [
        ({}, "Split 80% / 20% (stratified)"),
        ({"train": 0.7, "validation": 0.1}, "Split 70% / 10% / 20% (stratified)"),
        ({"strategy": "stratified_group", "column": "island"}, "Split 80% / 20% (stratified group by island)"),
        ({"strategy": "column", "column": "sex"}, "Split as sex says"),
    ],
)
def test_the_step_says_how_the_rows_are_divided(tmp_path: Path, args: dict[str, Any], title: str) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("filter_rows", column="sex", op="not_missing")
    for old, new in (("male", "train"), ("female", "test")):
        session.call("replace_values", column="sex", old=old, new=new)
    session.call("set_target", column="species")
    session.call("split", **args)
    assert session.document["steps"][-1]["title"] == title


def test_the_code_keeps_groups_in_the_index_only_where_folds_look_for_them(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("choose_features", columns=["bill_length_mm", "body_mass_g"])
    session.call("split", strategy="group", column="island")
    session.call("train", model="decision_tree")
    assert "set_axis" not in code_of(session)
    session.call("cross_validate", folds=2)
    assert 'frame.set_axis(frame[SPLIT["column"]], axis=0)' in code_of(session)


def code_of(session: Session) -> str:
    """Writes the training of the latest run, without the functions that it holds."""
    source = script_of(material_of(Experiment(session.document, session.home, {"uploads": session.uploads})))
    return source.partition("def train(")[2]
