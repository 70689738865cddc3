"""The names of a table's columns, prepared for being looked up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from assistant.router.entities.stems import stem
from assistant.router.entities.thesaurus import WORDS
from assistant.router.entities.words import COMMON, ORDINARY, UNITS, WORLDLY

Sought = TypeVar("Sought")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")


@dataclass(frozen=True)
class Mention:
    """A run of tokens that names a column; several names where more than one fits equally well."""

    names: tuple[str, ...]
    start: int
    end: int
    score: float
    quoted: bool = False

    @property
    def name(self) -> str:
        """The column, where one alone fits."""
        return self.names[0]

    @property
    def clear(self) -> bool:
        """Says whether one column alone fits."""
        return len(self.names) == 1


@lru_cache(maxsize=16_384)
def key(text: str) -> str:
    """Reduces a name to what people remember of it: letters and digits."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if letter.isalnum())


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """Splits a column's name at underscores, spaces, digits and capitals."""
    return tuple(part.lower() for part in _PART.findall(name)) or (name.lower(),)


MOST_FOUND = 2_000
"""How many runs of words are remembered for a table."""


@dataclass(frozen=True)
class Names:
    """A table's column names, prepared for looking them up."""

    by_key: dict[str, tuple[str, ...]]
    by_part: dict[str, tuple[str, ...]]
    by_stem: dict[str, tuple[str, ...]]
    by_text: dict[str, str]
    by_build: dict[tuple[int, str], tuple[str, ...]]
    """Names by their number of parts and first letter."""
    by_part_begun: dict[str, tuple[tuple[str, str], ...]]
    """First parts of names with their names, by their first three letters: “interest” begins as int_rate does."""
    by_length: dict[int, tuple[str, ...]]
    """Keys of names and parts by their length."""
    by_initials: dict[str, tuple[str, ...]]
    """Names of three parts and more by their first letters: mpg."""
    with_commas: bool
    """Whether a name holds a comma, so that words on both sides of one may be a name."""
    pieces: dict[str, tuple[str, ...]]
    """The parts of each name."""
    joined: str
    """All keys in one text, to see at once that a word is in none of them."""
    openings: frozenset[str]
    """The first two letters of all keys, to see at once that a run of words begins none of them."""
    found: dict[str, Mention | None] = field(default_factory=dict)
    """What runs of words were found to name; most words of a message are looked up several times."""
    begun: dict[str, tuple[tuple[int, Mention], ...]] = field(default_factory=dict)
    """What the words from a place on were found to name, each with its number of words."""


@lru_cache(maxsize=64)
def prepared(names: tuple[str, ...]) -> Names:
    """Prepares the names of a table once."""
    by_key: dict[str, list[str]] = {}
    by_part: dict[str, list[str]] = {}
    by_stem: dict[str, list[str]] = {}
    for name in names:
        by_key.setdefault(key(name), []).append(name)
        by_stem.setdefault(stem(key(name)), []).append(name)
        pieces = [part for part in parts(name) if part not in UNITS] or list(parts(name))
        for start in range(len(pieces)):
            for end in range(start + 1, len(pieces) + 1):
                if end - start < len(parts(name)):
                    by_part.setdefault("".join(pieces[start:end]), []).append(name)
    by_build: dict[tuple[int, str], list[str]] = {}
    by_length: dict[int, list[str]] = {}
    for name in names:
        by_build.setdefault((len(parts(name)), parts(name)[0][0]), []).append(name)
    for known in dict.fromkeys([*by_key, *by_part]):
        by_length.setdefault(len(known), []).append(known)
    by_initials: dict[str, list[str]] = {}
    for name in names:
        if len(parts(name)) > 2:
            by_initials.setdefault("".join(piece[0] for piece in parts(name)), []).append(name)
    begun: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        if len(parts(name)[0]) > 2 and (len(parts(name)) > 1 or parts(name)[0] not in ORDINARY | COMMON | WORLDLY | WORDS):
            begun.setdefault(parts(name)[0][:3], []).append((parts(name)[0], name))
    joined = "\n".join([*by_key, *by_part])
    return Names(_fixed(by_key), _fixed(by_part), _fixed(by_stem), {name: name for name in names}, _fixed(by_build), {letters: tuple(entries) for letters, entries in begun.items()}, _fixed(by_length), _fixed(by_initials), any("," in name or ";" in name for name in names), {name: parts(name) for name in names}, joined, frozenset(known[:2] for known in (*by_key, *by_part, *by_stem)))


def _fixed(found: dict[Sought, list[str]]) -> dict[Sought, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(names)) for name, names in found.items()}

