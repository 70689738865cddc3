"""Says what a column is to be treated as."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Apply, Operation, Set
from tools.base import Answer, Arguments, Names, OnlyWith, Slot, Tool, UserError
from tools.cells import counted, escaped, listed, named_columns
from tools.data.conversions import conversion, decimal_mark
from tools.data.effect import column_picture
from tools.experiment import Experiment


class SetKindArguments(Arguments):
    """The columns, and their kind."""

    columns: Annotated[Names, Slot("columns", target=True)]
    kind: Literal["numeric", "categorical", "boolean", "datetime", "text", "id"] = Field(description="What the columns are to be treated as.")
    day_first: Annotated[bool | None, OnlyWith("kind", ("datetime",)), OnlyWith("formats", (None,))] = Field(None, description="For dates such as 03/04/2024: whether the day comes first.")
    formats: Annotated[list[str] | None, OnlyWith("kind", ("datetime",))] = Field(None, description="How the dates are written; found where it is left out.")
    decimal: Annotated[Literal[".", ","] | None, OnlyWith("kind", ("numeric",))] = Field(None, description="What stands before the decimals of amounts such as 1.250,90 €; found where it is left out.")


class SetKind(Tool):
    """Says what columns are to be treated as; what you say wins over what was inferred."""

    name = "set_kind"
    stage = "data"
    label = "Change a column's kind"
    summary = "Say what a column is to be treated as."
    Arguments = SetKindArguments
    phrases = (
        "treat {column} as categorical",
        "{column} is a number",
        "{column} is an id",
        "{column} is a date",
        "make {column} numeric",
        "{column} is a category, not a number",
        "{column} contains dates",
        "regard {column} as text",
        "{column} as category",
        "read {column} as a yes or no column",
        "{column} has the wrong kind, it is numeric",
    )
    records = True

    def title(self, args: SetKindArguments) -> str:
        return f"Treat {named_columns(args.columns)} as {args.kind}"

    def resolve(self, args: SetKindArguments, experiment: Experiment) -> list[SetKindArguments]:
        """Settles how each column is read; columns that are read alike make one step."""
        made = [name for name in args.columns if name not in experiment.sources]
        if made:
            raise UserError("derived_column", f"“{made[0]}” was made by a step; only columns of the table as it was loaded have a kind to change.", "Change the kind of the column that it was made from.", argument="columns")
        if args.kind == "datetime" and experiment.target in args.columns:
            raise UserError("date_target", f"“{experiment.target}” is what you predict, and models predict numbers or classes, not dates.", "Choose another column to predict first.", argument="columns")
        alike: dict[tuple[str | None, ...], list[str]] = {}
        for name in args.columns:
            formats = conversion(experiment, name, args.kind, args.day_first, args.formats)
            decimal = args.decimal or (decimal_mark(experiment, name) if args.kind == "numeric" else None)
            alike.setdefault((decimal, *(formats or ())), []).append(name)
        return [
            args.model_copy(update={"columns": names, "formats": list(formats) or None, "decimal": decimal, "day_first": None})
            for (decimal, *formats), names in alike.items()
        ]

    def plan(self, args: SetKindArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.change_kind import change_kind

        kinds = Set("kinds", dict.fromkeys(args.columns, args.kind))
        if args.kind not in {"numeric", "datetime", "text"}:
            return [kinds]
        wrong = [name for name in args.columns if name in experiment.sources and not _already(experiment.sources[name]["dtype"], args.kind)]
        arguments = {"columns": wrong, "kind": args.kind} | ({"formats": args.formats} if args.formats else {}) | ({"decimal": args.decimal} if args.decimal else {})
        call = Apply(change_kind, arguments, reads=tuple(wrong), writes=tuple(wrong))
        return [call, kinds] if wrong else [kinds]

    def tell(self, args: SetKindArguments, before: Experiment, after: Experiment) -> Answer:
        names = list(args.columns)
        said = f"{listed(names)} {'is' if len(names) == 1 else 'are'} treated as {args.kind} from now on, because you said so."
        if len(names) == 1:
            entry = before.sources[names[0]]
            said += f" Before, I took it as {entry['kind']}: {escaped(entry.get('reason') or 'it was so recorded')}."
        if args.decimal:
            said += f" Amounts are read with a decimal {'comma' if args.decimal == ',' else 'point'}, without what else is written beside their digits."
        lost = {name: after.sources[name]["missing"] - before.sources[name]["missing"] for name in names}
        for name, count in lost.items():
            if count:
                gone = before.frame[name][after.frame[name].isna() & before.frame[name].notna()].unique()[:3]
                said += f" {counted(count, 'value')} of {escaped(name)} could not be read and {'is' if count == 1 else 'are'} missing now, such as {listed([repr(str(value)) for value in gone])}."
        if after.target in names:
            said += f" It is what you predict; to predict it as {'a number' if args.kind == 'numeric' else 'classes'}, choose the target again."
        shown = len(names) == 1 and args.kind in {"numeric", "datetime"} and before.sources[names[0]]["dtype"] != after.sources[names[0]]["dtype"]
        return Answer(said=said, blocks=[column_picture(after, after, names[0])] if shown else [])


def _already(dtype: str, kind: str) -> bool:
    if kind == "text":
        return dtype.startswith(("str", "object"))
    return dtype.startswith(("int", "uint", "float", "bool")) if kind == "numeric" else dtype.startswith("datetime")
