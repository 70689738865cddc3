"""Understands what points back at a statement: “some stones have x = 0. Remove those”, “a and b add up to c, so drop those two”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.parts.held import SIGNS, held
from assistant.router.parts.of_the_call_before import asks_already
from assistant.router.parts.pointing import AWAY, LATER, MANY, ONE, SO
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.parts.those_columns import (
    columns_meant,
    makes_column,
    of_one_column,
    renaming,
    target_named,
    target_told,
)
from assistant.router.parts.those_rows import rows_meant, rows_of_kind, same_rows, shown
from assistant.router.tool.triggers.wordlists import DROP, FILE_ENDING

_CHART = r"(?:picture|chart|plot|graph|image|diagram|scatter ?plot|scatter|cloud of dots|line chart|bar chart)"
_DRAW_IT = (
    rf"(?:(?:can|could|would|will) you |please |and |just |"
    rf"then )*(?:(?:i|we) (?:(?:would|d) )?(?:like|love|want|prefer|need)(?: to (?:see|have|get))? (?:it|this|that|them) (?:as|in|on|drawn as) an? {_CHART}|"
    rf"(?:see|have|get) (?:it|this|that|them) (?:as|in|on) an? {_CHART}|"
    rf"(?:chart|plot|draw|graph|show|visuali[sz]e|picture|scatter)(?: me| us)?(?: it| this| that| them|"
    rf" both)?(?: the (?:dots|points))?(?: (?:(?:as|in|with|on) )?an? {_CHART})?|(?:give|make|draw) (?:me|us) an? {_CHART}|(?:(?:as|in) )?an? {_CHART}|"
    rf"scatter(?: ?plot)?)(?: please| for me)*"
)
_TOGETHER = (
    (re.compile(r".*\b(?:train\w*|test\w*)\b.*\b(?:train\w*|test\w*)\b", re.I), re.compile(r"(?:so |please )*(?:group|split|keep together|divide) (?:it |them |the (?:data|rows) )?(?:by|on|per)\b(?P<rest>.*)", re.I), "split grouped by"),
    (re.compile(r"(?:where|wheres|what|which|how much|how many|is|are|do|does|any|anything|has|have)\b.*\b(?:missing|empty|blanks?|gaps?|holes|nulls?|nans?)\b", re.I), re.compile(
        rf"{_DRAW_IT}(?: of (?:the |all |what is |whats )*(?:missing|empty|blanks?|gaps?|holes|nulls?|"
        rf"nans?)(?: (?:stuff|values?|data|cells?|bits|parts|things))?)?(?P<rest>)", re.I), "plot where data is missing"),
    (re.compile(
        r"(?:(?:please )?(?:dont|do not|never|no) (?:shuffl|mix|random)\w*[^,]{0,20}, )?(?:because |since |as |cause )?(?:the |my |our |these |this |"
        r"all )*(?:rows?|data|records|table|lines|file|it|they|everything)\b.{0,30}\b(?:in (?:time|chronological|temporal) order|in (?:the )?order of time|"
        r"chronological|(?:ordered|sorted) by (?:date|time))", re.I), re.compile(r"(?:so |please )*(?:split )?(?:it |them |the data )?(?P<rest>\d{1,2}(?: ?[/:-] ?| )\d{1,2}.*)", re.I), "time split "),
)
"""What a statement or question says the request after it is about, and both in one."""
_THOSE_CELLS = r"(?:it|them|those|these|that|this|such)(?: (?:cells?|values?|entries|entry|ones?|rows|numbers?|readings?))?"
_MISSING = r"(?:an? |the |just |really )*(?:missing|nans?|nulls?|empty|na|unknown|blanks?|gaps?)(?: values?| cells?)?"
_BLANK = re.compile(
    rf"(?:so |just |please |kindly |then |and )*(?:blank (?:out )?{_THOSE_CELLS}(?: out)?|"
    rf"(?:make|set|turn|mark|treat|count|consider|leave) {_THOSE_CELLS}(?: all)?(?: to| as| into| be)? {_MISSING}|"
    rf"{_THOSE_CELLS} (?:all |really |just )*(?:is|are|means?|counts? as|"
    rf"(?:should|must|can|shall|ought to|has to|have to|needs? to) (?:all |really |"
    rf"just )*(?:be(?: (?:made|set|treated|marked|counted|read|seen|considered|turned))?|count|go|read|become)(?: as| to| into| in)?) {_MISSING})(?: please|"
    rf" instead| too)*",
    re.I,
)
_CAN_GO = re.compile(
    rf"^(?P<said>.{{3,160}}?)(?:[,;:] (?:so |and |hence )?|,? (?:so|hence|therefore) )(?:(?P<either>one|either|1)(?: of (?:them|those|these|the two|both))?|"
    rf"(?P<one>{ONE})|(?P<many>they|{MANY})) (?:can|should|must|may|has to|have to|needs? to|ought to) (?:go|"
    rf"be (?:dropped|removed|deleted|left out|kicked(?: out)?|thrown (?:out|away)|taken (?:out|away)|binned|discarded|excluded|gone|ditched))$",
    re.I,
)
_THAT_IS = r"(?:thats|that is|this is|its|it is|(?:that|this|it) (?:should|would|will|must|shall) be)"
_AIM = r"(?:(?:can|could|shall|should|let|may|might) (?:we|us|you|i) |lets )?(?:please |now |just )*(?:aim (?:at|for)|go for|target|predict|forecast|model) (?:that|this|it)"
_WANTED = re.compile(
    rf"(?:so |and |i guess |i think |well |because )*(?:{_THAT_IS} (?:exactly |basically |really |just )*(?:what|"
    rf"the (?:thing|one|number|value|question)) (?:that )?(?:i|we|you|they|the model|it|my \w+|our \w+)\b.{{0,30}}\b(?:predict\w*|forecast\w*|guess\w*|estimat\w*|"
    rf"foresee\w*|find out|work out|figure out|know)\b|{_AIM}\b)(?: here| in advance| please| now)*",
    re.I,
)
_POINTER = re.compile(rf"[,;:.-]+ (?=(?:so |and |i guess |i think |well )*(?:{_THAT_IS}|{_AIM})\b)", re.I)
_SHARE_TOLD = re.compile(
    r"(?:only|just|about|around|nearly|almost|roughly|some|barely| )*\b(?:an? (?:quarter|third|half|fifth|tenth|handful|few)|half|most|few|"
    r"\d[\d.]* ?(?:%|percent)) of (?:them|(?:the|our|my|all|these|those) [a-z]+|[a-z]+s) (?!for\b|as\b|to\b|at\b|in\b|on\b|by\b|with\b|where\b|which\b|that\b|"
    r"who\b|whose\b|from\b|please\b|only\b|randomly\b|should\b|must\b)[a-z]",
    re.I,
)
"""A share that is only told, not asked for: “only a quarter of them leave”."""
_TO_DO = re.compile(r"(?:drop|remove|split|plot|train|fill|keep|show|draw)\b", re.I)
_DRAWN = re.compile(_DRAW_IT, re.I)
_TOLD_LAST = re.compile(r"(?P<asks>[^,;:]{3,80})[,;:] (?P<told>.{3,120})", re.I)
_NOT_ANY_MORE = re.compile(rf"(?P<said>.{{5,160}}? any ?(?:more|longer)),? (?:{SO})(?:(?:{DROP}) (?:them|those|these|it)|(?:leave|take|throw|kick|get|filter) (?:them|those|these|it) (?:out|away)){LATER}$", re.I)
"""“since we dont do raw finishes any more leave them out”"""
_BINNED = re.compile(rf"{SO}(?:and )?bin(?= (?:it|them|those|these|that)(?: (?:all|too|please|one|ones|rows|columns))*$)", re.I)
_WORTHLESS = re.compile(
    r"\b(?:useless|worthless|pointless|odd|weird|silly|stupid|funny|strange|blank|empty|missing|rubbish|junk|garbage|trash|nonsense|noise|broken|wrong|errors?|"
    r"(?:with|have|has|had) no|without|never|not (?:needed|useful|real|valid)|no use|no good|unusable|irrelevant|invalid|fake|leaks?|cheating)\b",
    re.I,
)
"""What is said of things that are to be binned as rubbish is."""


def about_those(requests: list[str], context: RouterContext) -> list[str]:
    """Writes a part that points at the rows or columns of the statement before it with what was said of them."""
    found: list[str] = []
    for text in (part for request in requests for part in _two_parts(request)):
        if found and (same := same_rows(found[-1], text)):
            found[-1] = same
            continue
        text = renaming(text, context) or text
        if found and _SHARE_TOLD.match(found[-1]):
            found.pop()
        if found and _WORTHLESS.search(found[-1]):
            text = _BINNED.sub("drop", text)
        if found and not _TO_DO.match(found[-1]) and (whole := _whole(found[-1], text) or rows_meant(found[-1], text)):
            found[-1] = whole
            continue
        if found and (naming := renaming(f"{found[-1]}, {text}", context)):
            found[-1] = naming
            continue
        if found and (rows := rows_of_kind(found[-1], text, context)):
            found[-1] = rows
            continue
        if found and (kept := _same_comparison(found[-1], text)):
            found[-1] = kept
            continue
        if found and _DRAWN.fullmatch(text) and (drawn := _drawn(found[-1], text, context)):
            found[-1] = drawn
            continue
        head, _, rest = text.partition(", ")
        if found and (target := target_named(found[-1], head, context)):
            found[-1], text = f'predict "{target}"', rest
            if not rest:
                continue
        if found and _WANTED.fullmatch(text) and not makes_column(found[-1], context) and (target := target_told(found[-1], context)):
            found[-1] = f'predict "{target}"'
            continue
        told = held(found[-1], context) if found and (AWAY.fullmatch(text) or _BLANK.fullmatch(text)) and not of_one_column(found[-1], text, context) else None
        columns = columns_meant(found[-1], text, context) if found and told is None else []
        if columns:
            found[-1] = "drop " + " and ".join(f'"{name}"' for name in columns)
        elif told is None:
            found.append(text)
        elif AWAY.fullmatch(text):
            found[-1] = f'drop rows where "{told.column}" {SIGNS[told.op]} {shown(told.value)}'
        elif told.op == "eq":
            found[-1] = f'in "{told.column}" replace {shown(told.value)} with missing'
        else:
            found.append(text)
    return found


def _whole(statement: str, text: str) -> str | None:
    """One request for a statement and what follows it: “no airline in both train and test, so group by operator”."""
    for told, asked, whole in _TOGETHER:
        match = asked.fullmatch(text) if told.match(statement) else None
        if match:
            return f"{whole}{match['rest']}"
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
    if told and same_rows(told["asks"], told["told"]):
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
