"""Knows what an adjective is said of: “heavier” and “the heaviest” of a weight, “the most expensive” of a price."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.router.context import RouterContext
from assistant.router.entities.names import parts

_SCALES = (
    ("old older oldest eldest", "young younger youngest", "age"),
    ("heavy heavier heaviest", "light lighter lightest", "mass weight"),
    ("expensive costly costlier costliest pricey pricier priciest dear dearer dearest", "cheap cheaper cheapest", "price fare cost charges charge value amount rent rents fee fees"),
    ("long longer longest", "short shorter shortest brief briefest", "distance length duration tenure wait miles"),
    ("far farther farthest further furthest", "close closer closest near nearer nearest", "distance miles"),
    ("deep deeper deepest", "shallow shallower shallowest", "depth"),
    ("wide wider widest broad broader broadest", "narrow narrower narrowest", "width breadth"),
    ("thick thicker thickest", "thin thinner thinnest", "thickness"),
    ("tall taller tallest", "short shorter shortest", "height"),
    ("fast faster fastest quick quicker quickest", "slow slower slowest", "speed velocity"),
    ("rich richer richest wealthy wealthier wealthiest", "poor poorer poorest", "income inc salary wage wages earnings"),
    ("warm warmer warmest hot hotter hottest", "cold colder coldest cool cooler coolest", "temp temperature"),
    ("strong stronger strongest powerful", "weak weaker weakest", "horsepower power hp"),
    ("windy windier windiest", "calm calmer calmest", "windspeed wind"),
    ("humid damp dampest", "dry dryer dryest driest", "hum humidity"),
    ("populous crowded", "", "population inhabitants"),
    ("late", "", "delay lateness delayed late"),
    ("generous", "stingy stingiest", "tip tips"),
)


def _named(end: int) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for scale in _SCALES:
        for word in scale[end].split():
            found[word] = found.get(word, frozenset()) | frozenset(scale[2].split())
    return found


_HIGH, _LOW = _named(0), _named(1)
PLAIN = "|".join(word for word in (*_HIGH, *_LOW) if not word.endswith(("er", "st")))
"""The adjectives as they are, which compare after “more” or “less”."""
_UTMOST = "|".join(word for word in (*_HIGH, *_LOW) if word.endswith("st"))
_MORE = "|".join(word for word in (*_HIGH, *_LOW) if word.endswith("er"))
SUPERLATIVES = rf"(?:(?:most|least) (?:{PLAIN})|{_UTMOST})"
"""The adjectives in their highest degree, as part of a pattern."""
DEGREES = rf"(?:(?:most|least|more|less|how) (?:{PLAIN})|{_UTMOST}|{_MORE})"
"""The adjectives in any degree that compares, or asked for with “how”."""
_SAID = re.compile(rf"\b(?:(?P<by>most|least|more|less|how) (?P<plain>{PLAIN})|(?P<utmost>{_UTMOST})|(?P<more>{_MORE}))\b")


@dataclass(frozen=True)
class Degree:
    """What an adjective speaks of: the numeric columns, and whether it means the upper end."""

    columns: tuple[str, ...]
    high: bool
    most: bool
    """Whether it is said in its highest degree."""


def degree(words: str, context: RouterContext) -> Degree | None:
    """Finds the first adjective of which the table has a column."""
    for match in _SAID.finditer(words):
        word = match["plain"] or match["utmost"] or match["more"]
        names = _HIGH.get(word, frozenset()) | _LOW.get(word, frozenset())
        columns = tuple(column["name"] for column in context.columns if column.get("kind") == "numeric" and names & set(parts(column["name"])))
        if columns:
            return Degree(_nearest(columns), (word in _HIGH) == (match["by"] not in ("least", "less")), match["by"] in ("most", "least") or match["utmost"] is not None)
    return None


def degree_of(word: str, context: RouterContext) -> tuple[str, ...]:
    """The numeric columns that an adjective speaks of as it is: the age of the “young”; empty where the table has none."""
    names = _HIGH.get(word, frozenset()) | _LOW.get(word, frozenset())
    return _nearest(tuple(column["name"] for column in context.columns if column.get("kind") == "numeric" and names & set(parts(column["name"]))))


def _nearest(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Prefers among several the one that has no other word in its name."""
    bare = tuple(name for name in columns if len(parts(name)) == 1)
    return bare if len(bare) == 1 else columns
