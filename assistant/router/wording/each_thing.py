"""Calls rows what a row of the table is about: “toss every flight where lure is blank” tosses rows, whatever a flight is."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.names import key, parts

_EACH = re.compile(
    r"^(?P<verb>(?:(?:please|just|now|then|and) )*(?:drop|remove|delete|discard|exclude|ditch|dump|toss|chuck|scrap|keep|retain|skip|ignore|(?:throw|kick|take|toss|chuck|leave|filter) (?:out|away)|get rid of)) "
    r"(?:each|every|any)(?: single| one)? (?P<noun>[a-z]{3,}) (?=(?:where|whose|with|without|that (?:has|have|had|is|was)|which|who|having|lacking|in which|under|over|above|below)\b)",
    re.I,
)
_NO_ROW = frozenset(["column", "feature", "field", "variable", "attribute", "model", "run", "step", "value", "cell", "outlier", "gap", "duplicate", "chart", "plot", "word", "category", "class", "level", "group", "one", "row", "numeric", "categorical"])


def each_thing(message: str, context: RouterContext) -> str:
    """The message with such a thing called rows, unless the table has a column or a value of that name."""
    said = _EACH.match(message)
    if said is None or said["noun"].lower() in _NO_ROW:
        return message
    noun = said["noun"].lower()
    known = any(noun in parts(column["name"]) or any(key(str(value)) == noun for value in column.get("values") or ()) for column in context.columns)
    return message if known else f"{said['verb']} rows {message[said.end():]}"
