"""Computes how columns move together."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.base import Answer, AnyColumn, Arguments, Names, Slot, Tool, table_block
from tools.cells import escaped, shown_cell
from tools.experiment import Experiment


class CorrelateArguments(Arguments):
    """Which columns, with which one, and how."""

    columns: Annotated[Names, Slot("columns", kinds=("numeric", "boolean"), target=True)] | None = None
    with_column: AnyColumn | None = None
    method: Literal["pearson", "spearman", "kendall"] = Field("pearson", description="Pearson sees straight lines; the other two see any steady rise or fall.")


class Correlate(Tool):
    """Shows how strongly columns move together."""

    name = "correlate"
    stage = "explore"
    label = "Correlations"
    summary = "How strongly columns move together."
    Arguments = CorrelateArguments
    phrases = (
        "what correlates with {column}?",
        "correlation between the columns",
        "show spearman correlations",
        "correlate everything with {column}",
        "is there a link between {column} and {column}?",
        "does {column} go together with {column}?",
        "which columns move with {column}?",
        "how strongly are {column} and {column} related?",
        "relation between {column} and {column}",
        "is {column} associated with {column}",
    )

    all_by_default = ()

    def answer(self, args: CorrelateArguments, experiment: Experiment) -> Answer:
        from engine.aggregate import correlate

        frame, entries = experiment.table_with(args.with_column, *(args.columns or ()))
        names = list(args.columns or [entry["name"] for entry in entries if entry["kind"] in {"numeric", "boolean"} or entry["name"] == args.with_column])
        table = correlate(frame, names, args.with_column, args.method)
        rows = [[shown_cell(cell) for cell in row] for row in table.itertuples(index=False, name=None)]
        said = f"{args.method.capitalize()} correlations" + (f" with {escaped(args.with_column)}." if args.with_column else ".")
        return Answer(said=said, blocks=[table_block([str(name) for name in table.columns], rows[:50], len(rows))])
