"""Replaces one value of a column by another."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, AnyColumn, Arguments, Slot, Tool, UserError
from tools.cells import counted, escaped, shown_cell
from tools.data.effect import column_picture
from tools.data.typed_value import typed_value
from tools.experiment import Experiment

MOST_TOLD = 6


class ReplaceValuesArguments(Arguments):
    """The column, the value to replace, and what to put there."""

    column: AnyColumn
    old: Annotated[Any, Slot("value")] = Field(description="The value to replace; several as a list, with as many new ones.")
    new: Annotated[Any, Slot("value")] = Field(description="Left out: the value becomes missing.")


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
        if isinstance(args.old, list):
            news = list(dict.fromkeys("missing" if value is None else repr(value) for value in _new_values(args)))
            return f"In {args.column}, {counted(len(args.old), 'value')} become{'s' if len(args.old) == 1 else ''} {', '.join(news[:3])}{', …' if len(news) > 3 else ''}"
        return f"In {args.column}, {args.old!r} becomes {'missing' if args.new is None else repr(args.new)}"

    def resolve(self, args: ReplaceValuesArguments, experiment: Experiment) -> ReplaceValuesArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step.", "Replace values before that.", argument="column")
        if isinstance(args.old, list):
            return _settled_pairs(args, experiment, self)
        if args.old is None:
            raise UserError("invalid_argument", "Missing cells are no value to replace.", f"To fill the gaps of {args.column}, use impute.", argument="old")
        dtype = experiment.sources[args.column]["dtype"]
        settled = {"old": typed_value(args.old, args.column, dtype, "old")}
        if args.new is not None:
            settled["new"] = typed_value(args.new, args.column, dtype, "new")
        settled_args = args.model_copy(update=settled)
        values = experiment.frame[args.column]
        count = int((values == _comparable(settled_args.old, dtype)).sum())
        if not count:
            raise UserError("nothing_to_do", f"No cell of “{args.column}” is {args.old!r}.", _nearest(values, args.old), argument="old")
        if args.new is None and count == int(values.notna().sum()):
            raise UserError("nothing_left", f"Every known cell of “{args.column}” is {args.old!r}, so nothing would be left in it.", "Drop the column instead.", argument="old")
        return settled_args

    def plan(self, args: ReplaceValuesArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.replace_values import replace_values

        arguments = {"column": args.column, "old": args.old, "new": args.new}
        return [Apply(replace_values, arguments, reads=(args.column,), writes=(args.column,))]

    def tell(self, args: ReplaceValuesArguments, before: Experiment, after: Experiment) -> Answer:
        old, new = before.sources[args.column], after.sources[args.column]
        several = args.old if isinstance(args.old, list) else [args.old]
        count = int(before.frame[args.column].isin([_comparable(value, old["dtype"]) for value in several]).sum())
        becomes = ", ".join(f"{escaped(value)} to {'missing' if new is None else escaped(new)}" for value, new in list(zip(several, _new_values(args), strict=True))[:MOST_TOLD])
        more = f" and {len(several) - MOST_TOLD:,} more" if len(several) > MOST_TOLD else ""
        said = f"{count:,} of {len(before.frame):,} cells of {escaped(args.column)} changed from {becomes}{more}."
        said += f" {new['missing']:,} are missing now, before {old['missing']:,}." if new["missing"] != old["missing"] else ""
        if new["dtype"] != old["dtype"] and new["dtype"].startswith(("int", "float")):
            said += f" {escaped(args.column)} is all numbers now."
        return Answer(said=said, blocks=[column_picture(before, after, args.column)] if new["unique"] else [])


def _new_values(args: ReplaceValuesArguments) -> list[Any]:
    return list(args.new) if isinstance(args.new, list) else [args.new]


def _settled_pairs(args: ReplaceValuesArguments, experiment: Experiment, tool: ReplaceValues) -> ReplaceValuesArguments:
    """Settles several values with the one that each becomes; raises UserError where they are no pairs, or one is not there."""
    news = args.new if isinstance(args.new, list) else [args.new] * len(args.old)
    if not args.old or len(news) != len(args.old):
        raise UserError("invalid_argument", f"{counted(len(args.old), 'value')} cannot become {counted(len(news), 'other')} one by one.", "Give as many new values as old ones.", argument="new")
    settled = [tool.resolve(ReplaceValuesArguments(column=args.column, old=one, new=other), experiment) for one, other in zip(args.old, news, strict=True)]
    return args.model_copy(update={"old": [each.old for each in settled], "new": [each.new for each in settled]})


def _comparable(value: Any, dtype: str) -> Any:
    import pandas as pd

    return pd.Timestamp(value) if dtype.startswith("datetime") else value


def _nearest(values: Any, said: Any) -> str:
    from rapidfuzz import process

    known = [str(shown_cell(value)) for value in values.value_counts().index[:500]]
    near = process.extractOne(str(said), known, score_cutoff=50)
    return f"Did you mean {near[0]!r}?" if near else f"Its most frequent values are {', '.join(known[:4])}."
