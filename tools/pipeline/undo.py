"""Takes the last steps back."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool, UserError
from tools.cells import escaped
from tools.experiment import Experiment


class UndoArguments(Arguments):
    """How many steps."""

    steps: int = Field(1, ge=1, le=1000, description="How many steps.")


class Undo(Tool):
    """Takes the last steps back; redo brings them again."""

    name = "undo"
    stage = "pipeline"
    label = "Undo"
    summary = "Take the last steps back."
    Arguments = UndoArguments
    phrases = (
        "undo that",
        "undo",
        "go back one step",
        "take the last 2 steps back",
        "revert",
        "take that back",
        "that was wrong, go back",
        "oops, revert it",
        "I did not want that",
    )
    edits = True

    def edit(self, args: UndoArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        steps = experiment.steps
        count = min(args.steps, len(steps) - 1)
        if not count:
            raise UserError("nothing_to_do", "There is no step to undo; only the data is loaded.", "Load other data, if you want to begin elsewhere.")
        undone = steps[-count:]
        document = {**experiment.document, "steps": steps[:-count], "redo": [*undone, *experiment.document["redo"]]}
        titles = "; ".join(escaped(step["title"]) for step in reversed(undone))
        return document, Answer(said=f"Undone: {titles}.")


class Redo(Tool):
    """Brings undone steps again."""

    name = "redo"
    stage = "pipeline"
    label = "Redo"
    summary = "Bring undone steps again."
    Arguments = UndoArguments
    phrases = (
        "redo",
        "redo that",
        "bring it back",
        "redo the last 2 steps",
        "do it again after all",
        "put it back",
        "undo the undo",
        "I want it back",
    )
    edits = True

    def edit(self, args: UndoArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        redo = experiment.document["redo"]
        if not redo:
            raise UserError("nothing_to_do", "There is nothing to redo.", "Only steps that were just undone can come back.")
        again, rest = redo[: args.steps], redo[args.steps :]
        document = {**experiment.document, "steps": [*experiment.steps, *again], "redo": rest}
        return document, Answer(said=f"Done again: {'; '.join(escaped(step['title']) for step in again)}.")
