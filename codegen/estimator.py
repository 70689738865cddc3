"""Prints the one unfitted estimator: long lists of columns by name, and once what the members of an ensemble share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.layout import constant
from codegen.material import Material
from codegen.source import source_of
from engine.compiled import Compiled, compile_operations
from engine.estimators.on_columns import OnColumns
from engine.operations import Fit, Resample

LONG = 60
"""A list of columns that takes more characters is named instead of written where it is used."""
GAPS = "New records may have gaps where no training row had one."
UNDEFINED = "New records may hold numbers that the next step has no value for."
GAPS_OF_RATIOS = "New records may have nothing below the line where every training row had something."


@dataclass(frozen=True)
class Printed:
    """The constants that hold columns, and the functions that build the estimator."""

    constants: list[str]
    functions: list[str]


def printed_estimator(material: Material, estimator: Any) -> Printed:
    """Writes `build_estimator`, and what it needs beside the classes that it names."""
    constants, named = _column_lists(material, estimator)
    compiled = material.compiled
    comments = _step_comments(material, compiled)
    around = [material.comment_of(wrap) for wrap in compiled.wraps]
    functions: list[str] = []
    if compiled.train is not None and compiled.train.members:
        around.insert(0, material.comment_of(compiled.train))
        functions = _shared_preparation(_innermost(compiled, estimator), comments, named)
    lines = ["def build_estimator():", '    """Return the unfitted estimator, from raw features to predictions."""']
    lines += [f"    # {comment}" for comment in around if comment]
    lines.append(f"    return {source_of(estimator, comments, named)}")
    return Printed(constants, [*functions, "\n".join(lines)])


def _column_lists(material: Material, estimator: Any) -> tuple[list[str], dict[int, str]]:
    """Names the long lists of columns: equal ones by one name, after the first step that takes them."""
    names = {source_of(list(material.features)): "FEATURES"}
    constants: list[str] = []
    named: dict[int, str] = {}
    for step, columns in _steps_on_columns("model", estimator):
        text = source_of(columns)
        if len(text) <= LONG and (len(columns) == 1 or text not in names):
            continue
        if text not in names:
            names[text] = f"{step.upper()}_COLUMNS"
            constants.append(constant(names[text], columns))
        named[id(columns)] = names[text]
    return constants, named


def _steps_on_columns(name: str, estimator: Any) -> Iterator[tuple[str, list[str]]]:
    """Walks through pipelines and what is wrapped, and gives each list of columns with the name of its step."""
    if isinstance(estimator, OnColumns) and estimator.columns is not None:
        yield name, estimator.columns
    for key, value in estimator.get_params(deep=False).items():
        if hasattr(value, "get_params") and not isinstance(value, type):
            yield from _steps_on_columns(name, value)
        elif key in {"steps", "estimators"}:
            for inner, part in value:
                yield from _steps_on_columns(inner, part)


def _innermost(compiled: Compiled, estimator: Any) -> Any:
    for wrap in reversed(compiled.wraps):
        estimator = getattr(estimator, wrap.slot)
    return estimator


def _shared_preparation(ensemble: Any, comments: dict[str, Any], named: dict[int, str]) -> list[str]:
    """Writes a function for each preparation that several members share; `comments` and `named` then speak of its calls."""
    shared: dict[str, list[tuple[str, Any]]] = {}
    for name, member in getattr(ensemble, "estimators", ()):
        steps = getattr(member, "steps", [])
        if len(steps) > 1:
            above = {key: value for key, value in comments.get(name, {}).items() if key != "model"}
            text = source_of(member, above, {**named, id(steps[-1][1]): "model"})
            shared.setdefault(text, []).append((name, member))
    functions: list[str] = []
    for text, members in shared.items():
        if len(members) < 2:
            continue
        function = "prepared_for" if not functions else f"prepared_for_{len(functions) + 1}"
        functions.append(f'def {function}(model):\n    """Return the unfitted pipeline of the preparation and this model."""\n    return {text}')
        for name, member in members:
            named[id(member)] = f"{function}({source_of(member.steps[-1][1], named=named)})"
            comments[name] = comments.get(name, {}).get("model")
    return functions


def _step_comments(material: Material, compiled: Compiled) -> dict[str, Any]:
    """Comments by the names that `preparation` gives to pipeline steps, and for each member of an ensemble its own."""
    comments: dict[str, Any] = {"fill_unexpected_gaps": GAPS}
    if compiled.train is not None and compiled.train.members:
        inner = {name: _step_comments(material, compile_operations(operations)) for name, operations in compiled.train.members}
        return inner if "estimators" in compiled.train.estimator.get_params(deep=False) else next(iter(inner.values()))
    balancing = [part for part in compiled.chain if isinstance(part, Resample) and part.balances]
    said: list[Fit | Resample] = [part for part in compiled.chain if part not in balancing]
    for number, part in enumerate([*said, *balancing[-1:]], start=1):
        comment = material.comment_of(part)
        if comment:
            comments[f"{part.name}_{number}"] = comment
        undefined = isinstance(part, Fit) and part.defined_for is not None
        comments[f"fill_unexpected_gaps_{number}"] = UNDEFINED if undefined else GAPS_OF_RATIOS
    about_model = material.comment_of_setting("class_weight") if compiled.fields.get("class_weight") else []
    if compiled.train is not None and (comment := material.comment_of(compiled.train)):
        about_model.append(comment)
    if about_model:
        comments["model"] = "\n# ".join(about_model)
    return comments
