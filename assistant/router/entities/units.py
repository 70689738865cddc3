"""Which column is measured in a unit that somebody speaks of: the minutes of a ride are its duration_min."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.router.entities.measures import SIZES, SPREAD, leads

_FAMILIES = (
    *(frozenset(words.split()) for sizes in SIZES.values() for words in sizes),
    *(frozenset(words.split()) for words in (
        "eur euro euros", "usd dollar dollars bucks", "gbp quid", "chf franc francs", "pct percent percentage",
        "v volt volts", "bpm", "ppm", "mmhg", "hp horsepower", "rpm", "bar", "db decibel decibels", "mph", "kmh kph", "c celsius", "f fahrenheit", "k kelvin",
    )),
)  # fmt: skip
MONEY = frozenset(["eur", "usd", "gbp", "chf", "euro", "euros", "dollars", "money"])
_FAMILY = {word: family for family in _FAMILIES for word in family} | {"money": MONEY}


def is_unit(word: str) -> bool:
    """Says whether a word is a unit, such as km, minutes or euros."""
    return word in _FAMILY


def same_unit(first: str, second: str) -> bool:
    """Says whether two words are for one unit, such as euro and euros."""
    return first in _FAMILY and _FAMILY[first] is _FAMILY.get(second)


def measured_in(word: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Lists the columns (each with the parts of its name) that end in a unit or another word for it: “minutes” of duration_min.

    The temp_min beside a temp_max is no minute.
    """
    family = _FAMILY.get(word)
    if family is None:
        return ()
    spread = {pieces[:-1] for pieces in names.values() if pieces[-1] in SPREAD}
    return tuple(name for name, pieces in names.items() if len(pieces) > 1 and (pieces[-1] in family or "".join(pieces[-2:]) in family or (pieces[0] in family and leads(pieces))) and not (pieces[-1] == "min" and pieces[:-1] in spread))
