"""A request as a row of signs, so that patterns see its build and not its names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.router.entities.names import Mention
from assistant.router.wording.normalize import Token


class Shape:
    """The signs are @ column, # category value, N number, D date, Q quoted text; other words stand as they are.

    `words` are the signs, `things` what each of them was, and `text` the signs with one blank between them.
    """

    def __init__(self, tokens: Sequence[Token], columns: Sequence[Mention], values: Sequence[Any]) -> None:
        starts: dict[int, Any] = {found.start: found for found in (*columns, *values)}
        self.words: list[str] = []
        self.things: list[Any] = []
        index = 0
        while index < len(tokens):
            thing, token = starts.get(index), tokens[index]
            if thing is not None:
                self.words.append("@" if isinstance(thing, Mention) else "#")
                index = thing.end
            else:
                self.words.append(_sign(token))
                index += 1
            self.things.append(thing or token)
        self.text = " ".join(self.words)

    def places(self, start: int, end: int) -> range:
        """The signs that a stretch of the text covers."""
        first = self.text[:start].count(" ")
        return range(first, first + self.text[start:end].strip().count(" ") + 1)


def _sign(token: Token) -> str:
    if token.quoted:
        return "Q"
    if token.norm in ("@", "#"):
        return "_"  # typed by the person: no sign of ours
    return "D" if token.date else "N" if token.number is not None else token.norm
