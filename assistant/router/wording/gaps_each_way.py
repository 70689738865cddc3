"""Says one after the other how the gaps of each column are to be filled: “temp: mean, distance: median, tip: 0”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause

_WAY = r"(?:the )?(?:mean|median|mode|average|most (?:common|frequent)(?: (?:value|one))?|knn|zeros?|-?\d+(?:\.\d+)?)"
_PAIR = re.compile(rf"(?:fill |fillna |impute )?(?:the )?(?P<column>[^,;:=]{{1,40}}?)(?: ?(?:->|=>|:|=) ?| (?:(?:with|by|gets?|to|use) )*)(?P<way>{_WAY})", re.I)
_NAMED_WAY = re.compile(r"\b(?:mean|median|mode|average|most (?:common|frequent)|knn)\b", re.I)
_ONLY_COLUMNS = re.compile(r"(?:(?:for|in|of|the|column|columns) )*@(?: ?(?:,|and|&|or) ?(?:the )?@)*")


def with_gaps_each_way(message: str, context: RouterContext) -> str:
    """The message as one request for each column, where one of them gets a number; other messages stay as they are."""
    if len(message) > 160 or not _NAMED_WAY.search(message) or not re.search(r"\d", message) or not context.columns:
        return message
    pieces = [piece.strip() for piece in re.split(r" ?[,;\n] ?(?:and )?| and ", message.strip().rstrip(" .!")) if piece.strip()]
    pairs = [_PAIR.fullmatch(piece) for piece in pieces]
    if len(pairs) < 2 or any(pair is None or not _are_columns(pair["column"], context) for pair in pairs) or not any(pair and pair["way"][-1].isdigit() for pair in pairs):
        return message
    return ", ".join(f"fill {pair['column']} with {pair['way']}" for pair in pairs if pair)


def _are_columns(text: str, context: RouterContext) -> bool:
    return _ONLY_COLUMNS.fullmatch(Clause(text, context).masked) is not None
