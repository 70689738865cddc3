"""Judges a model on several folds of the training rows."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.models import label_of
from engine.operations import Operation, Set
from tools.base import PREDICTING, Answer, Arguments, Report, Slot, Tool, ToolCall, UserError, table_block
from tools.experiment import Experiment
from tools.model.classes import rare_classes, require_folds, require_learnable
from tools.model.judged_by import LEADING
from tools.model.metric import needs_prediction
from tools.model.prerequisites import missing_steps
from tools.model.price import price, require_affordable

Strategy = Literal["random", "stratified", "time", "group", "stratified_group"]
APART = {"time": "the order in time", "group": "groups together", "stratified_group": "groups together"}


class CrossValidateArguments(Arguments):
    """How many folds, of which model."""

    folds: int = Field(5, ge=2, le=10, description="Into how many parts the training rows are divided.")
    model: Annotated[str, Slot("model")] | None = Field(None, description="Left out: the latest model.")
    strategy: Strategy | None = Field(None, description="Left out: as the split was declared.")


class CrossValidate(Tool):
    """Learns from all folds but one and judges on that one, in turn: the mean is steadier than one split, and it has a spread."""

    name = "cross_validate"
    stage = "split"
    label = "Cross-validate"
    summary = "Judge a model on several folds of the training rows; the test rows stay untouched."
    Arguments = CrossValidateArguments
    phrases = (
        "cross-validate it",
        "5-fold cross-validation",
        "run 10 fold cross validation with a decision tree",
        "how stable is the score?",
        "5-fold cross validation",
        "check it with 10 folds",
        "cv with 5 folds",
        "how stable is it over folds?",
        "validate on several folds",
        "repeat the evaluation on 5 parts",
    )
    records = True
    job = True
    judges = True
    requires = ("dataset", "target")
    tasks = PREDICTING

    def wrong_task(self, experiment: Experiment) -> UserError:
        return needs_prediction(experiment, "Cross-validation")

    def title(self, args: CrossValidateArguments) -> str:
        return f"Cross-validate {f'{label_of(args.model)} ' if args.model else ''}on {args.folds} folds"

    def before(self, args: CrossValidateArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        """A model that is not there yet, or was trained before the latest preparation, is trained first."""
        from engine.models import find_model

        require_learnable(experiment)
        latest = experiment.runs[-1] if experiment.runs else None
        if args.model is None and latest is None:
            model = "logistic_regression" if experiment.task == "classification" else "ridge"
            raise UserError("no_run", "There is no model yet to cross-validate.", "Name one.", ToolCall(tool="cross_validate", args={"folds": args.folds, "model": model}), argument="model")
        name = args.model or str(latest and latest["model"])
        params = latest["params"] if latest and latest["model"] == name else {}
        _require_affordable(args, name, params, experiment)
        if latest and latest["model"] == name and experiment.judged_at(latest).steps == experiment.steps:
            return []
        if latest and latest.get("members") and not args.model:
            raise UserError("stale_run", f"Steps were added since run {latest['number']} was combined.", "Combine the models again first.", ToolCall(tool="ensemble", args={}))
        training = ToolCall(tool="train", args={"model": name, **({"params": params} if params else {})})
        return [*missing_steps(find_model(name, str(experiment.task)), experiment), (training, "(It is trained on all training rows too.)")]

    def resolve(self, args: CrossValidateArguments, experiment: Experiment) -> CrossValidateArguments:
        from engine.folds import fold_strategy

        declared = fold_strategy(experiment.compiled)
        strategy = args.strategy or declared
        if strategy != declared and {strategy, declared} <= {"group", "stratified_group"}:
            raise UserError("not_with_this_split", f"The {declared.replace('_', ' ')} split governs every fold too; folds by {strategy.replace('_', ' ')} would be another division.", "The folds follow the split where no strategy is named.", ToolCall(tool="cross_validate", args={"folds": args.folds}), argument="strategy")
        if strategy != declared and declared in APART:
            raise UserError("not_with_this_split", f"The {declared.replace('_', ' ')} split keeps {APART[declared]}; folds by {strategy.replace('_', ' ')} would tear them apart and flatter the model.", "The folds follow the split where no strategy is named.", ToolCall(tool="cross_validate", args={"folds": args.folds}), argument="strategy")
        if strategy in APART and strategy != declared:
            raise UserError("invalid_argument", f"Folds by {strategy.replace('_', ' ')} need to know the column, and the split names none.", "Declare it in the split, for example: split by time on the date.", argument="strategy")
        if strategy == "stratified" and experiment.task != "classification":
            raise UserError("wrong_task", "Only classes can be kept in the same mix.", "Leave the strategy out.", ToolCall(tool="cross_validate", args={"folds": args.folds}), argument="strategy")
        return args.model_copy(update={"folds": require_folds(experiment, args.folds, strategy), "strategy": strategy})

    def plan(self, args: CrossValidateArguments, experiment: Experiment) -> list[Operation]:
        seed = (experiment.split or {}).get("seed", 42)
        return [Set("cross_validation", {"folds": args.folds, "strategy": args.strategy, "random_state": seed})]

    def work(self, args: CrossValidateArguments, before: Experiment, after: Experiment, report: Report) -> Experiment:
        from tools.model.fold_scores import cross_validated

        run = before.runs[-1]
        return cross_validated(after, before.compiled, run["key"], after.key, args.folds, args.strategy, report)

    def tell(self, args: CrossValidateArguments, before: Experiment, after: Experiment) -> Answer:
        run = after.runs[-1]
        found = run["cross_validation"]
        main = LEADING[run["task"]] if LEADING[run["task"]] in found["mean"] else next(iter(found["mean"]))  # a fold of one row has no R²
        count, rows = len(found["scores"]), run["rows"]["train"]
        said = f"On {count} folds of the {rows:,} training rows, run {run['number']} ({run['label']}) has {main.replace('_', ' ')} {found['mean'][main]:.3f} ± {found['sd'][main]:.3f}."
        said += _beside_guessing(run, found, main) + rare_classes(after, count)
        columns = ["metric", "mean", "±", *(f"fold {number}" for number in range(1, count + 1))]
        table = [[name, found["mean"][name], found["sd"][name], *(fold.get(name) for fold in found["scores"])] for name in found["mean"]]
        return Answer(said=said, blocks=[table_block(columns, table)], event="cross_validation")


def _require_affordable(args: CrossValidateArguments, name: str, params: dict[str, Any], experiment: Experiment) -> None:
    """Raises UserError where so many fits would take hours, with fewer folds, or a model that does."""
    from engine.models import MODELS, find_model

    if name not in {model.id for model in MODELS}:  # models that were combined have no price of their own
        return
    model = find_model(name, str(experiment.task))
    found = price(model, params, experiment, args.folds)
    if found.level != "refused":
        return
    require_affordable(model, params, experiment)
    fewer = next((folds for folds in (5, 3, 2) if folds < args.folds and price(model, params, experiment, folds).level != "refused"), None)
    other = args.model_dump(exclude_none=True) | ({"folds": fewer} if fewer else {"model": "hist_gradient_boosting"})
    raise UserError("too_expensive", f"{found.reason[0].upper()}{found.reason[1:]}.", "This would do.", ToolCall(tool="cross_validate", args=other), argument="folds")


def _beside_guessing(run: dict[str, Any], found: dict[str, Any], main: str) -> str:
    plain = run["baseline"].get("train", {}).get(main)
    if plain is None or abs(found["mean"][main] - plain) > found["sd"][main]:
        return ""
    return f" The simplest guess has {plain:.3f}: the lead is within what chance does from fold to fold."
