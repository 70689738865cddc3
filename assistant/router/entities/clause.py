"""One request of a message, with what was recognised in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.router.entities.named_columns import columns_named
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.said import HYPHEN, Said, recognised
from assistant.router.entities.shape import Shape
from assistant.router.entities.values import ValueMention, find_values
from assistant.router.wording.normalize import Token


class Unclear(Exception):  # noqa: N818 - not a failure but a question
    """The words fit a tool but not enough is known: a question and complete calls to choose from."""

    def __init__(self, question: str, options: list[dict[str, Any]] | None = None) -> None:
        super().__init__(question)
        self.question = question
        self.options = options or []
        self.tool: str | None = None
        """The tool that was asked for, where that much is clear."""
        self.mention: Mention | None = None
        """The words that several columns fit, where that is what is asked."""
        self.final = False
        """Whether no other reading of the words answers it, so that it is put as it is."""
        self.vague = False
        """Whether the words were not understood, or not all of them, rather than that something has to be decided."""


@dataclass
class Clause(Said):
    """The words of one request and the columns and values found among them."""

    inherited: str | None = None
    """The tool of the request before, for a part that has no verb of its own."""
    spoken: tuple[str, ...] = ()
    """The columns that were spoken of just before, which “it” and “them” mean."""
    correcting: bool = False
    """Whether this takes the place of what was said before it."""

    @recognised
    def mentions(self) -> list[Mention]:
        """The columns named; a word of the trade counts only where a column is expected."""
        return columns_named(self)

    @recognised
    def values(self) -> list[ValueMention]:
        return find_values(self.tokens, self.mentions, self.context)

    @recognised
    def columns(self) -> list[Mention]:
        """The columns named that are not part of a value such as “first class”."""
        inside = {index for value in self.values for index in range(value.start, value.end)}
        named = [mention for mention in self.mentions if mention.start not in inside]
        return [mention for place, mention in enumerate(named) if not self._is_said_of(mention, named) and not (place + 1 < len(named) and self._is_held_by(mention, named[place + 1]))]

    def _is_held_by(self, mention: Mention, following: Mention) -> bool:
        """Says whether a loose name only says what the next column holds: “the odd prices in list_price”."""
        word = self.word(mention.start)
        between = " ".join(self.word(place) for place in range(mention.end, following.start))
        return mention.end - mention.start == 1 and word.endswith("s") and not mention.quoted and mention.score < following.score and following.clear and following.name not in mention.names and between in ("in", "of", "in the", "of the", "in column") and word.removesuffix("s") in parts(following.name)

    def _is_said_of(self, mention: Mention, named: list[Mention]) -> bool:
        """Says whether a quoted word is what a column is said to hold, though another one is called so: “where the source is 'drop'”."""
        if not mention.quoted or self.text[self.tokens[mention.start].start] != "'" or not any(self.word(place) in ("where", "whose", "rows", "if", "when", "with") for place in range(mention.start)):
            return False
        before = next((other for other in reversed(named) if other.end <= mention.start), None)
        return before is not None and re.fullmatch(r"(?:(?:is|are|was|equals|=|==|not|says|reads|the|value) ?)+", " ".join(self.word(place) for place in range(before.end, mention.start))) is not None

    @recognised
    def masked(self) -> str:
        """The words with every column written as @, so that patterns do not read names as words."""
        return self.mask(self.columns)

    def mask(self, mentions: list[Mention]) -> str:
        """The words with these columns written as @."""
        words, index = [], 0
        starts = {mention.start: mention for mention in mentions}
        while index < len(self.tokens):
            mention = starts.get(index)
            words.append("@" if mention else _plain(self.tokens[index]))
            index = mention.end if mention else index + 1
        said = " ".join(words)
        return HYPHEN.sub(" ", said) if " - " in said else said

    @recognised
    def shape(self) -> Shape:
        """The clause as a row of signs."""
        return Shape(self.tokens, self.columns, self.values)

    @recognised
    def places(self) -> list[tuple[int, int]]:
        """From which token to which the columns and the values stand."""
        return [*((found.start, found.end) for found in self.columns), *((found.start, found.end) for found in self.values)]

    @recognised
    def numbers(self) -> list[tuple[int, Token]]:
        """The numbers that are not part of a column's name or of a value."""
        inside = {index for start, end in self.places for index in range(start, end)}
        found = [(index, token) for index, token in enumerate(self.tokens) if token.number is not None and not token.quoted and index not in inside]
        kept = [(index, token) for index, token in found if not _GIVEN_UP.search(" ".join(self.word(place) for place in range(max(0, index - 4), index)))]
        return kept or found

    def has(self, pattern: str) -> bool:
        """Says whether the masked words contain a pattern."""
        return _whole_words(pattern).search(self.masked) is not None

    def written(self, found: Mention | ValueMention) -> str:
        """The words that name a column or a value, as they were written."""
        return self.text[self.tokens[found.start].start : self.tokens[found.end - 1].end]


_GIVEN_UP = re.compile(r"\b(?:instead of|rather than)(?: (?:the|a|an|usual|default|current|old|standard|normal))*$")
"""What stands before a number that another takes the place of: “use 0.35 instead of 0.5”."""


@lru_cache(maxsize=2048)
def _whole_words(pattern: str) -> re.Pattern[str]:
    """Compiles a pattern once; there are more of them than the library keeps."""
    return re.compile(rf"\b(?:{pattern})\b")


def _plain(token: Token) -> str:
    """A token as patterns see it; an @ that a person typed is no column."""
    if token.quoted:
        return "''"
    return "_" if token.norm == "@" else token.norm
