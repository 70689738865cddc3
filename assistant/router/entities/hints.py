"""Finds the column of a value or number by what stands beside it: “from Queens”, “above 4000 g”."""

from __future__ import annotations

import re

from assistant.router.entities.adjectives import degree
from assistant.router.entities.clause import Clause
from assistant.router.entities.measures import SIGN_OF, SIZES, of_quantity
from assistant.router.entities.names import parts
from assistant.router.entities.units import is_unit, measured_in, same_unit
from assistant.router.entities.values import ValueMention
from assistant.router.wording.normalize import Token

_DIRECTIONS = ((("from", "leaving", "starting", "start", "starts", "started", "begin", "begins", "began", "beginning", "left"), {"pickup", "from", "origin", "start", "source", "departure", "departing"}), (("to", "towards", "into", "ending", "end", "ends", "ended", "going", "arriving", "arrive", "arrives", "arrived", "finish", "finishes", "stop", "stops"), {"dropoff", "to", "dest", "destination", "end", "arrival", "arriving"}))


def by_direction(clause: Clause, value: ValueMention) -> str | None:
    """The column that “from Queens” or “to Queens” means, where one of the two ends of a way is told apart by its name.

    What is joined to another value of the same columns goes the same way: “from Queens or Brooklyn”.
    """
    listed = next((other for other in clause.values if other.columns == value.columns and other.end < value.start and all(clause.word(place) in ("or", "and", ",", "the", "either") for place in range(other.end, value.start))), None)
    if listed and (shared := by_direction(clause, listed)):
        return shared
    before = next((word for place in range(value.start - 1, -1, -1) if (word := clause.word(place)) not in ("in", "at", "the")), "")
    for words, names in _DIRECTIONS:
        fitting = [name for name in value.columns if names & set(parts(name))] if before in words else []
        if len(fitting) == 1:
            return fitting[0]
    return None


_MEASURING = {"length": frozenset(["distance", "miles", "km", "mileage"]), "mass": frozenset(["weight", "mass", "kg"]), "time": frozenset(["duration", "minutes", "min", "mins"])}
_MEASURED = {word: names for quantity, names in _MEASURING.items() for words in SIZES[quantity] for word in words.split() if len(word) > 1 and word not in ("in", "day", "days", "inch", "inches", "mm", "cm", "feet", "foot", "ft", "week", "weeks", "wk")}
_MEASURED |= dict.fromkeys(("degree", "degrees", "celsius", "centigrade", "fahrenheit"), frozenset(["temperature", "temp"]))
"""What is measured in a unit: “rides over 10 miles” speaks of the distance."""
_PAID = frozenset(["price", "cost", "costs", "fare", "fee", "amount", "charges", "salary", "income", "revenue", "payment", "value", "worth", "budget", "wage", "bill", "cash", "money"])
_MEASURED |= dict.fromkeys(("dollars", "dollar", "bucks", "usd", "euros", "euro", "eur", "francs", "chf", "gbp", "quid"), _PAID)


def unit_column(clause: Clause, value: Token) -> str | None:
    """The one numeric column whose name ends in the unit that stands after the number: “above 4000 g”, “over 40 euros”."""
    unit = said_unit(clause, value)
    columns = {column["name"]: parts(column["name"]) for column in clause.context.columns if column.get("kind") == "numeric"}
    names = measured_in(unit, columns) if unit else ()
    names = names or tuple(name for sign, words in SIGN_OF.items() if same_unit(unit, words) for name in columns if sign in name)
    plain = [name for name in names if all(set(columns[name]) <= set(columns[other]) for other in names)]  # distance_km beside crow_distance_km
    return plain[0] if len(plain) == 1 else None


def by_unit(clause: Clause, value: Token) -> str | None:
    """The one numeric column that is measured in the unit after a number, by the unit or by what it measures."""
    measured = _MEASURED.get(said_unit(clause, value), frozenset())
    named: list[str] = [column["name"] for column in clause.context.columns if column.get("kind") == "numeric" and len(parts(column["name"])) > 1 and measured & set(parts(column["name"])[:-1])]
    if len(named) == 1:
        return named[0]  # the weight_kg beside a milk_kg
    fitting = [column["name"] for column in clause.context.columns if column.get("kind") == "numeric" and measured & set(parts(column["name"]))] if measured else []
    return unit_column(clause, value) or (fitting[0] if len(fitting) == 1 else None) or _by_quantity(clause, value)


def _by_quantity(clause: Clause, value: Token) -> str | None:
    """The one numeric column kept in another unit of what a number is said in: “a week” of days_ahead, “10 o'clock” of the hour."""
    said = said_unit(clause, value)
    numeric = tuple(column["name"] for column in clause.context.columns if column.get("kind") == "numeric")
    names = tuple(name for name in numeric if {"hour", "hr"} & set(parts(name))) if said in ("oclock", "am") else of_quantity(said, numeric)
    plain = [name for name in names if all(set(parts(name)) <= set(parts(other)) for other in names)]
    return plain[0] if len(plain) == 1 else None


def said_unit(clause: Clause, value: Token) -> str:
    """The word right after a number, which is its unit where it is one, else the sign of money before it."""
    index = next((place for place, token in enumerate(clause.tokens) if token is value), None)
    if index is None:
        return ""
    after, before = clause.word(index + 1), clause.word(index - 1)
    return SIGN_OF[before] if before in SIGN_OF and not is_unit(after) else after


_DONE = ((r"earn\w*|mak(?:e|es|ing)", {"income", "salary", "inc", "wage", "wages", "pay", "earnings"}), (r"cost\w*|(?:sells?|sold|selling|go(?:es)?) for|worth|priced", {"price", "cost", "fare", "value", "charges"}), (r"weigh\w*", {"weight", "mass"}), (r"paid|pays?|paying", {"fare", "price", "fee", "amount", "charges"}), (r"spen[dt]\w*", {"spending", "spend", "expenses"}), (r"built|made|manufactured|produced|constructed", {"year", "yr", "built", "vintage"}))
_DOING = tuple((re.compile(rf"\b(?:{words})\b"), names) for words, names in _DONE)


def by_verb(clause: Clause, words: str) -> str | None:
    """The one numeric column that a verb right before a comparison speaks of: “earning more than 100k”."""
    wanted = {name for pattern, names in _DOING if pattern.search(words) for name in names}
    fitting = [column["name"] for column in clause.context.columns if column.get("kind") == "numeric" and wanted & set(parts(column["name"]))]
    plain = [name for name in fitting if all(set(parts(name)) <= set(parts(other)) for other in fitting)]  # price beside list_price
    return plain[0] if len(plain) == 1 else None


def told_by_words(clause: Clause) -> str | None:
    """The one numeric column that verbs and adjectives speak of where none is named: “how much is it worth”, “how old are they”."""
    told = degree(clause.norm, clause.context)
    return by_verb(clause, clause.norm) or (told.columns[0] if told and len(told.columns) == 1 else None)
