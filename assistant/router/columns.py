"""Finds the columns that a sentence names, however loosely."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.router.normalize import Token
from assistant.router.shortened import abbreviates, is_short_for, shortens, spelled_alike
from assistant.router.stems import stem
from assistant.router.thesaurus import WORDS
from assistant.router.units import measured_in
from assistant.router.words import COMMON, ORDINARY, SYNONYMS, TRADE, UNITS, WORLDLY

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
LONGEST_NAME = 6
_SIGNED = re.compile(r"[^\w\s.-]")
"""A sign in a name: who says “salary” may mean “Salary ($)” or “salary band”."""


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
    found: dict[Hashable, Mention | None] = field(default_factory=dict)
    """What runs of words were found to name; most words of a message are looked up several times."""


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
        if len(parts(name)) > 1 and len(parts(name)[0]) > 2:
            begun.setdefault(parts(name)[0][:3], []).append((parts(name)[0], name))
    joined = "\n".join([*by_key, *by_part])
    return Names(_fixed(by_key), _fixed(by_part), _fixed(by_stem), {name: name for name in names}, _fixed(by_build), {letters: tuple(entries) for letters, entries in begun.items()}, _fixed(by_length), _fixed(by_initials), any("," in name or ";" in name for name in names), {name: parts(name) for name in names}, joined)


def part_names(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Lists the columns that have a word in their names, unless one is called so."""
    table = prepared(names)
    if word in table.by_key:
        return ()
    return table.by_part.get(word) or _plural(word, table.by_part) or (tuple(name for name in names if word in parts(name)) if word in UNITS else ())


def find_columns(tokens: list[Token], names: tuple[str, ...]) -> list[Mention]:
    """Lists the columns named, in order; the longest run of words that fits best wins."""
    table = prepared(names)
    found: list[Mention] = []
    for start in range(len(tokens)):
        for length in range(min(LONGEST_NAME, len(tokens) - start), 0, -1):
            mention = _looked_up(tokens, start, length, table)
            if mention is not None:
                found.append(replace(mention, start=start, end=start + length))
    found.sort(key=lambda mention: (-(mention.end - mention.start) if mention.score >= 1.0 else 0, -mention.score, mention.start))
    taken: set[int] = set()
    kept = []
    for mention in found:
        span = set(range(mention.start, mention.end))
        if not span & taken:
            taken |= span
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _looked_up(tokens: list[Token], start: int, length: int, table: Names) -> Mention | None:
    """What a run of words names, wherever it stood when that was found out."""
    run, after = tokens[start : start + length], tokens[start + length : start + length + 2]
    first = run[0].start
    said = (start == 0, _counted(tokens, start), tuple((token.text, token.norm, token.quoted, token.start - first) for token in run), tuple(token.norm for token in after))
    if said not in table.found:
        if len(table.found) >= MOST_FOUND:
            table.found.clear()
        table.found[said] = _at(tokens, start, length, table)
    return table.found[said]


def _counted(tokens: list[Token], start: int) -> bool:
    """Says whether a number stands before a word, which may be its unit then."""
    return start > 0 and tokens[start - 1].number is not None


def _at(tokens: list[Token], start: int, length: int, table: Names) -> Mention | None:
    run = tokens[start : start + length]
    if run[0].quoted:
        names = (run[0].text,) if length == 1 and run[0].text in table.by_text else ()
        return Mention(names, start, start + 1, 2.0, quoted=True) if names else None
    if any(token.quoted or not (token.norm[0].isalnum() or token.norm[0] == "_") for token in (run[0], run[-1])):
        return None
    if length > 2 and any(token.norm in (",", ";") for token in run[1:-1]) and not table.with_commas:
        return None
    text = " ".join(token.text for token in run)
    if length == 1 and text in table.by_text and (text.lower() not in COMMON or text != text.lower()):
        return Mention((text,), start, start + 1, 1.5)
    words = "".join(key(token.text) for token in run)
    if not words:
        return None
    exact = table.by_key.get(words)
    if exact and len(exact) > 1:
        written = _written(run)
        exact = tuple(name for name in exact if name == written) or tuple(name for name in exact if name.lower() == written.lower()) or exact
    if exact and length == 1 and words in COMMON:
        exact = tuple(name for name in exact if name.lower() == text.lower())
    if exact and len(exact) == 1 and _SIGNED.search(exact[0]) and _written(run) != exact[0] and words in table.by_part:
        return Mention(tuple(dict.fromkeys([*exact, *table.by_part[words]])), start, start + length, 1.15)
    if exact:
        return Mention(exact if text not in table.by_text else (text,), start, start + length, 1.2 + 0.01 * length)
    if length > 1 and words in table.by_part:
        return Mention(table.by_part[words], start, start + length, 1.15 + 0.01 * length)
    if length > 1:
        turned = table.by_key.get("".join(key(token.text) for token in reversed(run)))
        if turned and length == 2:
            return Mention(turned, start, start + length, 1.13)  # “2h glucose” is glucose_2h
        joint = _joint(run, words, table) or _acronym(run, table)
        if joint:
            return Mention(joint, start, start + length, 1.12)
        if any(token.norm in COMMON for token in (run[0], run[-1])):
            return None
    if words.isdigit():
        return None
    measured = measured_in(words, table.pieces) if length == 1 and words not in table.by_part and not _counted(tokens, start) else ()
    if len(measured) == 1:
        return Mention(measured, start, start + 1, 0.95)
    return _loose(run, words, start, length, table, tokens[start + length : start + length + 2])


