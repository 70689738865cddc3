"""Puts numbers into ranges."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool
from tools.cells import listed, named_columns
from tools.experiment import Experiment
from tools.prepare.numbers_only import require_numbers

WORDS = {"quantile": "with as many rows in each", "uniform": "equally wide", "kmeans": "around the centres of groups"}


class BinArguments(Arguments):
    """Which columns, into how many ranges, and how these are drawn."""

    columns: Annotated[Names, Slot("columns", kinds=("numeric",))] = Field(
        "all", description="Left out: every numeric feature."
    )
    bins: int = Field(5, ge=2, le=100, description="How many ranges.")
    strategy: Literal["quantile", "uniform", "kmeans"] = Field(
        "quantile", description="As many rows in each, equally wide, or around the centres of groups."
    )


class Bin(Tool):
    """Replaces numbers by the number of their range, drawn from the training rows."""

    name = "bin"
    stage = "prepare"
    label = "Put into ranges"
    summary = "Replace numbers by the number of their range."
    Arguments = BinArguments
    phrases = (
        "bin {column} into 4 ranges",
        "put {column} into 5 buckets",
        "discretize {column}",
        "cut {column} into quartiles",
        "bin {column} into 10 equally wide intervals",
        "cut {column} into 5 bins",
        "group {column} into ranges",
        "make age bands from {column}",
        "discretise {column}",
        "{column} in 5 buckets",
        "turn {column} into 4 classes of equal size",
    )
    records = True

    def title(self, args: BinArguments) -> str:
        return f"Put {named_columns(args.columns)} into {args.bins} ranges ({args.strategy})"

    def resolve(self, args: BinArguments, experiment: Experiment) -> BinArguments:
        require_numbers(list(args.columns), experiment, "put into ranges")
        return args

    def plan(self, args: BinArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.bins import Bins

        return [Fit("bin", Bins(args.bins, args.strategy), tuple(args.columns), kind="categorical")]

    def tell(self, args: BinArguments, before: Experiment, after: Experiment) -> Answer:
        made = {name: int(after.view[name].nunique()) for name in args.columns if name in after.view}
        fewer = [name for name, count in made.items() if count < args.bins]
        said = f"{listed(list(args.columns))} put into {args.bins} ranges, {WORDS[args.strategy]}, numbered from 0."
        if fewer:
            said += f" {listed(fewer)} has too few different values for {args.bins} and got {made[fewer[0]]}."
        return Answer(said=said, event="first_prepare")
