"""Reads a list of columns with what each is to have: “age: median, sex: most frequent”, “island as ordinal, sex one hot, year out”."""

from __future__ import annotations

import re

from assistant.router import vocabulary
from assistant.router.clause import Clause
from assistant.router.context import RouterContext
from assistant.router.segment import opens_with_verb

_ITEM = re.compile(r"(?:and )?([^:=,;]{1,60}?)\s*:\s*([^:=,;]{2,40})")
_VERB = re.compile(r"(fill|impute|scale|encode|one-hot encode|clip|bin|drop|remove|delete|transform|log|standardi[sz]e|normali[sz]e)(?: it| them| this)?\b ?(.*)", re.I)
_OUT = re.compile(r"(?:out|away|not needed|gone)(?: please)?", re.I)
_ORDERS = (
    (vocabulary.IMPUTE, "fill {column} with {way}"),
    (vocabulary.ENCODE, "{way} encode {column}"),
    (vocabulary.SCALE, "{way} scale {column}"),
    (vocabulary.KINDS, "treat {column} as {way}"),
)


_RENAMED = re.compile(r"(?:and )?(?:the )?([^:=,;]{1,60}?) (?:to|is now|becomes?) ([\w-]{1,60})")
_TOPIC = re.compile(r"(?:the )?(?P<column>[^:,;]{1,60}?)(?: column)?\s*:\s+(?P<order>(?:please )?(?:write|replace|change|swap|turn|map|recode|merge)\b.{3,200})", re.I)


def each_its_way(message: str, context: RouterContext) -> str:
    """Gives one order for each column of the list; the message as it is where it is no such list."""
    topic = _TOPIC.fullmatch(message)
    if topic and Clause(topic["column"], context).masked == "@":
        return f"in {topic['column']} {topic['order']}"
    message = _each_filled(message, context)
    parts = re.split(r"\s*(?:[,;\n]+|\.(?=\s))\s*", message.strip(" .!"))
    names = {column["name"].lower() for column in context.columns}
    renamed = [_RENAMED.fullmatch(part) for part in parts]
    if len(renamed) > 1 and all(item and Clause(item[1], context).masked == "@" and item[2].lower() not in names and not any(vocabulary.first(item[2].lower().replace("-", " "), known) for known in (vocabulary.KINDS, *(known for known, _ in _ORDERS))) for item in renamed):
        return "; ".join(f"rename {item[1]} to {item[2]}" for item in renamed if item)
    items = [_ITEM.fullmatch(part) for part in parts]
    if len(items) < 2 or not all(item and Clause(item[1], context).masked.removeprefix("the ") == "@" for item in items):
        return _without_verbs(message, context)
    said = [(item[1], item[2]) for item in items if item]
    ways = [way for _, way in said if not (_VERB.match(way) or _OUT.fullmatch(way))]
    order = next((order for known, order in _ORDERS if all(vocabulary.first(way.lower().replace("-", " "), known) for way in ways)), None)
    return message if order is None else "; ".join(_ordered(column, way, order) for column, way in said)


_FILLED = re.compile(r"(?:(?:use|take|the|a|put|please) )*(?P<way>[^@#,]{1,30}?)(?: values?)? (?:for|into) (?:(?:the|both|columns?) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: columns?)?")
_CONSTANT = re.compile(r"zeros?|0|unknown|other")
"""What is written into gaps as it is said."""
_CONSTANT_ORDER = "fill {column} with {way}"
_NEXT_FILLED = re.compile(r"(\s*(?:[,;]+(?:\s+(?:and|then))?\s+|\s+and\s+(?=[^,;]{2,30} for )|\.\s+))")


