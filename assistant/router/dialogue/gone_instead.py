"""Understands that rows are to go whose gaps it was asked how to fill: “don't fill, drop those rows”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.entities.clause import Unclear
from assistant.router.entities.words import ROW_NOUNS
from assistant.router.tool.triggers.wordlists import DROP

Call = dict[str, Any]
_FILLING = r"(?:fill|imput|replac|guess|invent|estimat|mak)\w*(?: (?:them|it|those|these|anything|something|up|in|values?|numbers?|at all|please|the (?:gaps?|holes?|blanks?|values?|ones)))*"
_NOT_FILLED = rf"(?:(?:no|nope|nah|neither|none(?: of (?:them|those|these))?|rather|better|just|please|instead|but|so|then|simply|only|i would(?: rather| prefer to)?|id rather|lets|let us|we|can you|could you|to|i want to) |(?:dont|do not|no|instead of|not|without|never|rather than) {_FILLING} )*"
_ROWS = rf"(?:rows?|records?|lines|entries|cases|observations|ones|people|{'|'.join(sorted(ROW_NOUNS))})"
_GONE = re.compile(
    rf"{_NOT_FILLED}(?:{DROP}) (?:(?:all|of|the|those|these|such|that|any|whole|entire|affected|incomplete) )*(?:(?P<rows>{_ROWS})|(?P<column>columns?|features?|variables?|fields?)|(?P<open>them|it|those|these|that|this|all))"
    r"(?: (?:concerned|affected|in question|altogether|entirely|completely|(?:with|without|that have|having|where|in which|which are|that are)(?: (?:the|it|them|a|an|any|no|is|are|missing|empty|blank|gaps?|holes?|values?|incomplete))*))?(?: (?:out|away|instead|please|then|now|rather|too))*"
)


def gone_instead(words: str, options: list[dict[str, Any]]) -> list[Call] | None:
    """Reads an answer that turns down every way to fill gaps and lets the rows go that have them, or the column; asks where it leaves open which."""
    calls = [entry["call"] for entry in options]
    said = _GONE.fullmatch(words)
    filled = [call.get("args", {}).get("columns") for call in calls if call["tool"] == "impute"]
    if said is None or not filled or any(call["tool"] in ("drop_missing", "drop_columns") for call in calls):
        return None
    columns = filled[0]
    if not isinstance(columns, list) or any(other != columns for other in filled):
        raise Unclear("Which rows shall go?", [*(_offered("drop_missing", each) for each in filled if isinstance(each, list)), option("drop_missing", {}, "All rows that have a gap anywhere")])
    if said["open"]:
        raise Unclear("The rows with gaps, or the whole column?", [_offered("drop_missing", columns), _offered("drop_columns", columns)])
    return [{"tool": "drop_missing" if said["rows"] else "drop_columns", "args": {"columns": columns}}]


def _offered(tool: str, columns: list[str]) -> dict[str, Any]:
    return option(tool, {"columns": columns}, label({"tool": tool, "args": {"columns": columns}}))
