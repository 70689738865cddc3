"""Shows rows of the data as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Tool, table_block
from tools.cells import shown_cell
from tools.experiment import Experiment

if TYPE_CHECKING:
    import pandas as pd

MOST_COLUMNS = 50
WHICH = {"head": "first", "tail": "last"}


class PreviewArguments(Arguments):
    """How many rows, and which."""

    rows: int = Field(10, ge=1, le=50, description="How many rows to show.")
    which: Literal["head", "tail", "random"] = Field("head", description="The first, the last, or random rows.")


class Preview(Tool):
    """Shows rows of the data as it stands now."""

    name = "preview"
    stage = "data"
    label = "Show rows"
    summary = "Show rows of the data as it stands now."
    Arguments = PreviewArguments
    phrases = (
        "show me the first 5 rows",
        "show the data",
        "last 10 rows",
        "a random sample of rows please",
        "print the head",
        "let me see some rows",
        "what does the table look like?",
        "give me a feel for the data",
        "peek at the data",
        "print a few lines",
        "show 20 random records",
    )

    def answer(self, args: PreviewArguments, experiment: Experiment) -> Answer:
        view = experiment.view
        count = min(args.rows, len(view))
        chosen = {"head": view.head, "tail": view.tail}.get(args.which)
        shown = chosen(count) if chosen else view.sample(n=count, random_state=42).sort_index()
        said = f"{count} of {len(view):,} rows, chosen at random." if chosen is None else f"The {WHICH[args.which]} {count} of {len(view):,} rows."
        return Answer(said=said, blocks=[rows_block(shown, len(view), experiment)])


def rows_block(frame: pd.DataFrame, total: int, experiment: Experiment, title: str = "") -> dict[str, Any]:
    """Makes a table block of a frame's rows with the kinds of their columns; at most 50 columns, long cells cut."""
    shown = frame.iloc[:, :MOST_COLUMNS]
    rows = [[shown_cell(cell) for cell in row] for row in shown.itertuples(index=False, name=None)]
    left_out = frame.shape[1] - shown.shape[1]
    note = f"{title} (the first {MOST_COLUMNS} of {frame.shape[1]:,} columns)".strip() if left_out else title
    kinds = {entry["name"]: entry["kind"] for entry in experiment.snapshot.columns}
    return table_block([str(name) for name in shown.columns], rows, total, note) | {"kinds": [kinds.get(name, "") for name in shown.columns]}
