"""Uses only some columns as features."""

from __future__ import annotations

from engine.operations import Operation, Set
from tools.base import Answer, Arguments, Columns, Tool, UserError
from tools.cells import NAMED, counted, listed, named_columns
from tools.experiment import Experiment


class ChooseFeaturesArguments(Arguments):
    """The columns to learn from."""

    columns: Columns


class ChooseFeatures(Tool):
    """Uses only these columns as features; the others stay in the table but no model sees them."""

    name = "choose_features"
    stage = "data"
    label = "Choose features"
    summary = "Use only these columns as features."
    Arguments = ChooseFeaturesArguments
    phrases = (
        "use only {columns} as features",
        "only use {columns}",
        "features: {columns}",
        "learn from {columns} only",
        "learn only from {columns}",
        "the inputs are {columns}",
        "base it on {columns} only",
        "nothing but {columns} as inputs",
        "predict from {columns} alone",
    )
    records = True

    def title(self, args: ChooseFeaturesArguments) -> str:
        few = isinstance(args.columns, str) or len(args.columns) <= NAMED
        return f"Use {named_columns(args.columns) if few else counted(len(args.columns), 'column')} as features"

    def resolve(self, args: ChooseFeaturesArguments, experiment: Experiment) -> ChooseFeaturesArguments:
        chosen = [name for name in args.columns if name != experiment.target]
        derived = [name for name in chosen if name not in experiment.sources]
        if derived:
            raise UserError("derived_column", f"“{derived[0]}” was made by a step; features are chosen among the columns before that.", "Choose features before encoding, or keep the best with keep_best_features.")
        if not chosen:
            raise UserError("no_features", "The target alone cannot be learned from.", "Name at least one other column.", argument="columns")
        return args.model_copy(update={"columns": chosen})

    def plan(self, args: ChooseFeaturesArguments, experiment: Experiment) -> list[Operation]:
        return [Set("features", list(args.columns))]

    def tell(self, args: ChooseFeaturesArguments, before: Experiment, after: Experiment) -> Answer:
        left = [name for name in after.sources if name not in args.columns and name != after.target]
        return Answer(said=f"Models learn from {listed(list(args.columns))}." + (f" Left out: {listed(left)}." if left else ""))
