"""Computes how columns move together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, AnyColumn, Arguments, Names, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, listed, shown_cell
from tools.experiment import Experiment
from tools.explore.yes_no import counted

MOST_TOGETHER = 200
"""More columns than this make too many pairs to read ."""


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
        from engine.plots import correlates, correlation

        frame, entries = experiment.table_with(args.with_column, *(args.columns or ()))
        usable = [entry["name"] for entry in entries if entry["kind"] in {"numeric", "boolean"}]
        names = list(args.columns or usable)
        frame, ones = counted(frame, entries, [*names, *([args.with_column] if args.with_column else [])], experiment)
        self._check(args, frame, experiment)
        names = [name for name in names if frame[name].dtype.kind in "iufb"]
        flat = [name for name in names if frame[name].nunique() < 2]
        names = names if len(names) - len(flat) < 2 else [name for name in names if name not in flat]
        wide = args.with_column is None and len(names) > MOST_TOGETHER
        table = correlate(frame, names[:MOST_TOGETHER] if args.with_column is None else names, args.with_column, args.method)
        if args.with_column is not None:
            numbers: Any = correlates.info(table, args.with_column, args.method)
            chart: Any = correlates
        else:
            drawn = _strongest(table, names, correlation.MOST_COLUMNS)
            numbers, chart = correlation.info(frame, drawn, args.method), correlation
        plot = {"type": "plot", "title": "Correlation" + (f" with {args.with_column}" if args.with_column else ""), "figure": chart.figure(numbers), "alt": chart.alt(numbers)}
        rows = [[shown_cell(cell) for cell in row] for row in table.itertuples(index=False, name=None)]
        said = escaped(chart.alt(numbers)) + _how(ones, table.attrs["rows"] if args.with_column else len(frame), len(frame))
        said += _left_out([name for name in flat if name not in names])
        said += f" Of {len(names):,} columns the first {MOST_TOGETHER} are compared with each other." if wide else ""
        said += f" The {len(numbers.columns)} that move together most are drawn." if args.with_column is None and len(numbers.columns) < len(names) else ""
        return Answer(said=said, blocks=[plot, table_block([str(name) for name in table.columns], rows[:50], len(rows))])

    def _check(self, args: CorrelateArguments, frame: Any, experiment: Experiment) -> None:
        """Says what works where the column to correlate with holds neither numbers nor yes and no."""
        name = args.with_column
        if name is None or frame[name].dtype.kind in "iufb":
            return
        call = ToolCall(tool="rank_features", args={"method": "mutual_info"}) if name == experiment.target else None
        hint = "A ranking of the features works for classes." if call else "An aggregate or a box plot compares a number between its values."
        raise UserError("needs_number", f"“{name}” holds no numbers to correlate with.", hint, call, argument="with_column")


def _strongest(table: Any, names: list[str], most: int) -> list[str]:
    """Gives the columns of the strongest pairs, as many as there is room for, in the order of the table."""
    ordered = list(dict.fromkeys(name for pair in zip(table["left"], table["right"], strict=True) for name in pair))
    return [name for name in names if name in ordered[:most]]


def _left_out(flat: list[str]) -> str:
    return f" {listed(flat)} {'has' if len(flat) == 1 else 'have'} no two different values, so nothing moves with {'it' if len(flat) == 1 else 'them'}." if flat else ""


def _how(ones: dict[str, Any], rows: int, of: int) -> str:
    said = "".join(f" {escaped(name)} counts as 1 where it is {escaped(one)}." for name, one in list(ones.items())[:3])
    return said + (f" Measured on {rows:,} of {of:,} rows, chosen at random." if rows < of else "")
