"""A tool's form: its JSON schema with the columns of the data at hand filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.base import Tool


def form_block(tool: Tool, values: Mapping[str, Any], state: Mapping[str, Any]) -> dict[str, Any]:
    """Makes the form block of a tool for a session in this state."""
    schema = tool.Arguments.model_json_schema()
    columns = [*((state["dataset"] or {}).get("columns", [])), *state["sources"]]
    models = _models(state)
    for field in schema.get("properties", {}).values():
        means = field.get("x-slot") or next((part.get("x-slot") for part in field.get("anyOf", []) if part.get("x-slot")), None)
        if means in {"column", "columns", "column_or_number"}:
            kinds = field.get("x-kinds")
            fitting = [entry for entry in columns if not kinds or entry["kind"] in kinds] or columns
            field["x-choices"] = [{key: entry[key] for key in ("name", "kind", "missing")} for entry in fitting]
        elif means == "model":
            field["x-choices"] = models
        elif means == "run":
            field["x-choices"] = [{"name": str(run["number"]), "kind": run["label"], "missing": 0} for run in state["runs"]]
        elif means == "values" and state["runs"]:
            field["x-choices"] = _features(values, state)
        if means:
            field["x-slot"] = means
    return {"type": "form", "tool": tool.name, "title": tool.label or tool.name, "schema": schema, "values": dict(values)}


def _features(values: Mapping[str, Any], state: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Lists what the run that is meant (else the latest) is given: kinds, known values and ranges before any scaling."""
    wanted = str(values.get("run") or "")
    run = next((run for run in state["runs"] if str(run["number"]) == wanted), state["runs"][-1])
    entries = [*state["sources"], *state["dataset"]["columns"], *state["untransformed"]]
    known = {entry["name"]: entry for entry in entries}
    told = ("name", "kind", "values", "minimum", "maximum")
    return [{key: known[name][key] for key in told if key in known[name]} for name in run["features"] if name in known]


def _models(state: Mapping[str, Any]) -> list[dict[str, Any]]:
    from engine.models import models_for

    return [{"name": model.id, "kind": model.label, "missing": 0} for model in models_for(state["task"] or "classification")]
