"""Keeps a random sample of the rows."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, Arguments, OnlyWith, Tool, ToolCall, UserError
from tools.data.effect import rows_effect
from tools.experiment import Experiment

SEED = 42


class SampleRowsArguments(Arguments):
    """How many rows, or which fraction of them."""

    rows: Annotated[int | None, OnlyWith("fraction", (None,))] = Field(None, ge=1, description="How many rows to keep.")
    fraction: float | None = Field(None, gt=0, le=1, description="What share of the rows to keep.")


class SampleRows(Tool):
    """Keeps a random sample of the rows; the same one every time."""

    name = "sample_rows"
    stage = "data"
    label = "Take a sample"
    summary = "Keep a random sample of the rows."
    Arguments = SampleRowsArguments
    phrases = (
        "take a sample of 1000 rows",
        "keep a random 10% of the rows",
        "sample 500 rows",
        "1000 rows are enough",
        "use only a tenth of the rows",
        "make the data smaller",
        "work with half of the rows",
        "thin the data out to 1000 rows",
        "draw 500 rows at random",
    )
    records = True

    def title(self, args: SampleRowsArguments) -> str:
        part = "a random part" if args.fraction is None else f"a random {args.fraction:.0%}"
        return f"Keep {args.rows:,} random rows" if args.rows else f"Keep {part} of the rows"

    def resolve(self, args: SampleRowsArguments, experiment: Experiment) -> SampleRowsArguments:
        if (args.rows is None) == (args.fraction is None):
            raise UserError("invalid_argument", "Say either how many rows or which fraction of them.", "For example: sample 1000 rows.", argument="rows")
        rows = len(experiment.frame)
        if args.rows is not None and args.rows > rows:
            raise UserError("invalid_argument", f"There are {rows:,} rows, so {args.rows:,} cannot be chosen from them.", f"The nearest valid value is {rows}.", ToolCall(tool="sample_rows", args={"rows": rows}), argument="rows")
        if args.fraction is not None and round(args.fraction * rows) < 1:
            raise UserError("nothing_left", f"A fraction of {args.fraction:g} of {rows:,} rows is no row at all.", f"The smallest fraction here is {1 / max(rows, 1):.2g}.", argument="fraction")
        return args

    def plan(self, args: SampleRowsArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.sample_rows import sample_rows

        size = {"rows": args.rows} if args.rows else {"fraction": args.fraction}
        return [Apply(sample_rows, size | {"seed": SEED}, selects_rows=True)]

    def tell(self, args: SampleRowsArguments, before: Experiment, after: Experiment) -> Answer:
        said = f"Kept {len(after.frame):,} of {len(before.frame):,} rows, chosen by lot (seed {SEED}: the same ones every time). Models now learn from these only."
        return Answer(said=said, blocks=rows_effect(before, after))
