"""Says one after the other what is to become of each column: “temp: mean, distance: median, tip: 0”, “age: mean, port: onehot, fare: zscore”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_CONSTANT = r"zeros?|-?\d+(?:\.\d+)?|unknown|none|missing|other|'[^']{1,30}'"
_WAY = rf"(?:the )?(?:mean|median|mode|average|most (?:common|frequent)(?: (?:value|one))?|knn|{_CONSTANT})"
_PAIR = re.compile(rf"(?:fill |fillna |impute )?(?:the )?(?P<column>[^,;:=]{{1,40}}?)(?: (?:gaps?|blanks?|holes|missing(?: values)?|nans?))?(?: ?(?:->|=>|:|=) ?| (?:(?:with|by|gets?|to|use) )*)(?P<way>{_WAY})", re.I)
_NAMED_WAY = re.compile(r"\b(?:mean|median|mode|average|most (?:common|frequent)|knn)\b", re.I)
_PLAIN_VALUE = re.compile(_CONSTANT, re.I)
_ONLY_COLUMNS = re.compile(r"(?:(?:for|in|of|the|column|columns) )*@(?: ?(?:,|and|&|or) ?(?:the )?@)*")
_ORDERS = (("fill {column} with {way}", vocabulary.IMPUTE), ("encode {column} with {way}", vocabulary.ENCODE), ("scale {column} with {way}", vocabulary.SCALE), ("transform {column} with {way}", vocabulary.TRANSFORM))
_FILLER = re.compile(r"^(?:(?:the|an?|with|by|use|using|do|just|fill|impute|encode|scale|apply|take) )+|(?: (?:encod(?:e|ed|ing)|imput(?:e|ed|ation)|fill(?:ed)?|scal(?:e|ed|ing)|scaler|transform(?:ed|ation)?|it|please))+$", re.I)
_GONE = re.compile(r"(?:drop|remove|delete|out)(?: it| column)?", re.I)


def each_its_way(message: str, context: RouterContext) -> str:
    """The message as one request for each column, where each gets a way of its own; other messages stay as they are."""
    if len(message) > 160 or not context.columns:
        return message
    if message.count(":") > 1 and (orders := _told_with_colons(message.strip(" .!\n"), context)):
        return orders
    if not _NAMED_WAY.search(message) or not _PLAIN_VALUE.search(message):
        return message
    pieces = [piece.strip() for piece in re.split(r" ?[,;\n] ?(?:and )?| and ", message.strip().rstrip(" .!")) if piece.strip()]
    pairs = [_PAIR.fullmatch(piece) for piece in pieces]
    if len(pairs) < 2 or any(pair is None or not _are_columns(pair["column"], context) for pair in pairs) or not any(pair and _PLAIN_VALUE.fullmatch(pair["way"]) for pair in pairs):
        return message
    return ", ".join(f"fill {pair['column']} with {pair['way']}" for pair in pairs if pair)


def _told_with_colons(message: str, context: RouterContext) -> str | None:
    """The orders of a plan by columns; None where one of its parts is no column, or no way."""
    column, *rest = re.split(r" ?: ?", message)
    orders = []
    for place, part in enumerate(rest):
        way, following = part, ""
        if place < len(rest) - 1:
            way, *after = re.split(r" ?[,;\n] ?(?:and )?", part, maxsplit=1)
            following = after[0] if after else ""
        order = _order(column, way.strip())
        if order is None or not _are_columns(column, context):
            return None
        orders.append(order)
        column = following
    return "; ".join(orders)


def _order(column: str, way: str) -> str | None:
    if _GONE.fullmatch(way):
        return f"drop {column}"
    plain = _FILLER.sub("", way).strip()
    words = plain.lower().replace("-", " ")
    return next((order.format(column=column, way=plain) for order, table in _ORDERS if any(pattern.fullmatch(words) for _, pattern in table)), None)


def _are_columns(text: str, context: RouterContext) -> bool:
    return _ONLY_COLUMNS.fullmatch(Clause(text, context).masked) is not None
