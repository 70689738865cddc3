"""Groups rows and computes a statistic of each group."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, AnyColumn, Arguments, Slot, Tool, UserError, table_block
from tools.cells import escaped, listed, shown_cell
from tools.experiment import Experiment
from tools.explore.yes_no import counted

FIGURES = {"mean": "Mean of", "median": "Median of", "sum": "Sum of", "count": "Count of", "min": "Lowest", "max": "Highest", "std": "Spread of"}
"""What is computed, as a person would say it before the column."""
SHARES = {"mean", "sum", "std"}
"""What can be said of yes and no as if they were 1 and 0."""


class AggregateArguments(Arguments):
    """What to compute, of what, by which groups."""

    column: AnyColumn | None = Field(None, description="Not needed for a count.")
    by: Annotated[list[str], Slot("columns", target=True), Field(min_length=1, max_length=3, title="For each")]
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

    def title(self, args: AggregateArguments) -> str:
        groups = " and ".join(args.by)
        if args.column is None:
            return f"Count the rows by {groups}"
        return f"{FIGURES[args.statistic]} {args.column} by {groups}"

    def answer(self, args: AggregateArguments, experiment: Experiment) -> Answer:
        from engine.aggregate import aggregate
        from engine.plots import grouped

        if args.column is None and args.statistic != "count":
            raise UserError("invalid_argument", f"Which column's {args.statistic} shall I compute?", "Name it, or ask for the count.", argument="column")
        frame, entries = experiment.table_with(args.column, *args.by)
        by = list(args.by)
        ones: dict[str, Any] = {}
        if args.column in by:
            raise UserError("invalid_argument", f"“{args.column}” cannot be both what is computed and what groups.", "Name another column to group by.", argument="by")
        if args.column and args.statistic in SHARES:
            frame, ones = counted(frame, entries, [args.column], experiment)
        table = aggregate(frame, by, args.column, args.statistic)
        total = table.attrs["groups"]
        what = f"{args.statistic} of {escaped(args.column)}" if args.column else "number of rows"
        if args.column in ones:
            what = f"share of {escaped(args.column)} = {escaped(ones[args.column])}" if args.statistic == "mean" else f"{what} = {escaped(ones[args.column])}"
            table = table.rename(columns={table.columns[-1]: f"{'share' if args.statistic == 'mean' else args.statistic} of {args.column} = {ones[args.column]}"})
        info = grouped.info(table, by)
        said = f"The {what} by {listed(by)}: {total:,} {'group' if total == 1 else 'groups'}, {escaped(grouped.alt(info).partition(': ')[2])}"
        if total > len(table):
            said += f" The {len(table):,} groups with the most rows are shown."
        rows = [[shown_cell(cell) for cell in row] for row in table.itertuples(index=False, name=None)]
        plot = {"type": "plot", "title": f"{table.columns[-1]} by {' and '.join(by)}", "figure": grouped.figure(info), "alt": grouped.alt(info)}
        return Answer(said=said, blocks=[plot, table_block([str(name) for name in table.columns], rows[:50], len(rows))])
