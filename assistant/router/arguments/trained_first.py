"""Trains a model with its settings before it is cross-validated, which takes those of the latest run: “5-fold cv of ridge with alpha 3”."""

from __future__ import annotations

from assistant.router.arguments.model_slots import models_of
from assistant.router.arguments.params import read_params
from assistant.router.context import Call
from assistant.router.entities.clause import Clause


def trained_first(tool: str, clause: Clause) -> list[Call]:
    """The training whose settings a cross-validation is to judge, where the words tell any; none where they do not."""
    named = models_of(clause) if tool == "cross_validate" else []
    if len(named) != 1 or len(clause.numbers) < 2:
        return []
    params = {name: value for name, value in read_params(clause.masked, named[0]).items() if name not in _OF_FOLDS}
    return [{"tool": "train", "args": {"model": named[0], "params": params}}] if params else []


_OF_FOLDS = frozenset(["random_state", "k"])
