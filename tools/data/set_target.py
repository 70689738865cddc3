"""Says which column is to be predicted."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Operation, Set
from tools.base import Answer, Arguments, Question, Slot, Suggestion, Tool, ToolCall, UserError
from tools.cells import counted, escaped, shown_cell
from tools.experiment import Experiment
from tools.requirements import likely_targets

MOST_CLASSES_A_ROW = 0.2
"""With more classes for each row a target looks like an identifier."""
POSITIVE_WORDS = {"1", "1.0", "true", "yes", "y", "t", "positive", "spam", "bad", "churn", "default", "fraud", "survived", "on"}


class SetTargetArguments(Arguments):
    """The column to predict."""

    column: Annotated[str, Slot("column", target=True, loaded=True)]
    positive: str | int | float | bool | None = Field(None, description="Of two classes, the one that is looked for.")
    task: Literal["classification", "regression"] | None = Field(None, description="Left out: inferred and said.")


class SetTarget(Tool):
    """Says which column is to be predicted; the task is inferred and said."""

    name = "set_target"
    stage = "data"
    label = "Choose what to predict"
    summary = "Say which column to predict; the task is inferred."
    Arguments = SetTargetArguments
    phrases = (
        "predict {column}",
        "I want to predict {column}",
        "the target is {column}",
        "{column} is the label",
        "use {column} as the target",
        "what I want to know is {column}",
        "{column} is what should be predicted",
        "my goal is to forecast {column}",
        "the outcome is {column}",
        "find out {column}",
        "we are interested in {column}",
        "the answer stands in {column}",
        "guess {column} from the rest",
        "is it possible to tell {column} beforehand?",
    )
    records = True

    def title(self, args: SetTargetArguments) -> str:
        return f"Predict {args.column}"

    def resolve(self, args: SetTargetArguments, experiment: Experiment) -> SetTargetArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step and cannot be the target.", "Choose a column of the table as it was loaded.")
        entry = experiment.sources[args.column]
        values = experiment.frame[args.column].dropna()
        classes = values.unique().tolist()
        if len(classes) < 2:
            others = [name for name, column in experiment.sources.items() if column["unique"] > 1 and name != args.column]
            raise UserError(
                "one_class",
                f"“{args.column}” has {'only one value' if classes else 'no value'} in all {counted(len(experiment.frame), 'row')}, so there is nothing to learn.",
                "Choose another column.",
                ToolCall(tool="set_target", args={"column": others[-1]}) if others else None,
                argument="column",
            )
        if len(experiment.sources) == 1:
            raise UserError("no_features", f"“{args.column}” is the only column, so there is nothing to predict it from.", "Load a table with more columns, or look for its odd values.", ToolCall(tool="set_task", args={"task": "anomaly_detection"}), argument="column")
        if entry["kind"] == "datetime":
            other_targets = likely_targets([column for name, column in experiment.sources.items() if name != args.column])
            call = ToolCall(tool="set_target", args={"column": other_targets[0][0]}) if other_targets else None
            raise UserError("date_target", f"“{args.column}” holds dates, and models predict numbers or classes.", "Choose a number, such as how long something took, or a category.", call, argument="column")
        task = args.task or ("regression" if len(_fractions(values)) and entry["kind"] == "numeric" else inferred_task(entry, len(classes), len(values)))
        if task == "regression" and entry["kind"] in {"categorical", "text", "id"} and values.dtype.kind not in "iuf":
            raise UserError("not_numeric", f"“{args.column}” holds words, so it cannot be predicted as a number.", "Predict it as classes.", ToolCall(tool="set_target", args={"column": args.column, "task": "classification"}))
        if task == "classification":
            require_no_fractions(args.column, values)
        if task == "classification" and len(classes) == len(values):
            raise _all_different(args.column, entry, experiment)
        positive = args.positive
        if task == "regression" and positive is not None:
            call = ToolCall(tool="set_target", args={"column": args.column, "task": "regression"})
            raise UserError("invalid_argument", f"positive = {positive!r} would be passed over: “{args.column}” is predicted as a number, of which none is looked for.", "Leave positive out, or predict classes.", call, argument="positive")
        if task == "classification" and positive is not None:
            positive = _said_class(positive, classes, args)
        elif task == "classification" and len(classes) == 2:
            positive = positive_class(classes, values.value_counts().to_dict())
        return args.model_copy(update={"task": task, "positive": shown_cell(positive) if task == "classification" else None})

    def plan(self, args: SetTargetArguments, experiment: Experiment) -> list[Operation]:
        two = experiment.frame[args.column].nunique() == 2
        return [Set("target", args.column), Set("task", args.task), Set("positive", args.positive if two else None)]

    def tell(self, args: SetTargetArguments, before: Experiment, after: Experiment) -> Answer:
        entry = after.sources[args.column]
        values = after.frame[args.column]
        if args.task == "classification":
            shares = values.value_counts(normalize=True)
            mix = ", ".join(f"{escaped(name)} {share:.0%}" for name, share in shares.head(5).items())
            why = f"it has {entry['unique']:,} different values"
            looked = "" if args.positive is None else f" I look for “{escaped(args.positive)}”."
            if args.positive is not None and entry["unique"] > 2:
                looked = f" One class is looked for only where there are two: “{escaped(args.positive)}” counts like the others."
            said = f"To predict: {escaped(args.column)} — a classification, because {why} ({mix}{', …' if len(shares) > 5 else ''}).{looked}"
        else:
            said = f"To predict: {escaped(args.column)} — a regression, because it is a number with {entry['unique']:,} different values."
        if entry["missing"]:
            said += f" {counted(entry['missing'], 'row has', 'rows have')} no answer to learn from; training leaves them out."
        rare = values.value_counts()
        if args.task == "classification" and rare.min() < 10:
            few = [name for name, count in rare.items() if count < 10]
            what = "1 of the classes has" if len(few) == 1 else f"{len(few)} of the classes have"
            said += f" Careful: {what} fewer than 10 rows (fewest: {escaped(few[-1])} with {rare.min()})."
        if args.task == "classification" and len(rare) > MOST_CLASSES_A_ROW * rare.sum():
            said += f" With {len(rare):,} classes in {counted(int(rare.sum()), 'row')} it looks more like a name or a number of each row than like a class."
        return Answer(said=said, event="set_target")


def _said_class(said: Any, classes: list[Any], args: SetTargetArguments) -> Any:
    """Finds the class that is to be looked for; raises UserError where it is none of them."""
    found = next((item for item in classes if str(shown_cell(item)).removesuffix(".0") == str(said).removesuffix(".0") or item == said), None)
    if found is None:
        names = [str(shown_cell(item)) for item in classes]
        near = next((name for name in names if name.casefold() == str(said).casefold()), names[0])
        call = ToolCall(tool="set_target", args={"column": args.column, "positive": near})
        known = " or ".join(names) if len(names) == 2 else f"one of {', '.join(names[:6])}{', …' if len(names) > 6 else ''}"
        raise UserError("invalid_argument", f"“{args.column}” is {known}, so {said!r} cannot be looked for.", f"The nearest valid value is {near}.", call, argument="positive")
    return found


def _all_different(name: str, entry: dict[str, Any], experiment: Experiment) -> UserError:
    """Says that no class comes twice; numbers can be predicted as such, else another column is offered."""
    said = f"“{name}” is different in each of its {counted(len(experiment.frame) - entry['missing'], 'row')}, so no class of it could be known again."
    if entry["dtype"].startswith(("int", "float")):
        return UserError("all_different", said, "It holds numbers, which can be predicted as such.", ToolCall(tool="set_target", args={"column": name, "task": "regression"}), argument="task")
    others = [other for other, column in experiment.sources.items() if other != name and 1 < column["unique"] < len(experiment.frame)]
    return UserError("all_different", said, "Choose another column.", ToolCall(tool="set_target", args={"column": others[-1]}) if others else None, argument="column")


def _fractions(values: Any) -> Any:
    """Gives those answers that are fractions: amounts, and no names or numbers of classes."""
    return values[values % 1 > 0] if values.dtype.kind == "f" else values[:0]


def require_no_fractions(name: str, values: Any) -> None:
    """Raises UserError where answers are fractions, which no model takes for classes."""
    found = _fractions(values)
    if len(found):
        said = f"“{name}” holds fractions such as {found.iloc[0]:g}, which are amounts and no classes."
        raise UserError("fractions", said, "They can be predicted as a number.", ToolCall(tool="set_target", args={"column": name, "task": "regression"}), argument="task")


def inferred_task(entry: dict[str, Any], distinct: int, rows: int) -> str:
    """Infers the task from the target's kind and how many values it has (thresholds of AutoGluon).

    Raises Question where 6 to 30 whole numbers could be classes or a scale.
    """
    if entry["kind"] in {"boolean", "text", "id"} or distinct == 2:
        return "classification"
    if entry["kind"] == "categorical" and not entry["dtype"].startswith(("int", "float")):
        return "classification"
    whole = entry["dtype"].startswith("int")
    if whole and 6 <= distinct <= 30 and (entry["kind"] == "categorical" or distinct / rows <= (0.05 if rows > 1000 else 0.1)):
        name = entry["name"]
        raise Question(
            f"“{name}” has {distinct} different whole numbers. Are they classes, or a scale on which 6 lies between 5 and 7?",
            [
                Suggestion(label="A scale (regression)", reason="the error counts how far off it is", call=ToolCall(tool="set_target", args={"column": name, "task": "regression"})),
                Suggestion(label="Classes (classification)", reason="each value is its own answer", call=ToolCall(tool="set_target", args={"column": name, "task": "classification"})),
            ],
        )
    if whole and distinct <= 5:
        return "classification"
    return "regression"


def positive_class(classes: list[Any], counts: dict[Any, int]) -> Any:
    """Chooses which of two classes is looked for: the one that says yes, else the rarer one."""
    telling = [item for item in classes if str(item).strip().casefold() in POSITIVE_WORDS]
    if len(telling) == 1:
        return telling[0]
    return min(sorted(classes, key=str), key=lambda item: counts[item])
