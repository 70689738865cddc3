"""Understands what points back at a statement: “some stones have x = 0. Remove those”, “a and b add up to c, so drop those two”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.hints import told_by_words
from assistant.router.entities.names import key, parts
from assistant.router.parts.held import SIGNS, held
from assistant.router.parts.of_the_call_before import asks_already
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import DROP, FILE_ENDING, ODD
from assistant.router.tool.wanted import wanted

_POINTED = r"(?: (?:all )?(?:of )?(?:it|them|those|these|such|both)?(?: (?:rows|records|entries|ones|cases|values|trips|rides|people|customers))?| (?:the|that|this) (?:whole |entire )?(?:rows?|records?|lines?|entry|entries))?"
_SO = r"(?:nah,? |so |just |please |lets |hence |therefore )*"
_LATER = r"(?: (?:out|away|please|then|now|from (?:here|there|(?:the|my|our|this) (?:data(?: ?set)?|table|file|rows))))*"
AWAY = re.compile(rf"{_SO}(?:(?:{DROP}){_POINTED}|(?:out|away|off|down) with (?:them|those|these|it|such|both)|cut (?:them|those|these|it) (?:off|out|away)){_LATER}", re.I)
_THOSE_CELLS = r"(?:it|them|those|these|that|this|such)(?: (?:cells?|values?|entries|entry|ones?|rows|numbers?|readings?))?"
_MISSING = r"(?:an? |the |just |really )*(?:missing|nans?|nulls?|empty|na|unknown|blanks?|gaps?)(?: values?| cells?)?"
_BLANK = re.compile(rf"(?:so |just |please |kindly |then |and )*(?:blank (?:out )?{_THOSE_CELLS}(?: out)?|(?:make|set|turn|mark|treat|count|consider|leave) {_THOSE_CELLS}(?: all)?(?: to| as| into| be)? {_MISSING}|{_THOSE_CELLS} (?:all |really |just )*(?:is|are|means?|counts? as|(?:should|must|can|shall|ought to|has to|have to|needs? to) (?:all |really |just )*(?:be(?: (?:made|set|treated|marked|counted|read|seen|considered|turned))?|count|go|read|become)(?: as| to| into| in)?) {_MISSING})(?: please| instead| too)*", re.I)
_ONE = r"it|this|that|this one|that one|(?:this|that) (?:column|feature|field)"
_MANY = r"(?:them|those|these|both)(?: (?:both|all|two|2|three|columns|features|fields|of (?:them|those|these)))*|the two(?: of them| columns)?|the pair"
_DROPPED = re.compile(rf"{_SO}(?:{DROP}) (?:(?P<one>{_ONE})|(?P<many>{_MANY})){_LATER}", re.I)
_EITHER = re.compile(rf"{_SO}(?:{DROP}|(?:keep|leave) (?:only |just )?) ?(?:one|1|either)(?: of (?:them|those|these|the two|both)(?: two)?)?{_LATER}", re.I)
_CAN_GO = re.compile(rf"^(?P<said>.{{3,160}}?)(?:[,;:] (?:so |and |hence )?|,? (?:so|hence|therefore) )(?:(?P<either>one|either|1)(?: of (?:them|those|these|the two|both))?|(?P<one>{_ONE})|(?P<many>they|{_MANY})) (?:can|should|must|may|has to|have to|needs? to|ought to) (?:go|be (?:dropped|removed|deleted|left out|kicked(?: out)?|thrown (?:out|away)|taken (?:out|away)|binned|discarded|excluded|gone|ditched))$", re.I)
_KEPT = re.compile(rf"{_SO}keep (?:only |just )?(?P<name>.{{1,60}}?) of (?:the two|them|those(?: two)?|these(?: two)?|both)", re.I)
_THAT_IS = r"(?:thats|that is|this is|its|it is|(?:that|this|it) (?:should|would|will|must|shall) be)"
_AIM = r"(?:(?:can|could|shall|should|let|may|might) (?:we|us|you|i) |lets )?(?:please |now |just )*(?:aim (?:at|for)|go for|target|predict|forecast|model) (?:that|this|it)"
_WANTED = re.compile(rf"(?:so |and |i guess |i think |well |because )*(?:{_THAT_IS} (?:exactly |basically |really |just )*(?:what|the (?:thing|one|number|value|question)) (?:that )?(?:i|we|you|they|the model|it|my \w+|our \w+)\b.{{0,30}}\b(?:predict\w*|forecast\w*|guess\w*|estimat\w*|foresee\w*|find out|work out|figure out|know)\b|{_AIM}\b)(?: here| in advance| please| now)*", re.I)
_POINTER = re.compile(rf"[,;:.-]+ (?=(?:so |and |i guess |i think |well )*(?:{_THAT_IS}|{_AIM})\b)", re.I)
_SUBJECTS = re.compile(r"^(?:the |both |column |columns )*@(?: (?:,|and|&|plus|, and) (?:the )?@)*(?= [a-z])")
_ONE_SUBJECT = re.compile(r"(?:the |my |our |this |column )*@(?: column)? (?:is|was|has|had|gives|tells|only|just|always|simply|never|basically|really|looks|seems|leaks|means|contains|holds|comes|depends|says|cannot|cant|doesnt|does|isnt|wont|will|would|can)\b")
"""A statement about one column, which “it” then means whatever else is named: “total is fare plus tip, drop it”."""
_OF_ROWS = re.compile(r"@ (?:with|without|that (?:has|have|are|is|were|was)|who|whose|where)\b")
"""Rows that are told of by what they have: “the songs with bad words”."""
_UNWANTED = re.compile(r"^(?:(?:i|we|you|the model|nobody)\b[^@]{0,40}|(?:(?:the|our|my) )?[a-z]+ (?:says? no to|said no to|objects? to|objected to|forbids?|forbade|bans?|banned|vetoe[sd]|(?:does not|doesnt|wont|will not) (?:allow|want|like|let us use)|is against) (?:the )?)@(?: (?:,|and|&|plus|, and|or|nor) (?:the )?@)*(?! (?:with|without|that|which|where|who|whose|from|in|of|for)\b)(?: [a-z]+){0,3}$")
"""A statement of the person about columns: “we never look at the notes or the date”."""
_SHARE_TOLD = re.compile(r"(?:only|just|about|around|nearly|almost|roughly|some|barely| )*\b(?:an? (?:quarter|third|half|fifth|tenth|handful|few)|half|most|few|\d[\d.]* ?(?:%|percent)) of (?:them|(?:the|our|my|all|these|those) [a-z]+|[a-z]+s) (?!for\b|as\b|to\b|at\b|in\b|on\b|by\b|with\b|where\b|which\b|that\b|who\b|whose\b|from\b|please\b|only\b|randomly\b|should\b|must\b)[a-z]", re.I)
"""A share that is only told, not asked for: “only a quarter of them leave”."""
_TO_DO = re.compile(r"(?:drop|remove|split|plot|train|fill|keep|show|draw)\b", re.I)
_CHART = r"(?:picture|chart|plot|graph|image|diagram|scatter ?plot|scatter|cloud of dots|line chart|bar chart)"
_DRAW_IT = rf"(?:(?:can|could|would|will) you |please |and |just |then )*(?:(?:i|we) (?:(?:would|d) )?(?:like|love|want|prefer|need)(?: to (?:see|have|get))? (?:it|this|that|them) (?:as|in|on|drawn as) an? {_CHART}|(?:see|have|get) (?:it|this|that|them) (?:as|in|on) an? {_CHART}|(?:chart|plot|draw|graph|show|visuali[sz]e|picture|scatter)(?: me| us)?(?: it| this| that| them| both)?(?: the (?:dots|points))?(?: (?:(?:as|in|with|on) )?an? {_CHART})?|(?:give|make|draw) (?:me|us) an? {_CHART}|(?:(?:as|in) )?an? {_CHART}|scatter(?: ?plot)?)(?: please| for me)*"
_DRAWN = re.compile(_DRAW_IT, re.I)
_TOGETHER = (
    (re.compile(r".*\b(?:train\w*|test\w*)\b.*\b(?:train\w*|test\w*)\b", re.I), re.compile(r"(?:so |please )*(?:group|split|keep together|divide) (?:it |them |the (?:data|rows) )?(?:by|on|per)\b(?P<rest>.*)", re.I), "split grouped by"),
    (re.compile(r"(?:where|wheres|what|which|how much|how many|is|are|do|does|any|anything|has|have)\b.*\b(?:missing|empty|blanks?|gaps?|holes|nulls?|nans?)\b", re.I), re.compile(rf"{_DRAW_IT}(?: of (?:the |all |what is |whats )*(?:missing|empty|blanks?|gaps?|holes|nulls?|nans?)(?: (?:stuff|values?|data|cells?|bits|parts|things))?)?(?P<rest>)", re.I), "plot where data is missing"),
    (re.compile(r"(?:(?:please )?(?:dont|do not|never|no) (?:shuffl|mix|random)\w*[^,]{0,20}, )?(?:because |since |as |cause )?(?:the |my |our |these |this |all )*(?:rows?|data|records|table|lines|file|it|they|everything)\b.{0,30}\b(?:in (?:time|chronological|temporal) order|in (?:the )?order of time|chronological|(?:ordered|sorted) by (?:date|time))", re.I), re.compile(r"(?:so |please )*(?:split )?(?:it |them |the data )?(?P<rest>\d{1,2}(?: ?[/:-] ?| )\d{1,2}.*)", re.I), "time split "),
)
"""What a statement or question says the request after it is about, and both in one."""
_ROWS_TOLD = re.compile(r"(?:the |all |those |any )*(?P<rows>(?:rows?|records?|entries|lines|[a-z]+s) (?:without|with no|with missing|missing|lacking|that have no|that lack|who have no|where|whose|for which|for whom) .{2,60}) (?:is|are|were) (?:\w+ ){0,2}(?:useless|worthless|pointless|no use|no good|rubbish|junk|garbage|nonsense|noise|not (?:needed|useful)|unusable|irrelevant|invalid|wrong)\b.*", re.I)
"""What is said of rows that are then thrown away: “rows without an age are useless”."""
_SAME_TOLD = re.compile(r"(?:(?:where |if |when |because |since |as )?(?:any |all |two |the )?(?:rows?|records?|entries|lines|ones|those|[a-z]+s) (?:that |which )?(?:with|have|having|share|sharing) )?(?:an? |the )?(?:same|equal|identical|matching) (?P<what>[^.;:?]{1,80}?) (?:(?:all|both|together|already|also|just|only) )*(?:counts?|means?|makes?|is|are|would be|=)(?: (?:as|for|it|them|to us|really))* (?:an? |the |being )*(?:same(?: \w+)?|repeats?|repeated|repetitions?|duplicates?|doubles?|dupes?|copy|copies|twins?|identical|twice)\b[^,;]{0,30}", re.I)
"""What is said of rows that are the same: “same name and same age counts as a repeat”."""
_TOLD_LAST = re.compile(r"(?P<asks>[^,;:]{3,80})[,;:] (?P<told>.{3,120})", re.I)
_SAME = re.compile(r"\b(?:duplicat\w+|dup(?:e|licate)?s|doubles?|repeat(?:s|ed)?|repetitions?|copies|twice|twins)\b", re.I)
_ALSO_SAME = re.compile(r"\b(?:the )?(?:same|equal|identical) ", re.I)
_NONE_TOLD = re.compile(r"(?:without|no) (?P<what>(?:(?!\b(?:is|are|was|were|means?|makes?)\b)[^=,;:]){2,60}?) ?(?:,|=|is|are|was|were|means?|makes?|they are|theyre|its|it is)+ (?:\w+ ){0,3}(?:useless|worthless|pointless|no use|no good|of no use|of no value|rubbish|junk|garbage|nonsense|noise|unusable|irrelevant|invalid|wrong)\b.{0,40}", re.I)
"""What is said of rows that have no value in a column: “no score = useless”."""
_GAPS = r"(?:nulls?|nans?|gaps?|blanks?|missing(?: values?)?|missings|holes|empt(?:y|ies)|empty (?:cells|values|ones))"
_GAPS_OF = re.compile(rf"(?:(?:any|the|some|are there|there are|we have|all) )*(?:{_GAPS} (?:in|of|for) (?:the )?(?P<of>[^,.;:?]{{1,60}})|(?:missing|empty|blank|unknown) (?P<adj>(?!values?\b|cells?\b|data\b|rows?\b|ones\b|entries\b)[^,.;:?]{{1,40}})|(?P<what>[^,.;:?]{{1,60}}?) (?:(?:has|have|is|got|with|shows?|contains?) (?:got )?(?:(?:some|a few|many|lots of|several|few|any|\d+) )?)?{_GAPS})", re.I)
"""A column and its gaps, before the rows of these are thrown out: “stars nulls? kill those rows”."""
_THOSE_ROWS = re.compile(rf"{_SO}(?:(?:{DROP}) (?:all )?(?:of )?(?:them|(?:the )?(?:rows|records|lines|entries)|(?:those|these|such|the)(?: [a-z]+s)?|(?:those|these) people)|(?:throw|kick|take|leave) (?:them|(?:those|these|such)(?: [a-z]+s)?) (?:out|away)){_LATER}", re.I)
_ROWS_BARE = re.compile(r"(?:(?:any|every|each|all|the|those) )*(?!no\b|not\b)[a-z]+ (?:with|without|with no|with missing|with an? (?:missing|empty|blank)|missing|lacking|that (?:has|have|had) no|which (?:has|have) no|who (?:has|have|had) no) (?:(?!\b(?:is|are|was|were|means?|shows?|says?|leaks?|gives?|tells?)\b).){2,60}", re.I)
"""Rows that are only described before they are thrown out: “any tube with no value: delete the row”."""
_KEEP_THOSE = re.compile(r"(?:so |please |just |lets )*(?:keep|(?:keep |use |take |want )?(?:only|just)) (?:only |just )?(?:those|them|these)(?: (?:ones|rows|please|only))*", re.I)
_ROWS_SAID = re.compile(r"(?:the |all |any |those )*(?!what|which|how|who|there)[a-z]+ (?:that|who|which|with|where|whose|without|from|over|under|above|below|older|younger|between|mentioning|containing|having)\b.{2,160}", re.I)
"""Rows that are described and then kept: “texts with the word free in them, keep those”."""
_ROWS_OF_A_GAP = re.compile(r"(?:the |all |any |those |some )*(?:rows?|records?|ones|entries|lines|cases|[a-z]+s|people) (?:where|who|that|whose|with|without|for which|for whom)\b.{2,80}?(?:\b(?:missing|blank|empty|unknown|not (?:written down|known|given|recorded|filled in|there|noted|entered|measured|available|stated))|(?<=without )(?:an? |any |the )?[\w ]{2,40}|\b(?:we|they|i|you|nobody|no one|someone|somebody) (?:(?:did not|didnt|do not|dont|have not|havent|had not|hadnt|never|forgot to|has|have|ever) )*(?:note|noted|record|recorded|write|wrote|written|measure|measured|know|known|enter|entered|ask|asked|get|got)(?: down| in| for)? [\w ]{2,40}|(?<=have no )[\w ]{2,40}|(?<=with no )[\w ]{2,40})", re.I)
"""Rows that are described by what is not known of them, and then thrown away: “patients where the age is not written down”."""
_ONLY_THESE = re.compile(r"\b(?:only|just|solely|merely|nothing but)\b.{0,40}\b(?:cares?|works?|looks?|deals?|counts?|matters?|interest\w*|needs?|wants?|about|for|with|at)\b", re.I)
"""What a statement says is of interest alone: “the office only cares about postgraduates”."""
_NOT_ANY_MORE = re.compile(rf"(?P<said>.{{5,160}}? any ?(?:more|longer)),? (?:{_SO})(?:(?:{DROP}) (?:them|those|these|it)|(?:leave|take|throw|kick|get|filter) (?:them|those|these|it) (?:out|away)){_LATER}$", re.I)
"""“since we dont do raw finishes any more leave them out”"""



_BINNED = re.compile(rf"{_SO}(?:and )?bin(?= (?:it|them|those|these|that)(?: (?:all|too|please|one|ones|rows|columns))*$)", re.I)
_WORTHLESS = re.compile(r"\b(?:useless|worthless|pointless|odd|weird|silly|stupid|funny|strange|blank|empty|missing|rubbish|junk|garbage|trash|nonsense|noise|broken|wrong|errors?|(?:with|have|has|had) no|without|never|not (?:needed|useful|real|valid)|no use|no good|unusable|irrelevant|invalid|fake|leaks?|cheating)\b", re.I)
"""What is said of things that are to be binned as rubbish is."""


def about_those(requests: list[str], context: RouterContext) -> list[str]:
    """Writes a part that points at the rows or columns of the statement before it with what was said of them."""
    found: list[str] = []
    for text in (part for request in requests for part in _two_parts(request)):
        if found and (same := _same_rows(found[-1], text)):
            found[-1] = same
            continue
        text = _renaming(text, context) or text
        if found and _SHARE_TOLD.match(found[-1]):
            found.pop()
        if found and _WORTHLESS.search(found[-1]):
            text = _BINNED.sub("drop", text)
        if found and not _TO_DO.match(found[-1]) and (rewritten := _rewritten(found[-1], text)):
            found[-1] = rewritten
            continue
        if found and (naming := _renaming(f"{found[-1]}, {text}", context)):
            found[-1] = naming
            continue
        if found and (kind := _THAT_KIND.fullmatch(text)) and (rows := _rows_of_kind(found[-1], kind["noun"], context)):
            found[-1] = rows
            continue
        if found and (kept := _same_comparison(found[-1], text)):
            found[-1] = kept
            continue
        if found and _DRAWN.fullmatch(text) and (drawn := _drawn(found[-1], text, context)):
            found[-1] = drawn
            continue
        head, _, rest = text.partition(", ")
        if found and (target := _target_named(found[-1], head, context)):
            found[-1], text = f'predict "{target}"', rest
            if not rest:
                continue
        if found and _WANTED.fullmatch(text) and not _makes_column(found[-1], context) and (target := _target_told(found[-1], context)):
            found[-1] = f'predict "{target}"'
            continue
        told = held(found[-1], context) if found and (AWAY.fullmatch(text) or _BLANK.fullmatch(text)) and not _of_one_column(found[-1], text, context) else None
        columns = _columns_meant(found[-1], text, context) if found and told is None else []
        if columns:
            found[-1] = "drop " + " and ".join(f'"{name}"' for name in columns)
        elif told is None:
            found.append(text)
        elif AWAY.fullmatch(text):
            found[-1] = f'drop rows where "{told.column}" {SIGNS[told.op]} {_shown(told.value)}'
        elif told.op == "eq":
            found[-1] = f'in "{told.column}" replace {_shown(told.value)} with missing'
        else:
            found.append(text)
    return found


_THAT_KIND = re.compile(rf"{_SO}(?:{DROP}) (?:that|this|the) (?P<noun>[a-z_]{{3,30}}){_LATER}", re.I)


def _rows_of_kind(statement: str, noun: str, context: RouterContext) -> str | None:
    """The order to drop the rows of the one value that a statement names, which “that island” means, and not the column."""
    clause = Clause(statement, context)
    value = clause.values[0] if len(clause.values) == 1 and not clause.columns and not opens_with_verb(statement) else None
    column = next((name for name in value.columns if noun.lower() in (key(name), *parts(name))), None) if value else None
    return f'drop rows where "{column}" = {_shown(value.value)}' if column and value else None


def _rewritten(statement: str, text: str) -> str | None:
    """One request for a statement and what follows it: “no airline in both train and test, so group by operator”."""
    for told, asked, whole in _TOGETHER:
        match = asked.fullmatch(text) if told.match(statement) else None
        if match:
            return f"{whole}{match['rest']}"
    if _KEEP_THOSE.fullmatch(text) and (_ROWS_SAID.fullmatch(statement) or _ONLY_THESE.search(statement)) and not opens_with_verb(statement):
        return f"keep {statement}"
    if AWAY.fullmatch(text) and _ROWS_OF_A_GAP.fullmatch(statement) and not opens_with_verb(statement):
        return f"drop {statement}"
    if AWAY.fullmatch(text) and _ROWS_BARE.fullmatch(statement) and not opens_with_verb(statement):
        return f"drop {statement}"
    gaps = _GAPS_OF.fullmatch(statement) if _THOSE_ROWS.fullmatch(text) and re.search(r"\brows|records|lines|entries\b", text, re.I) else None
    if gaps:
        return f"drop rows without {gaps['what'] or gaps['of'] or gaps['adj']}"
    rows = _ROWS_TOLD.fullmatch(statement) if AWAY.fullmatch(text) else None
    if rows:
        return f"drop {rows['rows']}"
    none = _NONE_TOLD.fullmatch(statement) if _THOSE_ROWS.fullmatch(text) else None
    return f"drop rows without {none['what']}" if none else None


def _same_rows(first: str, second: str) -> str | None:
    """One request for rows that are there twice and for what makes them the same, whichever of the two is said first."""
    for told, asked in ((second, first), (first, second)):
        match = _SAME_TOLD.fullmatch(told)
        if match and (_SAME.search(asked) or AWAY.fullmatch(asked) or _THOSE_ROWS.fullmatch(asked)) and not _SAME_TOLD.fullmatch(asked):
            return f"drop duplicates by {_ALSO_SAME.sub('', match['what'])}"
    return None


def _two_parts(text: str) -> list[str]:
    """Cuts “…, both can go” into the statement and the request, with the verb first."""
    pieces = _POINTER.split(text)
    if len(pieces) > 1 and _WANTED.fullmatch(pieces[-1]):
        return [text[: -len(pieces[-1])].rstrip(" ,;:.-"), pieces[-1]]
    run_on = None if opens_with_verb(text) else _NOT_ANY_MORE.match(text)
    if run_on:
        return [run_on["said"], "drop them"]
    told = _TOLD_LAST.match(text)
    if told and _same_rows(told["asks"], told["told"]):
        return [told["asks"], told["told"]]
    match = None if opens_with_verb(text) else _CAN_GO.match(text)
    return [text] if match is None else [match["said"], "drop " + ("one of them" if match["either"] else "it" if match["one"] else "them")]


_DRIFT = re.compile(r"\b(?:drift\w*|still (?:similar|the same|alike|valid|fits?)|similar to|same as|compare|changed|differs?|different|still (?:like|look like|looks like))\b", re.I)
_FILE = re.compile(rf"\b[\w-]{{1,80}}\.{FILE_ENDING}\b", re.I)
_OF_MODELS = re.compile(r"\b(?:models?|runs?|forests?|ridge|lasso|regression|xgboost|trees?)\b", re.I)


def _same_comparison(first: str, second: str) -> str | None:
    """Of two parts that both ask whether data has changed, the one that names the file."""
    if not (_DRIFT.search(first) and _DRIFT.search(second)) or _OF_MODELS.search(second):
        return None
    named = [text for text in (first, second) if _FILE.search(text)]
    if len(named) != 1:
        return None
    return named[0] if named[0] == first or opens_with_verb(second) else None


_FIGURE = re.compile(r"(?:(?:the|show|give|me|what is|whats) )*(?:mean|average|avg|median|total|sum|min|max|minimum|maximum|highest|lowest) (?:of )?(?:the )?@ (?:by|per|for each|for every|in each) (?:the )?@$")
"""A figure by groups, which “plot it” then draws beside."""


def _drawn(statement: str, text: str, context: RouterContext) -> str | None:
    """One request for a question about two columns and “draw it”: “does the price go up with the size? draw the dots”."""
    clause = Clause(statement, context)
    names = [] if asks_already(clause) or _FIGURE.match(clause.masked) else [mention.name for mention in clause.columns if mention.clear]
    if len(names) != 2 or len(names) != len(clause.columns) or starts_with_verb(statement) or clause.numbers or clause.values:
        return None
    if re.search(r"@ .*\b(?:with|by|on|along|from|when|if|as)\b.*@", clause.masked):
        names.reverse()
    kind = "line chart" if re.search(r"\bline\b", text, re.I) else "bar chart" if re.search(r"\bbar\b", text, re.I) else "scatter plot"
    return f'{kind} of "{names[0]}" and "{names[1]}"'


def _makes_column(text: str, context: RouterContext) -> bool:
    """Says whether a part asks for a new column, which “predict it” then means rather than what it is made of."""
    ranked = candidates(Clause(text, context))
    return bool(ranked) and ranked[0][1] in ("add_feature", "rename_column")


_ITS_COLUMN = re.compile(r"(?:that|this|it|which) ?(?:s|is|would be|will be|means)? (?:called |named |in |under |just )*(?:the |our |my )?(?:column |field )?@(?: column| field| one)?")


def _target_named(statement: str, text: str, context: RouterContext) -> str | None:
    """The column that is said to be what somebody wants to know: “I am after who leaves us, that's the Quit column”."""
    clause = Clause(text, context)
    if len(clause.columns) != 1 or not clause.columns[0].clear or not _ITS_COLUMN.fullmatch(clause.masked):
        return None
    asked = wanted(Clause(statement, context))
    return clause.columns[0].name if asked and asked[0][1] == "set_target" and not Clause(statement, context).columns else None


