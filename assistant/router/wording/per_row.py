"""Puts what is asked for before the rows that it is asked for: “if price is above 100 drop the row” becomes “drop rows where price is above 100”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.words import ROW_NOUNS

_WHERE = r"(?:if|when|whenever|where|wherever|in case|should|unless)"
_GOES = r"(?:drop|remove|delete|discard|exclude|skip|ignore|dump|throw out|throw away|kick out|leave out|take out|filter out|get rid of|keep|retain)"
_NOUNS = "|".join(sorted({form for noun in ROW_NOUNS for form in (noun, noun.removesuffix("s"))}, key=len, reverse=True))
_ROW = rf"(?:(?:the |that |this |those |these |such |its |their |all )*(?:whole |entire |complete |full )?(?:rows?|records?|lines?|cases?|entry|entries|observations?|samples?|people|persons?|man|men|woman|women|guys?|folks|ones|him|her|kids?|child(?:ren)?|{_NOUNS})|(?:all )?(?:those|these|such|that) (?!columns?\b|features?\b|values?\b|fields?\b|variables?\b|cells?\b|outliers?\b|gaps?\b|steps?\b|models?\b|one\b|too\b|out\b|away\b|please\b)[a-z]+|those|these|them|him|her|it)"
_ROW_GOES = re.compile(rf"^(?P<lead>(?:(?:please|and|so|then|now|also|but) )*)(?:only )?(?P<how>{_WHERE}|(?:for|with)(?: (?:all|those|rows|everyone|every \w+|each \w+|an?))*(?: with)?) (?P<when>[^;?]{{3,120}}?)(?:,| then|, then)? (?:please |just |simply |then |you (?:can|should|may) |we (?:can|should) )*(?P<verb>{_GOES}|(?:throw|kick|take|leave|chuck|toss|filter|get|put|cut)(?= {_ROW} (?:out|away|aside|off)\b)) (?P<row>{_ROW})(?P<out>(?: out| away| aside| off| too| please| completely| entirely)*)[.! ]*$", re.I)
"""Rows told by what holds for each of them, before what is to become of them."""
_SET = re.compile(r"^(?:if|when|whenever|where|wherever) (?P<when>(?:the )?(?P<column>[^,;?]{1,60}?) (?:is|are|=|equals?|was|has|goes|gets|<|>|exceeds)\b[^,;?]{1,60}?),? (?:then )?(?:please |just )*(?:(?:set|change|put|make|turn|cap)(?: the)? (?P<which>[^,;?]{1,60}?) (?:to|=|as|at|into)|(?P<it>make (?:it|them|that|those)|(?P<same>[^,;?]{1,60}?) (?:should|must|shall) be)) (?P<new>-?\d[\d.]*|zero|(?!(?:missing|blank|empty|null|nan|unknown|na|it|the|an?)\b)[a-z][\w-]*)[.! ]*$", re.I)
_SET_FOR = re.compile(r"^(?:set|change|put|make|turn) (?P<which>[^,;?]{1,60}?) (?:to|=|into) (?P<new>-?\d[\d.]*|zero) for (?P<rows>[^,;?]{2,60})$", re.I)
_SET_ROWS = re.compile(rf"^(?:for|in|with)(?: (?:all|the|those|every|any|each))* (?:rows?|records?|ones|people|everyone|everybody|anyone|{_NOUNS}) (?:with|where|whose|that have|who have|having|in which) (?P<when>[^,;?]{{3,60}}?),? (?:please )?(?:set|change|put|make|turn)(?: the)? (?P<which>[^,;?]{{1,60}}?) (?:to|=|as|into) (?P<new>-?\d[\d.]*|[a-z][\w-]*)[.! ]*$", re.I)
"""“for people with age above 50 set overtime to no”"""
_IT = ("it", "them", "that", "those", "the value", "these", "this")
_IS = re.compile(r" (?:is|are|was|were|=) ", re.I)
_FORETOLD = re.compile(r"^(?P<what>(?:please )?(?:predict|estimate|forecast|guess)\b(?: [^,;?]{1,40}?)??) (?:if|when) (?P<record>(?:the |my )?[^;?]{1,40}? (?:is|are|was|were|=) [^;?]{1,160})$", re.I)
"""One record told as a condition: “predict no_show if price is 50 and minutes is 30”."""


def rows_last(message: str, context: RouterContext) -> str:
    """Writes an order that follows its condition on rows the usual way round; other messages stay as they are."""
    text = message.strip()
    opening = text[:24].lower()
    if not ("if" in text.lower() or opening.startswith(("for ", "with ", "in all", "when", "where", "in case", "should", "unless", "set ", "change ", "make ", "put ", "turn "))):
        return message
    return _rows_go(text, context) or _cells_change(text, context) or _record(text, context) or message


def _rows_go(text: str, context: RouterContext) -> str | None:
    said = _ROW_GOES.match(text)
    if said is None or not _tells_rows(said["when"], context) or (said["row"].lower() == "it" and not _OF_ONE.match(said["when"])) or (said["how"].lower().startswith(("for", "with")) and not _COMPARED.search(said["when"])):
        return None
    keeps = said["verb"].lower() in ("keep", "retain")
    stays = keeps != (said["how"].lower() == "unless")
    return f"{said['lead']}{'keep only' if stays else 'drop'} rows where {_HAS_NONE.sub(_is_missing, said['when'])}"


_COMPARED = re.compile(r"\b(?:above|below|over|under|than|at least|at most|is|are|equals?|between)\b|[<>=]", re.I)
_OF_ONE = re.compile(r"(?:an?|any|some|one|every|each) \w+ (?:has|have|is|was|lacks?|comes|costs?|weighs?|takes?|with|without)\b", re.I)
"""What is said of one row, be it called as it may: “if a trip has no payment leave it out”."""
_HAS_NONE = re.compile(r"^(?:(?:an?|the|any|some|one|our) )*(?:[a-z]+ )?(?:has|have|had|got|gives?|gave|comes? with) (?:no|not got an?|an? unknown|an? missing|an? empty) (?P<what>[^,;?]{1,60})$|^(?:(?:an?|the|any|some|one|our) )*[a-z]+ (?:lacks?|is without|are without|without|misses|is missing|are missing|doesnt have|dont have|does not have|do not have) (?:an?|any|the|their|its|his|her) (?P<that>[^,;?]{1,60})$", re.I)
"""What none of a kind is told by: “a person has no age”."""


def _is_missing(said: re.Match[str]) -> str:
    return f"{said['what'] or said['that']} is missing"


def _tells_rows(words: str, context: RouterContext) -> bool:
    clause = Clause(words, context)
    return bool(clause.columns or clause.values or (clause.numbers and re.search(r"\b(?:than|above|below|over|under)\b", clause.norm)))


def _cells_change(text: str, context: RouterContext) -> str | None:
    """Says a change of some rows' cells so that it is told that no step does that."""
    said = _SET.match(text)
    if said:
        which = said["which"] or said["same"]
        which = said["column"] if which is None or which.lower() in _IT else which
        named = Clause(which, context)
        same_value = re.fullmatch(rf"(?:the )?{re.escape(said['column'])} (?:is|are|=|equals?|was) (?!above|below|over|under|more|less|greater|at |negative|positive|missing|empty|blank|not |between)\S+", said["when"], re.I)
        return f"change {which} to {said['new']} where {said['when']}" if named.columns and not (same_value and which == said["column"]) and not _of_gaps(said["when"]) else None
    of_rows = _SET_ROWS.match(text)
    if of_rows:
        return f"change {of_rows['which']} to {of_rows['new']} where {of_rows['when']}" if Clause(of_rows["which"], context).columns and not _of_gaps(of_rows["when"]) else None
    told = _SET_FOR.match(text) if not context.runs else None
    if told is None:
        return None
    rows, named = Clause(told["rows"], context), Clause(told["which"], context)
    value = rows.values[0] if len(rows.values) == 1 and not rows.columns else None
    if value is None or not named.columns or len(value.columns) != 1 or '"' in f"{value.columns[0]}{value.value}":
        return None
    return f'change {told["which"]} to {told["new"]} where "{value.columns[0]}" is "{value.value}"'


def _of_gaps(words: str) -> bool:
    return re.search(r"\b(?:missing|empty|blank|nan|null|unknown|gap)\b", words, re.I) is not None


def _record(text: str, context: RouterContext) -> str | None:
    said = _FORETOLD.match(text)
    record = Clause(said["record"], context) if said else None
    if said is None or record is None or not record.columns or not (record.numbers or record.values):
        return None
    return f"{said['what']} for {_IS.sub(' ', said['record'])}"
