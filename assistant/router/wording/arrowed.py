"""Values that are to become others, told with an arrow."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.wording.rows_told_first import column_of, goes_away

_ARROW = re.compile(r"\s*[\"'`]?(?P<old>[^\"'`<>\n=]{1,60}?)[\"'`]?\s*(?:->|→|=>|(?<![<>=!])=(?![=>]))\s*[\"'`]?(?P<new>[^\"'`<>\n=;,]{1,60}?)[\"'`]?[\s.!]*")
_OF_GAPS = re.compile(r" (?:unknown|missing|blanks?|empty|n/?as?|nans?|nulls?|gaps?|empties)$", re.I)
_WITHIN = re.compile(r"\w (?:in|of|for) (?:the )?\w")
"""What names the column after the values, which is read elsewhere."""


_NUMBER = re.compile(r"-?\d[\d.]*")


def _new(said: re.Match[str]) -> str:
    """The new value as it is to be written: a number is none in quotes."""
    return said["new"] if _NUMBER.fullmatch(said["new"]) else f'"{said["new"]}"'


def arrowed(text: str, message: str, context: RouterContext) -> str:
    """Says as an order that one value is to be another: “debt consolidation -> debt”; other messages stay as they are."""
    if not (">" in text or "→" in text or "=" in text) or _WITHIN.search(text):
        return message
    parts = re.split(r"\s*[,;\n]\s*(?:and )?", text.strip(" .!")) if "," in text or ";" in text or "\n" in text else []
    if len(parts) > 1:
        orders = [arrowed(part, "", context) for part in parts]
        return "\n".join(orders) if all(order.startswith("replace ") for order in orders) else message
    said = _ARROW.fullmatch(text)
    if said is None or '"' in said["old"]:
        return message
    known = any(isinstance(value, str) and value.lower() == said["old"].lower() for column in context.columns for value in column.get("values") or ())
    place = next((column["name"] for column in context.columns if said["old"].lower().startswith(f"{column['name'].lower()} ") and said["old"][len(column["name"]) + 1 :].strip().lower() in {str(value).lower() for value in column.get("values") or ()}), None)
    if place and '"' not in place:
        return f'in "{place}" replace "{said["old"][len(place) + 1 :].strip()}" with {_new(said)}'
    old = Clause(_OF_GAPS.sub("", said["old"]), context)
    gaps = len(old.columns) == 1 and old.masked == "@" and old.columns[0].clear
    if _OF_GAPS.search(said["old"]) and '"' not in said["new"]:
        name = old.columns[0].name if gaps else column_of(_OF_GAPS.sub("", said["old"]), context)
        if name is not None:
            return f'drop the rows with missing "{name}"' if goes_away(said["new"]) else f'fill the gaps in "{name}" with {said["new"]}'
    if gaps and context.column(old.columns[0].name).get("missing") and any(pattern.fullmatch(said["new"].lower()) for _, pattern in vocabulary.IMPUTE):
        return f'fill "{old.columns[0].name}" with {said["new"]}'
    if known and not old.columns:
        return f'replace "{said["old"]}" with {_new(said)}'
    holding = [column["name"] for column in context.columns if said["new"].lower() in {value.lower() for value in column.get("values") or () if isinstance(value, str)}] if not old.columns and not old.values and re.fullmatch(r"[\w.&-]+(?: [\w.&-]+)?", said["old"]) else []
    return f'in "{holding[0]}" replace "{said["old"]}" with {_new(said)}' if len(holding) == 1 and '"' not in holding[0] and ("-" in text or "→" in text) else message
