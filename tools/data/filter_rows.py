"""Keeps the rows for which a condition is true."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, AnyColumn, Arguments, Slot, Tool, UserError
from tools.cells import escaped
from tools.experiment import Experiment

WORDS = {"eq": "is", "ne": "is not", "gt": "is above", "ge": "is at least", "lt": "is below", "le": "is at most", "in": "is one of", "not_in": "is none of", "between": "is between", "contains": "contains", "is_missing": "is missing", "not_missing": "is not missing"}


class FilterRowsArguments(Arguments):
    """The condition."""

    column: AnyColumn
    op: Literal["eq", "ne", "gt", "ge", "lt", "le", "in", "not_in", "between", "contains", "is_missing", "not_missing"] = Field(description="Rows for which this holds are kept.")
    value: Annotated[Any, Slot("value")] = Field(None, description="A value, or a list for in, not_in and between.")


class FilterRows(Tool):
    """Keeps only the rows for which a condition on one column is true."""

    name = "filter_rows"
    stage = "data"
    label = "Keep some rows"
    summary = "Keep the rows for which a condition is true."
    Arguments = FilterRowsArguments
    phrases = (
        "keep only rows where {column} is above 10",
        "only rows with {column} at least 3",
        "remove the rows where {column} is missing",
        "just the rows with {column} over 5",
        "{column} between 1 and 5 only",
        "throw away rows where {column} is below 5",
        "restrict it to {column} of at least 5",
        "no rows with {column} under 5",
        "look only at those with {column} above 5",
        "where {column} = 5",
        "focus on {column} greater than 5",
    )
    records = True

    def title(self, args: FilterRowsArguments) -> str:
        value = "" if args.value is None else f" {args.value}"
        return f"Keep rows where {args.column} {WORDS[args.op]}{value}"

    def resolve(self, args: FilterRowsArguments, experiment: Experiment) -> FilterRowsArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step; rows are chosen by the columns before that.", "Name a column of the table as it was loaded.", argument="column")
        entry = experiment.sources[args.column]
        numeric = entry["dtype"].startswith(("int", "float"))
        value = args.value
        if args.op in {"is_missing", "not_missing"}:
            return args.model_copy(update={"value": None})
        if args.op in {"in", "not_in", "between"}:
            value = value if isinstance(value, list) else [value]
            if args.op == "between" and len(value) != 2:
                raise UserError("invalid_argument", f"“between” needs two values, but {len(value)} came.", "Give the lowest and the highest.", argument="value")
            return args.model_copy(update={"value": [_fitting(item, numeric, args.column) for item in value]})
        if value is None or isinstance(value, (list, dict)):
            raise UserError("invalid_argument", f"“{args.op}” needs one value.", "For example: keep rows where age is above 30.", argument="value")
        return args.model_copy(update={"value": value if args.op == "contains" else _fitting(value, numeric, args.column)})

    def plan(self, args: FilterRowsArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.keep_rows import keep_rows

        arguments = {"column": args.column, "op": args.op} | ({} if args.value is None else {"value": args.value})
        return [Apply(keep_rows, arguments, selects_rows=True)]

    def tell(self, args: FilterRowsArguments, before: Experiment, after: Experiment) -> Answer:
        kept, all_rows = len(after.frame), len(before.frame)
        if not kept:
            raise UserError("nothing_left", f"No row has {args.column} that {WORDS[args.op]} {args.value}.", "Nothing was changed.")
        return Answer(said=f"Kept the {kept:,} of {all_rows:,} rows in which {escaped(args.column)} {WORDS[args.op]} {escaped('' if args.value is None else args.value)}.".replace(" .", "."))


def _fitting(value: Any, numeric: bool, column: str) -> Any:
    if not numeric or isinstance(value, (int, float)):
        return value
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        raise UserError("invalid_argument", f"“{column}” holds numbers, but {value!r} came.", "Give a number.", argument="value") from None
    return int(number) if number.is_integer() else number
