"""Drops rows or columns with missing values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, ToolCall, UserError
from tools.cells import counted, listed, named_columns
from tools.data.effect import rows_effect
from tools.experiment import Experiment


class DropMissingArguments(Arguments):
    """What to drop, and how much may be missing."""

    axis: Literal["rows", "columns"] = Field("rows", title="Drop", description="Whether rows or columns go.")
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
    takes_away = "rows"
    all_by_default = ()

    def title(self, args: DropMissingArguments) -> str:
        more = f" (more than {args.threshold:.0%})" if args.threshold is not None else ""
        where = f" in {named_columns(args.columns)}" if args.columns and args.axis == "rows" else ""
        return f"Drop {args.axis} with missing values{where}{more}"

    def resolve(self, args: DropMissingArguments, experiment: Experiment) -> DropMissingArguments:
        names = list(args.columns or experiment.sources)
        made = [name for name in names if name not in experiment.sources]
        if made:
            raise UserError("derived_column", f"“{made[0]}” was made by a step; gaps are looked for in the columns before that.", "Name columns of the table as it was loaded.", argument="columns")
        if args.axis == "columns":
            return args.model_copy(update={"columns": self._emptiest(args, names, experiment)})
        rows = experiment.frame[names].isna()
        unwanted = rows.any(axis=1) if args.threshold is None else rows.mean(axis=1) > args.threshold
        if unwanted.all() and len(unwanted):
            shares = rows.mean().sort_values(ascending=False)
            worst = shares.index[0]
            call = ToolCall(tool="drop_columns", args={"columns": [worst]}) if worst != experiment.target else None
            raise UserError("nothing_left", "Every row has something missing, so no row would be left.", f"{worst} is the emptiest ({shares.iloc[0]:.0%} missing): drop that column first, or fill the values.", call)
        return args.model_copy(update={"columns": names})

    def _emptiest(self, args: DropMissingArguments, names: list[str], experiment: Experiment) -> list[str]:
        shares = experiment.frame[names].isna().mean()
        dropped = [name for name in names if shares[name] > (args.threshold or 0) and name != experiment.target]
        if not dropped:
            most = f" The emptiest is {shares.idxmax()} with {shares.max():.0%}." if shares.max() > 0 else ""
            raise UserError("nothing_to_do", f"No column has that much missing.{most}", "Nothing was changed.")
        if not [name for name in experiment.sources if name not in dropped and name != experiment.target]:
            raise UserError("nothing_left", "Every column has missing values, so no column would be left to learn from.", "Give a threshold, such as 0.5, or fill the values.", argument="threshold")
        return dropped

    def plan(self, args: DropMissingArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.drop_columns import drop_columns
        from engine.functions.drop_missing_rows import drop_missing_rows

        if args.axis == "columns":
            return [Apply(drop_columns, {"columns": list(args.columns or ())})]
        arguments = {"columns": list(args.columns or ())} | ({} if args.threshold is None else {"threshold": args.threshold})
        return [Apply(drop_missing_rows, arguments, selects_rows=True)]

    def tell(self, args: DropMissingArguments, before: Experiment, after: Experiment) -> Answer:
        if args.axis == "columns":
            gone = ", ".join(f"{listed([name])} ({before.sources[name]['missing'] / max(len(before.frame), 1):.0%} missing)" for name in list(args.columns or ())[:6])
            more = len(args.columns or ()) - 6
            return Answer(said=f"Dropped {gone}{f' and {more:,} more' if more > 0 else ''}; {counted(len(after.columns), 'column is', 'columns are')} left.")
        gone_rows = len(before.frame) - len(after.frame)
        if not gone_rows:
            return Answer(said=f"No row has that much missing: all {len(after.frame):,} are kept.")
        said = f"Dropped {gone_rows:,} of {counted(len(before.frame), 'row')} with missing values; {len(after.frame):,} are left."
        return Answer(said=said, blocks=rows_effect(before, after))
