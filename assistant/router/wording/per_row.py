"""Puts what is asked for before the rows that it is asked for: “if price is above 100 drop the row” becomes “drop rows where price is above 100”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.words import ROW_NOUNS

_WHERE = r"(?:if|when|whenever|where|wherever|in case|should|unless)"
_GOES = r"(?:drop|remove|delete|discard|exclude|skip|ignore|dump|throw out|throw away|kick out|leave out|take out|filter out|get rid of|keep|retain)"
_NOUNS = "|".join(sorted({form for noun in ROW_NOUNS for form in (noun, noun.removesuffix("s"))}, key=len, reverse=True))
_ROW = (
    rf"(?:(?:the |that |this |those |these |such |its |their |all )*(?:whole |entire |complete |full )?(?:rows?|records?|lines?|cases?|entry|entries|observations?|"
    rf"samples?|people|persons?|man|men|woman|women|guys?|folks|ones|him|her|kids?|child(?:ren)?|{_NOUNS})|"
    rf"(?:all )?(?:those|these|such|that) (?!columns?\b|features?\b|values?\b|fields?\b|variables?\b|cells?\b|outliers?\b|gaps?\b|steps?\b|models?\b|one\b|too\b|"
    rf"out\b|away\b|please\b)[a-z]+|those|these|them|him|her|it)"
)
_ROW_GOES = re.compile(
    rf"^(?P<lead>(?:(?:please|and|so|then|now|also|but) )*)(?:only )?(?P<how>{_WHERE}|"
    rf"(?:for|with)(?: (?:all|those|rows|everyone|every \w+|each \w+|an?))*(?: with)?) (?P<when>[^;?]{{3,120}}?)(?:,| then|, then)? (?:please |just |simply |then |"
    rf"you (?:can|should|may) |we (?:can|should) )*(?P<verb>{_GOES}|"
    rf"(?:throw|kick|take|leave|chuck|toss|filter|get|put|cut)(?= {_ROW} (?:out|away|aside|off)\b)) (?P<row>{_ROW})(?P<out>(?: out| away| aside| off| too| please|"
    rf" completely| entirely)*)[.! ]*$",
    re.I,
)
"""Rows told by what holds for each of them, before what is to become of them."""
_THEY = r"(?:they|theyre|they're|someone|somebody|anyone|anybody|he|she|it(?:s|'s| is| was) an?|(?:an?|the|any|some|one) (?:row|record|line|case|person|customer|client|patient|passenger|employee|user|guest|student|member|driver|order|trip|ride|house|car|animal|product|people|entry))\b"
_THEM_GO = re.compile(
    rf"^(?P<lead>(?:(?:please|and|so|then|now|also) )*)(?P<how>{_WHERE}) (?P<when>{_THEY}[^;?]{{3,120}}?)(?:,| then|, then)? (?:please |just |simply |then |"
    rf"you (?:can|should|may) |we (?:can|should) )*(?P<verb>{_GOES}) (?:them|those|these|him|her|it|"
    rf"(?:the|that|this) (?:row|record|line|case|person|customer|client|patient|passenger|employee|user|guest|student|member|driver|order|trip|ride|house|car|"
    rf"animal|product|entry)|(?:those|these) (?:people|ones|customers|patients|passengers|users|rows))(?: out| away| too| please| completely| entirely)*[.! ]*$",
    re.I,
)
"""“if they work in HR drop them”, where what goes is whom the condition is about."""
_GO_UNLESS = re.compile(
    rf"^(?P<lead>(?:(?:please|and|so|then|now|also) )*)(?P<verb>{_GOES}) (?:(?:the|all|any|every|each|those|these) )*(?P<who>rows?|records?|lines?|cases?|people|"
    rf"persons?|everyone|everybody|customers?|clients?|patients?|passengers?|employees?|users?|guests?|students?|members?|drivers?|orders?|trips?|rides?|houses?|"
    rf"cars?|animals?|products?|entries|entry),? unless (?:(?:(?:they|it|he|she)(?:'re| are|re| is|s|'s)?|their|its|the|of|in|from) )?(?P<when>[^;?]{{3,120}})$",
    re.I,
)
"""Rows of which some stay: “drop people unless they are older than 18” keeps those who are."""
_TREATED = re.compile(
    r"^(?:if|when|whenever|where|wherever) (?:the )?(?P<column>[^,;?]{1,60}?) (?:is|are|=|equals?|was|says) (?P<old>[^,;?]{1,40}?),? (?:then )?(?:please |"
    r"just )*(?:(?:treat|count|regard|consider|take|read|handle|see) (?:it|them|that|this|those) (?:as|like)|(?:call|name|label) (?:it|them|that|this)|"
    r"(?:change|turn|convert|make|set|put|rename|recode) (?:it|them|that|this)(?: to| into| as| be)?|(?:replace|swap) (?:it|them|that|this) (?:with|by|for)|"
    r"(?:it|they|that) (?:should|must|shall|really) (?:be|means?)) (?:an? |the )?(?P<new>[^,;?]{1,40}?)[.! ]*$",
    re.I,
)
"""One value that is to be another, told as a condition: “if payment is voucher treat it as cash”."""
_GAPS_MEAN = re.compile(
    r"^(?:if|when|whenever|where|wherever) (?:the |an? )?(?P<column>[^,;?]{1,60}?) (?:is|are|was|has|have) (?:missing|empty|blank|null|nan|unknown|"
    r"not (?:given|there|filled(?: in)?)|no (?:value|entry))(?: values?)?,? (?:then )?(?:please |just |"
    r"simply )*(?P<link>(?:it|that|this|they)(?:'s|s| is| was| just| simply| only| really)* ?(?:means?|meant|stands for|counts as)?|"
    r"(?:assume|call (?:it|them)|treat (?:it|them|that) (?:as|like)|count (?:it|them|that) as)(?: it is| it's| its)?) (?:an? |the )?(?P<new>[^,;?]{1,40}?)[.! ]*$",
    re.I,
)
"""What a gap stands for: “if overtime is missing it's no”."""
_LACKS = re.compile(r"^(?:if|when|whenever|where|wherever) (?:the |an? )?(?P<column>[^,;?]{1,60}?) (?:is|are|was) (?:missing|empty|blank|null|nan),? (?:then )?(?:the |that |this |a )?[a-z]+ (?:has|have|had|got) no (?P<what>[a-z]{2,30})[.! ]*$", re.I)
"""“if the cabin is empty the passenger has no cabin”"""
_SET = re.compile(
    r"^(?:if|when|whenever|where|wherever) (?P<when>(?:the )?(?P<column>[^,;?]{1,60}?) (?:is|are|=|equals?|was|has|goes|gets|<|>|"
    r"exceeds)\b[^,;?]{1,60}?),? (?:then )?(?:please |just )*(?:(?:set|change|put|make|turn|cap)(?: the)? (?P<which>[^,;?]{1,60}?) (?:to|=|as|at|into)|"
    r"(?P<it>make (?:it|them|that|those)|(?P<same>[^,;?]{1,60}?) (?:should|must|shall) be)) (?P<new>-?\d[\d.]*|zero|"
    r"(?!(?:missing|blank|empty|null|nan|unknown|na|it|the|an?)\b)[a-z][\w-]*)[.! ]*$",
    re.I,
)
_SET_FOR = re.compile(r"^(?:set|change|put|make|turn) (?P<which>[^,;?]{1,60}?) (?:to|=|into) (?P<new>-?\d[\d.]*|zero) for (?P<rows>[^,;?]{2,60})$", re.I)
_SET_ROWS = re.compile(
    rf"^(?:for|in|with)(?: (?:all|the|those|every|any|each))* (?:rows?|records?|ones|people|everyone|everybody|anyone|{_NOUNS}) (?:with|where|whose|that have|"
    rf"who have|having|in which) (?P<when>[^,;?]{{3,60}}?),? (?:please )?(?:set|change|put|make|turn)(?: the)? (?P<which>[^,;?]{{1,60}}?) (?:to|=|as|"
    rf"into) (?P<new>-?\d[\d.]*|[a-z][\w-]*)[.! ]*$",
    re.I,
)
"""“for people with age above 50 set overtime to no”"""
_IT = ("it", "them", "that", "those", "the value", "these", "this")
_IS = re.compile(r" (?:is|are|was|were|=) ", re.I)
_FILLED_IF = re.compile(
    r"^(?:please )?(?:fill|replace|impute|set|change|put)(?: the| all| any| every)*(?: missing| empty| blank)? (?P<which>[^,;?]{1,60}?) (?:by|with|to|as|"
    r"=) (?P<new>[^,;? ]{1,20}) (?:if|when|whenever|where|wherever) (?P<when>(?:the )?[^,;?]{1,40}? (?:is|are|=|equals?|was) [^,;?]{1,40})$",
    re.I,
)
"""Cells that are to be filled in some of the rows: “replace missing tips by 0 if payment is cash”."""
_FORETOLD = re.compile(r"^(?P<what>(?:please )?(?:predict|estimate|forecast|guess)\b(?: [^,;?]{1,40}?)??) (?:if|when) (?P<record>(?:the |my )?[^;?]{1,40}? (?:is|are|was|were|=) [^;?]{1,160})$", re.I)
"""One record told as a condition: “predict no_show if price is 50 and minutes is 30”."""


