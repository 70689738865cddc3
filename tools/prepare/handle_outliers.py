"""Clips or removes extreme values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Fit, Operation, Resample
from tools.base import Answer, Arguments, Names, Slot, Tool, ToolCall, UserError
from tools.cells import counted, listed, named_columns
from tools.experiment import Experiment
from tools.prepare.numbers_only import require_numbers


class HandleOutliersArguments(Arguments):
    """Which columns, what counts as extreme, and what to do."""

    columns: Annotated[Names, Slot("columns", kinds=("numeric",))] = Field("all", description="Left out: every numeric feature.")
    method: Literal["iqr", "zscore", "isolation_forest"] = Field("iqr", description="How it is told what is unusual.")
    action: Literal["clip", "remove"] = Field("clip", description="Pull unusual values in, or leave their training rows out.")
    threshold: float | None = Field(None, gt=0, description="Interquartile ranges (1.5), standard deviations (3), or the share of odd rows.")


class HandleOutliers(Tool):
    """Clips extreme values, or leaves the training rows out that have them."""

    name = "handle_outliers"
    stage = "prepare"
    label = "Handle outliers"
    summary = "Clip extreme values, or leave training rows with them out."
    Arguments = HandleOutliersArguments
    phrases = (
        "clip the outliers in {column}",
        "remove outliers",
        "cap extreme values of {column}",
        "drop rows with outliers in {column}",
        "deal with extreme values",
        "{column} has crazy values, limit them",
        "winsorise {column}",
        "get rid of weird values in {column}",
        "pull in the extremes of {column}",
        "throw out rows with absurd {column}",
    )
    records = True

    def title(self, args: HandleOutliersArguments) -> str:
        return f"{args.action.capitalize()} outliers of {named_columns(args.columns)} ({args.method.replace('_', ' ')}{'' if args.threshold is None else f' {args.threshold:g}'})"

    def resolve(self, args: HandleOutliersArguments, experiment: Experiment) -> HandleOutliersArguments:
        require_numbers(list(args.columns), experiment, "checked for outliers")
        if args.method == "isolation_forest" and args.threshold is not None and args.threshold > 0.5:
            raise UserError("invalid_argument", f"For an isolation forest the threshold is the share of odd rows, at most 0.5, but {args.threshold:g} came.", "The nearest valid value is 0.5.", ToolCall(tool="handle_outliers", args={**args.model_dump(exclude_unset=True), "threshold": 0.5}), argument="threshold")
        return args

    def plan(self, args: HandleOutliersArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.clip_outliers import ClipOutliers
        from engine.estimators.remove_outliers import RemoveOutliers

        if args.action == "clip":
            return [Fit("clip_outliers", ClipOutliers(args.method, args.threshold), tuple(args.columns))]
        return [Resample("remove_outliers", RemoveOutliers(list(args.columns), args.method, args.threshold))]

    def tell(self, args: HandleOutliersArguments, before: Experiment, after: Experiment) -> Answer:
        names = listed(list(args.columns))
        if args.action == "remove":
            return Answer(said=f"Training rows with extreme values of {names} will be left out; validation and test rows never are.", event="first_prepare")
        changed = sum(int((before.view[name] != after.view[name]).sum() - before.view[name].isna().sum()) for name in args.columns if name in before.view and name in after.view)
        return Answer(said=f"Extreme values of {names} are set to the bound ({counted(max(changed, 0), 'cell')}).", event="first_prepare")
