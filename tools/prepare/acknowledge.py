"""Keeps a finding as it is, on record."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Tool, ToolCall, UserError
from tools.cells import escaped, in_markdown, named_columns
from tools.experiment import Experiment

OF_DATA = (
    "id_like", "constant", "near_constant", "duplicates", "missing", "disguised_missing", "spellings", "mixed_kinds", "high_cardinality",
    "text", "target_leakage", "repeated_entity", "time_order", "rare_class", "imbalance", "tiny", "wide", "big",
    "skewed_target", "outliers", "collinear",
)
OF_RUNS = ("too_good", "overfit", "no_better_than_baseline", "small_test")


class AcknowledgeArguments(Arguments):
    """The finding that is kept, for which columns, and why."""

    finding: str = Field(min_length=1, max_length=100, description="A finding of the health report, or of a run.")
    columns: list[str] | None = Field(None, description="The columns that the finding is about.")
    reason: str | None = Field(None, max_length=500, description="Why, in your words.")
    found: str | None = Field(None, max_length=1000, description="What was found; filled in when it is recorded.")
    run: int | None = Field(None, ge=1, description="The run that it is about; filled in when it is recorded.")


class Acknowledge(Tool):
    """Keeps a warning as it is; that it was dismissed is recorded and stands in the report and the exported README."""

    name = "acknowledge"
    stage = "prepare"
    label = "Keep it as it is"
    summary = "Dismiss a warning, on record."
    Arguments = AcknowledgeArguments
    phrases = (
        "keep it as it is",
        "I know, keep the column",
        "ignore this warning",
        "that is fine as it is",
        "the warning about {column} is fine",
        "leave the missing values as they are",
        "dismiss the finding",
        "I know about the outliers, they are fine",
        "ignore the duplicates warning",
        "the imbalance is intended",
    )
    records = True
    judges = True
    found = ("found", "run")

    def title(self, args: AcknowledgeArguments) -> str:
        about = f" ({named_columns(args.columns)})" if args.columns else ""
        return f"Keep as it is: {args.finding.replace('_', ' ')}{about}"

    def resolve(self, args: AcknowledgeArguments, experiment: Experiment) -> AcknowledgeArguments:
        finding, _, column = args.finding.partition(":")
        columns = args.columns or ([column] if column else None)
        finding = finding.strip().casefold().replace(" ", "_")
        if finding in OF_RUNS:
            if args.columns:
                raise _about_another(finding, "columns", "a run, not columns", args)
            run = experiment.run(args.run)
            found = args.found or f"run {run['number']}, {run['label']}"
            return args.model_copy(update={"finding": finding, "columns": None, "found": found, "run": run["number"]})
        if finding not in OF_DATA:
            raise _unknown(finding)
        if args.run:
            raise _about_another(finding, "run", "the table, not a run", args)
        if args.found:
            return args.model_copy(update={"finding": finding, "columns": columns})
        known = [item for item in open_findings(experiment) if item["id"] == finding]
        if columns:
            known = [item for item in known if set(columns) & set(item["columns"])]
        if not known:
            raise UserError(
                "nothing_to_do",
                f"The health report has no open finding “{finding.replace('_', ' ')}”{f' about {columns[0]}' if columns else ''}.",
                "Look at the health report for what there is.",
                ToolCall(tool="profile"),
                argument="finding",
            )
        named = columns or list(dict.fromkeys(name for item in known for name in item["columns"])) or None
        found = " ".join(item["message"] for item in known)[:1000]
        return args.model_copy(update={"finding": finding, "columns": named, "found": found})

    def plan(self, args: AcknowledgeArguments, experiment: Experiment) -> list[Any]:
        return []

    def tell(self, args: AcknowledgeArguments, before: Experiment, after: Experiment) -> Answer:
        what = in_markdown(args.found) if args.found else escaped(args.finding.replace("_", " "))
        return Answer(said=f"Kept as it is, on record: {what} The report and the export's README will say so.")


def open_findings(experiment: Experiment) -> list[dict[str, Any]]:
    """Lists what the health report found and nobody has settled yet."""
    from tools.state import findings_of

    return findings_of(experiment)


def _about_another(finding: str, argument: str, about: str, args: AcknowledgeArguments) -> UserError:
    """Says that a finding is about something else than what came with it, which would be passed over."""
    call = ToolCall(tool="acknowledge", args=args.model_dump(exclude_none=True, exclude={argument}))
    said = f"{argument} = {getattr(args, argument)!r} would be passed over: the finding “{finding.replace('_', ' ')}” is about {about}."
    return UserError("invalid_argument", said, f"Leave {argument} out.", call, argument=argument)


def _unknown(finding: str) -> UserError:
    from rapidfuzz import process

    near = process.extractOne(finding, [*OF_DATA, *OF_RUNS], score_cutoff=55)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join([*OF_DATA, *OF_RUNS])}."
    call = ToolCall(tool="acknowledge", args={"finding": near[0]}) if near else ToolCall(tool="profile")
    return UserError("unknown_finding", f"There is no finding “{finding}”.", hint, call, argument="finding")
