"""Says which of many patterns may match a text, by three letters that each of them needs, so that only these are tried.

The way is that of an index of trigrams: Russ Cox, “Regular Expression Matching with a Trigram Index”, 2012.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from re import _parser  # type: ignore[attr-defined] # Python's own reading of a pattern, which it offers under no public name
from typing import Any

Needed = frozenset[str] | None
"""Words of which one stands in whatever a pattern matches; None where there are none for certain."""
_LETTERS = 3
"""How many letters in a row are looked up."""


class Sieve:
    """Patterns that are all written in the case of the texts, each known by its place in the order given."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        needed = [_needed(_parser.parse(pattern.pattern)) for pattern in patterns]
        common = Counter(letters for words in needed for word in words or () for letters in set(_trigrams(word)))
        self.always = sum(1 << place for place, words in enumerate(needed) if words is None)
        self.with_letters: dict[str, int] = {}
        for place, words in enumerate(needed):
            for word in words or ():
                rarest = min(_trigrams(word), key=lambda letters: common[letters])
                self.with_letters[rarest] = self.with_letters.get(rarest, 0) | 1 << place

    def places(self, text: str) -> int:
        """A number of which the bits are set that stand for the patterns that may match; all others certainly do not."""
        found = self.always
        known = self.with_letters.get
        for start in range(len(text) - _LETTERS + 1):
            found |= known(text[start : start + _LETTERS], 0)
        return found

    def passing(self, text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
        """Lists the patterns that may match, each with its place."""
        left = self.places(text)
        while left:
            place = (left & -left).bit_length() - 1
            yield place, self.patterns[place]
            left &= left - 1


def _trigrams(word: str) -> list[str]:
    return [word[start : start + _LETTERS] for start in range(len(word) - _LETTERS + 1)]


def _needed(parsed: Any) -> Needed:
    """Finds the words of which one stands in whatever the parts of a pattern, one after the other, match: the fewest that there are."""
    found: list[frozenset[str]] = []
    run = ""
    for sign, what in [*parsed, (None, None)]:
        if sign is not None and str(sign) == "LITERAL":
            run += chr(what)
            continue
        found += [frozenset([run])] if len(run) >= _LETTERS else []
        run = ""
        inner = None if sign is None else _of_part(str(sign), what)
        found += [inner] if inner else []
    return min(found, key=len, default=None)


def _of_part(sign: str, what: Any) -> Needed:
    if sign == "BRANCH":
        branches = [_needed(branch) for branch in what[1]]
        return None if None in branches else frozenset().union(*(words for words in branches if words))
    if sign == "SUBPATTERN":
        return _needed(what[-1])
    if sign in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and what[0] > 0:
        return _needed(what[2])
    return None


Change = str | Callable[[re.Match[str]], str]


class Changes:
    """Changes of a text that are made one after another, of which only those are tried whose letters stand in it."""

    def __init__(self, changes: Sequence[tuple[re.Pattern[str], Change]]) -> None:
        self.changes = tuple(changes)
        self.sieve = Sieve([pattern for pattern, _ in changes])

    def made(self, text: str) -> str:
        """The text after all changes, in the order given; what one brings about is seen by those after it."""
        left = self.sieve.places(text.lower())
        while left:
            place = (left & -left).bit_length() - 1
            left &= left - 1
            pattern, words = self.changes[place]
            changed = pattern.sub(words, text)
            if changed != text:
                text = changed
                left = self.sieve.places(text.lower()) >> place + 1 << place + 1
        return text
