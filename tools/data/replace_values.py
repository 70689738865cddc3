"""Replaces one value of a column by another."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, AnyColumn, Arguments, Slot, Tool, UserError
from tools.cells import escaped
from tools.experiment import Experiment


class ReplaceValuesArguments(Arguments):
    """The column, the value to replace, and what to put there."""

    column: AnyColumn
    old: Annotated[Any, Slot("value")]
    new: Any = Field(description="Null makes it missing.")


class ReplaceValues(Tool):
    """Replaces a value by another, or makes it missing."""

    name = "replace_values"
    stage = "data"
    label = "Replace a value"
    summary = "Replace a value by another, or make it missing."
    Arguments = ReplaceValuesArguments
    phrases = (
        "replace ? in {column} with missing",
        "in {column} change 0 to 1",
        "-999 in {column} means missing",
        "a {column} of 0 really means missing",
        "0 in {column} stands for unknown",
        "treat -1 in {column} as missing",
        "correct the spelling of a value in {column}",
        "merge two values of {column}",
        "in {column} swap 1 for 2",
    )
    records = True

    def title(self, args: ReplaceValuesArguments) -> str:
        return f"In {args.column}, {args.old!r} becomes {'missing' if args.new is None else repr(args.new)}"

    def resolve(self, args: ReplaceValuesArguments, experiment: Experiment) -> ReplaceValuesArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step.", "Replace values before that.", argument="column")
        numeric = experiment.sources[args.column]["dtype"].startswith(("int", "float"))
        changes = {}
        if numeric:
            for name in ("old", "new"):
                value = getattr(args, name)
                if isinstance(value, str):
                    try:
                        changes[name] = float(value)
                    except ValueError:
                        raise UserError("invalid_argument", f"“{args.column}” holds numbers, but {value!r} came.", "Give a number.", argument=name) from None
        args = args.model_copy(update=changes)
        if not (experiment.frame[args.column] == args.old).any():
            raise UserError("nothing_to_do", f"No cell of “{args.column}” is {args.old!r}.", "Nothing was changed.", argument="old")
        return args

    def plan(self, args: ReplaceValuesArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.replace_values import replace_values

        arguments = {"column": args.column, "old": args.old, "new": args.new}
        return [Apply(replace_values, arguments, reads=(args.column,), writes=(args.column,))]

    def tell(self, args: ReplaceValuesArguments, before: Experiment, after: Experiment) -> Answer:
        count = int((before.frame[args.column] == args.old).sum())
        new = "missing" if args.new is None else escaped(args.new)
        return Answer(said=f"{count:,} cells of {escaped(args.column)} changed from {escaped(args.old)} to {new}.")
