"""Says one after the other what is to become of each column: “temp: mean, distance: median, tip: 0”, “age: mean, port: onehot, fare: zscore”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import opens_with_verb

_CONSTANT = r"(?:constant )?(?:zeros?|-?\d+(?:\.\d+)?|unknown|none|missing|other|'[^']{1,30}'|\"[^\"]{1,30}\")"
_WAY = rf"(?:the )?(?:mean|median|mode|average|avg|most (?:common|frequent)(?: (?:value|one))?|knn|{_CONSTANT})"
_PAIR = re.compile(rf"(?:fill |fillna |impute )?(?:the )?(?P<column>[^,;:=]{{1,40}}?)(?: (?:gaps?|blanks?|holes|missing(?: values)?|nans?))?(?: ?(?:->|=>|:|=) ?| (?:(?:with|by|gets?|to|use) )*)(?P<way>{_WAY})", re.I)
_OF_GAPS = re.compile(r"\b(?:missing|gaps?|blanks?|nans?|impute|fill(?:na)?)\b|->|=>", re.I)
_COLUMNS_OF = re.compile(r"(?:the |all )?(?:numerics?|numericals?|numbers|nums?|categoricals?|categories|cats?|words|strings)(?: (?:columns|ones|features))?", re.I)
_NAMED_WAY = re.compile(r"\b(?:mean|median|mode|average|avg|most (?:common|frequent)|knn)\b", re.I)
_PLAIN_VALUE = re.compile(_CONSTANT, re.I)
_ONLY_COLUMNS = re.compile(r"(?:(?:for|in|of|the|column|columns) )*@(?: ?(?:,|and|&|or) ?(?:the )?@)*")
_ORDERS = (("fill {column} with {way}", vocabulary.IMPUTE), ("encode {column} with {way}", vocabulary.ENCODE), ("scale {column} with {way}", vocabulary.SCALE), ("transform {column} with {way}", vocabulary.TRANSFORM))
_FILLER = re.compile(r"^(?:(?:the|an?|with|by|use|using|do|just|fill|impute|encode|scale|apply|take) )+|(?: (?:encod(?:e|ed|ing)|imput(?:e|ed|ation)|fill(?:ed)?|scal(?:e|ed|ing)|scaler|transform(?:ed|ation)?|it|please))+$", re.I)
_VERBS = frozenset(["log", "clip", "cap", "scale", "encode", "bin", "fill", "impute", "standardize", "standardise", "normalize", "normalise", "winsorize", "winsorise"])
_DONE = {"scaled": "scale", "encoded": "encode", "logged": "log", "binned": "bin", "clipped": "clip", "dropped": "drop", "filled": "fill", "imputed": "impute"}
_GONE = re.compile(r"(?:drop|remove|delete|out)(?: it| column)?", re.I)


_SOME_WAY = re.compile(r"one-? ?hot|ordinal|hash|frequency|target|robust|standard|min-? ?max|z-? ?score|median|mean|mode|\blog\b|sqrt", re.I)
_LIST = r"@(?: ?(?:, and|,|and|&)? ?(?:the )?@)*"
_OTHER_WORDS = re.compile(r"\b(?:then|train|split|plot|show|predict|test|what|which|how|why|is|are|was|can|my|i|we|you|if|so|because|rows)\b", re.I)
"""Words that stand in no bare list of columns and ways."""
_IN_TURN = re.compile(r"(@(?: ?(?:and|&) ?(?:the )?@)*) ((?:[a-z]+ ?){1,3}?)(?= ?[,;]? ?@| ?$)")
_ALL_IN_TURN = re.compile(r"(?:@(?: ?(?:and|&) ?(?:the )?@)* (?:[a-z]+ ?){1,3}(?:[,;] ?)?){2,6}")
_AS_USUAL = re.compile(rf"(?P<verb>encode|scale|fill|impute) (?P<first>(?:the )?{_LIST}) ?, (?:and |but )?(?:(?P<before>[a-z]+(?: [a-z]+)?) (?:for|on) (?:the )?@(?: and (?:the )?@)*|(?:the )?@ (?P<way>(?!and\b|or\b|with\b|by\b)[a-z]+(?: [a-z]+)?))")
"""A closed list that is done as usual before another column with a way of its own."""
_STEP_OF = {"impute": "fill"}
_LEFT_HINT = re.compile(r"\b(?:as is|untouched|leave|as it is|stays?|alone)\b", re.I)
_LEFT = re.compile(r"(?P<column>[^,;:]{1,40}?)(?: ?[:=])? (?:(?:stays |leave |keep |left )?(?:it )?(?:as (?:it )?is|untouched|alone)|leave(?: it)?|stays?)[ ,;.!]*", re.I)


MOST_WORDS = 20
"""A bare list of columns and ways has no more words."""


def each_its_way(message: str, context: RouterContext) -> str:
    """The message as one request for each column, where each gets a way of its own; other messages stay as they are."""
    if len(message) > 160 or not context.columns:
        return message
    message = _without_left(message, context)
    if message.count(":") > 1 and (orders := _told_with_colons(message.strip(" .!\n"), context)):
        return orders
    if message.count(":") == 1 and (orders := _several_steps(message.strip(" .!"), context)):
        return orders
    if ":" not in message and message.count(" ") < MOST_WORDS and _SOME_WAY.search(message) and not _OTHER_WORDS.search(message) and (orders := _told_in_turn(message, context)):
        return orders
    if not _NAMED_WAY.search(message) or not (_PLAIN_VALUE.search(message) or _OF_GAPS.search(message)):
        return message
    pieces = [piece.strip() for piece in re.split(r" ?[,;\n] ?(?:and )?| and ", message.strip().rstrip(" .!")) if piece.strip()]
    pairs = [_PAIR.fullmatch(piece) for piece in pieces]
    if len(pairs) < 2 or any(pair is None or not _are_columns(pair["column"], context) for pair in pairs) or not (any(pair and _PLAIN_VALUE.fullmatch(pair["way"]) for pair in pairs) or _OF_GAPS.search(message)):
        return message
    return ", ".join(f"fill {_COLUMNS_OF.sub(_kind_named, pair['column'])} with {pair['way']}" for pair in pairs if pair)


def _without_left(message: str, context: RouterContext) -> str:
    """The message without the columns that are to stay as they are beside others: “pH as is, N log, K log”."""
    if not _LEFT_HINT.search(message) or not _SOME_WAY.search(message):
        return message
    parts = re.split(r"(?<=[,;])\s+", message.strip())
    kept = [part for part in parts if not ((said := _LEFT.fullmatch(part)) and _are_columns(said["column"], context))]
    return " ".join(kept).strip(" ,;") if 0 < len(kept) < len(parts) and any(not opens_with_verb(part) for part in kept) else message


def _several_steps(message: str, context: RouterContext) -> str | None:
    """The steps that one list of columns is to go through: “wait: log, clip, scale”."""
    column, steps = re.split(r" ?: ?", message)
    said = [step.strip() for step in re.split(r" ?[,;] ?(?:and |then )*| and then | then | and ", steps) if step.strip()]
    orders = [f"{step} {column}" if step.lower() in _VERBS else _order(column, step) for step in said]
    found = [order for order in orders if order]
    return "; ".join(found) if len(found) == len(said) > 1 and _are_columns(column, context) else None


def _told_in_turn(message: str, context: RouterContext) -> str | None:
    """The orders of columns and ways that stand one after the other: “style onehot brewer hashing”, “encode a and b, c ordinal”, “scale a and b, robust for c”."""
    clause = Clause(message.strip(" .!"), context)
    if len(clause.columns) < 2 or clause.masked.count("@") != len(clause.columns) or not all(mention.clear and '"' not in mention.name for mention in clause.columns):
        return None
    words, names = clause.masked.replace("-", " "), [f'"{mention.name}"' for mention in clause.columns]
    usual = _AS_USUAL.fullmatch(words)
    if usual and (usual["before"] or re.search(r"\band\b|&", usual["first"])):
        count, way = usual["first"].count("@"), usual["way"] or usual["before"]
        own = _order(" and ".join(names[count:]), way)
        return f"{usual['verb']} {' and '.join(names[:count])}; {own}" if own and own.startswith(_STEP_OF.get(usual["verb"], usual["verb"])) else None
    pairs = _IN_TURN.findall(words) if _ALL_IN_TURN.fullmatch(words) else []
    orders, place = [], 0
    for columns, way in pairs:
        count = columns.count("@")
        orders.append(_order(" and ".join(names[place : place + count]), way.strip()))
        place += count
    if pairs and pairs[0][1].strip() == "target" and clause.context.kind(clause.columns[0].name) == "boolean":
        orders[0] = f"predict {names[0]}"  # “survived target, sex onehot” says what is predicted
    return "; ".join(order for order in orders if order) if len(orders) > 1 and all(orders) else None


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
    if way.lower() in _DONE:
        return f"{_DONE[way.lower()]} {column}"
    plain = _FILLER.sub("", way).strip()
    words = plain.lower().replace("-", " ")
    return next((order.format(column=column, way=plain) for order, table in _ORDERS if any(pattern.fullmatch(words) for _, pattern in table)), None)


def _kind_named(match: re.Match[str]) -> str:
    return f"{'numeric' if match[0].lower().startswith('num') else 'categorical'} columns"


def _are_columns(text: str, context: RouterContext) -> bool:
    return _COLUMNS_OF.fullmatch(text) is not None or _ONLY_COLUMNS.fullmatch(Clause(text, context).masked) is not None
