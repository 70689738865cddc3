"""Renames a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import Field

from engine.operations import Apply, Fit, Operation, Resample, Set
from tools.base import Answer, AnyColumn, Arguments, Tool, UserError
from tools.cells import escaped
from tools.experiment import Experiment


class RenameColumnArguments(Arguments):
    """The column, and its new name."""

    column: AnyColumn
    name: str = Field(min_length=1, max_length=300, description="The new name.")


class RenameColumn(Tool):
    """Gives a column another name."""

    name = "rename_column"
    stage = "data"
    label = "Rename a column"
    summary = "Give a column another name."
    Arguments = RenameColumnArguments
    phrases = (
        "rename {column} to income",
        "call {column} age_years",
        "change the name of {column} to size",
        "give {column} a better name: size",
        "{column} should be called size",
        "the new name of {column} is size",
    )
    records = True

    def title(self, args: RenameColumnArguments) -> str:
        return f"Rename {args.column} to {args.name}"

    def resolve(self, args: RenameColumnArguments, experiment: Experiment) -> RenameColumnArguments:
        if args.column not in experiment.sources:
            raise UserError("derived_column", f"“{args.column}” was made by a step; only columns of the table as it was loaded can be renamed.", "Rename before encoding.")
        if args.name in experiment.sources or args.name in experiment.columns:
            raise UserError("name_taken", f"There is already a column “{args.name}”.", "Choose another name.", argument="name")
        learned = next((part for part in experiment.compiled.chain if _names(part, args.column)), None)
        if learned is not None:
            raise UserError("used_before", f"“{args.column}” is used by an earlier step ({learned.name.replace('_', ' ')}), which knows it by its old name.", "Undo that step, rename, and do it again.", argument="column")
        return args

    def plan(self, args: RenameColumnArguments, experiment: Experiment) -> list[Operation]:
        from engine.functions.rename_columns import rename_columns

        renamed = Apply(rename_columns, {"names": {args.column: args.name}}, reads=(args.column,), writes=(args.name,))
        return [renamed, *_settings(args.column, args.name, experiment.compiled.fields)]

    def tell(self, args: RenameColumnArguments, before: Experiment, after: Experiment) -> Answer:
        return Answer(said=f"{escaped(args.column)} is now called {escaped(args.name)}.")


def _settings(old: str, new: str, fields: Mapping[str, Any]) -> list[Operation]:
    """Says again under the new name what was said of the column: target, features, kind, split."""
    settings: list[Operation] = []
    if fields.get("target") == old:
        settings.append(Set("target", new))
    if old in (fields.get("features") or ()):
        settings.append(Set("features", [new if name == old else name for name in fields["features"]]))
    if old in (fields.get("kinds") or {}):
        settings.append(Set("kinds", {new: fields["kinds"][old]}))
    if (fields.get("split") or {}).get("column") == old:
        settings.append(Set("split", {**fields["split"], "column": new}))
    return settings


def _names(part: Fit | Resample, column: str) -> bool:
    """Whether a learned step names the column, as one of its columns or in a parameter."""
    if isinstance(part, Fit):
        return column in (part.columns or ()) or column in _flat(part.transformer.get_params(deep=False).values())
    return column in _flat(part.sampler.get_params(deep=False).values())


def _flat(values: Iterable[Any]) -> list[str]:
    """Lists the texts among values and lists of them."""
    parts = [_flat(value) if isinstance(value, (list, tuple)) else [value] for value in values]
    return [item for part in parts for item in part if isinstance(item, str)]
