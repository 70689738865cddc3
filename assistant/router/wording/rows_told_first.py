"""Puts first what is to become of rows that are told before it: “pain missing? cut those patients” becomes “drop rows where "pain" is missing”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key, parts
from assistant.router.entities.words import ROW_NOUNS

_ROWS = rf"(?:rows?|lines?|records?|cases?|ones?|entry|entries|samples?|people|persons?|{'|'.join(sorted(noun.removesuffix('s') + 's?' for noun in ROW_NOUNS))}|[a-z]+s)"
_THEM = rf"(?:them|those|these|it|that|(?:with )?(?:(?:the|that|those|these|this|all such|such) (?:whole |entire )?)?{_ROWS}|(?:the|that|this) (?!column|feature|field|variable|target|table|model|data|whole|rest|other)[a-z]+)"
_AWAY = (
    rf"(?:(?:please|then|so|just|we|you|i|lets|can|should|must|to|and) )*(?:(?:drop|remove|delete|discard|exclude|skip|ignore|omit|dump|scrap|kill|chuck|toss|"
    rf"ditch|cut|bin|lose|axe|leave out|take out|filter out|throw|kick|get rid of|leave|take)(?: {_THEM})?(?: (?:out|away|off|too|please|row|rows))*|"
    rf"(?:row |rows |them |those |these |they |it )?(?:out|away|off|gone|goes|go|must go|can go|should go|has to go|have to go)(?: {_THEM}|"
    rf" (?:they|it) goe?s?)?(?: please)?|away with {_THEM}|out with {_THEM})"
)
_TOLD_FIRST = re.compile(rf"(?P<when>[^?;:,]{{3,80}}?) ?(?:\?|:|;|,|-+>?|=+>|→|\.\.+|…) ?(?P<order>{_AWAY})[.! ]*", re.I)
_BARE_TAKES = re.compile(r"(?:(?:please|then|so|just|we|you|i|lets|can|should|must|to|and) )*(?:throw|kick|leave|take|cut)(?: please)?", re.I)
"""Verbs that take nothing away unless it is said from where or what."""
_NO_CELL = r"(?:missing|empty|blank|unknown|null|nan|na|n/a|not (?:known|given|recorded|measured|filled(?: in)?|there|taken)|nowhere|lacking)"
_OF_GAPS = re.compile(rf"(?:(?:if|when|where|any|and|no|the|a) )*(?P<what>[\w .%-]{{2,40}}?)(?: (?:is|are|was|s))? {_NO_CELL}|(?:(?:if|when|where|any|and|is|with) )*(?:no|missing|empty|blank|unknown) (?P<noun>[\w .%-]{{2,40}}?)(?: (?:given|known|recorded|there|measured))?", re.I)
_JUDGED = re.compile(r"(?<=\d)(?: ?%)? (?:is|are|was|were|looks?|seems?|must be|can ?not be|cant be|means?)(?: (?!missing\b|empty\b|blank\b|unknown\b|above\b|below\b|over\b|under\b|than\b|and\b|or\b)[a-z'’]+){1,6}$", re.I)
"""Why rows are to go: “below 70 is a sensor fault”."""
_COMPARED = re.compile(
    r"@ (?:(?:is|are|was|of|a|an) )*(?:below|under|above|over|beyond|past|less than|more than|greater than|smaller than|higher than|lower than|at (?:least|most)|"
    r"older than|younger than|longer than|shorter than|between|outside|<|>|< =|> =|=|"
    r"==) [^@]*N(?: (?:or|and) (?:(?:below|under|above|over|less than|more than|beyond) )?N)?(?: [a-z%]+)?$",
)
_GENERIC = frozenset(["score", "value", "reading", "level", "number", "figure", "measure", "measurement", "result", "data", "field", "cell", "count", "the", "a", "of", "entry"])


_GO_WHERE = re.compile(r"(?P<verb>drop|remove|delete|exclude|discard|keep) (?P<rest>(?P<what>[^=\"']{1,60}?) ?==? ?[\"']?(?P<value>[^=\"']{1,60}?)[\"']?)[.! ]*", re.I)
"""“drop promo = drop”, of which the value is called like the verb"""


def rows_go_last(message: str, context: RouterContext) -> str:
    """Writes an order that points back at rows told before it the usual way round; other messages stay as they are."""
    equal = _GO_WHERE.fullmatch(message.strip()) if "=" in message else None
    if equal and equal["what"] in context.names and any(str(value).lower() == equal["value"].lower() for value in context.column(equal["what"]).get("values") or ()):
        return f"{equal['verb']} rows where {equal['rest']}"
    said = _TOLD_FIRST.fullmatch(message.strip()) if any(sign in message for sign in "?:;,->…→.") else None
    if said is None or _BARE_TAKES.fullmatch(said["order"]):
        return message
    if any(mention.start > 0 and mention.score >= 1.1 and context.kind(mention.name) not in ("id", "text") for mention in Clause(said["order"], context).columns):
        return message
    gap = _OF_GAPS.fullmatch(said["when"].strip())
    column = column_of(gap["what"] or gap["noun"], context) if gap else None
    if column is not None:
        return f'drop the rows with missing "{column}"'
    when = _JUDGED.sub("", said["when"].strip())
    clause = Clause(when, context)
    return f"drop rows where {when}" if len(clause.columns) == 1 and clause.columns[0].start == 0 and _COMPARED.fullmatch(clause.shape.text) else message


_WAYS = ("zero", "mean", "median", "mode", "average")
_STANDS = re.compile(r"(?:leave|keep|ok|okay|fine|ignore)(?: (?:it|them|that|as (?:it|they)(?: is| are)?|alone|so|please|with me))*", re.I)
"""What says of gaps that they may stay: “price missing: leave”."""
_GAPS_ARE = re.compile(rf"(?:(?:if|when|where) )?(?P<what>[a-z][\w ]{{2,30}}?) (?:(?:is|are) )?{_NO_CELL} ?(?:=|->|=>|:|to|means?|becomes?|is)+ ?(?P<value>-?\d[\d.]*|[a-z][\w ]{{1,20}}?)[.! ]*", re.I)


_NONE_USE = re.compile(r"(?:(?:if|when|where) )?(?:there is |theres )?no (?P<what>[a-z][\w ]{2,30}?) ?(?:\?|,|:|;|-+>?|=+>) ?(?:(?:then|please|just|so) )*(?:use|take|put|fill in|fill with|assume|set to|insert) (?:the |in |an? |its )*(?P<value>-?\d[\d.]*|zero|mean|median|mode|average)[.! ]*", re.I)
"""“no weight? use the average”"""
_NO_VALUE = re.compile(
    r"(?P<what>[a-z][\w ]{1,30}?) (?:=|==|of|is|values? of|"
    r"at)? ?(?P<value>-?\d[\d.]*) (?:(?:is|are|was|were|means?|must be|looks|seems)(?: [a-z]+){1,4} ?[,;:.-]+ ?(?:so |please |then )?(?:make|set|turn|mark|treat|"
    r"count|blank) (?:it|them|that|those|these)(?: (?:as|to|into|be|a|an|the))*|"
    r"(?:-+>|=+>|→|to|becomes?|as|should be) )(?: ?(?:missing|empty|blank|nan|na|null|unknown|gaps?|out))[.! ]*",
    re.I,
)
"""“count = 0 is wrong, make it empty”, “count 999 -> missing”"""


def gaps_filled(message: str, context: RouterContext) -> str:
    """Names for certain the column whose gaps get a value, be it called like a verb: “load missing = 0” of load_kg."""
    none = _NONE_USE.fullmatch(message.strip())
    column = column_of(none["what"], context) if none else None
    if none and column:
        return f'fill the gaps in "{column}" with {none["value"]}'
    wrong = _NO_VALUE.fullmatch(message.strip())
    column = column_of(wrong["what"], context) if wrong else None
    if wrong and column:
        return f'replace {wrong["value"]} in "{column}" by missing'
    said = _GAPS_ARE.fullmatch(message.strip())
    column = column_of(said["what"], context) if said else None
    if said is None or column is None:
        return message
    if _STANDS.fullmatch(said["value"]):
        raise Unclear(f"Shall the gaps in “{column}” stay, and be noted as seen?", [option("acknowledge", {"finding": "missing", "columns": [column]}, "Yes, they stay"), option("describe_column", {"column": column}, f"Look at {column} first")])
    if said["value"].lower() in ("none", "unknown", "other", "missing"):
        return f'fill the gaps in "{column}" with "{said["value"]}"'
    value = next((str(value) for value in context.column(column).get("values") or () if str(value).lower() == said["value"].lower()), None)
    if value is not None and '"' not in value:
        return f'fill the gaps in "{column}" with "{value}"'
    return message if Clause(said["what"], context).columns or (said["value"][0].isalpha() and said["value"].lower() not in _WAYS) else f'fill the gaps in "{column}" with {said["value"]}'


_AWAY_ALONE = re.compile(_AWAY, re.I)


def goes_away(words: str) -> bool:
    """Says whether words are an order to take away what was told before them: “out with the row”."""
    return _AWAY_ALONE.fullmatch(words) is not None


def column_of(words: str, context: RouterContext) -> str | None:
    """The one column that words before a gap name, be they words of the trade as well: “load”, “pain score”."""
    said = [word for word in re.findall(r"\w+", words.lower()) if word not in ("the", "my", "a", "any", "no")]
    whole = [name for name in context.names if key(name) == "".join(map(key, said))]
    told = set(said) - _GENERIC or set(said)
    found = whole or [name for name in context.names if told <= {*parts(name), key(name)}] or [name for name in context.names if {word.removesuffix("s") for word in told} <= {*parts(name)}]
    return found[0] if len(found) == 1 and '"' not in found[0] else None
