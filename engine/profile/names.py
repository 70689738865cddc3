"""What a column's name alone gives away: an identifier, a moment in time, or the target under another name."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_IDENTIFIERS = frozenset({"id", "ids", "uuid", "guid", "key", "no", "nr", "index", "idx", "rowid", "number", "unnamed"})
_ENTITIES = frozenset({"id", "uuid", "guid"})
_CODES = frozenset({"zip", "zipcode", "postal", "postcode", "phone", "telephone", "fax", "code", "iban", "isbn"})
_TIMES = frozenset({"date", "day", "time", "timestamp", "year", "month", "week", "period", "quarter", "datetime"})


def words(name: str) -> list[str]:
    """Splits a name at case changes, digits and punctuation: "PassengerId" is passenger, id."""
    return [part.lower() for part in _PARTS.findall(name)]


def sounds_like_id(name: str) -> bool:
    """Whether the name says that the column tells rows apart, such as "order_no" or "id"."""
    parts = [part for part in words(name) if not part.isdigit()]
    return bool(parts) and (parts[-1] in _IDENTIFIERS or parts[0] == "id")


def sounds_like_entity(name: str) -> bool:
    """Whether the name says that the column identifies someone or something, such as "patient_id"."""
    parts = words(name)
    return bool(parts) and parts[-1] in _ENTITIES


def sounds_like_code(name: str) -> bool:
    """Whether the name says that digits are no quantity, such as "zip_code" or "phone"."""
    return any(part in _CODES for part in words(name))


def sounds_like_time(name: str) -> bool:
    """Whether the name speaks of time, such as "year" or "pickup_date"."""
    return any(part in _TIMES for part in words(name))


def names_target(name: str, target: str) -> bool:
    """Whether the name holds the whole name of the target, as "price_per_room" holds "price"."""
    inner, outer = words(target), words(name)
    if len("".join(inner)) < 4:
        return False
    return any(outer[start : start + len(inner)] == inner for start in range(len(outer) - len(inner) + 1))
