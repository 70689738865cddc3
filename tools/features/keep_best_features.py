"""Keeps the most useful features."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import PREDICTING, Answer, Arguments, Tool, ToolCall, UserError
from tools.cells import listed, quoted_list
from tools.experiment import Experiment
from tools.model.prerequisites import number_steps
from tools.model.price import size_of

Method = Literal["correlation", "variance", "f_test", "chi2", "mutual_info", "importance", "rfe", "rfecv"]


class KeepBestFeaturesArguments(Arguments):
    """How to rank, and how many to keep."""

    method: Method = Field("f_test", description="By what features are ranked.")
    k: int | None = Field(None, ge=1, title="How many", description="Left out: half of them, or what predicts best (rfecv).")


class KeepBestFeatures(Tool):
    """Keeps the features that say most about the target, chosen on the training rows of each fold anew."""

    name = "keep_best_features"
    stage = "features"
    label = "Keep the best features"
    summary = "Keep the features that say most about the target."
    Arguments = KeepBestFeaturesArguments
    phrases = (
        "keep the 10 best features",
        "select the top 5 features by mutual information",
        "feature selection",
        "recursive feature elimination to 8",
        "only the 6 best features",
        "throw away weak features",
        "reduce it to the most useful columns",
        "drop features with low variance",
        "pick the most informative 5 columns",
    )
    records = True
    requires = ("dataset", "target")
    tasks = PREDICTING

    def wrong_task(self, experiment: Experiment) -> UserError:
        return UserError("no_target", "Features are ranked by what they say about a target; there is none here.", "Choose what to predict first.")

    def takes_long(self, args: dict[str, Any]) -> bool:
        return args.get("method") in {"importance", "mutual_info", "rfe", "rfecv"}

    def title(self, args: KeepBestFeaturesArguments) -> str:
        return f"Keep the best {args.k or ''} features ({args.method})".replace("  ", " ")

    def before(self, args: KeepBestFeaturesArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        """Features are ranked as numbers, so what are none yet become numbers first."""
        return number_steps(experiment, takes_missing=True)

    def resolve(self, args: KeepBestFeaturesArguments, experiment: Experiment) -> KeepBestFeaturesArguments:
        if args.method == "chi2" and experiment.task == "regression":
            call = ToolCall(tool="keep_best_features", args=args.model_dump(exclude_none=True) | {"method": "f_test"})
            raise UserError("not_for_numbers", "The chi-squared test compares classes, and this target is a number.", "The F test or mutual information does it for numbers.", call, argument="method")
        words = [entry["name"] for entry in experiment.feature_columns() if not entry["dtype"].startswith(("int", "float", "bool"))]
        if words:
            raise UserError("not_numeric", f"{quoted_list(words)} {'holds' if len(words) == 1 else 'hold'} no numbers, and features are ranked as numbers.", "Encode or drop these first, or say “prepare it for me”.")
        if args.k is not None and args.k > len(experiment.feature_columns()):
            raise UserError("invalid_argument", f"There are {len(experiment.feature_columns())} features, so {args.k} cannot be kept.", f"The nearest valid value is {len(experiment.feature_columns())}.", argument="k")
        _require_time(args, experiment)
        return args

    def plan(self, args: KeepBestFeaturesArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.keep_best import KeepBest
        from engine.price import ranking_seconds

        seconds = ranking_seconds(args.method, str(experiment.task), size_of(experiment))
        return [Fit("keep_best", KeepBest(args.method, args.k, str(experiment.task)), None, seconds=seconds)]

    def tell(self, args: KeepBestFeaturesArguments, before: Experiment, after: Experiment) -> Answer:
        kept = [name for name in after.columns if name != after.target]
        return Answer(said=f"Kept {len(kept)} of {len(before.columns) - 1} features: {listed(kept, 10)}.")


def _require_time(args: KeepBestFeaturesArguments, experiment: Experiment) -> None:
    """Raises UserError where a forest would rank for longer than an hour."""
    from engine.price import WAITED_SECONDS, ranking_seconds

    seconds = ranking_seconds(args.method, str(experiment.task), size_of(experiment))
    if seconds > WAITED_SECONDS:
        call = ToolCall(tool="keep_best_features", args={**args.model_dump(exclude_none=True), "method": "f_test"})
        said = f"Ranking {len(experiment.feature_columns()):,} columns of {len(experiment.frame):,} rows by {args.method} would take about {seconds / 60:,.0f} min"
        raise UserError("too_expensive", f"{said} (at most {WAITED_SECONDS // 60}).", "An F test ranks them in seconds.", call, argument="method")
