"""Drops columns."""

from __future__ import annotations

from engine.operations import Apply, Fit, Operation
from tools.base import Answer, Arguments, Columns, Tool, ToolCall, UserError
from tools.cells import counted, listed, named_columns
from tools.experiment import Experiment


class DropColumnsArguments(Arguments):
    """The columns to drop."""

    columns: Columns


class DropColumns(Tool):
    """Drops columns from the table."""

    name = "drop_columns"
    stage = "data"
    label = "Drop columns"
    summary = "Drop columns from the table."
    Arguments = DropColumnsArguments
    phrases = (
        "drop {columns}",
        "remove the column {column}",
        "get rid of {columns}",
        "delete {columns}",
        "I don't need {columns}",
        "{column} is useless",
        "we do not need {column}",
        "throw {column} away",
        "leave {column} out",
        "{column} must go",
        "take {column} out",
        "forget about {column}",
        "without the {column} column please",
        "ignore {column}",
        "{column} tells us nothing",
    )
    records = True
    takes_away = "columns"

    def title(self, args: DropColumnsArguments) -> str:
        return f"Drop {named_columns(args.columns)}"

    def resolve(self, args: DropColumnsArguments, experiment: Experiment) -> DropColumnsArguments:
        if experiment.target in args.columns:
            raise UserError("target_dropped", f"“{experiment.target}” is what you want to predict, so it cannot be dropped.", "Choose another target first.", ToolCall(tool="list_options", args={"stage": "data"}))
        rest = [name for name in experiment.columns if name not in args.columns and name != experiment.target]
        if not rest:
            raise UserError("nothing_left", "That would leave no column to learn from.", "Keep at least one.", argument="columns")
        return args

    def plan(self, args: DropColumnsArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.leave_out import LeaveOut
        from engine.functions.drop_columns import drop_columns

        plain = [name for name in args.columns if name in experiment.sources]
        made = [name for name in args.columns if name not in experiment.sources]
        operations: list[Operation] = [Apply(drop_columns, {"columns": plain})] if plain else []
        return [*operations, *([Fit("leave_out", LeaveOut(made), None)] if made else [])]

    def tell(self, args: DropColumnsArguments, before: Experiment, after: Experiment) -> Answer:
        return Answer(said=f"Dropped {listed(list(args.columns))}; {counted(len(after.columns), 'column is', 'columns are')} left.")
