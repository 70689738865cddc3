"""Makes a feature of two columns, or of a column and a number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Column, Slot, Tool, ToolCall, UserError
from tools.cells import counted, escaped, quoted_list
from tools.experiment import Experiment
from tools.prepare.numbers_only import require_numbers

SIGNS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
TURNED = {"+": "-", "-": "+"}
"""A number below 0 is added and subtracted without its sign, the other way round."""
LARGEST_WHOLE = 1e15
"""Up to here a number without a fraction is written in all its digits."""


class AddFeatureArguments(Arguments):
    """The new feature's name, and what it is computed from."""

    name: str | None = Field(None, min_length=1, max_length=300, description="The new feature's name; left out, the formula.")
    left: Column = Field(title="First column")
    operator: Literal["add", "subtract", "multiply", "divide"] = Field(title="Operation", description="What is done with the two.")
    right: Annotated[str | float, Slot("column_or_number")] = Field(title="Second column, or a number")


class AddFeature(Tool):
    """Makes a feature by simple arithmetic; a division by zero gives a missing value."""

    name = "add_feature"
    stage = "features"
    label = "Make a feature"
    summary = "A new feature by simple arithmetic."
    Arguments = AddFeatureArguments
    phrases = (
        "add {column} plus {column} as total",
        "make a feature {column} divided by {column}",
        "new column ratio = {column} / {column}",
        "{column} / {column}",
        "ratio of {column} to {column}",
        "{column} per {column} as a new feature",
        "subtract {column} from {column}",
        "the difference between {column} and {column} as a column",
        "multiply {column} by 2 and call it double",
    )
    records = True

    def title(self, args: AddFeatureArguments) -> str:
        formula = _formula(args)
        return f"Make {args.name} = {formula}" if args.name not in (None, formula) else f"Make {formula}"

    def resolve(self, args: AddFeatureArguments, experiment: Experiment) -> AddFeatureArguments:
        name = args.name or _formula(args)
        if name in experiment.columns or name in experiment.sources:
            raise UserError("name_taken", f"There is already a column “{name}”.", "Give another name.", argument="name")
        columns = [args.left]
        if isinstance(args.right, str):
            if args.right not in experiment.columns and args.right not in experiment.sources:
                raise UserError("unknown_column", f"There is no column “{args.right}”.", "Name a column, or give a number.", argument="right")
            columns.append(args.right)
        require_numbers(columns, experiment, "computed with")
        _require_given(columns, experiment)
        return args.model_copy(update={"name": name})

    def plan(self, args: AddFeatureArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.arithmetic import Arithmetic

        maker = Arithmetic(str(args.name), args.left, args.operator, args.right)
        needs = (args.left, args.right) if isinstance(args.right, str) else (args.left,)
        gaps = (str(args.name),) if args.operator == "divide" else ()
        return [Fit("add_feature", maker, None, kind="numeric", needs=needs, gaps=gaps)]

    def tell(self, args: AddFeatureArguments, before: Experiment, after: Experiment) -> Answer:
        missing = after.columns[str(args.name)]["missing"]
        more = f" {counted(missing, 'row')} without a value there." if missing else ""
        formula = _formula(args)
        return Answer(said=f"New feature: {escaped(args.name)}{'' if args.name == formula else f' = {escaped(formula)}'}.{more}")


def _formula(args: AddFeatureArguments) -> str:
    """Writes what is computed as people write it: `a + 7`, also where -7 is subtracted."""
    sign, right = SIGNS[args.operator], args.right
    if isinstance(right, str):
        return f"{args.left} {sign} {right}"
    if right < 0 and sign in TURNED:
        sign, right = TURNED[sign], -right
    number = str(int(right) if right.is_integer() and abs(right) < LARGEST_WHOLE else right)
    return f"{args.left} {sign} {f'({number})' if right < 0 else number}"


def _require_given(columns: list[str], experiment: Experiment) -> None:
    """A feature is computed from what models are given: no ids, and nothing that was left out."""
    given = {entry["name"] for entry in experiment.feature_columns()}
    for name in columns:
        if name in given:
            continue
        if experiment.columns.get(name, {}).get("kind") == "id":
            call = ToolCall(tool="set_kind", args={"columns": [name], "kind": "numeric"})
            raise UserError("id_column", f"“{name}” is an ID, which models are not given.", "If it is an amount, say so first.", call, argument="left")
        raise UserError("not_a_feature", f"“{name}” is no longer among the features.", f"The features are: {quoted_list([*given])}.", argument="left")
