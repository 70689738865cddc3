"""Materials made by hand, on small tables with hostile names."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler

from codegen.material import Material
from engine.compiled import compile_operations
from engine.estimators.fill_missing import FillMissing
from engine.functions.drop_columns import drop_columns
from engine.functions.drop_missing_rows import drop_missing_rows
from engine.functions.read_delimited import read_delimited
from engine.functions.rename_columns import rename_columns
from engine.functions.replace_values import replace_values
from engine.operations import Apply, Fit, Operation, Read, Set, Train
from engine.run import FittedRun, fit_run

QUOTED = 'it\'s "x"'
TRIPLE = "'''"
BRACES = "{{7*7}}"
CODE = '__import__("os")'
EMOJI = "café 🦊"
LINES = "two\nlines"
SAID = 'fill\n""" it\'s {{7*7}} # 🦊 </script>\x00'


def hostile_table(path: Path, rows: int = 120) -> None:
    """Writes a table whose column names and cells are hostile."""
    generator = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            QUOTED: generator.normal(size=rows).round(3),
            TRIPLE: generator.integers(0, 50, rows),
            BRACES: generator.choice(["{{7*7}}", "'''", 'a"b', "x\ny"], rows),
            CODE: generator.choice(["no", "yes"], rows),
            EMOJI: generator.normal(5, 2, rows).round(2),
            LINES: generator.choice(["a", "b"], rows),
            "class": np.where(generator.random(rows) < 0.5, "yes", "no"),
        }
    )
    frame.loc[generator.random(rows) < 0.1, QUOTED] = np.nan
    frame.loc[generator.random(rows) < 0.05, CODE] = np.nan
    frame.to_csv(path, index=False)


def hostile_operations() -> list[list[Operation]]:
    """Plans a classification over all of the hostile columns, step by step."""
    kinds = {QUOTED: "number", TRIPLE: "integer", BRACES: "text", CODE: "text", EMOJI: "number", LINES: "text", "class": "text"}
    encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    return [
        [Read(read_delimited, {"columns": kinds})],
        [Set("target", "class"), Set("task", "classification"), Set("positive", "yes")],
        [Apply(drop_missing_rows, {"columns": [CODE]}, selects_rows=True)],
        [Apply(drop_columns, {"columns": [LINES]})],
        [Apply(rename_columns, {"names": {EMOJI: "'; DROP"}}, reads=(EMOJI,), writes=("'; DROP",))],
        [Apply(replace_values, {"column": "class", "old": "no", "new": "nö"}, reads=("class",), writes=("class",))],
        [Set("split", {"strategy": "stratified", "train": 0.6, "validation": 0.2, "test": 0.2, "seed": 7})],
        [Fit("impute", FillMissing("median"), (QUOTED,), fills=True)],
        [Fit("encode", encoder, (BRACES, CODE))],
        [Fit("transform", FunctionTransformer(np.log1p, inverse_func=np.expm1, feature_names_out="one-to-one"), (TRIPLE,))],
        [Train("random_forest", {"n_estimators": 10}, RandomForestClassifier(n_estimators=10, random_state=42))],
    ]


def regression_operations() -> list[list[Operation]]:
    """Plans a small regression without a split."""
    return [
        [Read(read_delimited, {"columns": {"a": "number", "b": "integer", "y": "number"}})],
        [Set("target", "y"), Set("task", "regression")],
        [Fit("scale", StandardScaler(), ("a", "b"))],
        [Train("linear", {}, LinearRegression())],
    ]


def material_of(path: Path, planned: list[list[Operation]], **changes: Any) -> tuple[Material, FittedRun]:
    """Runs the planned steps with the engine and makes the material of an export of it."""
    operations = dict(enumerate(planned, start=1))
    compiled = compile_operations([operation for step in planned for operation in step])
    assert compiled.read is not None
    frame = compiled.read.function(str(path), **compiled.read.arguments)
    raw = frame
    for call in compiled.calls:
        frame = call.function(frame, **call.arguments)
    fitted = fit_run(frame, compiled, lambda fraction, message: None)
    assert compiled.train is not None
    steps = [
        {"number": number, "tool": "step", "args": {"column": QUOTED}, "title": f"Step of {TRIPLE}\n{number}", "said": SAID}
        for number in operations
    ]
    run = {
        "id": "run-1", "number": 1, "label": "Random forest", "model": compiled.train.model,
        "params": dict(compiled.train.params), "metrics": {part: dict(values) for part, values in fitted.metrics.items()},
    }
    content = path.read_bytes()
    material = Material(
        compiled=compiled, read=compiled.read, features=fitted.features, steps=steps, operations=operations, run=run,
        dataset={"name": f"we'ird {path.name}", "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)},
        raw_path=path, columns=[{"name": name, "kind": "text"} for name in raw.columns],
        turns=[{"said": SAID, "calls": [{"tool": "impute", "args": {"column": QUOTED}}],
                "blocks": [{"type": "text", "markdown": "Filled <b>12</b>"},
                           {"type": "table", "columns": [QUOTED, BRACES], "rows": [["</td><script>", "|"]], "total_rows": 1}]}],
        acknowledged=[{"finding": "target_leakage", "columns": [QUOTED], "run": None, "found": SAID, "reason": None}], looks=2, project_name="my '../project",
    )
    for name, value in changes.items():
        setattr(material, name, value)
    return material, fitted
