"""The words of one request as it was written, and what is read in them once for all that asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assistant.router.context import RouterContext
from assistant.router.entities.columns import find_columns
from assistant.router.entities.names import Mention
from assistant.router.wording.normalize import Token, tokenize

Found = TypeVar("Found")


class recognised(Generic[Found]):  # noqa: N801 - reads as cached_property does
    """A property that is worked out once for all clauses of the same words in the same message."""

    def __init__(self, work: Callable[[Any], Found]) -> None:
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, clause: Any, owner: type) -> Found:
        notes = clause.context.notes.setdefault(clause.text, {})
        if self.name not in notes:
            notes[self.name] = self.work(clause)
        found: Found = notes[self.name]
        clause.__dict__[self.name] = found  # from here on an ordinary attribute of this clause
        return found


HYPHEN = re.compile(r"(?<=[a-z]) - (?=[a-z])")
"""A hyphen between words, which opens."""


@dataclass
class Said:
    """The words of one request, and the places where a column may be named."""

    text: str
    context: RouterContext

    @recognised
    def tokens(self) -> list[Token]:
        return tokenize(self.text)

    @recognised
    def names(self) -> tuple[str, ...]:
        return self.context.names

    @recognised
    def norm(self) -> str:
        """The words in lower case, hyphens opened, one blank between tokens."""
        said = " ".join(token.norm for token in self.tokens)
        return HYPHEN.sub(" ", said) if " - " in said else said

    @recognised
    def all_mentions(self) -> list[Mention]:
        """The columns that words may name, whatever the words mean where they stand."""
        return find_columns(self.tokens, self.names)

    def word(self, index: int) -> str:
        """The word at a place, empty outside the request."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""