def _target_told(statement: str, context: RouterContext) -> str | None:
    """The column that a statement or question tells of, which “that's what I want to predict” points at."""
    clause = Clause(statement, context)
    names = [mention.name for mention in clause.columns if mention.clear]
    return names[-1] if names else told_by_words(clause)


_OUTLYING = re.compile(rf"\b(?:outliers?|outlying|extremes|{ODD}|isolation forest|z-?scores?)\b", re.I)
"""Values far from the others, which “kick them out” then means, and not their column."""


def _columns_meant(statement: str, text: str, context: RouterContext) -> list[str]:
    """The columns of a statement that the part after it wants dropped: those that it is about, not all that it names."""
    dropped, kept, either = _DROPPED.fullmatch(text), _KEPT.fullmatch(text), _EITHER.fullmatch(text)
    if not (dropped or kept or either) or opens_with_verb(statement) or _OUTLYING.search(statement):
        return []
    clause = Clause(statement, context)
    if asks_already(clause):
        return []
    subjects = _SUBJECTS.match(clause.masked)
    mentions = clause.columns[: subjects[0].count("@")] if subjects else []
    if not mentions and dropped and not _OF_ROWS.search(clause.masked) and (len(clause.columns) == 1 or _UNWANTED.match(clause.masked)):
        mentions = clause.columns  # “I thought about using the notes, but nah, drop them”
    names = [mention.name for mention in mentions]
    if dropped and dropped["one"] and len(names) == 1 and mentions[0].clear and _of_one_column(statement, text, context):
        return names
    if either and len(names) == 1 and len(clause.columns) == 2:
        names = [mention.name for mention in clause.columns]
    if not names or clause.numbers or clause.values or not all(mention.clear for mention in mentions):
        return []
    if dropped:
        several = len(names) > 1 or (not dropped["one"] and clause.word(mentions[-1].end - 1).endswith("s"))
        return names if several != bool(dropped["one"]) else []
    if kept:
        stays = [mention.name for mention in Clause(kept["name"], context).columns]
        return [name for name in names if name not in stays] if set(stays) < set(names) else []
    if len(names) > 1:
        raise Unclear(f"Which one shall go: {' or '.join(f'“{name}”' for name in names)}?", [option("drop_columns", {"columns": [name]}, f"Drop {name}") for name in names])
    return []


