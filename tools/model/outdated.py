"""Runs that were trained before rows, split or target changed: how that is said, and how they are trained again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.models import label_of
from tools.base import Suggestion, ToolCall
from tools.cells import escaped


def outdated_words(run: Mapping[str, Any], short: bool = False) -> str:
    """Says that a run was trained before a step changed what is judged; nothing where it is of the table as it stands."""
    since = run.get("outdated")
    if not since:
        return ""
    if short:
        return f"step {since['step']}: {', '.join(since['changed'])}"
    return f"Run {run['number']} was trained before step {since['step']} (“{escaped(since['title'])}”) changed the {' and the '.join(since['changed'])}."


def train_again(run: Mapping[str, Any]) -> Suggestion | None:
    """Offers to train the same model on the table as it stands; none for a combination of others."""
    if run.get("members"):
        return None
    params = {"params": dict(run["params"])} if run.get("params") else {}
    reason = f"run {run['number']} is of the {' and the '.join(run['outdated']['changed'])} before step {run['outdated']['step']}"
    return Suggestion(label=f"Train {label_of(str(run['model']))} again", reason=reason, call=ToolCall(tool="train", args={"model": run["model"], **params}))
