"""Turns categories into numbers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, ToolCall, UserError
from tools.cells import escaped, listed, named_columns
from tools.experiment import Experiment
from tools.prepare.room import require_room

MOST_LEVELS_ONEHOT = 1000
MOST_LEVELS_TOLD, MOST_COLUMNS_TOLD = 8, 3
"""Up to how many categories, of how many columns, the answer tells the numbers."""
WORDS = {"onehot": "One-hot encode", "ordinal": "Number the categories of", "target": "Target-encode", "frequency": "Frequency-encode", "hashing": "Hash-encode"}


class EncodeArguments(Arguments):
    """Which columns, and how."""

    columns: Annotated[Names, Slot("columns", kinds=("categorical", "boolean"))] = Field("all", description="Left out: every categorical feature.")
    method: Literal["onehot", "ordinal", "target", "frequency", "hashing"] = Field("onehot", description="One column for each category, or one number in its place.")


class Encode(Tool):
    """Turns categories into numbers; categories that were never seen in training are tolerated."""

    name = "encode"
    stage = "prepare"
    label = "Encode categories"
    summary = "Turn categories into numbers."
    Arguments = EncodeArguments
    phrases = (
        "one-hot encode {column}",
        "encode the categorical columns",
        "label encode {column}",
        "make dummies for {column}",
        "target encode {column}",
        "turn the categories into numbers",
        "turn the words into numbers",
        "convert categories to codes",
        "make {column} numeric columns of ones and zeros",
        "hash {column}",
        "models need numbers instead of categories",
        "ordinal codes for {column}",
        "create indicator columns for {column}",
    )
    records = True

    def title(self, args: EncodeArguments) -> str:
        return f"{WORDS[args.method]} {named_columns(args.columns)}"

    def resolve(self, args: EncodeArguments, experiment: Experiment) -> EncodeArguments:
        columns = [name for name in args.columns if not _already_numbers(experiment, name)] or list(args.columns)
        if experiment.target in columns:
            raise UserError("target_encoded", f"“{experiment.target}” is the answer; models take its classes as they are.", "Name feature columns.", argument="columns")
        if args.method == "onehot":
            _require_few_values(columns, experiment)
        if args.method == "target" and not experiment.target:
            raise UserError("no_target", "Target encoding needs to know what is to be predicted.", "Choose the target first.", ToolCall(tool="list_options", args={"stage": "data"}))
        return args.model_copy(update={"columns": columns})

    def plan(self, args: EncodeArguments, experiment: Experiment) -> list[Operation]:
        kind = "boolean" if args.method in {"onehot", "hashing"} else "numeric"
        return [Fit("encode", _encoder(args.method, experiment.task), tuple(args.columns), kind=kind, fills=args.method != "onehot")]

    def tell(self, args: EncodeArguments, before: Experiment, after: Experiment) -> Answer:
        made = [name for name in after.columns if name not in before.columns]
        said = f"{WORDS[args.method]}d" if args.method != "ordinal" else "Numbered the categories of"
        said = {"One-hot encoded": "One-hot encoded"}.get(said, said)
        more = f": {len(made)} new columns ({escaped(', '.join(made[:3]))}{'…' if len(made) > 3 else ''})." if made else "."
        numbers = [told for name in args.columns[:MOST_COLUMNS_TOLD] if (told := _numbers(name, before, after))] if args.method == "ordinal" else []
        order = f" The numbers follow the alphabet: {'; '.join(numbers)}. Where the categories have another order, replace each by its number instead." if numbers else ""
        return Answer(said=f"{said} {listed(list(args.columns))}{more}{order}", event="first_prepare")


def _numbers(name: str, before: Experiment, after: Experiment) -> str:
    """Says which number each category of a column got, such as “fair 0, good 1, mint 2”; nothing where they are many, or are numbers themselves."""
    was, now = before.view, after.view
    if len(was) != len(now) or name not in was or name not in now:
        return ""
    told = was[name].to_frame("category").assign(number=now[name].to_numpy()).drop_duplicates()
    pairs = {category: int(number) for category, number in zip(told["category"], told["number"], strict=True) if isinstance(category, str)}
    if not 1 < len(pairs) <= MOST_LEVELS_TOLD:
        return ""
    return ", ".join(f"{escaped(category)} {number}" for category, number in sorted(pairs.items(), key=lambda pair: pair[1]))


def _require_few_values(columns: list[str], experiment: Experiment) -> None:
    """Raises UserError where one column for each value would be too many, in one column or in all of them."""
    one_each = "target" if experiment.target else "frequency"
    hint = f"{one_each.capitalize()} encoding makes one column of each."
    levels = {name: (experiment.columns.get(name) or experiment.sources[name])["unique"] for name in columns}
    for name, count in levels.items():
        if count > MOST_LEVELS_ONEHOT:
            raise UserError("too_expensive", f"“{name}” has {count:,} different values; one column for each would be too wide.", hint, ToolCall(tool="encode", args={"columns": [name], "method": one_each}))
    call = ToolCall(tool="encode", args={"columns": columns, "method": one_each})
    require_room(sum(levels.values()), experiment, "One column for each value", hint, call, "columns")


def _encoder(method: str, task: str | None) -> Any:
    if method == "onehot":
        from sklearn.preprocessing import OneHotEncoder

        return OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    if method == "ordinal":
        from sklearn.preprocessing import OrdinalEncoder

        return OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1, encoded_missing_value=-2)
    if method == "target":
        from engine.estimators.cross_fitted_target_encoder import CrossFittedTargetEncoder

        return CrossFittedTargetEncoder("continuous" if task == "regression" else "auto")
    if method == "frequency":
        from engine.estimators.frequency_encoder import FrequencyEncoder

        return FrequencyEncoder()
    from engine.estimators.hashing_encoder import HashingEncoder

    return HashingEncoder()


def _already_numbers(experiment: Experiment, name: str) -> bool:
    """A boolean column of 0 and 1 needs no encoding."""
    entry = experiment.columns.get(name) or experiment.sources[name]
    return bool(entry["kind"] == "boolean" and entry["dtype"].startswith(("int", "float", "bool")))