_BELIEVED = re.compile(r"^(?:(?:so|and|but|well|ok) )*(?:i|we) (?:(?:really|just) )?(?:think|believe|guess|suppose|know|suspect|see|noticed|am told|are told|fear)(?: that)? ", re.I)
_NAMED_BETTER = re.compile(r"(?P<said>.{3,120}?)(?:[,:] | (?=so ))(?:so |please |lets |then |just |better |rather )*(?:call|name|rename|relabel) (?:it|that|this|that one|this one|the column|that column)(?: to| as| into)? (?P<name>.{1,80})", re.I)
_SAID_A_COLUMN = re.compile(r"\b(?:column|field|heading|header) @|@ (?:column|field|heading|header)\b")
_FORMULA = re.compile(r"[/*+=]|\b(?:divided|times|plus|minus|per|over|ratio|sum|difference|product)\b", re.I)


def _renaming(text: str, context: RouterContext) -> str | None:
    """The order to rename the one column that a statement finds badly named: “los is a silly name, call it stay”."""
    match = _NAMED_BETTER.fullmatch(text)
    if match is None or opens_with_verb(text) or _FORMULA.search(match["said"]):
        return None
    clause = Clause(_BELIEVED.sub("", match["said"]), context)
    said = _SAID_A_COLUMN.search(clause.masked)
    if said and (meant := clause.columns[clause.masked[: said.end()].count("@") - 1]).clear:
        return f'rename "{meant.name}" to {match["name"]}'
    alone = len(clause.columns) == 1 and clause.columns[0].clear and (_ONE_SUBJECT.match(clause.masked) or re.fullmatch(r"(?:the )?(?:column )?@(?: column)?", clause.masked))
    return f'rename "{clause.columns[0].name}" to {match["name"]}' if alone else None


_ITS_ROWS = re.compile(r"\b(?:rows?|records?|entries|entry|lines|ones|cases|where|when|some|sometimes|of them|values?)\b", re.I)


def _of_one_column(statement: str, text: str, context: RouterContext) -> bool:
    """Says whether “it” is the column that a statement opens with: “the deposit is always three rents, kick it out”."""
    dropped = _DROPPED.fullmatch(text)
    clause = Clause(statement, context)
    return dropped is not None and dropped["one"] is not None and _ONE_SUBJECT.match(clause.masked) is not None and not _ITS_ROWS.search(statement)


def _shown(value: Any) -> str:
    """A value as it may stand in a request; what is no number stands in quotes."""
    if isinstance(value, list):
        return " or ".join(_shown(one) for one in value)
    text = str(value)
    return text if text.replace(".", "").replace("-", "").isdecimal() or '"' in text else f'"{text}"'
