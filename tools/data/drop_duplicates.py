"""Drops repeated rows."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from engine.operations import Apply, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool
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

    def plan(self, args: DropDuplicatesArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.drop_duplicate_rows import drop_duplicate_rows

        return [Apply(drop_duplicate_rows, {"columns": list(args.columns)} if args.columns else {}, selects_rows=True)]

    def tell(self, args: DropDuplicatesArguments, before: Experiment, after: Experiment) -> Answer:
        return Answer(said=f"Dropped {len(before.frame) - len(after.frame):,} repeated rows; {len(after.frame):,} are left.")
