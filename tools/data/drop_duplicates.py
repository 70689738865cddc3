"""Drops repeated rows."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, UserError
from tools.cells import counted, listed, named_columns
from tools.data.effect import rows_effect
from tools.experiment import Experiment


class DropDuplicatesArguments(Arguments):
    """The columns in which rows must be equal."""

    columns: Annotated[Names, Slot("columns", target=True)] | None = Field(None, description="Left out: all.")


class DropDuplicates(Tool):
    """Drops rows that repeat an earlier one."""

    name = "drop_duplicates"
    stage = "data"
    label = "Drop repeated rows"
    summary = "Drop rows that repeat an earlier one."
    Arguments = DropDuplicatesArguments
    phrases = (
        "drop duplicates",
        "remove repeated rows",
        "get rid of duplicate rows",
        "deduplicate",
        "throw out rows that occur twice",
        "each row only once",
        "no duplicates please",
        "there are copies in the data, remove them",
        "keep unique rows",
    )
    records = True
    all_by_default = ()

    def title(self, args: DropDuplicatesArguments) -> str:
        return f"Drop rows repeated in {named_columns(args.columns)}" if args.columns else "Drop repeated rows"

    def resolve(self, args: DropDuplicatesArguments, experiment: Experiment) -> DropDuplicatesArguments:
        made = [name for name in args.columns or [] if name not in experiment.sources]
        if made:
            raise UserError("derived_column", f"“{made[0]}” was made by a step; rows are compared in the columns before that.", "Name columns of the table as it was loaded.", argument="columns")
        return args

    def plan(self, args: DropDuplicatesArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.drop_duplicate_rows import drop_duplicate_rows

        return [Apply(drop_duplicate_rows, {"columns": list(args.columns)} if args.columns else {}, selects_rows=True)]

    def tell(self, args: DropDuplicatesArguments, before: Experiment, after: Experiment) -> Answer:
        gone = len(before.frame) - len(after.frame)
        where = f" in {listed(list(args.columns))}" if args.columns else ""
        if not gone:
            return Answer(said=f"No row repeats another{where}: all {len(after.frame):,} are kept.")
        said = f"Dropped {gone:,} of {counted(len(before.frame), 'row')} that repeat an earlier one{where}; {len(after.frame):,} are left."
        return Answer(said=said, blocks=rows_effect(before, after))