_DOUBLED = re.compile(r"([a-z])\1")
_ORDERS = frozenset(["leave", "quit"])
"""Synonyms of columns that order something where a request opens with them."""


def _written(run: list[Token]) -> str:
    """The tokens as they stood in the text, with a blank only where there was one."""
    return "".join(token.text if place == 0 or run[place - 1].end == token.start else f" {token.text}" for place, token in enumerate(run))


def _loose(run: list[Token], words: str, start: int, length: int, table: Names, after: list[Token]) -> Mention | None:
    end = start + length
    weighs = any(token.norm in ("class", "classes", "rows", "labels") for token in after)
    if length == 1 and words in COMMON and words not in SYNONYMS and words not in WORLDLY:
        return None
    for score, candidates in (
        (1.0, _plural(words, table.by_key)),
        (0.95, None if (start == 0 and words in _ORDERS) or (words == "weight" and weighs) else _synonym(words, table)),
        (0.9 + 0.01 * length, table.by_part.get(words) or _plural(words, table.by_part)),
        (0.9, table.by_initials.get(words) if length == 1 else None),
        (0.85, table.by_stem.get(stem(words)) if len(words) >= 4 and words not in TRADE else None),
    ):
        if candidates:
            return Mention(tuple(dict.fromkeys(candidates)), start, end, score)
    if length > 3:
        return None
    if length == 1 and words in WORLDLY and words in COMMON:
        return None
    single = _DOUBLED.sub(r"\1", words)
    typo = (table.by_key.get(single) or table.by_part.get(single) if single != words and len(single) > 2 and words not in WORDS else None) or _typo(words, table)
    if typo:
        return Mention(typo, start, end, 0.8)
    if length == 1 and len(words) >= 3:
        inside = _inside(words, table)
        if inside:
            return Mention(inside, start, end, 0.7)
    contracted = _contracted(words, table) if length == 1 else ()
    if len(contracted) == 1:
        return Mention(contracted, start, end, 0.75)
    stretched = _stretched(words, table) if length == 1 else ()
    if len(stretched) == 1:
        return Mention(stretched, start, end, 0.85)
    begun = table.by_part_begun.get(words[:3], ()) if length == 1 and len(words) > 5 and words.isalpha() and words not in COMMON and words not in WORDS and words not in TRADE and words not in ORDINARY else ()
    shortened = tuple(dict.fromkeys(name for part, name in begun if words.startswith(part) and len(part) < len(words)))
    if len(shortened) == 1:
        return Mention(shortened, start, end, 0.7)
    if length == 1 and "_" in run[0].text:
        return _by_parts(run[0].text, start, table)
    return None


def _contracted(words: str, table: Names) -> tuple[str, ...]:
    """Names of one part that leave letters of the word out: dept for department."""
    if len(words) < 6 or words in COMMON or words in WORDS or words in TRADE or words in ORDINARY:
        return ()
    names = [known for length in range(3, min(5, len(words) - 1)) for known in table.by_length.get(length, ()) if known in table.by_key and known[-1] == words[-1] and shortens(known, words)]
    return tuple(dict.fromkeys(name for known in names for name in table.by_key[known]))


def _stretched(words: str, table: Names) -> tuple[str, ...]:
    """Names that a word is short for: dept for Department."""
    if len(words) > 5 or not words.isalpha() or words in COMMON or words in WORDS or words in TRADE or words in ORDINARY:
        return ()
    known = [name for names in table.by_length.values() for name in names if is_short_for(words, name)]
    return tuple(dict.fromkeys(name for entry in known for name in (*table.by_key.get(entry, ()), *table.by_part.get(entry, ()))))


