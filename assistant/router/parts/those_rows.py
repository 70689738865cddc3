"""Understands which rows a request means that points back at a statement: “stars nulls? kill those rows”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import key, parts
from assistant.router.parts.pointing import AWAY, LATER, SO
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.triggers.wordlists import DROP

_ROWS_TOLD = re.compile(
    r"(?:the |all |those |any )*(?P<rows>(?:rows?|records?|entries|lines|[a-z]+s) (?:without|with no|with missing|missing|lacking|that have no|that lack|"
    r"who have no|where|whose|for which|for whom) .{2,60}) (?:is|are|were) (?:\w+ ){0,2}(?:useless|worthless|pointless|no use|no good|rubbish|junk|garbage|"
    r"nonsense|noise|not (?:needed|useful)|unusable|irrelevant|invalid|wrong)\b.*",
    re.I,
)
"""What is said of rows that are then thrown away: “rows without an age are useless”."""
_SAME_TOLD = re.compile(
    r"(?:(?:where |if |when |because |since |as )?(?:any |all |two |the )?(?:rows?|records?|entries|lines|ones|those|[a-z]+s) (?:that |which )?(?:with|have|"
    r"having|share|sharing) )?(?:an? |the )?(?:same|equal|identical|"
    r"matching) (?P<what>[^.;:?]{1,80}?) (?:(?:all|both|together|already|also|just|only) )*(?:counts?|means?|makes?|is|are|would be|"
    r"=)(?: (?:as|for|it|them|to us|really))* (?:an? |the |being )*(?:same(?: \w+)?|repeats?|repeated|repetitions?|duplicates?|doubles?|dupes?|copy|copies|twins?|"
    r"identical|twice)\b[^,;]{0,30}",
    re.I,
)
"""What is said of rows that are the same: “same name and same age counts as a repeat”."""
_SAME = re.compile(r"\b(?:duplicat\w+|dup(?:e|licate)?s|doubles?|repeat(?:s|ed)?|repetitions?|copies|twice|twins)\b", re.I)
_ALSO_SAME = re.compile(r"\b(?:the )?(?:same|equal|identical) ", re.I)
_NONE_TOLD = re.compile(
    r"(?:without|no) (?P<what>(?:(?!\b(?:is|are|was|were|means?|makes?)\b)[^=,;:]){2,60}?) ?(?:,|=|is|are|was|were|means?|makes?|they are|theyre|its|"
    r"it is)+ (?:\w+ ){0,3}(?:useless|worthless|pointless|no use|no good|of no use|of no value|rubbish|junk|garbage|nonsense|noise|unusable|irrelevant|invalid|"
    r"wrong)\b.{0,40}",
    re.I,
)
"""What is said of rows that have no value in a column: “no score = useless”."""
_GAPS = r"(?:nulls?|nans?|gaps?|blanks?|missing(?: values?)?|missings|holes|empt(?:y|ies)|empty (?:cells|values|ones))"
_GAPS_OF = re.compile(
    rf"(?:(?:any|the|some|are there|there are|are|we have|all) )*(?:{_GAPS} (?:in|of|for) (?:the )?(?P<of>[^,.;:?]{{1,60}})|"
    rf"(?:missing|empty|blank|unknown) (?P<adj>(?!values?\b|cells?\b|data\b|rows?\b|ones\b|entries\b)[^,.;:?]{{1,40}})|"
    rf"(?P<what>[^,.;:?]{{1,60}}?) (?:(?:has|have|is|got|with|shows?|contains?) (?:got )?(?:(?:some|a few|many|lots of|several|few|any|\d+) )?)?{_GAPS})",
    re.I,
)
"""A column and its gaps, before the rows of these are thrown out: “stars nulls? kill those rows”."""
_THOSE_ROWS = re.compile(rf"{SO}(?:(?:{DROP}) (?:all )?(?:of )?(?:them|(?:the )?(?:rows|records|lines|entries)|(?:those|these|such|the)(?: [a-z]+s)?|(?:those|these) people)|(?:throw|kick|take|leave) (?:them|(?:those|these|such)(?: [a-z]+s)?) (?:out|away)){LATER}", re.I)
_ROWS_BARE = re.compile(
    r"(?:(?:any|every|each|all|the|those) )*(?!no\b|not\b)[a-z]+ (?:with|without|with no|with missing|with an? (?:missing|empty|blank)|missing|lacking|"
    r"that (?:has|have|had) no|which (?:has|have) no|who (?:has|have|had) no) (?:(?!\b(?:is|are|was|were|means?|shows?|says?|leaks?|gives?|tells?)\b).){2,60}",
    re.I,
)
"""Rows that are only described before they are thrown out: “any tube with no value: delete the row”."""
_KEEP_THOSE = re.compile(r"(?:so |please |just |lets )*(?:keep|(?:keep |use |take |want )?(?:only|just)) (?:only |just )?(?:those|them|these)(?: (?:ones|rows|please|only))*", re.I)
_ROWS_SAID = re.compile(r"(?:the |all |any |those )*(?!what|which|how|who|there)[a-z]+ (?:that|who|which|with|where|whose|without|from|over|under|above|below|older|younger|between|mentioning|containing|having)\b.{2,160}", re.I)
"""Rows that are described and then kept: “texts with the word free in them, keep those”."""
_ROWS_OF_A_GAP = re.compile(
    r"(?:the |all |any |those |some )*(?:rows?|records?|ones|entries|lines|cases|[a-z]+s|people) (?:where|who|that|whose|with|without|for which|"
    r"for whom)\b.{2,80}?(?:\b(?:missing|blank|empty|unknown|not (?:written down|known|given|recorded|filled in|there|noted|entered|measured|available|stated))|"
    r"(?<=without )(?:an? |any |the )?[\w ]{2,40}|\b(?:we|they|i|you|nobody|no one|someone|"
    r"somebody) (?:(?:did not|didnt|do not|dont|have not|havent|had not|hadnt|never|forgot to|has|have|ever) )*(?:note|noted|record|recorded|write|wrote|written|"
    r"measure|measured|know|known|enter|entered|ask|asked|get|got)(?: down| in| for)? [\w ]{2,40}|(?<=have no )[\w ]{2,40}|(?<=with no )[\w ]{2,40})",
    re.I,
)
"""Rows that are described by what is not known of them, and then thrown away: “patients where the age is not written down”."""
_ONLY_THESE = re.compile(r"\b(?:only|just|solely|merely|nothing but)\b.{0,40}\b(?:cares?|works?|looks?|deals?|counts?|matters?|interest\w*|needs?|wants?|about|for|with|at)\b", re.I)
"""What a statement says is of interest alone: “the office only cares about postgraduates”."""
_THAT_KIND = re.compile(rf"{SO}(?:{DROP}) (?:that|this|the) (?P<noun>[a-z_]{{3,30}}){LATER}", re.I)


def rows_of_kind(statement: str, text: str, context: RouterContext) -> str | None:
    """The order to drop the rows of the one value that a statement names, which “drop that island” means, and not the column."""
    kind = _THAT_KIND.fullmatch(text)
    if kind is None:
        return None
    clause = Clause(statement, context)
    value = clause.values[0] if len(clause.values) == 1 and not clause.columns and not opens_with_verb(statement) else None
    column = next((name for name in value.columns if kind["noun"].lower() in (key(name), *parts(name))), None) if value else None
    return f'drop rows where "{column}" = {shown(value.value)}' if column and value else None


def rows_meant(statement: str, text: str) -> str | None:
    """The order to keep or to drop the rows that a statement tells of: “texts with the word free in them, keep those”."""
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


def same_rows(first: str, second: str) -> str | None:
    """One request for rows that are there twice and for what makes them the same, whichever of the two is said first."""
    for told, asked in ((second, first), (first, second)):
        match = _SAME_TOLD.fullmatch(told)
        if match and (_SAME.search(asked) or AWAY.fullmatch(asked) or _THOSE_ROWS.fullmatch(asked)) and not _SAME_TOLD.fullmatch(asked):
            return f"drop duplicates by {_ALSO_SAME.sub('', match['what'])}"
    return None


def shown(value: Any) -> str:
    """A value as it may stand in a request; what is no number stands in quotes."""
    if isinstance(value, list):
        return " or ".join(shown(one) for one in value)
    text = str(value)
    return text if text.replace(".", "").replace("-", "").isdecimal() or '"' in text else f'"{text}"'
