"""Reads whole messages of a kind of their own, before they are cut into parts."""

from __future__ import annotations

from assistant.router.arguments.recoding_pairs import recoded_pairs
from assistant.router.context import Call
from assistant.router.dialogue.spared_after_all import spared_after_all
from assistant.router.dialogue.trained_without import trained_without
from assistant.router.entities.clause import Clause
from assistant.router.parts.mostly_empty import by_emptiness
from assistant.router.parts.steps_asked import step_asked


def read_at_once(clause: Clause) -> list[Call] | None:
    """The calls of such a message, none where nothing is to be done; None for all others."""
    found = by_emptiness(clause) or trained_without(clause, clause.context) or recoded_pairs(clause) or step_asked(clause)
    return spared_after_all(clause) if found is None else found