def rows_last(message: str, context: RouterContext) -> str:
    """Writes an order that follows its condition on rows the usual way round; other messages stay as they are."""
    text = message.strip()
    opening = text[:24].lower()
    if not ("if" in text.lower() or "unless" in text.lower() or opening.startswith(("for ", "with ", "in all", "when", "where", "in case", "should", "unless", "set ", "change ", "make ", "put ", "turn ")) or " where " in text):
        return message
    return _rows_go(text, context) or _value_changes(text, context) or _cells_change(text, context) or _record(text, context) or message


def _rows_go(text: str, context: RouterContext) -> str | None:
    said = _ROW_GOES.match(text)
    if said and ((said["row"].lower() == "it" and not _OF_ONE.match(said["when"])) or (said["how"].lower().startswith(("for", "with")) and not _COMPARED.search(said["when"]))):
        said = None
    said = said or _THEM_GO.match(text) or _GO_UNLESS.match(text)
    if said is None:
        return None
    keeps = said["verb"].lower() in ("keep", "retain")
    if said.re is _GO_UNLESS:
        clause = Clause(said["when"], context)
        return f"{said['lead']}{'drop' if keeps else 'keep only'} {said['who']} {'where' if clause.columns else 'who are'} {said['when']}" if clause.columns or clause.values or clause.numbers else None
    if not _tells_rows(said["when"], context):
        return None
    stays = keeps != (said["how"].lower() == "unless")
    if said.re is _THEM_GO:
        told = Clause(said["when"], context)
        if len(told.values) != 1 or told.columns or told.numbers or len(told.values[0].columns) != 1 or _NOT.search(said["when"]) or '"' in f"{told.values[0].columns[0]}{told.values[0].value}":
            return f"{said['lead']}{'keep only' if stays else 'drop'} rows where {_LACKING.sub(' is missing ', said['when'], count=1)}" if told.columns else None
        return f"{said['lead']}{'keep only' if stays else 'drop'} rows where \"{told.values[0].columns[0]}\" is \"{told.values[0].value}\""
    return f"{said['lead']}{'keep only' if stays else 'drop'} rows where {_HAS_NONE.sub(_is_missing, said['when'])}"


