"""Tells whether the second of two requests is one of its own, and no more of the first."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.router.arguments.fill import arguments
from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.params import read_params
from assistant.router.arguments.recoding import is_recoding
from assistant.router.dialogue.changed import changed
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.parts.verbs import TAKE_OUT, VERBS
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import TRAIN
from tools.base import Tool

OPENING_VERB = re.compile(rf"^({TAKE_OUT}|{VERBS})\b(?: me\b| us\b)?", re.I)
_OF_THOSE = re.compile(r"(?:of|from|out of) (?:those|these|them)\b", re.I)
_PLAIN = 92
"""From where on what follows is no mere detail of the first."""
_QUESTION = re.compile(r"^(?:what|which|how|who|where|why|is|are|was|were|does|do|did|will|would|define|explain|tell me (?:what|which|how))\b", re.I)
_OF_THE_TABLE = ("missing", "correlation", "pairs")
"""Charts of all columns, which need none named."""


def apart(before: Clause, first: str, after: Clause, second: str) -> bool:
    """Says whether the second request is another than the first, and no more of it."""
    if _QUESTION.match(before.text) and _is_step(second):
        return False
    if first != second and _OF_THOSE.match(after.text):
        return True
    models = [vocabulary.every(clause.masked, vocabulary.MODELS) for clause in (before, after)]
    if first == "train" and second == "cross_validate" and models[0] and OPENING_VERB.match(after.text) is None:
        return bool(read_params(before.norm, models[0][-1]))  # “knn, 7 folds”
    if first in ("cross_validate", "tune") and second == "train" and not models[0] and _BARE_MODEL.fullmatch(vocabulary.with_signs(after.masked)):
        return False  # “5 folds, forest”
    if first == second == "train":
        return all(models) and bool(read_params(before.norm, models[0][-1]))
    if first == second and is_recoding(before) and is_recoding(after):
        return True
    if first == second:
        ways = [way(clause, first) for clause in (before, after)]
        return all(ways) and ways[0] != ways[1] and (bool(before.columns) == bool(after.columns) or ways[1] in _OF_THE_TABLE)
    if _only_how(before, first, after):
        return False
    if not after.columns and not models[1] and not _says_plainly(after) and changed({"tool": first}, after):
        return False
    if models[1] and (models[0] or takes_models(first)):
        return False
    if models[0] and read_params(after.norm, models[0][-1]):
        return False
    if (takes_models(first) or len(models[0]) > 1) and re.search(r"\b(?:which|what|who)\b", after.norm):
        return False
    if before.columns and not after.columns and vocabulary.first(after.masked, vocabulary.PLOT) and second == "plot":
        return False
    return not (first == "export" and vocabulary.every(after.norm, vocabulary.EXPORT))


_BARE_MODEL = re.compile(r"(?:an? |the |on |with |for )*MODEL")


def _says_plainly(clause: Clause) -> bool:
    ranked = candidates(clause)
    return bool(ranked) and ranked[0][0] >= _PLAIN


def _only_how(before: Clause, first: str, after: Clause) -> bool:
    """Says whether a model's name after a joint only says how gaps are filled: “fill age from similar rows, knn I think it is called”."""
    return first == "impute" and not after.columns and _TRAINS.search(after.masked) is None and vocabulary.every(after.masked, vocabulary.MODELS) == ["knn"] and way(before, first) in (None, "knn")


_TRAINS = re.compile(rf"\b(?:{TRAIN}|then)\b")


def way(clause: Clause, tool: str) -> str | None:
    """The method, strategy or kind that the words name for a tool."""
    return next((vocabulary.first(clause.masked, names) for (owner, _), names in TABLES.items() if owner == tool), None)


def filled(tool: str, clause: Clause) -> bool:
    try:
        return bool(arguments(tool, clause)) or not clause.columns
    except Unclear:
        return False


@lru_cache(maxsize=128)
def _is_step(tool: str) -> bool:
    return _declared(tool, lambda entry: entry.records)


@lru_cache(maxsize=128)
def takes_metric(tool: str) -> bool:
    """Says whether a tool is told by which metric to judge."""
    return _declared(tool, lambda entry: not {"metric", "optimize_for"}.isdisjoint(entry.Arguments.model_fields))


@lru_cache(maxsize=128)
def takes_models(tool: str) -> bool:
    """Says whether a tool takes a list of models."""
    return _declared(tool, lambda entry: "models" in entry.Arguments.model_fields)


def _declared(tool: str, asked: Callable[[Tool], bool]) -> bool:
    from tools.catalog import TOOLS

    return any(entry.name == tool and asked(entry) for entry in TOOLS)
