"""Lets several models decide together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Operation, Set, Train
from tools.base import PREDICTING, Answer, Arguments, Slot, Tool, ToolCall, UserError
from tools.experiment import Experiment, Run
from tools.model.classes import require_folds
from tools.model.metric import needs_prediction
from tools.model.price import size_of
from tools.model.report import run_answer

COPIES = 10
"""How many copies of a model bagging makes."""


class EnsembleArguments(Arguments):
    """How, and which runs."""

    method: Literal["voting", "stacking", "bagging"] = Field("voting", description="Models vote, another model learns from what they say, or one model learns many draws of the rows.")
    models: Annotated[list[str | int], Slot("models")] | None = Field(None, description="Runs or models; left out: the best three runs, or for bagging the best.")
    members: list[int] | None = Field(None, description="Filled in: the places of these among the runs.")


class Ensemble(Tool):
    """Lets several of the trained models decide together, by vote or by a model that learns whom to trust."""

    name = "ensemble"
    stage = "model"
    label = "Combine models"
    summary = "Combine trained models by voting, stacking or bagging."
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
    found = ("members",)
    requires = ("dataset", "target", "run")
    tasks = PREDICTING

    def wrong_task(self, experiment: Experiment) -> UserError:
        return needs_prediction(experiment, "An ensemble")

    def title(self, args: EnsembleArguments) -> str:
        return f"Combine models by {args.method}"

    def resolve(self, args: EnsembleArguments, experiment: Experiment) -> EnsembleArguments:
        if args.members:
            return args
        runs = [experiment.run(name, "models") for name in args.models] if args.models else best_runs(experiment)
        idle = [run for run in runs if run["members"] or run["task"] != experiment.task or run["model"] == "dummy"]
        if args.models and idle:
            raise _no_member(args, idle[0], [run for run in runs if run not in idle])
        runs = list({run["key"]: run for run in runs if run not in idle}.values())
        if args.models and args.method == "bagging" and len(runs) > 1:
            call = ToolCall(tool="ensemble", args={"method": "bagging", "models": [runs[0]["number"]]})
            raise UserError("invalid_argument", f"Bagging lets one model learn many times, and {len(runs)} came: the others would be passed over.", "Name one, or let them vote.", call, argument="models")
        if args.method == "bagging":
            runs = runs[:1]
        if len(runs) < (1 if args.method == "bagging" else 2):
            raise UserError("too_few_runs", f"An ensemble needs at least two trained models; there {'is one' if len(runs) == 1 else 'is none'}.", "Train another one first.", ToolCall(tool="train", args={"model": "hist_gradient_boosting"}))
        if args.method == "stacking":
            require_folds(experiment)
        _require_room(args.method, runs, experiment)
        _require_time(args.method, runs, experiment)
        keys = [run["key"] for run in experiment.runs]
        return args.model_copy(update={"models": [run["number"] for run in runs], "members": [keys.index(run["key"]) + 1 for run in runs]})

    def warning(self, args: EnsembleArguments, experiment: Experiment) -> str:
        from engine.price import WARN_SECONDS, duration

        seconds = sum(_seconds(args.method, [experiment.runs[place - 1] for place in args.members or ()], experiment).values())
        return f"Be patient: to fit these models again takes {duration(seconds)}. “Cancel” stops it." if seconds > WARN_SECONDS else ""

    def plan(self, args: EnsembleArguments, experiment: Experiment) -> list[Operation]:
        members, names, soft = [], [], True
        for place in args.members or ():
            if place > len(experiment.runs):
                raise UserError("unknown_run", f"There are {len(experiment.runs)} runs here, so there is no {place}. one to combine.", "Combine the models again.", ToolCall(tool="ensemble", args={"method": args.method}))
            run = experiment.runs[place - 1]
            members.append((f"{run['model']}_{place}", experiment.experiment_at(run).snapshot.operations))
            names.append(run["model"])
            soft = soft and "log_loss" in (run["metrics"]["train"] or {})
        features = Set("features", list(experiment.features))
        return [features, Train(args.method, {"models": names}, _ensemble(args.method, experiment, soft), members=tuple(members))]

    def tell(self, args: EnsembleArguments, before: Experiment, after: Experiment) -> Answer:
        answer = run_answer(after)
        names = ", ".join(str(before.runs[place - 1]["label"]) for place in args.members or ())
        answer.said = f"Combined: {names}. {answer.said}"
        if args.method == "stacking" and after.split and after.split["strategy"] == "time":
            answer.said += " How much each counts was learned from rows later than all that the models had seen, so the earliest rows have no say in it."
        return answer


def _require_room(method: str, runs: Sequence[Run], experiment: Experiment) -> None:
    """Raises UserError where forests would be too large together, with those of the models that are not."""
    from engine import price
    from engine.models import find_model

    task, size, copies = str(experiment.task), size_of(experiment), COPIES if method == "bagging" else 1
    wanted = {run["number"]: copies * price.forest_bytes(find_model(run["model"], task), task, run["params"], size) for run in runs}
    total = sum(wanted.values())
    if total > price.MODEL_BYTES:
        said = f"Combined by {method} these models would take about {total / 1e6:,.0f} MB (at most {price.MODEL_BYTES / 1e6:,.0f})."
        raise _too_much(said, "Without the largest of them it goes.", method, wanted, price.MODEL_BYTES)


def _require_time(method: str, runs: Sequence[Run], experiment: Experiment) -> None:
    """Raises UserError where fitting the models again would take hours, with those of them that do not."""
    from engine import price

    wanted = _seconds(method, runs, experiment)
    if sum(wanted.values()) > price.REFUSE_SECONDS:
        said = f"Combined by {method} these models would take {price.duration(sum(wanted.values()))} to fit again (at most {price.duration(price.REFUSE_SECONDS)})."
        raise _too_much(said, "Without the slowest of them it goes.", method, wanted, price.REFUSE_SECONDS)


def _seconds(method: str, runs: Sequence[Run], experiment: Experiment) -> dict[int, float]:
    """Predicts how long each model takes: a vote fits it once, stacking on each fold besides, bagging once a copy."""
    from engine.compare import fold_count
    from engine.models import find_model
    from engine.price import seconds_of

    task, size = str(experiment.task), size_of(experiment)
    fits = {"voting": 1, "stacking": 1 + fold_count(size.rows), "bagging": COPIES}[method]
    return {run["number"]: fits * (seconds_of(find_model(run["model"], task), task, run["params"], size) or 0.0) for run in runs}


def _too_much(said: str, hint: str, method: str, wanted: dict[int, float], most: float) -> UserError:
    """Offers to combine those of the runs that stay within what is possible together, else one model that does."""
    left = dict(sorted(wanted.items(), key=lambda item: item[1]))
    while sum(left.values()) > most:
        left.popitem()
    if len(left) >= (1 if method == "bagging" else 2):
        call = ToolCall(tool="ensemble", args={"method": method, "models": [number for number in wanted if number in left]})
        return UserError("too_expensive", said, hint, call, argument="models")
    return UserError("too_expensive", said, "One model by boosting is small, quick and mostly as good.", ToolCall(tool="train", args={"model": "hist_gradient_boosting"}), argument="models")


def _no_member(args: EnsembleArguments, run: Run, others: Sequence[Run]) -> UserError:
    """Says why a run that was named cannot be combined, with the call without it where enough are left."""
    why = "combines several models already" if run["members"] else "is the simplest guess" if run["model"] == "dummy" else "answers another question"
    enough = len(others) >= (1 if args.method == "bagging" else 2)
    call = ToolCall(tool="ensemble", args={"method": args.method, "models": [other["number"] for other in others]}) if enough else None
    return UserError("invalid_argument", f"Run {run['number']} ({run['label']}) {why} and would be passed over.", "Leave it out.", call, argument="models")


def best_runs(experiment: Experiment, among: Sequence[Run] | None = None) -> list[Run]:
    """The best three runs (left out: among all), one a model, as the leaderboard ranks them.

    The latest three where nothing ranks two models; test rows decide nothing.
    """
    from tools.model.judged_by import ranking, ranking_metric

    runs = [run for run in (experiment.runs if among is None else among) if not run["members"]]
    if not runs:
        return []
    runs = [run for run in runs if not run["outdated"]] or runs
    by_key = {run["key"]: run for run in runs}
    ranked = [by_key[run["key"]] for run, _ in ranking(runs, ranking_metric(experiment.steps, runs[-1]))[1]]
    if len({run["model"] for run in ranked}) >= min(2, len({run["model"] for run in runs})):
        return list({run["model"]: run for run in reversed(ranked)}.values())[::-1][:3]
    return list({run["model"]: run for run in runs}.values())[-3:][::-1]


def _ensemble(method: str, experiment: Experiment, soft: bool) -> Any:
    from sklearn import ensemble
    from sklearn.linear_model import LogisticRegression, RidgeCV

    from engine.estimators.bagged import BaggedClassifier, BaggedRegressor
    from engine.folds import declared_folds

    regression = experiment.task == "regression"
    if method == "voting":
        return ensemble.VotingRegressor([]) if regression else ensemble.VotingClassifier([], voting="soft" if soft else "hard")
    if method == "bagging":
        return BaggedRegressor(None, COPIES) if regression else BaggedClassifier(None, COPIES)
    folds = declared_folds(experiment.compiled)
    if experiment.split and experiment.split["strategy"] == "time":
        from engine.estimators.stacked_in_time import StackedInTimeClassifier, StackedInTimeRegressor

        return StackedInTimeRegressor([], RidgeCV(), folds) if regression else StackedInTimeClassifier([], LogisticRegression(max_iter=1000), folds)
    if regression:
        return ensemble.StackingRegressor([], cv=folds)
    return ensemble.StackingClassifier([], final_estimator=LogisticRegression(max_iter=1000), cv=folds)
