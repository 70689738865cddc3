"""Generates README.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.material import Material
from codegen.service import templates
from codegen.transcript import escaped, markdown_table

MANY_LOOKS = 3
"""From so many looks on, test rows have helped to choose (guidance: three)."""
MOVED = {"rows": "the rows", "split": "the split", "target": "the target"}


def readme_text(material: Material) -> str:
    """Says what the project is, how it is run, what the model scores and what it was made from."""
    run, compiled = material.trained, material.compiled
    target = f" of {escaped(compiled.target)}" if compiled.target else ""
    label = escaped(run["label"])
    summary = f"{label[:1].upper()}{label[1:]}: {escaped((compiled.task or 'model').replace('_', ' '))}{target}."
    values = {
        "title": escaped(material.project_name),
        "summary": summary,
        "data_argument": f"data/{material.data_name}" if material.copies_data else "FILE",
        "steps": [f"{step['number']}. {_step_text(material, step)}" for step in material.steps],
        "metrics": metrics_table(run["metrics"]),
        "looks": looks_line(material),
        "outdated": escaped(outdated_line(material)),
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


def looks_line(material: Material) -> str:
    """Says how often the test rows were looked at, and what that does to their scores."""
    if not material.trained["metrics"].get("test"):
        return ""
    if not material.looks:
        return "No look at the scores on test rows is on record before this export."
    times = f"{material.looks} time{'' if material.looks == 1 else 's'}"
    said = f"The scores on test rows were looked at {times} before this export; each look makes their scores a little too rosy."
    if material.looks >= MANY_LOOKS:
        said += " So often that they have helped to choose: cross-validation or a new split would tell more."
    return said


def outdated_line(material: Material) -> str:
    """Says that rows, split or target were changed after this run was trained, so that these are not the latest steps; or nothing."""
    since = material.trained.get("outdated")
    if not since:
        return ""
    changed = " and ".join(MOVED.get(name, name) for name in since["changed"])
    return f"This is run {material.trained['number']} as it was trained. Afterwards step {since['step']} ({since['title']}) changed {changed}: that step is not in this code."


def dismissed_line(item: Mapping[str, Any]) -> str:
    """Tells of a warning that was dismissed: which, about what, what had been found, and why it was kept."""
    about = ", ".join(str(name) for name in item.get("columns") or ())
    line = str(item["finding"]).replace("_", " ") + (f" ({about})" if about else "")
    if item.get("found"):
        line += f": {item['found']}"
    return f"{line} Kept because: {item['reason']}" if item.get("reason") else line


def _step_text(material: Material, step: Any) -> str:
    return escaped(material.step_line(step).partition(". ")[2])


def model_note(material: Material, versions: Mapping[str, Any]) -> str:
    """Tells how the saved model is loaded, what it takes, and why only from somebody who is trusted."""
    takes = "\n".join(f"- {escaped(name)} ({escaped(dtype)})" for name, dtype in material.inputs.items())
    pinned = "\n".join(f"- {escaped(name)} {escaped(version)}" for name, version in versions.items())
    return (
        f"# {escaped(material.trained['label'])}\n\n"
        "Put `model.joblib` and `preprocessing.py` into one folder and load the model there:\n\n"
        "    import joblib\n    model = joblib.load(\"model.joblib\")\n\n"
        "Load it only if you trust where it came from: such a file can hold code.\n\n"
        f"## What it was made from\n\n{takes}\n\n## Versions\n\n{pinned}\n\n{metrics_table(material.trained['metrics'])}\n"
    )
