"""Generates preprocessing.py: reading, preparing and the unfitted estimator, with all that they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from codegen.layout import python_file
from codegen.material import Material
from codegen.source import imports_of, own_objects, source_of
from codegen.verbatim import Definitions, definitions_of
from engine.compiled import Compiled, build_estimator, compile_operations
from engine.operations import Apply, Fit, Resample

DOCSTRING = "Read the data, prepare its rows, and build the estimator that learns from them."

AS_TRAINED = '''
def as_trained(frame):
    """Return the input columns of new records in the types that the model was trained on.

    What cannot be read as its type is missing.
    """
    made = {}
    for name, dtype in INPUTS.items():
        values = frame[name]
        if dtype.startswith("datetime"):
            dates = pd.to_datetime(values, errors="coerce", utc=True, format="mixed")
            made[name] = dates.dt.tz_localize(None).astype(dtype)
        elif dtype.startswith(("int", "float")):
            numbers = pd.to_numeric(values, errors="coerce").astype("float64")
            made[name] = numbers if numbers.isna().any() else numbers.astype(dtype)
        elif dtype == "bool":
            words = values.astype("str").str.strip().str.lower()
            known = words.map({"true": True, "false": False, "1": True, "0": False})
            made[name] = known if known.isna().any() else known.astype("bool")
        else:
            texts = values.astype(object)
            made[name] = texts.where(texts.isna(), texts.map(str)).astype("str")
    return pd.DataFrame(made, index=frame.index)
'''


def preprocessing_source(material: Material) -> str:
    """Writes preprocessing.py."""
    body, definitions = preprocessing_body(material)
    return python_file(DOCSTRING, definitions.imports, body)


def preprocessing_body(material: Material, for_service: bool = True) -> tuple[str, Definitions]:
    """Writes constants, definitions and functions without the head; also gives the definitions that are within.

    Without `for_service` what only new records need is left out.
    """
    estimator = build_estimator(material.compiled, material.features)
    functions = [material.read.function, *(call.function for call in material.compiled.calls)]
    definitions = definitions_of([*functions, *own_objects(estimator)])
    definitions.imports |= imports_of(estimator) | {"import pandas as pd"}
    for call in material.compiled.calls:
        definitions.imports |= imports_of(dict(call.arguments))
    constants = [
        *commented(material, "target", "task"),
        f"TARGET = {source_of(material.compiled.target)}",
        *commented(material, "kinds", "features"),
        f"FEATURES = {source_of(list(material.features))}",
    ]
    if for_service:
        constants.append(
            "# The columns that new records must have, and the types that they were read as.\n"
            f"INPUTS = {source_of(material.inputs)}"
        )
    constants += [f"# {material.step_line(step)}" for step in material.steps[:1]]
    constants.append(f"READING = {source_of(dict(material.read.arguments))}")
    parts = ["\n".join(constants), definitions.source, _read_rows(material), _prepare_rows(material)]
    if for_service:
        parts += [AS_TRAINED.strip(), _prepare_features(material)]
    parts.append(_build_estimator(material, estimator))
    return "\n\n\n".join(part for part in parts if part), definitions


def commented(material: Material, *fields: str) -> list[str]:
    """Writes the steps that settled these fields as lines of comment."""
    return [f"# {comment}" for comment in material.comment_of_setting(*fields)]


def _read_rows(material: Material) -> str:
    return (
        "def read_rows(path):\n"
        '    """Read the raw file exactly as it was read first."""\n'
        f"    return {material.read.function.__name__}(path, **READING)"
    )


def _prepare_rows(material: Material) -> str:
    lines = ["def prepare_rows(frame):", '    """Return the rows to learn from, after the steps that come before the split."""']
    lines += _calls(material, [(call, call) for call in material.compiled.calls])
    return "\n".join([*lines, "    return frame"])


def _prepare_features(material: Material) -> str:
    lines = [
        "def prepare_features(records):",
        '    """Return the features of new records; every record is kept."""',
        "    frame = as_trained(records)",
    ]
    lines += _calls(material, material.feature_calls)
    return "\n".join([*lines, "    return frame[FEATURES]"])


def _calls(material: Material, calls: Sequence[tuple[Apply, Apply]]) -> list[str]:
    lines = []
    for call, origin in calls:
        comment = material.comment_of(origin)
        if comment:
            lines.append(f"    # {comment}")
        arguments = "".join(f", {name}={source_of(value)}" for name, value in call.arguments.items())
        lines.append(f"    frame = {call.function.__name__}(frame{arguments})")
    return lines


def _build_estimator(material: Material, estimator: Any) -> str:
    lines = ["def build_estimator():", '    """Return the unfitted estimator, from raw features to predictions."""']
    compiled = material.compiled
    around = [material.comment_of(wrap) for wrap in compiled.wraps]
    if compiled.train is not None and compiled.train.members:
        around.insert(0, material.comment_of(compiled.train))
    lines += [f"    # {comment}" for comment in around if comment]
    return "\n".join([*lines, f"    return {source_of(estimator, _step_comments(material, compiled))}"])


def _step_comments(material: Material, compiled: Compiled) -> dict[str, Any]:
    """Comments by the names that `preparation` gives to pipeline steps, and for each member of an ensemble its own."""
    comments: dict[str, Any] = {"fill_unexpected_gaps": "New records may have gaps where no training row had one."}
    if compiled.train is not None and compiled.train.members:
        return {name: _step_comments(material, compile_operations(operations)) for name, operations in compiled.train.members}
    balancing = [part for part in compiled.chain if isinstance(part, Resample) and part.balances]
    said: list[Fit | Resample] = [part for part in compiled.chain if part not in balancing]
    for number, part in enumerate([*said, *balancing[-1:]], start=1):
        comment = material.comment_of(part)
        if comment:
            comments[f"{part.name}_{number}"] = comment
    about_model = material.comment_of_setting("class_weight")
    if compiled.train is not None and (comment := material.comment_of(compiled.train)):
        about_model.append(comment)
    if about_model:
        comments["model"] = "\n# ".join(about_model)
    return comments