def _each_filled(message: str, context: RouterContext) -> str:
    """Gives an order for each part of a list that names a way to fill and a column: “most frequent for sex, median for age, then a forest”."""
    if message.rstrip().endswith("?") or " for " not in message:
        return message
    pieces = _NEXT_FILLED.split(message.strip(" .!"))
    orders: list[str] = []
    for text in pieces[::2]:
        clause = Clause(text, context)
        said = _FILLED.fullmatch(clause.masked)
        way = said["way"].replace("-", " ") if said and all(mention.clear for mention in clause.columns) else ""
        if not way or way in _NO_WAY or not (_CONSTANT.fullmatch(way) or any(pattern.fullmatch(way) for _, pattern in vocabulary.IMPUTE)):
            break
        column = " and ".join(f'"{mention.name}"' for mention in clause.columns)
        orders.append(_CONSTANT_ORDER.format(column=column, way=way) if _CONSTANT.fullmatch(way) else f"fill {column} with the {way}")
    return "; ".join(orders) + "".join(pieces[2 * len(orders) - 1 :]) if len(orders) > 1 else message


_STOPS = re.compile(r"(\s*(?:[,;]+(?:\s+(?:and|then|plus))?|\n+|\.)\s+)")
_WAY = re.compile(r"(?:(?:the|columns?) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: columns?| both)? (?P<link>(?:(?:as|to|into|by|via|with|gets?|becomes?|be) )?)(?:an? |the |its )?(?P<way>[^@#,]{2,30}?)(?: (?:encod\w+|coded|scal\w+|transform\w*|values?|numbers?|codes?|please|column|columns))*")
_COLUMNS_ALONE = re.compile(r"(?:(?:the|and|columns?) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*")
_NO_WAY = frozenset(["target", "label", "class", "log loss", "frequency"])
"""What a column is rather than what it gets: “churn as target”."""
_BY_WORDS = ((vocabulary.ENCODE, "{way} encode {column}"), (vocabulary.SCALE, "{way} scale {column}"), (vocabulary.TRANSFORM, "apply {way} to {column}"), (vocabulary.IMPUTE, "fill {column} with the {way}"))


def _without_verbs(message: str, context: RouterContext) -> str:
    """Gives an order for each part that opens the message, or follows such a part, and is only columns and a way."""
    pieces = _STOPS.split(message.strip(" .!"))
    if len(pieces) < 3:
        return message
    found, pending, listed = "", "", True
    orders = 0
    for place, text in enumerate(pieces[::2]):
        sign = pieces[2 * place + 1] if 2 * place + 1 < len(pieces) else ""
        clause = Clause(text, context)
        if listed and sign.strip() in (",", ", and") and _COLUMNS_ALONE.fullmatch(clause.masked):
            pending += f"{text}{sign}"
            continue
        order = _order_of(Clause(pending + text, context), orders > 0) if listed else None
        orders += order is not None
        found += f"{order}; " if order else f"{pending}{text}{sign}"
        pending, listed = "", order is not None or sign.strip() != ","
    return (found + pending).removesuffix("; ") if orders else message


def _order_of(clause: Clause, follows: bool) -> str | None:
    """The order that columns and a way stand for; None where they are none."""
    said = _WAY.fullmatch(clause.masked)
    if said is None or opens_with_verb(clause.text) or not all(mention.clear for mention in clause.columns):
        return None
    column = " and ".join(f'"{mention.name}"' for mention in clause.columns)
    if follows and _OUT.fullmatch(said["way"]):
        return f"drop {column}"
    way = said["way"].replace("-", " ")
    if said["link"] == "with " and _CONSTANT.fullmatch(way):
        return _CONSTANT_ORDER.format(column=column, way=way)
    known = next((order for names, order in _BY_WORDS if way not in _NO_WAY and any(pattern.fullmatch(way) for _, pattern in names)), None)
    return known.format(column=column, way=way) if known and not (known.startswith("fill") and way in ("mean", "average", "mode", "median") and not (follows or said["link"])) else None


def _ordered(column: str, way: str, order: str) -> str:
    """The order for one column: with the verb of its way, else with that of the list."""
    if _OUT.fullmatch(way):
        return f"drop {column}"
    verb = _VERB.match(way)
    return f"{verb[1]} {column} {verb[2]}".strip() if verb else order.format(column=column, way=re.sub(r" ?encod\w+$", "", way))
