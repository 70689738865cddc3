"""A tool's form: its JSON schema with what there is to choose from, in the session at hand, filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.models import sentence_label
from engine.store import Store
from tools.base import MEANINGS, Tool

MOST_VALUES = 50
MOST_TABLES = 100
NAMED = {"step", "finding", "experiment"}
"""Arguments whose name says what there is to choose from, where no slot does."""
State = Mapping[str, Any]
Choice = dict[str, Any]


def form_block(tool: Tool, values: Mapping[str, Any], state: State, tables: Sequence[Choice] = ()) -> dict[str, Any]:
    """Makes the form block of a tool for a session in this state; `tables` are the sources that can be named."""
    schema = tool.Arguments.model_json_schema()
    schema["description"] = tool.summary
    schema["properties"] = fields = {name: field for name, field in schema.get("properties", {}).items() if name not in tool.found}
    shown = _Choices(tool, values, state, tables)
    for name, field in fields.items():
        means = _said(field, "x-slot")
        if means:
            field["x-slot"] = means
        if name == "model" and "enum" in field:
            field["x-words"] = {each: sentence_label(each) for each in field["enum"]}
        choices = shown.of(means or (name if name in NAMED else ""), field)
        if choices is not None:
            field["x-choices"] = choices
        if field.get("title") != name.replace("_", " ").title():
            field["x-title"] = field.get("title")
        for part in (field, *field.get("anyOf", [])):
            if part.get("description") == MEANINGS.get(means or ""):
                part.pop("description", None)  # the choices say as much
    return {"type": "form", "tool": tool.name, "title": tool.label or tool.name, "schema": schema, "values": dict(values)}


def tables(store: Store, owner: str) -> list[Choice]:
    """Lists the sources that can be named: the owner's files, the latest first, then the samples."""
    from engine.samples import SAMPLES
    from engine.store import list_files

    files = [{"name": id, "label": known["name"]} for id, known in list_files(store, owner).items()]
    return [*files[::-1][:MOST_TABLES], *({"name": sample.name, "label": f"{sample.title} (sample)"} for sample in SAMPLES)]


class _Choices:
    """What there is to choose from for an argument, by what it means."""

    def __init__(self, tool: Tool, values: Mapping[str, Any], state: State, tables: Sequence[Choice]) -> None:
        self.tool, self.values, self.state, self.tables = tool, values, state, tables
        self.by_meaning: dict[str, Callable[[], list[Choice]]] = {
            "model": self._models,
            "models": self._runs if "run" in tool.requires else self._models,
            "metric": self._metrics,
            "run": self._runs,
            "step": self._steps,
            "source": lambda: list(tables),
            "finding": self._findings,
            "experiment": lambda: [{"name": each["name"]} for each in state["experiments"]],
        }

    def of(self, means: str, field: Mapping[str, Any]) -> list[Choice] | None:
        """Lists the choices; None where anything may be said."""
        if self.state["runs"] and (means == "values" or _said(field, "x-of-model")):
            return _features(self.values, self.state)
        if means == "values":
            return None
        if means in {"column", "columns", "column_or_number"}:
            choices = self._columns(field.get("x-kinds"))
            return [choice for choice in choices if choice["name"] in self.state["loaded"]] if _said(field, "x-loaded") else choices
        found = self.by_meaning.get(means, list)()
        return found or None

    def _columns(self, kinds: Sequence[str] | None) -> list[Choice]:
        columns = [*((self.state["dataset"] or {}).get("columns", [])), *self.state["sources"]]
        fitting = [entry for entry in columns if not kinds or entry["kind"] in kinds] or columns
        told = ["name", "kind", "missing"]
        if any(slot == "value" for slot in _slots(self.tool)):
            told += ["values", "minimum", "maximum"]
        before = {entry["name"]: entry for entry in self.state["untransformed"]}  # ranges as the table has them
        said = [{**entry, **before.get(entry["name"], {})} for entry in fitting]
        return [{key: _short(entry[key]) for key in told if entry.get(key) is not None} for entry in said]

    def _models(self) -> list[Choice]:
        from engine.models import models_for

        return [
            {"name": model.id, "label": sentence_label(model.id), "parameters": [
                {"name": name, "default": parameter.default, "range": parameter.range_words(), "help": parameter.help}
                for name, parameter in model.parameters.items()
            ]}
            for model in models_for(self.state["task"] or "classification")
        ]  # fmt: skip

    def _metrics(self) -> list[Choice]:
        from engine.metrics import metrics_for

        return [{"name": metric.id, "label": _sentence(metric.label)} for metric in metrics_for(self.state["task"] or "classification")]

    def _runs(self) -> list[Choice]:
        return [{"name": str(run["number"]), "label": f"Run {run['number']}: {run['name'] or run['label']}"} for run in self.state["runs"]]

    def _steps(self) -> list[Choice]:
        return [{"name": step["number"], "label": f"{step['number']}. {step['title']}"} for step in self.state["steps"]]

    def _findings(self) -> list[Choice]:
        named = {f"{finding['id']}:{finding['columns'][0]}" if len(finding["columns"]) == 1 else finding["id"]: finding for finding in self.state["findings"]}
        return [{"name": name, "label": f"{finding.get('title', name)}: {', '.join(finding['columns'][:4])}".rstrip(": ")} for name, finding in named.items()]


def _said(field: Mapping[str, Any], key: str) -> Any:
    """Gives what is declared of an argument, or of one of the shapes that it may have."""
    return field.get(key) or next((part[key] for part in field.get("anyOf", ()) if part.get(key)), None)


def _slots(tool: Tool) -> list[str]:
    from tools.arguments import slots

    return [slot.means for slot in slots(tool).values()]


def _features(values: Mapping[str, Any], state: State) -> list[Choice]:
    """Lists what the run that is meant (else the latest) is given: kinds, known values and ranges before any scaling."""
    wanted = str(values.get("run") or "")
    run = next((run for run in state["runs"] if str(run["number"]) == wanted), state["runs"][-1])
    entries = [*state["sources"], *state["dataset"]["columns"], *state["untransformed"]]
    known = {entry["name"]: entry for entry in entries}
    told = ("name", "kind", "values", "minimum", "maximum")
    return [{key: known[name][key] for key in told if key in known[name]} for name in run["features"] if name in known]


def _short(value: Any) -> Any:
    return value[:MOST_VALUES] if isinstance(value, list) else value


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
