"""Renames a column."""

from __future__ import annotations

from pydantic import Field

from engine.operations import Apply, Operation, Set
from tools.base import Answer, AnyColumn, Arguments, Tool, UserError
from tools.cells import escaped
from tools.experiment import Experiment


class RenameColumnArguments(Arguments):
    """The column, and its new name."""

    column: AnyColumn
    name: str = Field(min_length=1, max_length=300, description="The new name.")


class RenameColumn(Tool):
    """Gives a column another name."""

    name = "rename_column"
    stage = "data"
    label = "Rename a column"
    summary = "Give a column another name."
    Arguments = RenameColumnArguments
    phrases = (
        "rename {column} to income",
        "call {column} age_years",
        "change the name of {column} to size",
        "give {column} a better name: size",
        "{column} should be called size",
        "the new name of {column} is size",
    )
    records = True

    def title(self, args: RenameColumnArguments) -> str:
        return f"Rename {args.column} to {args.name}"

    def resolve(self, args: RenameColumnArguments, experiment: Experiment) -> RenameColumnArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step; only columns of the table as it was loaded can be renamed.", "Rename before encoding.")
        if args.name in experiment.sources or args.name in experiment.columns:
            raise UserError("name_taken", f"There is already a column “{args.name}”.", "Choose another name.", argument="name")
        named = [step for step in experiment.steps[1:] if args.column in str(step["args"]) and step["tool"] not in {"drop_columns", "set_target"}]
        if named:
            raise UserError("used_before", f"“{args.column}” is named by an earlier step ({named[0]['title']}).", "Undo that step, rename, and do it again.")
        return args

    def plan(self, args: RenameColumnArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.rename_columns import rename_columns

        renamed: list[Operation] = [
            Apply(rename_columns, {"names": {args.column: args.name}}, reads=(args.column,), writes=(args.name,))
        ]
        if experiment.target == args.column:
            renamed.append(Set("target", args.name))
        return renamed

    def tell(self, args: RenameColumnArguments, before: Experiment, after: Experiment) -> Answer:
        return Answer(said=f"{escaped(args.column)} is now called {escaped(args.name)}.")
