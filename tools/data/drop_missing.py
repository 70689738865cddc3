"""Drops rows or columns with missing values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, UserError
from tools.cells import listed
from tools.experiment import Experiment


class DropMissingArguments(Arguments):
    """What to drop, and how much may be missing."""

    axis: Literal["rows", "columns"] = Field("rows", description="Whether rows or columns go.")
    columns: Annotated[Names, Slot("columns", target=True)] | None = Field(None, description="Left out: all.")
    threshold: float | None = Field(None, ge=0, le=1, description="Only those with more than this fraction missing.")


class DropMissing(Tool):
    """Drops rows (or columns) with missing values."""

    name = "drop_missing"
    stage = "data"
    label = "Drop what is missing"
    summary = "Drop rows or columns with missing values."
    Arguments = DropMissingArguments
    phrases = (
        "drop rows with missing values",
        "remove incomplete rows",
        "drop columns with more than 40% missing",
        "dropna",
        "throw away rows with gaps",
        "only complete rows",
        "remove empty columns",
        "delete rows that lack {column}",
        "get rid of rows without {column}",
        "kill the rows with blanks",
    )
    records = True
    all_by_default = ()

    def title(self, args: DropMissingArguments) -> str:
        more = f" (more than {args.threshold:.0%})" if args.threshold is not None else ""
        return f"Drop {args.axis} with missing values{more}"

    def resolve(self, args: DropMissingArguments, experiment: Experiment) -> DropMissingArguments:
        names = list(args.columns or experiment.sources)
        names = [name for name in names if name in experiment.sources]
        if args.axis == "rows":
            rows = experiment.frame[names].isna()
            unwanted = rows.any(axis=1) if args.threshold is None else rows.mean(axis=1) > args.threshold
            if unwanted.all():
                raise UserError("nothing_left", "Every row has something missing, so no row would be left.", "Fill the values instead, or drop the emptiest columns first.")
            return args.model_copy(update={"columns": names})
        shares = experiment.frame[names].isna().mean()
        dropped = [name for name in names if shares[name] > (args.threshold or 0) and name != experiment.target]
        if not dropped:
            raise UserError("nothing_to_do", "No column has that much missing.", "Nothing was changed.")
        return args.model_copy(update={"columns": dropped})

    def plan(self, args: DropMissingArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.drop_columns import drop_columns
        from engine.functions.drop_missing_rows import drop_missing_rows

        if args.axis == "columns":
            return [Apply(drop_columns, {"columns": list(args.columns or ())})]
        arguments = {"columns": list(args.columns or ())} | ({} if args.threshold is None else {"threshold": args.threshold})
        return [Apply(drop_missing_rows, arguments, selects_rows=True)]

    def tell(self, args: DropMissingArguments, before: Experiment, after: Experiment) -> Answer:
        if args.axis == "columns":
            return Answer(said=f"Dropped {listed(list(args.columns or ()))}.")
        gone = len(before.frame) - len(after.frame)
        return Answer(said=f"Dropped {gone:,} of {len(before.frame):,} rows with missing values; {len(after.frame):,} are left.")
