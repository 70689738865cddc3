"""Reads a list of columns with what each is to have: “age: median, sex: most frequent”."""

from __future__ import annotations

import re

from assistant.router import vocabulary
from assistant.router.clause import Clause
from assistant.router.context import RouterContext

_ITEM = re.compile(r"(?:and )?([^:=,;]{1,60}?)\s*:\s*([^:=,;]{2,40})")
_ORDERS = (
    (vocabulary.IMPUTE, "fill {column} with {way}"),
    (vocabulary.ENCODE, "{way} encode {column}"),
    (vocabulary.SCALE, "{way} scale {column}"),
    (vocabulary.KINDS, "treat {column} as {way}"),
)


def each_its_way(message: str, context: RouterContext) -> str:
    """Gives one order for each column of the list; the message as it is where it is no such list."""
    items = [_ITEM.fullmatch(part) for part in re.split(r"\s*[,;\n]+\s*", message.strip(" .!"))]
    if len(items) < 2 or not all(item and Clause(item[1], context).masked.removeprefix("the ") == "@" for item in items):
        return message
    said = [(item[1], item[2]) for item in items if item]
    order = next((order for ways, order in _ORDERS if all(vocabulary.first(way.lower(), ways) for _, way in said)), None)
    return message if order is None else "; ".join(order.format(column=column, way=re.sub(r" ?encod\w+$", "", way)) for column, way in said)
