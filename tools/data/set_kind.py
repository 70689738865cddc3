"""Says what a column is to be treated as."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Apply, Operation, Set
from tools.base import Answer, Arguments, Names, Slot, Tool
from tools.cells import listed
from tools.experiment import Experiment


class SetKindArguments(Arguments):
    """The columns, and their kind."""

    columns: Annotated[Names, Slot("columns", target=True)]
    kind: Literal["numeric", "categorical", "boolean", "datetime", "text", "id"] = Field(description="What the columns are to be treated as.")


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
        return f"Treat {', '.join(args.columns[:4])} as {args.kind}"

    def plan(self, args: SetKindArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.change_kind import change_kind

        kinds = Set("kinds", dict.fromkeys(args.columns, args.kind))
        if args.kind not in {"numeric", "datetime"}:
            return [kinds]
        wrong = [name for name in args.columns if name in experiment.sources and not _already(experiment.sources[name]["dtype"], args.kind)]
        call = Apply(change_kind, {"columns": wrong, "kind": args.kind}, reads=tuple(wrong), writes=tuple(wrong))
        return [call, kinds] if wrong else [kinds]

    def tell(self, args: SetKindArguments, before: Experiment, after: Experiment) -> Answer:
        lost = sum(after.sources[name]["missing"] - before.sources[name]["missing"] for name in args.columns if name in before.sources)
        more = f" {lost:,} values could not be read as {args.kind} and are missing now." if lost else ""
        return Answer(said=f"{listed(list(args.columns))} treated as {args.kind} from now on.{more}")


def _already(dtype: str, kind: str) -> bool:
    return dtype.startswith(("int", "float", "bool")) if kind == "numeric" else dtype.startswith("datetime")
