"""Lets several models decide together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Operation, Set, Train
from tools.base import Answer, Arguments, Slot, Tool, ToolCall, UserError
from tools.experiment import Experiment, Run
from tools.model.report import leading_score, run_answer


class EnsembleArguments(Arguments):
    """How, and which runs."""

    method: Literal["voting", "stacking"] = Field("voting", description="Models vote, or another model learns from what they say.")
    models: Annotated[list[str | int], Slot("models")] | None = Field(None, description="Runs or models; left out: the best three runs.")


class Ensemble(Tool):
    """Lets several of the trained models decide together, by vote or by a model that learns whom to trust."""

    name = "ensemble"
    stage = "model"
    label = "Combine models"
    summary = "Combine trained models by voting or stacking."
    Arguments = EnsembleArguments
    phrases = (
        "combine the models",
        "make an ensemble",
        "stack the models",
        "build a voting ensemble of the best models",
        "let the models vote",
        "blend the best runs",
        "stacking please",
        "bag the model",
        "mix random forest and xgboost",
        "average the predictions of my models",
    )
    records = True
    job = True
    requires = ("dataset", "target", "run")

    def title(self, args: EnsembleArguments) -> str:
        return f"Combine models by {args.method}"

    def resolve(self, args: EnsembleArguments, experiment: Experiment) -> EnsembleArguments:
        runs = [experiment.run(name) for name in args.models] if args.models else best_runs(experiment)
        runs = [run for run in runs if not run.get("members") and run["task"] == experiment.task and run["model"] != "dummy"]
        runs = list({run["key"]: run for run in runs}.values())
        if experiment.task not in {"classification", "regression"}:
            raise UserError("wrong_task", "Only models that predict a target can be combined.", "")
        if len(runs) < 2:
            raise UserError("too_few_runs", f"An ensemble needs at least two trained models; there {'is one' if len(runs) == 1 else 'is none'}.", "Train another one first.", ToolCall(tool="train", args={"model": "hist_gradient_boosting"}))
        if args.method == "stacking" and experiment.split and experiment.split["strategy"] in {"time", "group", "stratified_group"}:
            raise UserError("not_with_this_split", f"Stacking would mix rows that the {experiment.split['strategy']} split keeps apart.", "Voting works with it.", ToolCall(tool="ensemble", args={"method": "voting"}), argument="method")
        return args.model_copy(update={"models": [run["number"] for run in runs]})

    def plan(self, args: EnsembleArguments, experiment: Experiment) -> list[Operation]:
        members = []
        soft = True
        for number in args.models or ():
            run = experiment.run(number)
            steps = experiment.experiment_at(run)
            members.append((f"{run['model']}_{run['number']}", steps.snapshot.operations))
            soft = soft and "log_loss" in (run["metrics"]["train"] or {})
        features = Set("features", list(experiment.features))
        return [features, Train(args.method, {"members": list(args.models or ())}, _ensemble(args.method, str(experiment.task), soft), members=tuple(members))]

    def tell(self, args: EnsembleArguments, before: Experiment, after: Experiment) -> Answer:
        return run_answer(after)


def best_runs(experiment: Experiment) -> list[Run]:
    """The best three runs by validation score (else training cross-check is not known: the latest), one a model."""
    by_model: dict[str, Run] = {}
    for run in experiment.runs:
        score = leading_score(run)[1]
        held = by_model.get(run["model"])
        if held is None or (score or 0) >= (leading_score(held)[1] or 0):
            by_model[run["model"]] = run
    ranked = sorted(by_model.values(), key=lambda run: -(leading_score(run)[1] or 0))
    return ranked[:3] if all(run["metrics"].get("validation") for run in ranked) else list(by_model.values())[-3:]


def _ensemble(method: str, task: str, soft: bool) -> Any:
    from sklearn import ensemble
    from sklearn.model_selection import KFold, StratifiedKFold

    if method == "voting":
        if task == "regression":
            return ensemble.VotingRegressor([])
        return ensemble.VotingClassifier([], voting="soft" if soft else "hard")
    if task == "regression":
        return ensemble.StackingRegressor([], cv=KFold(5, shuffle=True, random_state=42))
    from sklearn.linear_model import LogisticRegression

    return ensemble.StackingClassifier([], final_estimator=LogisticRegression(max_iter=1000), cv=StratifiedKFold(5, shuffle=True, random_state=42))
