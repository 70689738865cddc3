"""Trains several models and ranks them.

One step stands for several trainings: each finished model is a run of its own, as if it alone had been trained there, and
the best one is the model that the step leaves behind. So one undo takes the comparison back, a replay trains the same
models whatever the clock says, and an export of any of the runs is that of an ordinary training.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.models import label_of, sentence_label
from engine.operations import Operation
from engine.patience import LONGEST_SECONDS
from tools.base import PREDICTING, Answer, Arguments, Report, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import NAMED, counted, give_or_take, listed
from tools.experiment import Experiment, Run
from tools.model.classes import require_folds, require_learnable
from tools.model.comparison import Comparison, line_of, spread_of, trained
from tools.model.metric import chosen_metric
from tools.model.prerequisites import missing_steps
from tools.model.price import comparing_seconds, price, require_affordable
from tools.model.train import TrainArguments, TrainModel

LONG_SECONDS = 60
"""From here on it is said beforehand how long a comparison takes."""


class CompareModelsArguments(Arguments):
    """Which models, judged by what, in what time."""

    models: Annotated[list[str], Slot("models")] | None = Field(None, min_length=1, description="Left out: a portfolio that suits the task.")
    metric: Annotated[str, Slot("metric")] | None = Field(None, description="What to rank by; left out: the task's main metric.")
    time_budget: float | None = Field(None, gt=0, le=LONGEST_SECONDS, description="Seconds after which no other model is started.")
    best: str | None = Field(None, description="Filled in: the model that came out best.")
    skipped: dict[str, str] | None = Field(None, description="Filled in: the models that were left out, with the reason.")


class CompareModels(Tool):
    """Trains several models, judges each on folds of the training rows, and ranks them; the test rows are not looked at."""

    name = "compare_models"
    stage = "model"
    label = "Compare models"
    summary = "Train several models and rank them by cross-validation."
    Arguments = CompareModelsArguments
    phrases = (
        "compare models",
        "which model works best?",
        "try several models",
        "compare random forest, xgboost and logistic regression on roc auc",
        "try a few models",
        "which algorithm works best?",
        "pit xgboost against random forest",
        "run several models",
        "benchmark everything",
        "spend five minutes comparing models",
        "logistic regression or random forest, which is better?",
    )
    records = True
    job = True
    keeps = True
    found = ("best", "skipped")
    requires = ("dataset", "target")
    tasks = (*PREDICTING, "clustering")

    def wrong_task(self, experiment: Experiment) -> UserError:
        return UserError("wrong_task", "What is odd has no right answer here, so there is nothing to rank by.", "Train one and look at the rows that it marks.", ToolCall(tool="train", args={"model": "isolation_forest"}))

    def title(self, args: CompareModelsArguments) -> str:
        if not args.models:
            return "Compare models"
        few = len(args.models) <= NAMED
        return f"Compare {listed([label_of(model) for model in args.models]) if few else counted(len(args.models), 'model')}"

    def before(self, args: CompareModelsArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        return missing_steps(_Demanding(_models(args, experiment)), experiment)

    def resolve(self, args: CompareModelsArguments, experiment: Experiment) -> CompareModelsArguments:
        metric = chosen_metric(args.metric, experiment)
        require_learnable(experiment)
        if experiment.target:
            require_folds(experiment)
        models = _models(args, experiment)
        if not args.best and all(price(model, {}, experiment).level == "refused" for model in models):
            require_affordable(models[0], {}, experiment)
        return args.model_copy(update={"models": [model.id for model in models], "metric": metric.id})

    def warning(self, args: CompareModelsArguments, experiment: Experiment) -> str:
        seconds = 0.0 if args.time_budget else comparing_seconds(_models(args, experiment), experiment)
        if seconds < LONG_SECONDS:
            return ""
        rows = len((experiment.snapshot.parts or {}).get("train", experiment.frame))
        said = f"Be patient: {counted(len(args.models or ()), 'model')} on folds of {counted(rows, 'row')} may take up to {max(2, round(seconds / 60)):,} minutes, often a third of that."
        return f"{said} In less time: “compare models in 60 seconds” starts none after that. “Cancel” keeps what is done."

    def search(self, args: CompareModelsArguments, experiment: Experiment, report: Report) -> tuple[CompareModelsArguments, Experiment]:
        if args.best:
            return args, experiment
        comparison = Comparison(experiment, args.models or [], chosen_metric(args.metric, experiment), args.time_budget, report)
        for name in args.models or ():
            comparison.take(name)
        places = comparison.places()
        if not places:
            first = next(iter(comparison.skipped.values()), "")
            raise UserError("nothing_finished", f"None of the models could be trained. {first}".strip(), "More time, or other models, may help.", ToolCall(tool="list_models"))
        finished = [name for name in args.models or () if name in {place.name for place in places}]
        return args.model_copy(update={"models": finished, "best": places[0].name, "skipped": comparison.skipped or None}), comparison.experiment

    def trainings(self, args: CompareModelsArguments) -> list[ToolCall]:
        """One for each finished model, the best one last."""
        names = sorted(args.models or (), key=lambda name: name == args.best) if args.best else []
        return [ToolCall(tool="train", args={"model": name}) for name in names]

    def plan(self, args: CompareModelsArguments, experiment: Experiment) -> list[Operation]:
        return TrainModel().plan(TrainArguments.model_validate({"model": args.best}), experiment) if args.best else []

    def work(self, args: CompareModelsArguments, before: Experiment, after: Experiment, report: Report) -> Experiment:
        whole = before
        for number, call in enumerate(self.trainings(args)):
            report(number / len(args.models or ()), f"training {label_of(call.args['model'])}")
            whole, _ = trained(whole, call, lambda fraction, message: None)
        best = whole.with_document(steps=line_of(whole, self.trainings(args)[-1])).key
        runs = sorted(whole.document["runs"], key=lambda run: run["key"] == best)
        return after.with_document(runs=runs, results=whole.document["results"])

    def tell(self, args: CompareModelsArguments, before: Experiment, after: Experiment) -> Answer:
        from engine.compare import ranked, ties
        from engine.metrics import find_metric

        runs = runs_of(after, self.trainings(args))
        metric = find_metric(str(args.metric))
        words = metric.id.replace("_", " ")
        places = ranked({run["model"]: spread_of(run) for run in runs}, metric)
        by_model = {run["model"]: run for run in runs}
        best = by_model[places[0].name]
        tied = ties(places)
        who = f"The best of {len(runs)} by {words} is" if len(runs) > 1 else f"By {words} only one was judged,"
        said = f"{who} {best['label']} (run {best['number']}): {give_or_take(places[0].mean, places[0].sd)}."
        if tied:
            names = ", ".join(by_model[place.name]["label"] for place in tied)
            said += f" A tie with {names}: the lead is smaller than the spread over folds."
        said += "".join(f" {sentence_label(name)} was left out: {reason}" for name, reason in (args.skipped or {}).items())
        rows = [[by_model[place.name]["number"], by_model[place.name]["label"], place.mean, place.sd, by_model[place.name]["seconds"]] for place in places]
        return Answer(said=said, blocks=[table_block(["run", "model", f"{words} (folds)", "±", "seconds"], rows)], event="compare")


class _Demanding:
    """Stands for several models at once: what one of them needs is needed."""

    def __init__(self, models: list[Any]) -> None:
        self.handles_missing = all(model.handles_missing for model in models)
        self.needs_scaling = any(model.needs_scaling for model in models)


def runs_of(experiment: Experiment, calls: list[ToolCall]) -> list[Run]:
    """Lists the runs of the trainings that the last step stands for."""
    then = experiment.with_document(steps=experiment.steps[:-1])
    keys = {then.with_document(steps=line_of(then, call)).key for call in calls}
    return [run for run in experiment.runs if run["key"] in keys]


def _models(args: CompareModelsArguments, experiment: Experiment) -> list[Any]:
    from engine.compare import portfolio
    from engine.models import find_model

    rows = len((experiment.snapshot.parts or {}).get("train", experiment.frame))
    task = str(experiment.task)
    if args.models:
        return [find_model(name, task, argument="models") for name in dict.fromkeys(args.models)]
    return portfolio("clustering" if task == "anomaly_detection" else task, rows)
