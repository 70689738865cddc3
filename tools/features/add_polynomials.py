"""Adds products and powers of columns."""

from __future__ import annotations

from math import comb
from typing import Annotated

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, ToolCall, UserError
from tools.cells import counted, escaped, listed, named_columns
from tools.experiment import Experiment
from tools.prepare.numbers_only import require_numbers
from tools.prepare.room import columns_with_room

MOST_COLUMNS = 2000
"""Thirty columns to the third degree are 5,455 already, 837 MB at 20,000 rows."""


class AddPolynomialsArguments(Arguments):
    """Of which columns, and up to which degree."""

    columns: Annotated[Names, Slot("columns", kinds=("numeric",))] = Field(
        "all", description="Left out: every numeric feature."
    )
    degree: int = Field(2, ge=2, le=3, description="The highest degree: 2 for squares and products of two columns.")
    interaction_only: bool = Field(False, description="Products of different columns only, no squares.")


class AddPolynomials(Tool):
    """Adds products and powers of columns, so that a linear model can bend."""

    name = "add_polynomials"
    stage = "features"
    label = "Add products and squares"
    summary = "Add products and powers of columns as features."
    Arguments = AddPolynomialsArguments
    phrases = (
        "add polynomial features of {column} and {column}",
        "polynomial features of degree 2",
        "add interactions between {column} and {column}",
        "add squared terms",
        "create interaction terms",
        "squares and cross terms of {column} and {column}",
        "polynomial features of degree 3",
        "let columns interact",
        "quadratic terms for {column}",
        "include products of {column} and {column}",
    )
    records = True

    def title(self, args: AddPolynomialsArguments) -> str:
        what = "products" if args.interaction_only else f"powers up to {args.degree}"
        return f"Add {what} of {named_columns(args.columns)}"

    def resolve(self, args: AddPolynomialsArguments, experiment: Experiment) -> AddPolynomialsArguments:
        columns = list(args.columns)
        require_numbers(columns, experiment, "multiplied")
        if args.interaction_only and len(columns) < 2:
            raise UserError(
                "invalid_argument",
                f"Products of different columns need at least two, but only {listed(columns)} was named.",
                "Name another column, or ask for its square.",
                ToolCall(tool="add_polynomials", args={"columns": columns, "degree": args.degree}),
                argument="columns",
            )
        width, room = made_columns(len(columns), args), min(MOST_COLUMNS, columns_with_room(experiment))
        if width > room:
            fitting = [count for count in range(1 + args.interaction_only, len(columns)) if made_columns(count, args) <= room]
            most = max(fitting, default=0)
            why = f"more than {MOST_COLUMNS:,} are not made" if room == MOST_COLUMNS else f"of {len(experiment.frame):,} rows there is room for {room:,}"
            raise UserError(
                "too_expensive",
                f"{len(columns)} columns would become {width:,}; {why}.",
                f"Name the {most} that matter most; ranking the features tells which." if most else "Use fewer rows.",
                ToolCall(tool="add_polynomials", args={**args.model_dump(), "columns": columns[:most]}) if most else None,
                argument="columns",
            )
        return args

    def plan(self, args: AddPolynomialsArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.polynomials import Polynomials
        from engine.price import products_seconds

        maker = Polynomials(args.degree, args.interaction_only)
        seconds = products_seconds(len(experiment.frame), made_columns(len(args.columns), args))
        return [Fit("add_polynomials", maker, tuple(args.columns), kind="numeric", seconds=seconds)]

    def tell(self, args: AddPolynomialsArguments, before: Experiment, after: Experiment) -> Answer:
        made = [name for name in after.columns if name not in before.columns]
        shown = f"{escaped(', '.join(made[:4]))}{'…' if len(made) > 4 else ''}"
        return Answer(said=f"Added {counted(len(made), 'feature')}: {shown}.", event="first_prepare")


def made_columns(count: int, args: AddPolynomialsArguments) -> int:
    """Counts the columns that so many columns become, these included."""
    if args.interaction_only:
        return sum(comb(count, degree) for degree in range(1, args.degree + 1))
    return comb(count + args.degree, args.degree) - 1