_COMPARED = re.compile(r"\b(?:above|below|over|under|than|at least|at most|is|are|equals?|between)\b|[<>=]", re.I)
_OF_ONE = re.compile(r"(?:an?|any|some|one|every|each) \w+ (?:has|have|is|was|lacks?|comes|costs?|weighs?|takes?|with|without)\b", re.I)
"""What is said of one row, be it called as it may: “if a trip has no payment leave it out”."""
_HAS_NONE = re.compile(
    r"^(?:(?:an?|the|any|some|one|our) )*(?:[a-z]+ )?(?:has|have|had|got|gives?|gave|comes? with) (?:no|not got an?|an? unknown|an? missing|"
    r"an? empty) (?P<what>[^,;?]{1,60})$|^(?:(?:an?|the|any|some|one|our) )*[a-z]+ (?:lacks?|is without|are without|without|misses|is missing|are missing|"
    r"doesnt have|dont have|does not have|do not have) (?:an?|any|the|their|its|his|her) (?P<that>[^,;?]{1,60})$",
    re.I,
)
"""What none of a kind is told by: “a person has no age”."""


def _is_missing(said: re.Match[str]) -> str:
    return f"{said['what'] or said['that']} is missing"


_NOT = re.compile(r"\b(?:not|no|never|isnt|arent|dont|doesnt|n't)\b", re.I)
_LACKING = re.compile(rf"^{_THEY} (?:has|have|had|got) no ", re.I)


