"""Trains a model."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.errors import Refusal
from engine.models import label_of
from engine.operations import Operation, Train
from tools.base import PREDICTING, Answer, Arguments, Slot, Tool, ToolCall, UserError
from tools.cells import counted, quoted
from tools.experiment import Experiment
from tools.model.classes import require_learnable
from tools.model.prerequisites import missing_steps
from tools.model.price import cheaper, price, require_affordable, require_sparse_neighbours, size_of, warning_of
from tools.model.report import run_answer


class TrainArguments(Arguments):
    """Which model, with which parameters."""

    model: Annotated[str, Slot("model")]
    params: Annotated[dict[str, Any], Slot("params")] | None = Field(None, title="Parameters", description="The estimator's own parameter names.")
    name: str | None = Field(None, min_length=1, max_length=100, description="A name for the run.")


class TrainModel(Tool):
    """Trains a model; what is still missing is recorded first, as ordinary steps, and said."""

    name = "train"
    stage = "model"
    label = "Train a model"
    summary = "Train a model; also finds clusters and anomalies."
    Arguments = TrainArguments
    phrases = (
        "train a random forest",
        "train a logistic regression",
        "fit xgboost with 200 trees",
        "try a support vector machine",
        "run kmeans with 5 clusters",
        "build a model with ridge",
        "give random forest a go",
        "knn with 5 neighbours",
        "what does a simple baseline get?",
        "I want a decision tree",
        "use logistic regression",
        "go with lightgbm",
        "start with ridge",
        "teach it with a neural network",
    )
    records = True
    job = True
    requires = ("dataset", "target")

    def title(self, args: TrainArguments) -> str:
        params = ", ".join(f"{name}={value}" for name, value in (args.params or {}).items())
        return f"Train {label_of(args.model)}{f' ({params})' if params else ''}"

    def task_first(self, args: TrainArguments, experiment: Experiment) -> tuple[ToolCall, str] | None:
        """Looks for groups or for what is odd where nothing is to be predicted and the model can do nothing else."""
        from engine.models import MODELS

        tasks = next((model.tasks for model in MODELS if model.id == args.model), ())
        if not experiment.dataset or experiment.target or experiment.task or not tasks or set(tasks) & set(PREDICTING):
            return None
        return ToolCall(tool="set_task", args={"task": tasks[0]}), f"{label_of(args.model)} needs no column to predict."

    def before(self, args: TrainArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        return missing_steps(declared_model(args, experiment), experiment)

    def resolve(self, args: TrainArguments, experiment: Experiment) -> TrainArguments:
        model = declared_model(args, experiment)
        params = _checked(model, args, experiment)
        require_learnable(experiment)
        _require_rows(model, params, experiment)
        require_affordable(model, params, experiment)
        if model.keeps_neighbours:
            require_sparse_neighbours(model, params, experiment)
        if model.counts_only and experiment.target and experiment.frame[experiment.target].min() < 0:
            raise UserError("out_of_domain", f"{model.label} is for counts, and {quoted(experiment.target)} has values below 0.", "Ridge takes any number.", ToolCall(tool="train", args={"model": "ridge"}), argument="model")
        return args.model_copy(update={"model": model.id, "params": params or None})

    def warning(self, args: TrainArguments, experiment: Experiment) -> str:
        return warning_of(declared_model(args, experiment), args.params or {}, experiment)

    def plan(self, args: TrainArguments, experiment: Experiment) -> list[Operation]:
        model = declared_model(args, experiment)
        task = str(experiment.task)
        params = dict(args.params or {})
        weighted = task == "classification" and experiment.compiled.fields.get("class_weight")
        if weighted and model.weights == "class_weight":
            params.setdefault("class_weight", "balanced")
        estimator = model.make(task, params)
        if weighted and model.weights == "sample_weight":
            from engine.estimators.balanced_weights import BalancedWeights

            estimator = BalancedWeights(estimator)
        return [Train(model.id, params, estimator, takes_missing=model.handles_missing)]

    def tell(self, args: TrainArguments, before: Experiment, after: Experiment) -> Answer:
        return run_answer(after)


def _require_rows(model: Any, params: dict[str, Any], experiment: Experiment) -> None:
    """Raises UserError where a parameter asks for more rows than there are to learn from, with the most that there are."""
    rows = size_of(experiment).rows
    for name, parameter in model.parameters_for(str(experiment.task)).items():
        value = params.get(name, parameter.default)
        if parameter.up_to_rows and isinstance(value, int) and value > rows:
            call = ToolCall(tool="train", args={"model": model.id, "params": {**params, name: rows}})
            raise UserError("invalid_parameter", f"{name} of {model.label} cannot be {value:,}: there {'is' if rows == 1 else 'are'} {counted(rows, 'row')} to learn from.", f"The nearest value that works is {rows}.", call, argument="params")


def declared_model(args: TrainArguments, experiment: Experiment) -> Any:
    """Finds the declaration of the model for the task at hand; raises Refusal with the nearest id."""
    from engine.models import find_model

    return find_model(args.model, str(experiment.task))


def _checked(model: Any, args: TrainArguments, experiment: Experiment) -> dict[str, Any]:
    """Gives the parameters as the estimator wants them; where one is out of range, offers the nearest that is not."""
    from engine.models import validate_params

    task, given = str(experiment.task), args.params or {}
    try:
        return validate_params(model, task, given)
    except Refusal as refusal:
        known = model.parameters_for(task)
        call = None
        if all(name in known for name in given):
            nearest = {name: known[name].nearest(value) if known[name].problem(value) else value for name, value in given.items()}
            # The nearest value may be more than can be afforded: then what can be is offered.
            found = price(model, nearest, experiment)
            call = ToolCall(tool="train", args={"model": model.id, "params": nearest}) if found.level != "refused" else cheaper(model, found, experiment)
        raise UserError(refusal.code, refusal.message, refusal.hint, call, argument="params") from refusal
