"""Brings numbers to one scale."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool
from tools.cells import listed, named_columns
from tools.experiment import Experiment
from tools.prepare.numbers_only import require_numbers

WORDS = {"standard": "mean 0 and standard deviation 1", "minmax": "the range 0 to 1", "robust": "median 0 and interquartile range 1", "maxabs": "a largest absolute value of 1", "quantile": "evenly spread ranks from 0 to 1"}


class ScaleArguments(Arguments):
    """Which columns, and how."""

    columns: Annotated[Names, Slot("columns", kinds=("numeric",))] = Field("all", description="Left out: every numeric feature.")
    method: Literal["standard", "minmax", "robust", "maxabs", "quantile"] = Field("standard", description="How columns are brought to one scale.")


class Scale(Tool):
    """Brings numeric columns to one scale, so that none outweighs the others."""

    name = "scale"
    stage = "prepare"
    label = "Scale numbers"
    summary = "Bring numeric columns to one scale."
    Arguments = ScaleArguments
    phrases = (
        "scale the numeric columns",
        "standardise {column}",
        "normalise everything to 0-1",
        "min-max scale {column}",
        "z-score {column}",
        "robust scaling",
        "bring {column} to the same range",
        "put {column} between 0 and 1",
        "squash {column} into 0 to 1",
        "make the numbers comparable",
        "zero mean and unit variance for {column}",
        "same scale for all numeric columns",
    )
    records = True

    def title(self, args: ScaleArguments) -> str:
        return f"Scale {named_columns(args.columns)} ({args.method})"

    def resolve(self, args: ScaleArguments, experiment: Experiment) -> ScaleArguments:
        require_numbers(list(args.columns), experiment, "scaled")
        return args

    def plan(self, args: ScaleArguments, experiment: Experiment) -> list[Operation]:
        return [Fit("scale", _scaler(args.method), tuple(args.columns))]

    def tell(self, args: ScaleArguments, before: Experiment, after: Experiment) -> Answer:
        return Answer(said=f"{listed(list(args.columns))} scaled to {WORDS[args.method]}.", event="first_prepare")


def _scaler(method: str) -> Any:
    from sklearn import preprocessing

    if method == "quantile":
        return preprocessing.QuantileTransformer(random_state=42)
    classes = {"standard": "StandardScaler", "minmax": "MinMaxScaler", "robust": "RobustScaler", "maxabs": "MaxAbsScaler"}
    return getattr(preprocessing, classes[method])()