def _value_changes(text: str, context: RouterContext) -> str | None:
    """Says as an order what a value or a gap of a column is to become."""
    lacks = _LACKS.match(text)
    if lacks and (column := _only_column(lacks["column"], context)):
        raise Unclear(f"What shall stand where {column} is missing?", [option("impute", {"columns": [column], "strategy": "constant", "fill_value": f"no {lacks['what'].lower()}"}, f"“no {lacks['what'].lower()}”"), option("impute", {"columns": [column], "strategy": "constant", "fill_value": "none"}, "“none”"), option("describe_column", {"column": column}, f"Look at {column} first")])
    said = _TREATED.match(text) or _GAPS_MEAN.match(text)
    column = _only_column(said["column"], context) if said else None
    new = said["new"].strip(" \"'“”‘’") if said else ""
    if said is None or column is None or '"' in f"{column}{new}" or not new:
        return None
    if said.re is _GAPS_MEAN:
        return None if _A_WAY.search(new) else f'fill "{column}" with "{new}"' if not new.replace(".", "", 1).isdigit() else f'fill "{column}" with {new}'
    old = Clause(said["old"], context)
    known = [value for value in old.values if column in value.columns]
    return f'replace "{known[0].value}" with "{new}" in "{column}"' if len(known) == 1 and len(old.values) == 1 and isinstance(known[0].value, str) and not _NOT.search(said["old"]) and not new[:1].isdigit() and not _A_WAY.search(new) else None


_A_WAY = re.compile(
    r"\b(?:mean|median|mode|average|most (?:frequent|common)|missing|empty|blank|nan|null|numeric|categor\w+|text|date|boolean|target|label|the|row|rows|column|"
    r"because|bad|good|ok|okay|fine|wrong|useless|important|normal|problem|mistake|error|drop\w*|remove\w*|delete\w*|fill\w*|out|away)\b",
    re.I,
)
"""What is no value, but a way or a remark."""


def _only_column(words: str, context: RouterContext) -> str | None:
    clause = Clause(words, context)
    return clause.columns[0].name if clause.masked in ("@", "the @", "column @", "@ column") and clause.columns[0].clear else None


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
    filled = _FILLED_IF.match(text)
    if filled:
        cells, rows = Clause(filled["which"], context), Clause(filled["when"], context)
        others = {mention.name for mention in rows.columns} - {mention.name for mention in cells.columns}
        return f"change {filled['which']} to {filled['new']} where {filled['when']}" if len(cells.columns) == 1 and others and (rows.values or rows.numbers) else None
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
