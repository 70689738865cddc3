"""Checks a call's arguments, and turns words and loose names into the exact columns that they mean."""

from __future__ import annotations

import typing
from functools import cache
from typing import Any

from pydantic import ValidationError

from tools.base import COLUMN_WORDS, Arguments, Slot, Tool, UserError
from tools.experiment import Experiment
from tools.invalid import in_words


def validated(tool: Tool, args: dict[str, Any]) -> Any:
    """Checks the arguments against the tool's declaration; raises UserError with the nearest valid value."""
    try:
        return tool.Arguments.model_validate(args)
    except ValidationError as problem:
        raise in_words(tool, args, problem.errors(include_url=False)) from problem


def slots(tool: Tool) -> dict[str, Slot]:
    """Lists what each of the tool's arguments means, where that is declared."""
    return _declared(tool.Arguments)


@cache
def _declared(arguments: type[Arguments]) -> dict[str, Slot]:
    found = {}
    for name, annotation in typing.get_type_hints(arguments, include_extras=True).items():
        slot = _slot(annotation)
        if slot is not None:
            found[name] = slot
    return found


def resolve_columns(tool: Tool, args: Any, experiment: Experiment) -> Any:
    """Replaces column words by the names that they mean, and checks every name; raises UserError for unknown ones.

    The columns that a run was given are its own; its tool looks for them there.
    """
    changes: dict[str, Any] = {}
    for name, slot in slots(tool).items():
        value = getattr(args, name)
        if slot.means == "columns":
            if value is None and name not in tool.all_by_default:
                continue
            changes[name] = _columns(tool, slot, value, experiment)
        elif slot.means == "column" and value is not None and not slot.of_model:
            changes[name] = _exact(value, experiment, name)
    return args.model_copy(update=changes) if changes else args


def column_names(slot: Slot, word: str, experiment: Experiment) -> list[str]:
    """Lists the feature columns that a word means for an argument of this kind."""
    columns = experiment.feature_columns()
    if slot.target and experiment.target in experiment.columns and word == "all":
        columns = [*columns, experiment.columns[experiment.target]]
    if word == "missing":
        columns = [column for column in columns if column["missing"]]
    elif word != "all":
        columns = [column for column in columns if column["kind"] == word]
    elif slot.missing_only:
        columns = [column for column in columns if column["missing"]]
    fitting = [column for column in columns if not slot.kinds or column["kind"] in slot.kinds]
    return [column["name"] for column in (fitting if word == "all" else fitting or columns)]


def _columns(tool: Tool, slot: Slot, value: Any, experiment: Experiment) -> list[str]:
    if isinstance(value, list) and value:
        return list(dict.fromkeys(_exact(name, experiment, "columns") for name in value))
    word = value or "all"
    names = column_names(slot, word, experiment)
    if not names:
        meant = "" if word == "all" else f"{word} "
        if word == "missing" or (word == "all" and slot.missing_only):
            raise UserError("nothing_to_do", "No feature column has missing values.", "There is nothing to fill.")
        raise UserError(
            "no_such_columns",
            f"There is no {meant}feature column that “{tool.label or tool.name}” applies to.",
            "Name the columns that you mean.",
            argument="columns",
        )
    return names


def _exact(name: str, experiment: Experiment, argument: str) -> str:
    if name in experiment.columns or name in experiment.sources:
        return name
    known = [*experiment.columns, *(other for other in experiment.sources if other not in experiment.columns)]
    loose = [other for other in known if other.casefold().strip() == name.casefold().strip()]
    if len(loose) == 1:
        return loose[0]
    from rapidfuzz import process

    near = [match[0] for match in process.extract(name, known, limit=3, score_cutoff=60)]
    hint = f"Did you mean {' or '.join(near)}?" if near else f"The columns are: {', '.join(known[:12])}{'…' if len(known) > 12 else ''}."
    raise UserError("unknown_column", f"There is no column “{name}”.", hint, argument=argument)


def _slot(annotation: Any) -> Slot | None:
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, Slot):
            return extra
    for part in typing.get_args(annotation):
        slot = _slot(part)
        if slot is not None:
            return slot
    return None


__all__ = ["COLUMN_WORDS", "column_names", "resolve_columns", "slots", "validated"]
