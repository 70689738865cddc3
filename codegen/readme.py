"""Generates README.md."""

from __future__ import annotations

from typing import Any

from codegen.material import Material
from codegen.service import templates
from codegen.transcript import escaped, markdown_table


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
        "acknowledged": [escaped(item) for item in material.acknowledged],
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
    times = f"{material.looks} time{'' if material.looks == 1 else 's'}"
    return f"The test rows were looked at {times} before this export; each look makes their scores a little too rosy."


def _step_text(material: Material, step: Any) -> str:
    return escaped(material.step_line(step).partition(". ")[2])
