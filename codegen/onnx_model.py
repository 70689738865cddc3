"""Writes the model as ONNX, for programs without Python; what is written is run and compared before it is offered."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.transcript import escaped
from engine.errors import Refusal

if TYPE_CHECKING:
    import pandas as pd

COMPARED_ROWS = 2_000
CLOSE = 1e-5
"""How far a number may be off, relative to its size: ONNX computes in other places with fewer digits."""
OPERATORS = {"": 18, "ai.onnx.ml": 3}


def write_onnx(model: Any, features: pd.DataFrame, target: Path, stem: str, label: str) -> list[Path]:
    """Writes the estimator behind the preparation as `stem.onnx`, and a note on the columns that it takes.

    `model` is the fitted pipeline of a run that is called `label`, `features` rows in the columns that it was trained on. Raises Refusal where
    the extra is missing, where the model has no form in ONNX, and where the file would answer differently.
    """
    parts = _parts(model, features.head(COMPARED_ROWS))
    if parts is None:
        raise _no_form(label)
    last, prepared = parts
    try:
        import onnxruntime
        import skl2onnx
    except ImportError as problem:
        hint = "Install it with: pip install skl2onnx onnxruntime. The model as joblib can be had without."
        raise Refusal("extra_missing", "Writing ONNX needs an extra that is not installed here.", hint) from problem
    wanted = last.predict(prepared)
    table = prepared.to_numpy()
    for kind in ("float64", "float32"):
        content = _converted(skl2onnx, last, table.astype(kind))
        if content is not None and _agrees(onnxruntime, content, table.astype(kind), wanted):
            path, note = target / f"{stem}.onnx", target / "onnx-note.md"
            path.write_bytes(content)
            note.write_text(_note(last, [str(name) for name in prepared.columns], kind, len(table)), encoding="utf-8")
            return [path, note]
    raise _no_form(label)


def _parts(model: Any, features: pd.DataFrame) -> tuple[Any, pd.DataFrame] | None:
    """Gives the estimator at the end of the pipeline, and the numbers that the steps before it make; None where it is not scikit-learn's own."""
    steps = getattr(model, "steps", None)
    if not steps or not type(steps[-1][1]).__module__.startswith("sklearn."):
        return None
    prepared = features
    for _, step in steps[:-1]:
        if hasattr(step, "transform"):  # samplers serve training alone
            prepared = step.transform(prepared)
    return steps[-1][1], prepared


def _converted(skl2onnx: Any, estimator: Any, table: Any) -> bytes | None:
    """Converts; None where the converter has no form for this estimator with numbers of this kind."""
    options = {id(estimator): {"zipmap": False}} if hasattr(estimator, "predict_proba") else None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = skl2onnx.to_onnx(estimator, table[:1], target_opset=OPERATORS, options=options)
        return bytes(made.SerializeToString())
    except (RuntimeError, NotImplementedError, ValueError, TypeError, AttributeError, NameError):
        # The converter says with any of these that it does not know a part; the caller tells the user.
        return None


def _agrees(onnxruntime: Any, content: bytes, table: Any, wanted: Any) -> bool:
    """Runs what was written and compares every answer: classes exactly, numbers nearly."""
    import numpy as np

    refused: tuple[type[Exception], ...] = (RuntimeError, ValueError, *_runtime_errors(onnxruntime))
    try:
        session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        answers = session.run(None, {session.get_inputs()[0].name: table})[0].ravel()
    except refused:
        return False
    if wanted.dtype.kind == "f":
        return bool(np.allclose(answers, wanted, rtol=CLOSE, atol=CLOSE))
    return bool(np.array_equal(answers.astype(str), wanted.astype(str)))


def _runtime_errors(onnxruntime: Any) -> tuple[type[Exception], ...]:
    state = onnxruntime.capi.onnxruntime_pybind11_state
    return (state.InvalidGraph, state.NotImplemented, state.Fail, state.InvalidArgument, state.RuntimeException)


def _no_form(label: str) -> Refusal:
    said = f"{label[:1].upper()}{label[1:]} cannot be written as ONNX so that it gives the same answers."
    return Refusal("not_in_onnx", said, "Linear models, trees and forests mostly can; the model as joblib works for every kind.")


def _note(estimator: Any, names: list[str], kind: str, rows: int) -> str:
    listed = "\n".join(f"{number}. {escaped(name)}" for number, name in enumerate(names, start=1))
    return (
        f"# {type(estimator).__name__} as ONNX\n\n"
        f"It takes one table of {kind} numbers: these {len(names)} columns, in this order, as the preparation makes them.\n"
        "The preparation itself (filling, encoding, scaling) is in `preprocessing.py` of the project.\n\n"
        f"On {rows:,} rows it gave the same answers as the model that was trained.\n\n{listed}\n"
    )
