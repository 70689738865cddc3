"""Finds the columns that a sentence names, however loosely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from assistant.router.entities.loose_names import acronym, joint, loosely_named, plural
from assistant.router.entities.names import MOST_FOUND, Mention, Names, key, parts, prepared
from assistant.router.entities.units import is_unit, measured_in
from assistant.router.entities.words import COMMON, RESERVED, STATISTICS, SYNONYMS, UNITS, WORLDLY
from assistant.router.wording.normalize import Token

Kept = TypeVar("Kept")
LONGEST_NAME = 6
_OF_TIME = frozenset(["min", "mins", "minutes", "s", "sec", "secs", "seconds", "h", "hrs", "hours", "ms"])
_SIGNED = re.compile(r"[^\w\s.-]")
"""A sign in a name: who says “salary” may mean “Salary ($)” or “salary band”."""


def part_names(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Lists the columns that have a word in their names, unless one is called so."""
    table = prepared(names)
    if word in table.by_key:
        return ()
    return table.by_part.get(word) or plural(word, table.by_part) or (tuple(name for name in names if word in parts(name)) if word in UNITS else ()) or measured_in(word, table.pieces)


def find_columns(tokens: list[Token], names: tuple[str, ...]) -> list[Mention]:
    """Lists the columns named, in order; the longest run of words that fits best wins."""
    table = prepared(names)
    found: list[Mention] = []
    signs = _signs(tokens)
    keys = [key(token.text) for token in tokens]
    for start in range(len(tokens)):
        said = _said(tokens, start, LONGEST_NAME, signs)
        begun = table.begun.get(said)
        if begun is None:
            begun = _kept(table.begun, said, tuple(_beginning(tokens, keys, start, signs, table)))
        found += [Mention(mention.names, start, start + length, mention.score, mention.quoted) for length, mention in begun]
    found.sort(key=lambda mention: (-(mention.end - mention.start) if mention.score >= 1.0 else 0, -mention.score, mention.start))
    taken: set[int] = set()
    kept = []
    for mention in found:
        span = set(range(mention.start, mention.end))
        if not span & taken:
            taken |= span
            kept.append(mention)
    kept.sort(key=lambda mention: mention.start)
    return [mention for place, mention in enumerate(kept) if not (place and _says_what_it_is(kept[place - 1], mention, tokens, table))]


_KINDS_OF_NUMBERS = frozenset(["temp", "temperature", "weight", "height", "price", "cost", "time", "date", "day", "distance", "duration", "speed", "income", "salary", "age"])


def _says_what_it_is(named: Mention, after: Mention, tokens: list[Token], table: Names) -> bool:
    """Says whether a word only tells what the column right before it holds: “the feels like temp” is feels_like, beside a column temp."""
    if after.start != named.end or named.end - named.start < 2 or after.end - after.start > 1 or tokens[after.start].norm not in _KINDS_OF_NUMBERS:
        return False
    return named.score > 1.2 and named.start > 0 and (tokens[named.start - 1].norm in ("the", "my", "our") or key(tokens[after.start].text) not in table.by_key)


def _beginning(tokens: list[Token], keys: list[str], start: int, signs: list[str], table: Names) -> Iterator[tuple[int, Mention]]:
    """Finds what the words from a place on name, the most words first, each with its number of words."""
    for length in range(min(LONGEST_NAME, len(tokens) - start), 0, -1):
        end = start + length
        if length > 1 and not _may_name(tokens[start:end], keys[start:end], table):
            continue
        said = _said(tokens, start, length, signs)
        mention = table.found[said] if said in table.found else _kept(table.found, said, _at(tokens, start, length, table))
        if mention is not None:
            yield length, mention


_QUOTE = '"'


def _signs(tokens: list[Token]) -> list[str]:
    """Writes each token with whether it is quoted and whether there is a blank before it."""
    return [f"{' ' if place and tokens[place - 1].end < token.start else ''}{_QUOTE if token.quoted else ''}{token.text}" for place, token in enumerate(tokens)]


def _said(tokens: list[Token], start: int, length: int, signs: list[str]) -> str:
    """Writes all that what a run of words names depends on, as one text: a tuple of parts would be work for the garbage collector."""
    return "\n".join((f"{length}{'^' if start == 0 else ''}{'#' if _counted(tokens, start) else ''}", *signs[start : start + length + 2]))  # no token holds a line break


def _kept(memory: dict[str, Kept], said: str, found: Kept) -> Kept:
    """Remembers what a run of words was found to name, for wherever it stands again."""
    if len(memory) >= MOST_FOUND:
        memory.clear()
    memory[said] = found
    return found


def _may_name(run: list[Token], keys: list[str], table: Names) -> bool:
    """Says whether several words may be one name: most runs of words begin as no name does, and need no closer look."""
    if run[0].quoted or not keys[0]:
        return False
    words = "".join(keys)
    first, last = words[:2], (keys[-1] + keys[0])[:2]
    if first in table.openings or (len(run) == 2 and last in table.openings) or first[:1] == first[1:]:
        return True
    letters = "".join([token.norm[0] for token in run])
    if (len(run), letters[0]) in table.by_build or letters in (table.by_part if len(run) == 2 else table.by_key):
        return True
    return words in SYNONYMS or words.removesuffix("s") in SYNONYMS


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
        measured_per = table.by_key.get(key(run[0].text) + key(run[2].text), ()) if length == 3 and run[1].norm == "per" else ()
        if len(measured_per) == 1:
            return Mention(measured_per, start, start + length, 1.14)  # “price per lesson” is price_lesson
        spent = table.by_part.get(key(run[0].text), ()) if length == 2 and run[1].norm in ("time", "duration") else ()
        if len(spent) == 1 and table.pieces[spent[0]][-1] in _OF_TIME:
            return Mention(spent, start, start + length, 1.12)  # “response time” is response_min
        together = joint(run, words, table) or acronym(run, table)
        if together and together[0] not in (table.by_key.get(key(run[0].text)) or ()):  # “the comment mentions oil” names comment with its first word
            return Mention(together, start, start + length, 1.12)
        if any(token.norm in COMMON for token in (run[0], run[-1])):
            return None
    if words.isdigit():
        return None
    if length == 1 and words in table.by_part and words in COMMON and (words not in WORLDLY or words in RESERVED) and len(whole := _but_its_unit(words, table)) == 1:
        return Mention(whole, start, start + 1, 1.05)
    measured = measured_in(words, table.pieces) if length == 1 and words not in table.by_part and not _counted(tokens, start) else ()
    if len(measured) == 1:
        return Mention(measured, start, start + 1, 0.95)
    return loosely_named(run, words, start, length, table, tokens[start + length : start + length + 2])


def _but_its_unit(words: str, table: Names) -> tuple[str, ...]:
    """Lists the columns of which an everyday word is the whole name but its unit: the value is value_eur, the depth depth_m."""
    return tuple(name for name in table.by_part.get(words, ()) if len(pieces := table.pieces[name]) > 1 and pieces[0] == words and ((unit := "".join(pieces[1:])) in UNITS or (is_unit(unit) and unit not in STATISTICS)))


def _written(run: list[Token]) -> str:
    """The tokens as they stood in the text, with a blank only where there was one."""
    return "".join(token.text if place == 0 or run[place - 1].end == token.start else f" {token.text}" for place, token in enumerate(run))