NUMBERING = frozenset(["id", "ids", "number", "numbers", "no", "nr", "num", "code", "codes", "key", "identifier", "identifiers"])
"""Last words of names of numbers that tell rows apart: the customer number is customer_id."""


def _joint(run: list[Token], words: str, table: Names) -> tuple[str, ...] | None:
    """Words that together are one name: “at bats” is AtBat, “picked up” is pickup, “interest rate” is int_rate."""
    plural = _plural(words, table.by_key)
    if plural:
        return plural
    if len(run) == 2:
        bases = [stem(token.norm) for token in run]
        bases = [base[:-1] if len(base) > 3 and base[-1] == base[-2] else base for base in bases]
        if "".join(bases) in table.by_key and run[0].norm != bases[0]:
            return table.by_key["".join(bases)]
    if run[-1].norm in NUMBERING:
        numbered = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if parts(name)[-1] in NUMBERING and parts(name)[:-1] == tuple(token.norm for token in run[:-1]))
        if len(numbered) == 1:
            return numbered
    near = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if spelled_alike(parts(name), run))
    if len(near) == 1:
        return near
    short = tuple(name for name in table.by_build.get((len(run), run[0].norm[0]), ()) if abbreviates(parts(name), run))
    return short if len(short) == 1 else None


def _acronym(run: list[Token], table: Names) -> tuple[str, ...] | None:
    """Words whose first letters are a name: “body mass index” is bmi."""
    letters = "".join(token.norm[0] for token in run)
    if len(run) == 2 and letters in table.by_part and not {token.norm for token in run} & (COMMON | TRADE | WORDS):
        return table.by_part[letters]  # “blood pressure” is systolic_bp
    if len(run) < 3 or any(token.norm in COMMON and token.norm not in ("per", "of") for token in run) or not all(token.norm.isalpha() for token in run):
        return None
    return table.by_key.get(letters)


def _by_parts(text: str, start: int, table: Names) -> Mention | None:
    wanted = set(parts(text))
    names = tuple(name for name in table.by_text if len(wanted & set(parts(name))) >= 2)
    return Mention(names, start, start + 1, 0.7) if len(names) == 1 else None


def _plural(words: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    if words.endswith("ies") and words[:-3] + "y" in known:
        return known[words[:-3] + "y"]
    if words.endswith("es") and words[:-2] in known and len(words) > 4:
        return known[words[:-2]]
    if words.endswith("s") and words[:-1] in known and len(words) > 3:
        return known[words[:-1]]
    return known.get(words + "s") if len(words) > 2 else None


def _synonym(words: str, table: Names) -> tuple[str, ...] | None:
    for other in SYNONYMS.get(words) or SYNONYMS.get(words.removesuffix("s"), ()):
        names = (*table.by_key.get(other, ()), *table.by_part.get(other, ()))
        if names:
            return names
    return None


def _typo(words: str, table: Names) -> tuple[str, ...] | None:
    if len(words) < 4 or words in WORDS or any(words.removesuffix(ending) in COMMON or words.removesuffix(ending) in WORDS for ending in ("s", "es", "d", "ed", "ing", "ly")):
        return None
    allowed = 1 if len(words) < 8 else 2
    best: dict[int, list[str]] = {}
    for length in range(max(4, len(words) - allowed), len(words) + allowed + 1):
        near = process.extract(words, table.by_length.get(length, ()), scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=20)
        for name_key, distance, _ in near:
            if name_key[0] == words[0] or (distance == 1 and len(words) > 4):
                best.setdefault(int(distance), []).extend(table.by_key.get(name_key) or table.by_part[name_key])
    if not best and len(words) > 5:
        shuffled = [known for known in table.by_length.get(len(words), ()) if known[0] == words[0] and known[-1] == words[-1] and sorted(known) == sorted(words)]
        return tuple(dict.fromkeys(name for known in shuffled for name in (*table.by_key.get(known, ()), *table.by_part.get(known, ())))) or None
    return tuple(dict.fromkeys(best[min(best)])) if best else None


def _inside(words: str, table: Names) -> tuple[str, ...] | None:
    if words not in table.joined:
        return None
    starts = [name for name_key, names in table.by_key.items() if name_key.startswith(words) for name in names]
    within = [name for name_key, names in table.by_key.items() if words in name_key and not name_key.startswith(words) for name in names]
    starts += [name for part, names in table.by_part.items() if part.startswith(words) for name in names]
    names = tuple(dict.fromkeys([*starts, *(within if len(words) >= 3 else [])]))
    return names if 0 < len(names) <= 6 else None


def _fixed(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(names)) for name, names in found.items()}

