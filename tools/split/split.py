"""Divides the rows into training, validation and test rows."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Operation, Set
from tools.base import Answer, AnyColumn, Arguments, OnlyWith, Question, Suggestion, Tool, ToolCall, UserError
from tools.cells import escaped, quoted, shown_cell
from tools.experiment import Experiment
from tools.idle_arguments import require_all_count
from tools.requirements import target_options

WHY = {"random": "by lot", "stratified": "by lot, with the same mix of classes in each part", "time": "the latest rows are the test", "group": "no group is divided", "stratified_group": "no group is divided, with a like mix of classes", "column": "as your own column says"}

EXAMPLES = {
    "time": "Name it, for example: split by time on the date.",
    "group": "Name what belongs together, for example: keep all rows of one customer together.",
    "stratified_group": "Name what belongs together, for example: keep all rows of one customer together.",
    "column": "Name the column that says train, validation or test for each row.",
}


class SplitArguments(Arguments):
    """How large the parts are, and how rows are assigned to them."""

    train: float | None = Field(None, ge=0, le=1, description="Share of the rows to learn from; left out: what the other two leave.")
    validation: float = Field(0, ge=0, lt=1, description="Share to choose with.")
    test: float | None = Field(None, ge=0, lt=1, description="Share for the final check; left out: what the other two leave, or 20 %.")
    strategy: Literal["random", "stratified", "time", "group", "stratified_group", "column"] | None = Field(None, description="Left out: stratified for classes, else random.")
    column: AnyColumn | None = Field(None, description="The time, the group, or the column that says train, validation or test.")
    seed: Annotated[int, OnlyWith("strategy", (None, "random", "stratified", "group", "stratified_group"))] = Field(42, ge=0, le=2**32 - 1, description="The same seed divides the same way.")


class Split(Tool):
    """Divides the rows into rows to learn from, to choose with, and for the final check."""

    name = "split"
    stage = "split"
    label = "Split the rows"
    summary = "Divide the rows into training, validation and test rows."
    Arguments = SplitArguments
    phrases = (
        "split 80/20",
        "split the data 70/15/15",
        "use 25% for testing",
        "stratified split",
        "keep 20% as a test set",
        "split by time on {column}",
        "hold out a quarter",
        "put a fifth aside for testing",
        "I need a training part and a test part",
        "train on 70 percent",
        "the most recent 20% for testing",
        "keep all rows of one {column} together when splitting",
        "leave some data for a final check",
        "use 60% for learning, 20% for choosing and the rest for the final check",
    )
    records = True

    def title(self, args: SplitArguments) -> str:
        way = str(args.strategy).replace("_", " ") + (f" by {args.column}" if args.column else "")
        if args.train is None or args.test is None:
            parts = {"to learn from": args.train, "to choose with": args.validation or None, "for the test": args.test}
            told = ", ".join(f"{part:.0%} {what}" for what, part in parts.items() if part is not None)
            return "Split the rows" + (f": {told}" if told else "") + (f" ({way})" if args.strategy else "")
        if args.strategy == "column":
            return f"Split as {args.column} says"
        sizes = [args.train, *([args.validation] if args.validation else []), args.test]
        told = f"Split {' / '.join(f'{size:.0%}' for size in sizes)}"
        return f"{told} ({way})" if args.strategy else told

    def resolve(self, args: SplitArguments, experiment: Experiment) -> SplitArguments:
        train, test = args.train, args.test
        if train is None and test is None:
            test = 0.2
        if train is None:
            train = round(1 - args.validation - (test or 0), 10)
        if test is None:
            test = round(1 - args.validation - train, 10)
        if abs(train + args.validation + test - 1) > 1e-6 or min(train, test) < 0:
            total = train + args.validation + test
            fixed = {"train": round(train / total, 4), "validation": round(args.validation / total, 4), "test": round(1 - round(train / total, 4) - round(args.validation / total, 4), 4)}
            raise UserError("invalid_argument", f"The three parts must add up to 1, but {train:g} + {args.validation:g} + {test:g} is {total:g}.", "In the same proportion they would be as offered.", ToolCall(tool="split", args=fixed), argument="train")
        if train == 0:
            raise UserError("invalid_argument", "There must be rows to learn from: train cannot be 0.", "For example 0.8.", argument="train")
        strategy = args.strategy or _way_by(args, experiment) or ("stratified" if experiment.task == "classification" else "random")
        if args.strategy is None:
            require_all_count(self, args.model_copy(update={"strategy": strategy}))
        if strategy == "time" and not args.column:
            args = args.model_copy(update={"column": _when(args, experiment)})
        if strategy in {"time", "group", "stratified_group", "column"} and not args.column:
            raise UserError("invalid_argument", f"A {strategy.replace('_', ' ')} split needs to know the column.", EXAMPLES[strategy], argument="column")
        if args.column and args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step.", "Name a column of the table as it was loaded.", argument="column")
        if strategy == "column":
            _require_parts(args, experiment)
        if strategy in {"stratified", "stratified_group"} and experiment.task != "classification":
            if args.strategy and experiment.task == "regression":
                raise UserError("wrong_task", "Only classes can be kept in the same mix.", "Split by lot instead.", ToolCall(tool="split", args={"train": train, "validation": args.validation, "test": test, "strategy": "random"}), argument="strategy")
            if args.strategy and experiment.task is None:
                by_lot = ToolCall(tool="split", args=args.model_dump(exclude_none=True, exclude_unset=True) | {"strategy": "random"})
                options = [*target_options(experiment)[:3], Suggestion(label="Split by lot", reason="each row has the same chance", call=by_lot)]
                raise Question("Which column's classes are to have the same mix in each part?", options)
            strategy = "random"
        parts = 1 + (args.validation > 0) + (test > 0)
        if len(experiment.frame) < 2 * parts:
            raise UserError("too_few_rows", f"{len(experiment.frame)} rows are too few to divide into {parts} parts.", "More rows are needed.")
        if strategy == "stratified" and experiment.frame[experiment.target].value_counts().max() < parts:
            other = {"train": train, "validation": args.validation, "test": test, "strategy": "random", "seed": args.seed}
            raise UserError("rare_class", f"No class of {quoted(experiment.target)} has the {parts} rows that it takes to be in each part.", "Split by lot instead.", ToolCall(tool="split", args=other), argument="strategy")
        return args.model_copy(update={"train": train, "test": test, "strategy": strategy})

    def plan(self, args: SplitArguments, experiment: Experiment) -> list[Operation]:
        declared = {"train": args.train, "validation": args.validation, "test": args.test, "strategy": args.strategy, "column": args.column, "seed": args.seed}
        return [Set("split", {name: value for name, value in declared.items() if value is not None})]

    def tell(self, args: SplitArguments, before: Experiment, after: Experiment) -> Answer:
        sizes = {name: len(rows) for name, rows in (after.snapshot.parts or {}).items()}
        said = f"{sizes['train']:,} rows to learn from"
        said += f", {sizes['validation']:,} to choose with" if sizes["validation"] else ""
        said += f", {sizes['test']:,} for the final check" if sizes["test"] else ""
        idle = f" {escaped(args.column)} decides nothing in such a split." if args.column and args.strategy in {"random", "stratified"} else ""
        # The order of time, and a column of the user's own, leave nothing to chance.
        seed = "" if args.strategy in {"time", "column"} else f", seed {args.seed}"
        rare = ""
        if after.task == "classification" and args.strategy == "stratified" and after.target:
            counts = after.frame[after.target].value_counts()
            few = [name for name, count in counts.items() if count < 3]
            rare = f" The class {escaped(few[0])} has too few rows to divide: they stay with the training rows." if few else ""
        return Answer(said=f"{said}: {WHY[str(args.strategy)]}{seed}.{idle}{rare}", event="split")


def _when(args: SplitArguments, experiment: Experiment) -> str | None:
    """Gives the only column of dates; raises Question where there are several, and is None where there is none."""
    dates = [name for name, entry in experiment.sources.items() if entry["kind"] == "datetime"]
    if len(dates) > 1:
        given = args.model_dump(exclude_none=True, exclude_unset=True)
        options = [Suggestion(label=f"The latest by {name}", reason="they are the test", call=ToolCall(tool="split", args=given | {"column": name})) for name in dates[:4]]
        raise Question("By which date are the latest rows the test?", options)
    return dates[0] if dates else None


def _way_by(args: SplitArguments, experiment: Experiment) -> str | None:
    """Says what a column alone is meant for: dates are in order, parts are named; raises Question where it could be a group or an order."""
    if args.column is None or args.column not in experiment.sources:
        return None
    if experiment.sources[args.column]["kind"] == "datetime":
        return "time"
    if not _no_parts(args.column, experiment):
        return "column"
    given = args.model_dump(exclude_none=True, exclude_unset=True)
    ways = [("Keep together what is equal in it", "no group is divided", given | {"strategy": "group"})]
    if experiment.sources[args.column]["kind"] == "numeric":
        ways.append(("The highest are the test", "rows are put in its order, as if it were the time", given | {"strategy": "time"}))
    ways.append(("Nothing: by lot", "each row has the same chance", {name: value for name, value in given.items() if name != "column"}))
    options = [Suggestion(label=label, reason=reason, call=ToolCall(tool="split", args=call)) for label, reason, call in ways]
    raise Question(f"What is {quoted(args.column)} to decide in the split?", options)


def _no_parts(column: str, experiment: Experiment) -> list[Any]:
    """Gives the values of a column that are no name of a part."""
    from engine.functions.split_as_named import OTHER_WORDS, PARTS

    return [value for value in experiment.frame[column].unique() if str(value).strip().casefold() not in {*PARTS, *OTHER_WORDS}]


def _require_parts(args: SplitArguments, experiment: Experiment) -> None:
    """Raises UserError where the column does not say train, validation or test in every row."""
    other = _no_parts(str(args.column), experiment)
    if other:
        said = f"{quoted(args.column)} must say train, validation or test in each row, but {shown_cell(other[0]) or 'nothing'} stands there."
        raise UserError("invalid_argument", said, "Replace its values first, or split by another way.", argument="column")
