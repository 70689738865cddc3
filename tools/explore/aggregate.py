"""Groups rows and computes a statistic of each group."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.base import Answer, AnyColumn, Arguments, Slot, Tool, UserError, table_block
from tools.cells import escaped, listed, shown_cell
from tools.experiment import Experiment


class AggregateArguments(Arguments):
    """What to compute, of what, by which groups."""

    column: AnyColumn | None = Field(None, description="Not needed for a count.")
    by: Annotated[list[str], Slot("columns", target=True), Field(min_length=1, max_length=3)]
    statistic: Literal["mean", "median", "sum", "count", "min", "max", "std"] = Field("mean", description="What is computed for each group.")


class Aggregate(Tool):
    """Shows a statistic for each group of rows, as a table and a chart."""

    name = "aggregate"
    stage = "explore"
    label = "Compare groups"
    summary = "Group the rows and compute a statistic of each group."
    Arguments = AggregateArguments
    phrases = (
        "average {column} by {column}",
        "mean {column} per {column}",
        "count rows by {column}",
        "median of {column} for each {column}",
        "how many rows per {column}?",
        "which {column} has the highest {column}?",
        "{column} rate by {column}",
        "break {column} down by {column}",
        "how does the average {column} differ between {column}?",
        "how many in each {column}",
        "total {column} per {column}",
        "typical {column} for every {column}",
        "group by {column}",
    )
    all_by_default = ()

    def answer(self, args: AggregateArguments, experiment: Experiment) -> Answer:
        from engine.aggregate import aggregate

        if args.column is None and args.statistic != "count":
            raise UserError("invalid_argument", f"Which column's {args.statistic} shall I compute?", "Name it, or ask for the count.", argument="column")
        frame, _ = experiment.table_with(args.column, *args.by)
        table = aggregate(frame, list(args.by), args.column, args.statistic)
        rows = [[shown_cell(cell) for cell in row] for row in table.itertuples(index=False, name=None)]
        what = f"{args.statistic} of {escaped(args.column)}" if args.column else "number of rows"
        said = f"The {what} by {listed(list(args.by))}: {len(rows):,} groups."
        return Answer(said=said, blocks=[table_block([str(name) for name in table.columns], rows[:50], len(rows))])
