"""Says whether words are the parts of a column's name, misspelt or longer than it writes them: “interest rate” for int_rate."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from assistant.router.wording.normalize import Token

LONGEST_SHORT = 5
"""How many letters a word has at most that is short for another."""


_JOIN = frozenset(["minus", "plus", "times", "over", "per", "by", "and", "or", "vs", "than", "divided"])
"""Words between two columns, which shorten to no part of a name."""


def spelled_alike(pieces: Sequence[str], run: Sequence[Token]) -> bool:
    """Says whether the words are the parts of the name, some of them misspelt: “licence number”."""
    return all(_near(piece, token.norm) for piece, token in zip(pieces, run, strict=True))


def _near(piece: str, word: str) -> bool:
    return piece == word or (len(piece) > 3 and piece[0] == word[:1] and DamerauLevenshtein.distance(piece, word, score_cutoff=2) <= (1 if len(piece) < 8 else 2))


def abbreviates(pieces: Sequence[str], run: Sequence[Token]) -> bool:
    """Says whether the name shortens the words: int_rate is the interest rate."""
    if len(pieces) != len(run) or not _JOIN.isdisjoint(token.norm for token in run) or not all(len(piece) > 1 and shortens(piece, token.norm) for piece, token in zip(pieces, run, strict=True)):
        return False
    return any(piece == token.norm or len(piece) > 2 for piece, token in zip(pieces, run, strict=True))


def shortens(piece: str, word: str) -> bool:
    """Says whether the letters of a piece stand in the word in their order, the first one first: flt in flight."""
    letters = iter(word)
    return piece[0] == word[:1] and all(letter in letters for letter in piece)


def is_short_for(word: str, name: str) -> bool:
    """Says whether a word of a few letters is a name's beginning and last letter, or without any vowel: dept for department, qty for quantity."""
    if not 3 <= len(word) <= LONGEST_SHORT or len(name) < len(word) + 3 or name[-1] != word[-1]:
        return False
    return (len(word) > 3 and name.startswith(word[:-1])) or (not set("aeiou") & set(word) and shortens(word, name))
