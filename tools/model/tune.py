"""Searches for better parameters."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from engine.errors import FIT_FAULTS, Refusal
from engine.models import label_of, sentence_label
from engine.operations import Operation, Train
from engine.patience import LONGEST_SECONDS
from tools.base import PREDICTING, Answer, Arguments, Report, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import counted, give_or_take, rounded
from tools.experiment import Experiment
from tools.library_words import first_sentence
from tools.model.classes import require_folds, require_learnable
from tools.model.comparison import line_of, unless_stopped
from tools.model.metric import chosen_metric, metric_in_use, needs_prediction
from tools.model.prerequisites import missing_steps
from tools.model.price import price, require_affordable, size_of, warning_of
from tools.model.train import TrainArguments, TrainModel
from tools.model.tuning_space import searched_space

if TYPE_CHECKING:
    from engine.metrics import Metric
    from engine.models import Model
    from engine.tuning_spaces import Range

MOST_TRIALS = 200
USUAL_TRIALS = 30
SHOWN = 5


class TuneArguments(Arguments):
    """Which model, searched how, for how long."""

    model: Annotated[str, Slot("model")] | None = Field(None, description="Left out: the latest run's.")
    method: Literal["bayesian", "grid", "random"] = Field("bayesian", description="bayesian learns from earlier trials.")
    trials: int | None = Field(None, ge=1, le=MOST_TRIALS, description="Left out: 30, or the whole grid.")
    metric: Annotated[str, Slot("metric")] | None = Field(None, description="Left out: the one in use, else the task's main metric.")
    time_budget: float | None = Field(None, gt=0, le=LONGEST_SECONDS, description="Seconds after which no other trial starts.")
    space: dict[str, Any] | None = Field(None, description='For each parameter a list of values, or {"low", "high", "log"}; left out: what pays for this model.')
    found: list[dict[str, Any]] | None = Field(None, description="Filled in: what was tried, with its scores on folds.")
    skipped: list[str] | None = Field(None, description="Filled in: why trials were left out, one reason a trial.")


class Tune(Tool):
    """Tries parameters on folds of the training rows; the first trial is the model as it is now, and nothing is changed yet."""

    name = "tune"
    stage = "model"
    label = "Tune the model"
    summary = "Search for better parameters by trials on folds of the training rows."
    Arguments = TuneArguments
    phrases = (
        "tune it",
        "tune the random forest",
        "tune it with 30 bayesian trials, metric recall",
        "random search on gradient boosting, 25 trials",
        "grid search",
        "find better settings",
        "optimise the hyperparameters",
        "improve the parameters of xgboost",
        "search for the best depth",
        "try 50 settings",
    )
    records = True
    job = True
    keeps = True
    judges = True
    found = ("found", "skipped")
    requires = ("dataset", "target")
    tasks = PREDICTING

    def wrong_task(self, experiment: Experiment) -> UserError:
        return needs_prediction(experiment, "Tuning")

    def title(self, args: TuneArguments) -> str:
        model = label_of(args.model) if args.model else "the model"
        return f"Tune {model} ({args.method}, {args.trials or USUAL_TRIALS} trials)"

    def before(self, args: TuneArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        return missing_steps(_model(args, experiment), experiment)

    def resolve(self, args: TuneArguments, experiment: Experiment) -> TuneArguments:
        model = _model(args, experiment)
        metric = chosen_metric(args.metric or metric_in_use(experiment), experiment)
        require_learnable(experiment)
        require_folds(experiment)
        space = _space(args, experiment)
        trials = args.trials or USUAL_TRIALS
        if args.method == "grid":
            trials = _grid_trials(args, space)
        if not args.found:
            _require_affordable(args, model, trials, experiment)
        return args.model_copy(update={"model": model.id, "metric": metric.id, "trials": trials})

    def warning(self, args: TuneArguments, experiment: Experiment) -> str:
        model = _model(args, experiment)
        return warning_of(model, starting_params(experiment, model.id), experiment, _fits(args.trials or USUAL_TRIALS, experiment))

    def search(self, args: TuneArguments, experiment: Experiment, report: Report) -> tuple[TuneArguments, Experiment]:
        if args.found:
            return args, experiment
        tuning = Tuning(experiment, args, report)
        found = tuning.run()
        return args.model_copy(update={"trials": max(1, sum(not trial.get("start") for trial in found)), "found": found, "skipped": tuning.skipped or None}), experiment

    def plan(self, args: TuneArguments, experiment: Experiment) -> list[Operation]:
        """Nothing changes: applying what was found is a step of its own."""
        return []

    def tell(self, args: TuneArguments, before: Experiment, after: Experiment) -> Answer:
        from engine.metrics import find_metric
        from engine.tuning import ranking

        metric = find_metric(str(args.metric))
        found = args.found or []
        start, places = next((trial for trial in found if trial.get("start")), None), ranking(found, metric)
        best, words = places[0], metric.id.replace("_", " ")
        given_up = sum(trial["given_up"] for trial in found)
        said = f"{counted(len(found) - (start is not None), 'trial')} of {_model(args, before).label}{f', {given_up} of them given up early' if given_up else ''}."
        said += _left_out(args.skipped or [])
        said += f" As it is now: {words} {give_or_take(start['score'], start['sd'])}." if start else " As it is now it cannot be trained."
        said += " Nothing that was tried is better." if best is start else f" The best: {words} {give_or_take(best['score'], best['sd'])} with {_listed(best['params'])}."
        if start and best is not start:
            said += " The gain is smaller than the spread over folds." if abs(best["score"] - start["score"]) < max(best["sd"], start["sd"]) else ""
        names = list(dict.fromkeys(name for trial in places[:SHOWN] for name in trial["params"]))
        rows = [[rank, trial["score"], trial["sd"], *(_cell(trial["params"].get(name)) for name in names)] for rank, trial in enumerate(places[:SHOWN], start=1)]
        return Answer(said=said, blocks=[table_block(["rank", words, "±", *names], rows, total_rows=len(places))], event="tune")


class Tuning:
    """One search: it starts from the parameters as they are, and keeps each trial as it is recorded."""

    def __init__(self, experiment: Experiment, args: TuneArguments, report: Report) -> None:
        from engine.compare import fold_count
        from engine.folds import declared_folds, folded_rows
        from engine.metrics import find_metric
        from engine.tuning import Search

        self.experiment, self.args, self.report = experiment, args, report
        self.metric: Metric = find_metric(str(args.metric))
        self.start = starting_params(experiment, str(args.model))
        line = experiment.with_document(steps=line_of(experiment, ToolCall(tool="train", args={"model": args.model})))
        self.compiled, self.frame = line.compiled, line.frame
        count = fold_count(len((line.snapshot.parts or {}).get("train", line.frame)))
        self.rows = folded_rows(line.frame, line.compiled, declared_folds(line.compiled, min(count, 5)))
        self.wanted = args.trials or USUAL_TRIALS
        self.search = Search(args.method, _space(args, experiment), self.wanted, self.metric)
        self.found: list[dict[str, Any]] = []
        self.skipped: list[str] = []

    def run(self) -> list[dict[str, Any]]:
        """Tries until the trials are done, the time is up or it is stopped; raises UserError where nothing can be trained."""
        from engine.tuning import Trial

        started = time.monotonic()
        self.report(0.0, "judging the model as it is now")
        first = Trial(self.start)
        problem = ""
        try:
            first.scores = list(self._judge({}))
            self.found.append(first.record() | {"start": True})
        except FIT_FAULTS as failure:
            problem = first_sentence(failure)
        for number in range(1, self.wanted + 1):
            late = self.args.time_budget is not None and time.monotonic() - started > self.args.time_budget
            if late and number > 1:
                break
            try:
                trial = self.search.run(self._judge)
            except Refusal:
                break
            if trial.problem:
                problem = first_sentence(trial.problem)
                self.skipped.append(problem)
            else:
                trial.params = {**self.start, **trial.params}
                self.found.append(trial.record())
            self.report(number / self.wanted, f"trial {number} of {self.wanted}{self._best_so_far()}")
        if not self.found:
            raise UserError("training_failed", f"{sentence_label(str(self.args.model))} cannot be trained here: {problem}.", "Try another model.", ToolCall(tool="list_models"))
        return self.found

    def _judge(self, params: dict[str, Any]) -> Iterator[float]:
        from engine.compiled import build_estimator

        tried = {**self.start, **params}
        found = price(_model(self.args, self.experiment), tried, self.experiment)
        if found.level == "refused":  # a forest may be affordable as it is and not with more trees
            raise ValueError(found.reason)
        args = TrainArguments.model_validate({"model": self.args.model, "params": tried})
        (train,) = [operation for operation in TrainModel().plan(args, self.experiment) if isinstance(operation, Train)]
        estimator = build_estimator(replace(self.compiled, train=train), self.compiled.features(self.frame.columns))
        for scores in self.rows.scores(estimator):
            unless_stopped()
            if self.metric.id not in scores:
                raise ValueError(f"this model gives no {self.metric.id.replace('_', ' ')}")
            yield scores[self.metric.id]

    def _best_so_far(self) -> str:
        from engine.tuning import ranking

        places = ranking(self.found, self.metric)
        return f"; best so far: {self.metric.id.replace('_', ' ')} {rounded(places[0]['score'])}" if places else ""


def starting_params(experiment: Experiment, model: str) -> dict[str, Any]:
    """Gives the parameters of the latest run of this model, where a search starts; its defaults where there is none."""
    latest = next((run for run in reversed(experiment.runs) if run["model"] == model), None)
    return dict(latest["params"]) if latest else {}


def _model(args: TuneArguments, experiment: Experiment) -> Any:
    from engine.models import find_model

    if args.model:
        return find_model(args.model, str(experiment.task))
    if not experiment.runs:
        raise UserError("no_run", "There is no model yet to tune.", "Name one.", ToolCall(tool="tune", args={"model": "random_forest"}), argument="model")
    latest = experiment.runs[-1]
    if latest["members"]:
        raise UserError("not_tunable", f"Run {latest['number']} combines several models, which are tuned one by one.", "Name one of them.", ToolCall(tool="tune", args={"model": next(run["model"] for run in experiment.runs if not run["members"])}), argument="model")
    return find_model(latest["model"], str(experiment.task))


def _space(args: TuneArguments, experiment: Experiment) -> dict[str, Range]:
    from engine.tuning import GRID_PARAMETERS

    space = searched_space(_model(args, experiment), args.space, experiment)
    if args.method == "grid" and not args.space:
        return dict(list(space.items())[:GRID_PARAMETERS])
    return space


def _fits(trials: int, experiment: Experiment) -> int:
    from engine.compare import fold_count

    return (trials + 1) * fold_count(size_of(experiment).rows)


def _require_affordable(args: TuneArguments, model: Model, trials: int, experiment: Experiment) -> None:
    """Raises UserError where the trials would take hours, with as many as can be afforded, of this model or of a quicker one."""
    from engine.models import find_model

    require_affordable(model, starting_params(experiment, model.id), experiment)
    if _affordable_trials(model, trials, experiment) == trials:
        return
    quicker = find_model("hist_gradient_boosting", str(experiment.task))
    call = None
    for other in (model, quicker):
        if count := _affordable_trials(other, trials, experiment):
            # What was to be searched are parameters of this model, which another one has not.
            said = args.model_dump(exclude_none=True, exclude={"found", "skipped"} if other is model else {"found", "skipped", "space"})
            call = ToolCall(tool="tune", args=said | {"model": other.id, "trials": count})
            break
    reason = price(model, starting_params(experiment, model.id), experiment, _fits(trials, experiment)).reason
    raise UserError("too_expensive", f"{reason}.", "This would do." if call else "", call, argument="trials")


def _affordable_trials(model: Model, trials: int, experiment: Experiment) -> int | None:
    """Gives how many of the trials wanted can be afforded; None where not even one can."""
    start = starting_params(experiment, model.id)
    counts = (trials, *(count for count in (50, 20, 10, 5, 2, 1) if count < trials))
    return next((count for count in counts if price(model, start, experiment, _fits(count, experiment)).level != "refused"), None)


def _grid_trials(args: TuneArguments, space: dict[str, Range]) -> int:
    from engine.tuning import grid_size

    size = grid_size(space)
    if size > MOST_TRIALS:
        other = args.model_dump(exclude_none=True, exclude={"found", "skipped", "trials"}) | {"method": "random", "trials": 60}
        raise UserError("too_expensive", f"This grid has {size:,} combinations; at most {MOST_TRIALS} are tried.", "60 random ones come within the best 5 % of them in 95 of 100 cases.", ToolCall(tool="tune", args=other), argument="space")
    return size if args.trials is None else min(args.trials, size)


def _left_out(reasons: list[str]) -> str:
    """Counts the trials that were left out, with the reason of the first."""
    if not reasons:
        return ""
    one = len(reasons) == 1
    return f" {counted(len(reasons), 'other trial was', 'other trials were')} left out{'' if one else ', the first of them because'}: {reasons[0]}."


def _cell(value: Any) -> Any:
    return str(value) if isinstance(value, list) else value


def _listed(params: dict[str, Any]) -> str:
    return ", ".join(f"{name} {rounded(value) if isinstance(value, float) else value}" for name, value in params.items())
