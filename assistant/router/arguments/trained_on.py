"""Reads the one column that a model is trained “on” or “for” while nothing is predicted yet, which is what it is to predict: “train extra trees on species”, “a forest for the price”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.vocabulary import MODELS, every, with_signs
from assistant.router.parts.segment import opens_with_verb

_ON = re.compile(r"(?:and |then |just |please )*(?:train|fit|build|run|try|use|make|start) [^@]{2,60}? (?:on|for|to) (?:the |column )*@(?: column)?(?: please| now| then| for me)*|(?:and |then |just |please |an? |the )*MODEL for (?:the |column )*@(?: please)?")
_LINKED = re.compile(r" (?:on|for|to) ")
_PREDICTED = re.compile(r"\b(?:predict\w*|forecast\w*|classif\w*|estimat\w*|target|label|outcome|learn\w*|features?|inputs?)\b", re.I)
_NEVER = ("id", "text", "datetime")
"""Kinds of columns that are learned from, if at all."""


def target_and_training(clause: Clause, others: list[str]) -> tuple[str, str] | None:
    """Gives the column to predict and the order to train; None where one is predicted already, or another part says what is."""
    if clause.context.target is not None or not _LINKED.search(clause.norm) or _ON.fullmatch(with_signs(clause.masked)) is None:
        return None
    if len(clause.columns) != 1 or not clause.columns[0].clear or not every(clause.masked, MODELS):
        return None
    if any(_PREDICTED.search(text) for text in others) or clause.context.kind(clause.columns[0].name) in _NEVER:
        return None
    before = clause.text[: clause.tokens[clause.columns[0].start].start]
    return clause.columns[0].name, f"{'' if opens_with_verb(before) else 'train '}{re.sub(r' (?:on|for|to) (?:the |column )*$', '', before, flags=re.I)}"
