"""Arguments to try each tool with, made from its declaration; a new tool has some before anyone writes a test for it.

Every value of every enumerated argument is tried once, the other arguments as they are by default. What a declaration
cannot tell (which value to filter for) stands in one table, `GIVEN`; what is left out, and why, in another, `LEFT_OUT`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tools.base import Tool
from tools.catalog import TOOLS

GIVEN: dict[str, dict[str, Any]] = {
    "load_data": {"source": "penguins"},
    "rename_column": {"name": "renamed"},
    "filter_rows": {"column": "Age", "value": 30},
    "filter_rows op=in": {"column": "Embarked", "value": ["S", "C"]},
    "filter_rows op=not_in": {"column": "Embarked", "value": ["S"]},
    "filter_rows op=between": {"column": "Age", "value": [20, 30]},
    "filter_rows op=contains": {"column": "Name", "value": "Mrs"},
    "filter_rows op=is_missing": {"column": "Age", "value": None},
    "filter_rows op=not_missing": {"column": "Age", "value": None},
    "replace_values": {"column": "Embarked", "old": "S", "new": "Southampton"},
    "set_kind kind=categorical": {"columns": ["Pclass"]},
    "set_kind kind=boolean": {"columns": ["Survived"]},
    "set_kind kind=text": {"columns": ["Name"]},
    "set_kind kind=datetime": {"columns": ["date"]},
    "set_target": {"column": "Survived"},
    "set_target task=regression": {"column": "Age"},
    "sample_rows": {"rows": 200},
    "plot": {"x": "Age"},
    "plot kind=bar": {"x": "Embarked"},
    "plot kind=scatter": {"x": "Age", "y": "Fare"},
    "plot kind=line": {"x": "Age", "y": "Fare"},
    "plot kind=correlation": {"x": None},
    "plot kind=pairs": {"x": None},
    "plot kind=missing": {"x": None},
    "start_over": {"confirmed": True},
    "aggregate": {"column": "Age"},
    "handle_outliers method=isolation_forest": {"action": "remove"},
    "impute strategy=constant": {"columns": ["Age"], "fill_value": 0},
    "drop_missing": {"columns": ["Age"]},
    "drop_missing axis=columns": {"columns": ["Cabin"]},
    "acknowledge": {"finding": "missing", "columns": ["Age"]},
    "split strategy=time": {"column": "date"},
    "split strategy=group": {"column": "Pclass"},
    "split strategy=stratified_group": {"column": "Ticket"},
    "split strategy=column": {"column": "part"},
    "transform method=box_cox": {"columns": ["mpg"]},
    "set_threshold": {"value": 0.4},
    "train": {"model": "decision_tree"},
    "ensemble": {"models": ["decision_tree", "logistic_regression"]},
    "ensemble method=bagging": {"models": ["decision_tree"]},
    "compare_models": {"models": ["dummy", "decision_tree"]},
    "tune": {"model": "decision_tree", "trials": 2},
    "autopilot": {"time_budget": 2},
    "choose_k": {"maximum": 3},
    "reduce_dimensions": {"components": 2},
    "predict": {"values": {"Age": 30}},
    "what_if": {"changes": {"Age": 60}},
    "compare_data": {"source": "titanic"},
    "explain method=partial_dependence": {"column": "Age"},
    "remove_step": {"step": 3},
    "edit_step": {"step": 2, "args": {"column": "Pclass"}},
    "branch": {"name": "another try"},
    "name_experiment": {"name": "first try"},
    "define": {"term": "overfitting"},
    "export": {"formats": ["pipeline"]},
}

LEFT_OUT: dict[str, str] = {
    "apply_tuning": "needs a tuned model; its own test tunes one",
    "apply_pipeline": "needs another experiment; its own test makes one",
    "reduce_dimensions method=umap": "needs an extra that the tests do not install",
    "explain method=shap": "takes seconds; tests/tools/test_judging.py tries it",
    "explain method=lime": "takes seconds; tests/tools/test_judging.py tries it",
    "plot_model kind=tuning_history": "needs a search; tests/tools/test_judging.py makes one",
    **dict.fromkeys(
        ("cross_validate strategy=time", "cross_validate strategy=group", "cross_validate strategy=stratified_group"),
        "needs a split that names a column; its own test declares one",
    ),
    "open_experiment": "needs another experiment; its own test makes one",
}


@dataclass(frozen=True)
class Case:
    """One tool with the enumerated value that is to be tried."""

    tool: Tool
    chosen: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join([self.tool.name, *(f"{name}={value}" for name, value in self.chosen.items())])

    def arguments(self, state: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Gives arguments to try on an experiment in this state, the likeliest first."""
        given = GIVEN.get(self.tool.name, {}) | self.chosen | GIVEN.get(str(self), {})
        schema = self.tool.Arguments.model_json_schema()
        needed = [name for name in schema.get("required", ()) if name not in given]
        offers = [values_for(schema["properties"][name], state) for name in needed]
        for values in itertools.product(*offers):
            yield given | dict(zip(needed, values, strict=True))


def cases() -> list[Case]:
    """Lists each tool with its defaults, and with every other value of its enumerated arguments."""
    found = []
    for tool in TOOLS:
        schema = tool.Arguments.model_json_schema()
        variants = [{}] if not any(name in schema.get("required", ()) for name in enumerated(schema)) else []
        variants += [{name: value} for name, values in enumerated(schema).items() for value in values]
        found += [Case(tool, variant) for variant in variants]
    return [case for case in found if _is_tried(case)]


def _is_tried(case: Case) -> bool:
    """Says whether neither the tool nor this one of its values is left out."""
    return case.tool.name not in LEFT_OUT and str(case) not in LEFT_OUT


def enumerated(schema: dict[str, Any]) -> dict[str, list[Any]]:
    """Lists the arguments that take one of several words, other than the words for columns."""
    found = {}
    for name, part in schema.get("properties", {}).items():
        choices = [option for option in (part, *part.get("anyOf", ())) if "enum" in option]
        if choices and "columns" not in slot_of(part):
            found[name] = choices[0]["enum"]
    return found


def options_of(part: dict[str, Any]) -> list[dict[str, Any]]:
    """Lists the shapes that an argument may have."""
    return [shape for option in part.get("anyOf", (part,)) for shape in (options_of(option) if "anyOf" in option else [option])]


def slot_of(part: dict[str, Any]) -> str:
    """Says what an argument means, by its declaration."""
    return part.get("x-slot") or next((option["x-slot"] for option in part.get("anyOf", ()) if "x-slot" in option), "")


def values_for(part: dict[str, Any], state: dict[str, Any]) -> list[Any]:
    """Lists values that an argument without a default might take on an experiment in this state."""
    columns = [entry for entry in (state["dataset"] or {}).get("columns", ()) if entry["name"] != state["target"]]
    names = {kind: [entry["name"] for entry in columns if entry["kind"] == kind] for kind in dict.fromkeys(entry["kind"] for entry in columns)}
    match slot_of(part):
        case "column" | "column_or_number":
            return [group[place] for place in (0, 1) for group in names.values() if len(group) > place]
        case "columns":
            return [group[:2] for group in names.values()]
    if "enum" in part:
        return list(part["enum"])
    if part.get("type") in {"integer", "number"}:
        return [part.get("minimum", 1)]
    return ["example"]
