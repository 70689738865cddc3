"""Trains with parameters that a search found."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.models import label_of, sentence_label
from engine.operations import Operation
from tools.base import PREDICTING, Answer, Arguments, Report, Slot, Tool, ToolCall, UserError
from tools.experiment import Experiment
from tools.model.fold_scores import cross_validated
from tools.model.metric import needs_prediction
from tools.model.report import run_answer
from tools.model.train import TrainArguments, TrainModel
from tools.runs import run_last_step


class ApplyTuningArguments(Arguments):
    """Which of the tried parameters."""

    rank: int = Field(1, ge=1, le=200, description="1 is the best.")
    model: Annotated[str, Slot("model")] | None = Field(None, description="Filled in: the model that was tuned.")
    params: dict[str, Any] | None = Field(None, description="Filled in: the parameters of this rank.")


class ApplyTuning(Tool):
    """Trains the tuned model on all training rows, with the parameters that came out best."""

    name = "apply_tuning"
    stage = "model"
    label = "Use the tuned parameters"
    summary = "Train with the parameters that tuning found."
    Arguments = ApplyTuningArguments
    phrases = (
        "use the best parameters",
        "apply the tuning",
        "use the second best parameters",
        "train with the tuned parameters",
        "use the best settings you found",
        "take the tuned parameters",
        "train with what the search found",
        "go with the second best setting",
        "use the winner of the tuning",
    )
    records = True
    job = True
    found = ("model", "params")
    requires = ("dataset", "target")
    tasks = PREDICTING

    def wrong_task(self, experiment: Experiment) -> UserError:
        return needs_prediction(experiment, "Tuning")

    def title(self, args: ApplyTuningArguments) -> str:
        return f"Train {label_of(args.model) if args.model else 'the model'} with the tuned parameters (rank {args.rank})"

    def resolve(self, args: ApplyTuningArguments, experiment: Experiment) -> ApplyTuningArguments:
        if args.params is not None:
            return args
        tuning = next((step["args"] for step in reversed(experiment.steps) if step["tool"] == "tune" and args.model in (None, step["args"]["model"])), None)
        if tuning is None:
            from engine.tuning_spaces import SPACES

            what = f"{sentence_label(args.model)} has not" if args.model else "Nothing has"
            tunable = next((run["model"] for run in reversed(experiment.runs) if run["task"] == experiment.task and run["model"] in SPACES), "random_forest")
            raise UserError("not_tuned", f"{what} been tuned yet.", "Tune a model first.", ToolCall(tool="tune", args={"model": args.model or tunable}))
        from engine.metrics import find_metric
        from engine.tuning import ranking

        places = ranking(tuning["found"], find_metric(tuning["metric"]))
        if args.rank > len(places):
            raise UserError("invalid_argument", f"{len(places)} trials were finished, so there is no rank {args.rank}.", f"The nearest valid value is {len(places)}.", ToolCall(tool="apply_tuning", args={"rank": len(places)}), argument="rank")
        return args.model_copy(update={"model": tuning["model"], "params": places[args.rank - 1]["params"]})

    def plan(self, args: ApplyTuningArguments, experiment: Experiment) -> list[Operation]:
        training = TrainArguments.model_validate({"model": args.model, "params": args.params})
        return TrainModel().plan(training, experiment)

    def work(self, args: ApplyTuningArguments, before: Experiment, after: Experiment, report: Report) -> Experiment:
        """Trains, and judges the run on folds by every metric, as the search knew only one."""
        from engine.compare import fold_count

        trained = run_last_step(after, self, args, report)
        folds = fold_count(trained.runs[-1]["rows"]["train"])
        return cross_validated(trained, trained.compiled, trained.key, trained.key, folds, None, report)

    def tell(self, args: ApplyTuningArguments, before: Experiment, after: Experiment) -> Answer:
        return run_answer(after)
