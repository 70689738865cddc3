"""Generates README.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.material import Material
from codegen.service import templates
from codegen.transcript import escaped, markdown_table

MANY_LOOKS = 3
"""From so many looks on, test rows have helped to choose (guidance: three)."""


def readme_text(material: Material) -> str:
    """Says what the project is, how it is run, what the model scores and what it was made from."""
    run, compiled = material.trained, material.compiled
    target = f" of {escaped(compiled.target)}" if compiled.target else ""
    summary = f"{escaped(run['label'])}: {escaped((compiled.task or 'model').replace('_', ' '))}{target}."
    values = {
        "title": escaped(material.project_name),
        "summary": summary,
        "data_argument": f"data/{material.data_name}" if material.copies_data else "FILE",
        "steps": [f"{step['number']}. {_step_text(material, step)}" for step in material.steps],
        "metrics": metrics_table(run["metrics"]),
        "looks": _looks(material),
        "data_name": escaped(material.dataset["name"]),
        "data_bytes": f"{material.raw_path.stat().st_size:,}",
        "sha256": escaped(material.dataset["sha256"]),
        "acknowledged": [escaped(dismissed_line(item)) for item in material.acknowledged],
    }
    return templates().get_template("README.md.j2").render(values)


def metrics_table(metrics: dict[str, dict[str, Any]]) -> str:
    """Writes the metrics of each part beside one another."""
    parts = [part for part, values in metrics.items() if values]
    names = dict.fromkeys(name for part in parts for name in metrics[part])
    rows = [[name, *(_shown(metrics[part].get(name)) for part in parts)] for name in names]
    return markdown_table(("metric", *parts), rows)


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:.6g}"


def _looks(material: Material) -> str:
    if not material.trained["metrics"].get("test"):
        return ""
    if not material.looks:
        return "Nobody had looked at the test rows before this export."
    times = f"{material.looks} time{'' if material.looks == 1 else 's'}"
    said = f"The test rows were looked at {times} before this export; each look makes their scores a little too rosy."
    if material.looks >= MANY_LOOKS:
        said += " So often that they have helped to choose: cross-validation or a new split would tell more."
    return said


def dismissed_line(item: Mapping[str, Any]) -> str:
    """Tells of a warning that was dismissed: which, about what, what had been found, and why it was kept."""
    about = ", ".join(str(name) for name in item.get("columns") or ())
    line = str(item["finding"]).replace("_", " ") + (f" ({about})" if about else "")
    if item.get("found"):
        line += f": {item['found']}"
    return f"{line} Kept because: {item['reason']}" if item.get("reason") else line


def _step_text(material: Material, step: Any) -> str:
    return escaped(material.step_line(step).partition(". ")[2])
