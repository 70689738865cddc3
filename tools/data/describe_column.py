"""Describes one column in detail, with a plot."""

from __future__ import annotations

from tools.base import Answer, AnyColumn, Arguments, Tool, table_block
from tools.cells import escaped, shown_cell
from tools.experiment import Experiment


class DescribeColumnArguments(Arguments):
    """The column to look at."""

    column: AnyColumn


class DescribeColumn(Tool):
    """Shows what one column holds: its kind and why, its values, what is missing, and a picture."""

    name = "describe_column"
    stage = "data"
    label = "Look at a column"
    summary = "One column in detail, with a plot."
    Arguments = DescribeColumnArguments
    phrases = (
        "tell me about {column}",
        "describe the column {column}",
        "what is in {column}?",
        "look at {column}",
        "statistics of {column}",
        "what values does {column} take?",
        "more about {column}",
        "how is {column} made up?",
        "details for {column}",
        "what are the values of {column}",
    )

    def answer(self, args: DescribeColumnArguments, experiment: Experiment) -> Answer:
        from engine.plots.choose import draw

        frame, entries = experiment.table_with(args.column)
        entry = next(item for item in entries if item["name"] == args.column)
        values = frame[args.column]
        rows = [["kind", entry["kind"]], ["why", entry.get("reason", "")], ["rows", len(values)]]
        rows += [["missing", f"{entry['missing']:,} ({entry['missing'] / max(len(values), 1):.1%})"], ["different values", entry["unique"]]]
        for name, value in values.describe().items():
            if name not in {"count", "unique"}:
                rows.append([str(name), shown_cell(value)])
        said = f"{escaped(args.column)} is {entry['kind']}: {entry.get('reason', '')}."
        blocks = [table_block(["", "value"], rows, title=str(args.column))]
        if entry["missing"] < len(values) and entry["kind"] not in {"id", "text"}:
            blocks.append(draw(frame, entries, x=args.column, target=experiment.target, task=experiment.task))
        return Answer(said=said, blocks=blocks)
