"""Fills missing values."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, OnlyWith, Slot, Tool, ToolCall, UserError
from tools.cells import counted, listed, named_columns, quoted_list
from tools.data.typed_value import typed_value
from tools.experiment import Experiment

WORDS = {"mean": "the mean", "median": "the median", "most_frequent": "the most frequent value", "constant": "a fixed value", "knn": "the values of similar rows", "iterative": "what the other columns suggest"}

FROM_OTHERS = ("knn", "iterative")
"""Strategies that look at the other columns of the row."""
MOST_ROWS_KNN = 20_000
"""Every row is compared with every other: 41 s and 2.2 GB at 20,000 rows on two cores."""


class ImputeArguments(Arguments):
    """Which columns, and with what."""

    columns: Annotated[Names, Slot("columns", missing_only=True)] = Field("all", description="Left out: every feature with missing values.")
    strategy: Literal["mean", "median", "most_frequent", "constant", "knn", "iterative"] | None = Field(None, description="Left out: the median for numbers, the most frequent value for the rest.")
    fill_value: Annotated[Any, Slot("value"), OnlyWith("strategy", (None, "constant"))] = Field(None, description="For the strategy constant.")
    add_indicator: bool = Field(False, description="Add a column that says where a value was missing.")


class Impute(Tool):
    """Fills missing values with what the training rows say."""

    name = "impute"
    stage = "prepare"
    label = "Fill missing values"
    summary = "Fill missing values, learned from the training rows."
    Arguments = ImputeArguments
    phrases = (
        "fill {column} with the median",
        "fill in the missing values",
        "impute {column} with the mean",
        "replace missing {column} by the most common value",
        "fill in the blanks",
        "impute {column} with knn",
        "impute {column} iteratively",
        "{column} has holes, put the average there",
        "the empty cells in {column} should become 0",
        "patch the gaps in {column}",
        "plug the missing {column} with the mode",
        "fill every gap",
        "use the nearest neighbours to fill {column}",
        "do something about the missing values",
        "put zeros where {column} is missing",
    )
    records = True

    def title(self, args: ImputeArguments) -> str:
        if args.fill_value is not None and args.strategy in (None, "constant"):
            return f"Fill {named_columns(args.columns)} with {args.fill_value!r}"
        return f"Fill {named_columns(args.columns)} with {WORDS[args.strategy] if args.strategy else 'what is usual'}"

    def resolve(self, args: ImputeArguments, experiment: Experiment) -> Any:
        from engine.price import WAITED_SECONDS

        columns = list(args.columns)
        if experiment.target in columns:
            raise UserError("target_imputed", f"“{experiment.target}” is the answer; inventing missing answers would teach the model made-up facts.", "Drop the rows in which it is missing.", ToolCall(tool="drop_missing", args={"axis": "rows", "columns": [experiment.target]}))
        numeric = [name for name in columns if _numeric(experiment, name)]
        others = [name for name in columns if name not in numeric]
        if args.strategy is None and args.fill_value is not None:
            args = args.model_copy(update={"strategy": "constant"})
        if args.strategy is None:
            numbers = [name for name in numeric if _kind(experiment, name) == "numeric"]
            rest = [name for name in columns if name not in numbers]
            parts = ((numbers, "median"), (rest, "most_frequent"))
            return [args.model_copy(update={"columns": names, "strategy": strategy}) for names, strategy in parts if names]
        if args.strategy in {"mean", "median", *FROM_OTHERS} and others:
            if len(others) == len(columns):
                raise UserError("not_numeric", f"{quoted_list(others)} {'holds' if len(others) == 1 else 'hold'} words, which cannot be filled with {WORDS[args.strategy]}.", "Fill with the most frequent value.", ToolCall(tool="impute", args={"columns": others, "strategy": "most_frequent"}))
            return [args.model_copy(update={"columns": numeric}), args.model_copy(update={"columns": others, "strategy": "most_frequent"})]
        if args.strategy == "knn" and len(experiment.frame) > MOST_ROWS_KNN:
            raise UserError("too_expensive", f"Comparing {len(experiment.frame):,} rows with each other takes too long; up to {MOST_ROWS_KNN:,} it is done.", "What the other columns suggest is as good and takes seconds.", ToolCall(tool="impute", args={"columns": columns, "strategy": "iterative"}), argument="strategy")
        if args.strategy == "iterative" and (seconds := _seconds(args, experiment)) > WAITED_SECONDS:
            raise UserError("too_expensive", f"A regression for each of {counted(len(columns), 'column')} on all others would take about {seconds / 3600:.1f} h on {len(experiment.frame):,} rows.", "The median takes seconds.", ToolCall(tool="impute", args={"columns": columns, "strategy": "median"}), argument="strategy")
        return _with_constant(args, experiment) if args.strategy == "constant" else args

    def plan(self, args: ImputeArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.fill_from_others import FillFromOthers
        from engine.estimators.fill_missing import FillMissing

        columns = tuple(args.columns)
        if args.strategy in FROM_OTHERS:
            filler = FillFromOthers(list(columns), args.strategy, args.add_indicator)
            return [Fit("impute", filler, None, fills=True, changes=columns, seconds=_seconds(args, experiment))]
        return [Fit("impute", FillMissing(args.strategy, args.fill_value, args.add_indicator), columns, fills=True)]

    def tell(self, args: ImputeArguments, before: Experiment, after: Experiment) -> Answer:
        filled = {name: before.columns[name]["missing"] for name in args.columns if name in before.columns and before.columns[name]["missing"]}
        counts = ", ".join(f"{listed([name])} {count:,}" for name, count in list(filled.items())[:6])
        names = listed(list(args.columns))
        said = f"{names}: missing values are filled with {WORDS[args.strategy or 'median']}" + (f" ({counts} filled)." if counts else " (none is missing now; later gaps will be filled).")
        return Answer(said=said, event="first_prepare")


def _dtype(experiment: Experiment, name: str) -> str:
    return str((experiment.columns.get(name) or experiment.sources[name])["dtype"])


def _numeric(experiment: Experiment, name: str) -> bool:
    return _dtype(experiment, name).startswith(("int", "float", "bool"))


def _seconds(args: ImputeArguments, experiment: Experiment) -> float:
    """Predicts how long filling from the other columns takes."""
    from engine.price import filling_seconds

    gaps = [experiment.columns[name]["missing"] for name in args.columns if name in experiment.columns]
    return filling_seconds(str(args.strategy), len(experiment.frame), len(experiment.feature_columns()), gaps)


def _kind(experiment: Experiment, name: str) -> str:
    return str((experiment.columns.get(name) or experiment.sources[name])["kind"])


def _with_constant(args: ImputeArguments, experiment: Experiment) -> list[ImputeArguments]:
    """Returns what fills numbers with a number, words with a word and dates with a date, so that no column holds two kinds."""
    if args.fill_value is None or isinstance(args.fill_value, (list, dict)):
        raise UserError("invalid_argument", "What value shall I fill in? It takes one word or number for all.", "For example: fill cabin with 'unknown'.", argument="fill_value")
    filled: dict[tuple[type, Any], list[str]] = {}
    for name in args.columns:
        value = typed_value(args.fill_value, name, _dtype(experiment, name), "fill_value")
        filled.setdefault((type(value), value), []).append(name)
    return [args.model_copy(update={"columns": names, "fill_value": value}) for (_, value), names in filled.items()]
