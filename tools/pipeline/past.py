"""What was done lately, so that every act can be taken back: steps that were added, and changes of earlier steps.

The document's `edits` hold the changes of the past, each with all steps before and after it; `redo` holds what was
undone, the next one first: a step, or such a change.
"""

from __future__ import annotations

from typing import Any

from tools.experiment import Document, Experiment

MOST_EDITS = 50


def with_edit(experiment: Experiment, document: Document, title: str) -> Document:
    """Remembers that the steps of the experiment were changed into those of the document."""
    edit = {"title": title, "before": experiment.steps, "after": list(document["steps"])}
    return {**document, "edits": [*experiment.document["edits"], edit][-MOST_EDITS:], "redo": []}


def undone(document: Document) -> tuple[Document, str] | None:
    """Takes the last act back, and names it; None where only the loaded data is left."""
    steps, edits, redo = list(document["steps"]), list(document["edits"]), list(document["redo"])
    if edits and edits[-1]["after"] == steps:
        edit = edits.pop()
        return {**document, "steps": edit["before"], "edits": edits, "redo": [edit, *redo]}, edit["title"]
    if len(steps) < 2:
        return None
    return {**document, "steps": steps[:-1], "redo": [steps[-1], *redo]}, steps[-1]["title"]


def redone(document: Document) -> tuple[Document, str] | None:
    """Does again what was undone last, and names it; None where nothing was."""
    if not document["redo"]:
        return None
    again, *rest = document["redo"]
    changes: dict[str, Any] = {"steps": [*document["steps"], again]}
    if "after" in again:
        changes = {"steps": again["after"], "edits": [*document["edits"], again]}
    return {**document, **changes, "redo": rest}, again["title"]
