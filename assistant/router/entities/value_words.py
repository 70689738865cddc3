"""Finds the values that another word means: women, germans, bakeries, Berliners, Sept."""

from __future__ import annotations

from typing import Any

from assistant.router.entities.names import parts
from assistant.router.entities.words import COMMON, TRADE

PEOPLE = {
    "woman": "female", "women": "female", "females": "female", "girls": "female", "ladies": "female", "girl": "female", "lady": "female",
    "man": "male", "men": "male", "males": "male", "boys": "male", "guys": "male", "boy": "male", "gentlemen": "male",
    "child": "child", "children": "child", "kids": "child", "kid": "child",
}
NATIONS = {
    "american": "usa", "americans": "usa", "british": "uk", "english": "england", "german": "germany", "germans": "germany", "french": "france", "dutch": "netherlands",
    "swiss": "switzerland", "spanish": "spain", "greek": "greece", "polish": "poland", "swedish": "sweden", "danish": "denmark", "turkish": "turkey", "irish": "ireland",
}
"""What people and things of a country are called whose name does not begin so."""


_DWELLERS = ("ese", "ian", "ean", "an", "n", "ish")
"""What makes a japanese car of a value japan."""
_CALENDAR = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"])
YES, NO = ("yes", "true", "y", "on"), ("no", "false", "n", "off")


def meant_by(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """Returns the columns and values that a word means that is none itself, by the keys of values; None or nothing where it means none."""
    return known.get(NATIONS.get(words, "")) or _people(words, known) or _of_the_calendar(words, known) or _of_several(words, known) or _dwelling(words, known) or _doing(words, known) or _full_of(words, known)


def _dwelling(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a word for those who live there means: Berliners."""
    if len(words) < 7:
        return None
    return next((known[base] for ending in _DWELLERS if words.endswith(ending) for base in (words[: -len(ending)], words[: -len(ending)] + "e", words[: -len(ending)] + "a") if len(base) > 3 and base in known), None)


def _doing(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a word for doing it means: taxiing for taxi, parked for park; no word of the trade, such as training."""
    ending = next((ending for ending in ("ing", "ed") if words.endswith(ending)), None)
    if ending is None or len(words) < 7 or words in COMMON or words in TRADE:
        return None
    base = words[: -len(ending)]
    bases = (base, base + "e", base[:-1] if base[-1:] == base[-2:-1] else base)
    return next((known[entry] for entry in bases if len(entry) > 3 and entry in known and entry not in COMMON), None)


def _full_of(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that an adjective is made of: shady of shade, sunny of sun, rainy of rain."""
    if len(words) < 5 or not words.endswith("y") or words in COMMON or words in TRADE:
        return None
    base = words[:-1]
    bases = (base, base + "e", base[:-1] if base[-1] == base[-2] else base)
    return next((known[entry] for entry in bases if len(entry) > 2 and entry in known and entry not in COMMON), None)


def _of_several(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a plural speaks of: bakeries, buses, Mondays."""
    singles = [words[: -len(ending)] + single for ending, single in (("ies", "y"), ("es", ""), ("s", "")) if words.endswith(ending) and (len(words) > 3 or words[-2:-1].isdigit())]
    return next((known[single] for single in singles if single in known), None)


def _of_the_calendar(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a month or a weekday is short for: Fri for Fridays, Sept for September."""
    single = words.removesuffix("s")
    return next((known[single[:length]] for length in (3, 4, 5, 2) if single[:length] in known), None) if single in _CALENDAR else None


def _people(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a word for people means; where sexes are letters, the one it begins with."""
    meant = PEOPLE.get(words, "")
    if meant in known or meant not in ("female", "male"):
        return known.get(meant)
    return [(name, value) for name, value in known.get(meant[0], []) if {"sex", "gender"} & set(parts(name))] or None
