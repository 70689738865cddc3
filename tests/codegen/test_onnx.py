"""A model goes into ONNX only where it answers the same there; else a sentence says what would help."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tools.gate import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    return session


def test_without_the_extra_the_line_that_installs_it_is_said(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "skl2onnx", None)
    session.call("train", model="logistic_regression")
    error = session.call("export", formats=["onnx"])["error"]
    assert error["code"] == "extra_missing"
    assert "pip install skl2onnx onnxruntime" in error["hint"]


def test_a_model_without_a_form_in_onnx_is_refused_with_what_works(session: Session) -> None:
    session.call("train", model="xgboost", params={"n_estimators": 5})
    error = session.call("export", formats=["onnx"])["error"]
    assert error["code"] == "not_in_onnx" and "joblib" in error["hint"]
    assert error["message"].startswith("XGBoost cannot")


@pytest.mark.parametrize("model", ["logistic_regression", "random_forest", "knn"])
def test_the_onnx_file_answers_as_the_model_does(session: Session, model: str) -> None:
    import onnxruntime

    session.call("train", model=model)
    result = session.call("export", formats=["onnx"])
    assert result["status"] == "done", result.get("error")
    (file,) = [Path(file["path"]) for file in result["files"] if file["name"].endswith(".onnx")] or [None]
    assert file is not None and onnxruntime.InferenceSession(file.read_bytes()).get_outputs()
