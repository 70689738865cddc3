"""Keeps the rows for which a condition is true."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, JsonValue

from engine.operations import Apply, Operation
from tools.base import Answer, AnyColumn, Arguments, OnlyWith, Slot, Tool, ToolCall, UserError
from tools.cells import counted, escaped, shown_cell
from tools.data.effect import rows_effect
from tools.data.typed_value import typed_value
from tools.experiment import Experiment

WORDS = {"eq": "is", "ne": "is not", "gt": "is above", "ge": "is at least", "lt": "is below", "le": "is at most", "in": "is one of", "not_in": "is none of", "between": "is between", "contains": "contains", "is_missing": "is missing", "not_missing": "is not missing"}
ORDERED = {"gt", "ge", "lt", "le", "between"}


class FilterRowsArguments(Arguments):
    """The condition."""

    column: AnyColumn
    op: Literal["eq", "ne", "gt", "ge", "lt", "le", "in", "not_in", "between", "contains", "is_missing", "not_missing"] = Field(title="Condition", description="Rows for which this holds are kept.", json_schema_extra={"x-words": dict[str, JsonValue](WORDS)})
    value: Annotated[Any, Slot("value"), OnlyWith("op", tuple(op for op in WORDS if op not in {"is_missing", "not_missing"}))] = Field(None, description="A value; several for “is one of”, “is none of” and “is between”, as a list or with commas.")


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
    takes_away = "rows"

    def title(self, args: FilterRowsArguments) -> str:
        return f"Keep rows where {args.column} {WORDS[args.op]}{_said(args.value)}"

    def resolve(self, args: FilterRowsArguments, experiment: Experiment) -> FilterRowsArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step; rows are chosen by the columns before that.", "Name a column of the table as it was loaded.", argument="column")
        settled = args.model_copy(update={"value": _settled(args, experiment.sources[args.column])})
        kept = len(self._kept(settled, experiment))
        if not kept and len(experiment.frame):
            raise UserError("nothing_left", f"No row has {args.column} that {WORDS[args.op]}{_said(settled.value)}, so no row would be left.", _range(experiment, args.column), argument="value")
        return settled

    def plan(self, args: FilterRowsArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.keep_rows import keep_rows

        arguments = {"column": args.column, "op": args.op} | ({} if args.value is None else {"value": args.value})
        return [Apply(keep_rows, arguments, selects_rows=True)]

    def _kept(self, args: FilterRowsArguments, experiment: Experiment) -> Any:
        from engine.functions.keep_rows import keep_rows

        return keep_rows(experiment.frame[[args.column]], args.column, args.op, args.value)

    def tell(self, args: FilterRowsArguments, before: Experiment, after: Experiment) -> Answer:
        kept, everything = len(after.frame), len(before.frame)
        condition = f"{escaped(args.column)} {WORDS[args.op]}{escaped(_said(args.value)) and ' ' + escaped(_said(args.value))}"
        if kept == everything:
            return Answer(said=f"All {counted(everything, 'row')} fit already: {condition}. Nothing went.")
        said = f"Kept the {kept:,} of {counted(everything, 'row')} in which {condition}; {everything - kept:,} went."
        if before.task == "classification" and before.target and after.frame[before.target].nunique() == 1 < before.frame[before.target].nunique():
            said += f" All of them have the same {escaped(before.target)}, so there is nothing left to tell apart: say “undo” to take this back."
        return Answer(said=said, blocks=rows_effect(before, after, args.column if args.op not in {"is_missing", "eq"} else None))


def _said(value: Any) -> str:
    if value is None:
        return ""
    return " " + (" and ".join(map(str, value)) if isinstance(value, list) else str(value))


def _settled(args: FilterRowsArguments, entry: dict[str, Any]) -> Any:
    """Gives the value in the column's own type, and refuses what the condition cannot mean."""
    dtype, value = entry["dtype"], args.value
    if args.op in {"is_missing", "not_missing"}:
        return None
    if args.op in ORDERED and not dtype.startswith(("int", "uint", "float", "datetime")):
        raise UserError(
            "needs_order", f"“{args.column}” holds {'text' if dtype.startswith('str') else dtype}, which is not above or below a value.",
            "Use eq, in or contains, or treat it as numbers first.", ToolCall(tool="set_kind", args={"columns": [args.column], "kind": "numeric"}), argument="op",
        )  # fmt: skip
    if args.op == "contains":
        if value is None or isinstance(value, (list, dict)) or str(value) == "":
            raise UserError("invalid_argument", "“contains” needs some letters to look for.", "For example: rows where name contains Mrs.", argument="value")
        return str(value)
    if args.op in {"in", "not_in", "between"}:
        values = value if isinstance(value, list) else [part.strip() for part in value.split(",")] if isinstance(value, str) else [value]
        if not values or values == [None]:
            raise UserError("invalid_argument", f"“{args.op}” needs values.", "Give a list of values.", argument="value")
        if args.op == "between" and len(values) != 2:
            raise UserError("invalid_argument", f"“between” needs two values, but {len(values)} came.", "Give the lowest and the highest.", argument="value")
        typed = [typed_value(item, args.column, dtype) for item in values]
        return sorted(typed) if args.op == "between" else typed
    return typed_value(value, args.column, dtype)


def _range(experiment: Experiment, column: str) -> str:
    values = experiment.frame[column].dropna()
    if values.empty:
        return f"Every cell of {column} is missing."
    if values.dtype.kind in "iufM":
        return f"Its values go from {shown_cell(values.min())} to {shown_cell(values.max())}."
    return f"Its most frequent values are {', '.join(str(shown_cell(value)) for value in values.value_counts().index[:4])}."
