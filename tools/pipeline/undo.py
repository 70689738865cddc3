"""Takes the last steps back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool, UserError
from tools.cells import escaped
from tools.experiment import Document, Experiment
from tools.pipeline.past import redone, undone

Act = Callable[[Document], tuple[Document, str] | None]


class UndoArguments(Arguments):
    """How many steps."""

    steps: int = Field(1, ge=1, le=1000, description="How many steps.")


class Undo(Tool):
    """Takes the last acts back, added steps and changes of earlier ones alike; redo brings them again."""

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
        document, titles = _repeated(undone, experiment, args.steps)
        if not titles:
            raise UserError("nothing_to_do", "There is no step to undo; only the data is loaded.", "Load other data, if you want to begin elsewhere.")
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
        document, titles = _repeated(redone, experiment, args.steps)
        if not titles:
            raise UserError("nothing_to_do", "There is nothing to redo.", "Only what was just undone can come back.")
        return document, Answer(said=f"Done again: {titles}.")


def _repeated(act: Act, experiment: Experiment, times: int) -> tuple[dict[str, Any], str]:
    """Goes back or forth so many times, or as far as it goes, and names what was passed."""
    document, titles = experiment.document, []
    for _ in range(times):
        gone = act(document)
        if gone is None:
            break
        document = gone[0]
        titles.append(escaped(gone[1]))
    return document, "; ".join(titles)
