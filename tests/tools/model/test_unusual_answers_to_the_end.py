"""Unusual answers all the way: what was trained on them can be judged, drawn, explained, asked and exported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tools.gate import Session
from tests.tools.model.test_unusual_tables import AMOUNTS, CLASSES, session_of

Calls = list[tuple[str, dict[str, Any]]]
ANY: Calls = [
    ("evaluate", {}),
    ("show_errors", {}),
    ("cross_validate", {"folds": 3}),
    ("leaderboard", {}),
    ("explain", {"method": "importance"}),
    ("explain", {"method": "permutation"}),
    ("predict", {"values": {"c0": 0.5, "c1": -0.5, "word": "u"}}),
    ("what_if", {"changes": {"c0": 2}}),
    ("export", {"formats": ["script"]}),
]


def drawn(*kinds: str) -> Calls:
    return [("plot_model", {"kind": kind}) for kind in kinds]


def to_the_end(session: Session, model: str, calls: Calls) -> None:
    assert session.call("train", model=model)["status"] == "done"
    for tool, args in calls:
        result = session.call(tool, **args)
        assert result["status"] == "done", (tool, args, result["error"])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CLASSES)
def test_classes_of_any_kind_go_to_the_end(tmp_path: Path, name: str) -> None:
    session, _ = session_of(tmp_path, CLASSES[name])
    two = len({value for value in CLASSES[name] if value is not None}) == 2
    pictures = drawn("confusion_matrix", "roc", "precision_recall", "calibration", *(("lift", "threshold") if two else ()))
    to_the_end(session, "logistic_regression", [*pictures, *ANY])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", AMOUNTS)
def test_amounts_of_any_size_go_to_the_end(tmp_path: Path, name: str) -> None:
    session, _ = session_of(tmp_path, AMOUNTS[name])
    session.call("set_task", task="regression")
    to_the_end(session, "ridge", [*drawn("residuals", "predicted_vs_actual"), *ANY])
    assert "r2" in session.run["metrics"]["test"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_three_thousand_columns_go_to_the_end(tmp_path: Path) -> None:
    session, _ = session_of(tmp_path, np.where(np.arange(60) % 3 > 0, "yes", "no"), columns=3000)
    kept = [call for call in ANY if call[0] not in {"cross_validate", "what_if"} and call[1] != {"method": "permutation"}]
    to_the_end(session, "logistic_regression", [*drawn("confusion_matrix", "roc"), *kept])
