"""Reads a list of columns with what each is to have: “age: median, sex: most frequent”, “island as ordinal, sex one hot, year out”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import opens_with_verb
from assistant.router.parts.sequence import DONE
from assistant.router.wording.passive import GONE

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


_CONSTANT = re.compile(r"zeros?|0|unknown|other")
"""What is written into gaps as it is said."""
_CONSTANT_ORDER = "fill {column} with {way}"
_STOPS = re.compile(r"(\s*(?:[,;]+(?:\s+(?:and|then|plus))?|\n+|\.)\s+|\s+and\s+(?=(?:the |an? )?(?:[\w-]+ ){1,3}?(?:for|into) |(?:the |all )?(?:blank|missing|empty) |(?:the )?\w+ (?:blanks|gaps|holes) ))", re.I)
_WAY = re.compile(r"(?:(?:the|columns?) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: columns?| both)? (?P<link>(?:(?:as|to|into|by|via|with|gets?|becomes?|be) )?)(?:an? |the |its )?(?P<way>[^@#,]{2,30}?)(?: (?:encod\w+|coded|scal\w+|transform\w*|values?|numbers?|codes?|please|column|columns))*")
_WAY_FIRST = re.compile(r"(?:(?:use|take|the|an?|put|please) )*(?P<way>[^@#,]{1,30}?)(?: values?)? (?:for|into) (?:(?:the|both|columns?) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: columns?)?(?: please)?")
"""“median for the age”"""
_BLANKS = re.compile(
    r"(?:the |all |any )*(?:(?:blank|missing|empty|absent|unknown|null|nan)(?: values?| cells| entries)?(?: (?:in|of|for))? (?:the )?@(?: values?| cells|"
    r" entries)?|@ (?:blanks?|gaps|holes|nans?|nulls?|missing|empty|unknown|is missing|is empty)(?: values?| cells?| entries| ones)?) (?:(?:should|shall|must|"
    r"can) )?(?:become|becomes|be|get|gets|turn into|to|=|->) (?:the |an? )?(?P<value>[^@,]{1,30})",
)
"""“blank ages become 30”"""
_COLUMNS_ALONE = re.compile(r"(?:(?:the|and|columns?) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*")
_NO_WAY = frozenset(["target", "label", "class", "log loss", "frequency"])
"""What a column is rather than what it gets: “churn as target”."""
_FIGURES = frozenset(["mean", "average", "mode", "median", "most frequent", "most common"])
"""Ways that are asked for as figures as well."""
_DONE = re.compile(rf"(?:{DONE})\b.*", re.I)
_BY_WORDS = ((vocabulary.ENCODE, "{way} encode {column}"), (vocabulary.SCALE, "{way} scale {column}"), (vocabulary.TRANSFORM, "apply {way} to {column}"), (vocabulary.IMPUTE, "fill {column} with the {way}"))


_SOME_WAY = re.compile("|".join([r"\b(?:out|away|not needed|gone|zeros?|zeroes|nought|naught|0|unknown|other|blanks?|missing|empty|absent|null|nulls|nan|nans|gaps|holes)\b", *(names.some.pattern for names, _ in _BY_WORDS)]), re.I)
"""What a part must hold to say what a column gets, looked for before its columns are."""


def _names_way(text: str) -> bool:
    return _SOME_WAY.search(text.replace("-", " ")) is not None


def _without_verbs(message: str, context: RouterContext) -> str:
    """Gives an order for each part that opens the message, or follows such a part, and is only columns and a way."""
    pieces = _STOPS.split(message.strip(" .!"))
    if len(pieces) < 3:
        return message
    found, pending, listed = "", "", True
    orders = 0
    texts = pieces[::2]
    if not any(_names_way(text) for text in texts):
        return message
    for place, text in enumerate(texts):
        sign = pieces[2 * place + 1] if 2 * place + 1 < len(pieces) else ""
        clause = Clause(text, context)
        if listed and sign.strip() in (",", ", and") and _COLUMNS_ALONE.fullmatch(clause.masked):
            pending += f"{text}{sign}"
            continue
        order = _order_of(Clause(pending + text, context), orders > 0 or (not message.rstrip().endswith("?") and _goes_on(text, texts[place + 1 :], context))) if listed and _names_way(text) else None
        orders += order is not None
        found += f"{order}; " if order else f"{pending}{text}{sign}"
        pending, listed = "", order is not None or sign.strip() != ","
    return (found + pending).removesuffix("; ") if orders else message


def _goes_on(text: str, following: list[str], context: RouterContext) -> bool:
    """Says whether the next part has a way of its own as well, and another one: “age median, embarked mode”, of which each alone may be a question."""
    ways = [said["way"] for part in (text, *following[:1]) if (said := _said(Clause(part, context)))]
    return len(ways) == 2 and ways[0] != ways[1]


_LOOKS = re.compile(r"(?:(?:and|then|now|please|can you|could you|i want to|let me) )*(?:show|give|tell|what|whats|plot|draw|list|how|which|see|look|describe|display|print|compare|mean|median|average|count|sum|histogram|chart)\b", re.I)


def ordered_in_passing(text: str, others: list[str], context: RouterContext) -> str:
    """Gives an order for a part without a verb beside parts that are steps: the middle one of “exclude horses, median for weight, then scale it”."""
    if not _names_way(text) or text.endswith("?") or not any(opens_with_verb(other) and not _LOOKS.match(other) for other in others):
        return text
    clause = Clause(text, context)
    order = _order_of(clause, follows=True) if clause.columns else None
    filled = order is not None and order.startswith("fill")
    return order if order and (not filled or all(context.column(mention.name).get("missing") for mention in clause.columns)) else text


def _said(clause: Clause) -> re.Match[str] | None:
    return _WAY.fullmatch(clause.masked) or _WAY_FIRST.fullmatch(clause.masked)


def _order_of(clause: Clause, follows: bool) -> str | None:
    """The order that columns and a way stand for; None where they are none."""
    said, blanks = _said(clause), _BLANKS.fullmatch(clause.masked)
    if not (said or blanks) or (opens_with_verb(clause.text) and not _WAY_FIRST.fullmatch(clause.masked)) or not all(mention.clear for mention in clause.columns):
        return None
    column = " and ".join(f'"{mention.name}"' for mention in clause.columns)
    if blanks:
        words = len(blanks["value"].split())
        if re.fullmatch(f"(?:{GONE})", blanks["value"]):
            return f"drop the rows where {column} is missing"
        return f"fill {column} with {clause.text[clause.tokens[-words].start :]}" if words < 4 and not _DONE.fullmatch(blanks["value"]) else None
    assert said is not None
    if follows and _OUT.fullmatch(said["way"]):
        return f"drop {column}"
    way = said["way"].replace("-", " ")
    link = said.groupdict().get("link")
    if link in ("with ", None) and _CONSTANT.fullmatch(way):
        return _CONSTANT_ORDER.format(column=column, way=way)
    known = next((order for names, order in _BY_WORDS if way not in _NO_WAY and any(pattern.fullmatch(way) for _, pattern in names)), None)
    return known.format(column=column, way=way) if known and (follows or link or not (known.startswith("fill") and way in _FIGURES)) else None


def _ordered(column: str, way: str, order: str) -> str:
    """The order for one column: with the verb of its way, else with that of the list."""
    if _OUT.fullmatch(way):
        return f"drop {column}"
    verb = _VERB.match(way)
    return f"{verb[1]} {column} {verb[2]}".strip() if verb else order.format(column=column, way=re.sub(r" ?encod\w+$", "", way))
