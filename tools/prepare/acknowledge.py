"""Keeps a finding as it is, on record."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool
from tools.cells import escaped
from tools.experiment import Experiment


class AcknowledgeArguments(Arguments):
    """The finding that is kept, for which columns, and why."""

    finding: str = Field(min_length=1, max_length=100)
    columns: list[str] | None = None
    reason: str | None = Field(None, max_length=500)


class Acknowledge(Tool):
    """Keeps a warning as it is; that it was dismissed is recorded and stands in the report and the exported README."""

    name = "acknowledge"
    stage = "prepare"
    label = "Keep it as it is"
    summary = "Dismiss a warning, on record."
    Arguments = AcknowledgeArguments
    phrases = ("keep it as it is", "I know, keep the column", "ignore this warning", "that is fine as it is")
    records = True

    def title(self, args: AcknowledgeArguments) -> str:
        return f"Keep as it is: {args.finding}"

    def resolve(self, args: AcknowledgeArguments, experiment: Experiment) -> AcknowledgeArguments:
        finding, _, column = args.finding.partition(":")
        return args.model_copy(update={"finding": finding, "columns": args.columns or ([column] if column else None)})

    def plan(self, args: AcknowledgeArguments, experiment: Experiment) -> list[Any]:
        return []

    def tell(self, args: AcknowledgeArguments, before: Experiment, after: Experiment) -> Answer:
        after.document["acknowledged"] = [*after.document["acknowledged"], {"finding": args.finding, "columns": args.columns or [], "reason": args.reason or ""}]
        return Answer(said=f"Kept as it is: {escaped(args.finding.replace('_', ' '))}. The export's README will say so.")
