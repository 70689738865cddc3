"""The state of an experiment, as every door shows it and the router may see it."""

from __future__ import annotations

from typing import Any

from tools.experiment import Document, Experiment, steps_key
from tools.pipeline.experiments import listed, name_of


def state_of(experiment: Experiment) -> dict[str, Any]:
    """Writes the experiment as the contract's session state, in plain JSON."""
    steps = [
        {"number": number, "tool": step["tool"], "args": step["args"], "title": step["title"]}
        for number, step in enumerate(experiment.steps, start=1)
    ]
    state: dict[str, Any] = {
        "dataset": None,
        "sources": [],
        "untransformed": [],
        "loaded": [],
        "target": None,
        "task": None,
        "positive": None,
        "split": None,
        "steps": steps,
        "runs": [],
        "findings": [],
        "acknowledged": experiment.acknowledged,
        "looks": experiment.looks,
        "tour": bool(experiment.document.get("tour")),
        "experiment": name_of(experiment.document) if experiment.dataset else "",
        "experiments": listed(experiment) if experiment.dataset else [],
        "exported": [],
        "left_out": [],
    }
    if not experiment.dataset:
        return state
    known = {entry["name"]: entry for entry in experiment.snapshot.columns}
    return state | {
        "dataset": {
            **{key: experiment.dataset[key] for key in ("id", "name", "sha256")},
            "rows": len(experiment.frame),
            "columns": list(experiment.snapshot.columns),
        },
        "sources": [entry for entry in experiment.snapshot.sources if entry["name"] not in known],
        "untransformed": [entry for entry in experiment.snapshot.sources if known.get(entry["name"], entry) != entry],
        "loaded": [entry["name"] for entry in experiment.snapshot.sources],
        "target": experiment.target,
        "task": experiment.task,
        "positive": experiment.compiled.fields.get("positive"),
        "split": dict(experiment.split) if experiment.split else None,
        "runs": experiment.runs,
        "findings": findings_of(experiment),
        "exported": exported_formats(experiment),
        "left_out": left_out(experiment),
    }


def findings_of(experiment: Experiment) -> list[dict[str, Any]]:
    """Lists what the health report found and nobody has settled yet; known already where the table is as it was before."""
    from tools.data.profile import report_of

    known = experiment.session.get("findings")
    if known and known["key"] == findings_key(experiment.document):
        return list(known["found"])
    settled = {(item["finding"], column) for item in experiment.acknowledged for column in item["columns"] or [""]}
    return [
        finding
        for finding in report_of(experiment)["findings"]
        if not all((finding["id"], column) in settled for column in finding["columns"] or [""])
    ]


def findings_key(document: Document) -> str:
    """Hashes what the open findings depend on: the steps that make the table, and what was settled."""
    from tools.data.profile import steps_of_table

    steps = document["steps"]
    return steps_key([*steps_of_table(steps), *(step for step in steps if step["tool"] == "acknowledge")])


def exported_formats(experiment: Experiment) -> list[str]:
    """Lists the formats in which the steps as they are now were downloaded."""
    latest = experiment.document.get("exported") or {}
    return list(latest.get("formats", ())) if latest.get("key") == experiment.key else []


def left_out(experiment: Experiment) -> list[str]:
    """Lists the columns that no model is given, because others were chosen."""
    if experiment.compiled.fields.get("features") is None:
        return []
    return [name for name in experiment.sources if name not in experiment.features and name != experiment.target]
