"""Generates preprocessing.py: reading, preparing and the unfitted estimator, with all that they need."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from codegen.estimator import printed_estimator
from codegen.layout import MANY, constant, python_file
from codegen.material import Material
from codegen.source import imports_of, own_objects, source_of
from codegen.verbatim import Definitions, definitions_of
from engine.compiled import build_estimator
from engine.operations import Apply

DOCSTRING = "Read the data, prepare its rows, and build the estimator that learns from them."

AS_TRAINED = '''
def as_trained(frame):
    """Return the input columns of new records in the types that the model was trained on.

    What cannot be read as its type is missing.
    """
    made = {}
    for name, dtype in INPUTS.items():
        values = frame[name]
        BRANCHES
    return pd.DataFrame(made, index=frame.index)
'''
READ_AS = {
    "datetime": (
        'dtype.startswith("datetime")',
        'dates = pd.to_datetime(values, errors="coerce", utc=True, format="mixed")',
        "made[name] = dates.dt.tz_localize(None).astype(dtype)",
    ),
    "number": (
        'dtype.startswith(("int", "float"))',
        'numbers = pd.to_numeric(values, errors="coerce").astype("float64")',
        "made[name] = numbers if numbers.isna().any() else numbers.astype(dtype)",
    ),
    "bool": (
        'dtype == "bool"',
        'words = values.astype("str").str.strip().str.lower()',
        'known = words.map({"true": True, "false": False, "1": True, "0": False})',
        'made[name] = known if known.isna().any() else known.astype("bool")',
    ),
    "text": (
        'dtype == "str"',
        "texts = values.astype(object)",
        'made[name] = texts.where(texts.isna(), texts.map(str)).astype("str")',
    ),
}
"""How new records are brought into each type: the condition, and the lines under it."""


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
    printed = printed_estimator(material, estimator)
    constants = [*_columns(material, for_service), *printed.constants, *_reading(material)]
    parts = ["\n".join(constants), definitions.source, _read_rows(material), _prepare_rows(material)]
    if for_service:
        parts += [_as_trained(material), _prepare_features(material)]
    parts += printed.functions
    return "\n\n\n".join(part for part in parts if part), definitions


def _columns(material: Material, for_service: bool) -> list[str]:
    """Writes which column is predicted, from which, and what new records must have."""
    lines = commented(material, "target", "task")
    lines += [f"TARGET = {source_of(material.compiled.target)}"] if material.supervised else []
    inputs = ["# The columns that new records must have, and the types that they were read as.", constant("INPUTS", material.inputs)]
    about = commented(material, "kinds", "features")
    if not for_service:
        return [*lines, *about, constant("FEATURES", list(material.features))]
    if list(material.inputs) == list(material.features):
        return [*lines, *inputs, *about, "FEATURES = list(INPUTS)"]
    return [*lines, *about, constant("FEATURES", list(material.features)), *inputs]


def _reading(material: Material) -> list[str]:
    """Writes how the file is read, without what the function takes for granted."""
    usual = inspect.signature(material.read.function).parameters
    said = {name: value for name, value in material.read.arguments.items() if source_of(value) != _usual(usual[name])}
    lines = [f"# {material.step_line(step)}" for step in material.steps[:1]]
    columns = said["columns"]
    if len(columns) <= MANY:
        return [*lines, f"READING = {source_of(said)}"]
    return [*lines, constant("COLUMNS", columns), f"READING = {source_of(said, named={id(columns): 'COLUMNS'})}"]


def _usual(parameter: inspect.Parameter) -> str | None:
    return None if parameter.default is parameter.empty else source_of(parameter.default)


def _as_trained(material: Material) -> str:
    """Writes the function for the types that the inputs have, and no others."""
    kinds = dict.fromkeys(_kind_of(dtype) for dtype in material.inputs.values())
    lines: list[str] = []
    for place, kind in enumerate(kinds):
        condition, *body = READ_AS[kind]
        if len(kinds) == 1:
            lines += body
            continue
        lines.append("else:" if place == len(kinds) - 1 else f"{'el' if place else ''}if {condition}:")
        lines += [f"    {line}" for line in body]
    made = AS_TRAINED.strip().replace("BRANCHES", "\n        ".join(lines))
    return made if "dtype" in " ".join(lines) else made.replace("for name, dtype in INPUTS.items():", "for name in INPUTS:")


def _kind_of(dtype: str) -> str:
    if dtype.startswith("datetime"):
        return "datetime"
    if dtype.startswith(("int", "float")):
        return "number"
    return "bool" if dtype == "bool" else "text"


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
