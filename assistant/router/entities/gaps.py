"""Tells rows apart by whether a column has a value in them: “trips for which no fare was written down”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.names import Mention

_TOLD = r"(?:there|given|known|filled(?: in)?|recorded|available|noted|written(?: down)?|entered|reported|stated|measured|taken down|put down|set|registered)"
_MISSING = re.compile(
    rf"\b(?:missing|absent|null|nan|empty|blank|unknown|isna|isnull|(?:isnt|arent|wasnt|werent|not|never) (?:ever |been )?{_TOLD})\b|"
    rf"\b(?:without|no|has no|have no|with no|lacks?|lacking|(?:have|has)(?:nt| not) (?:got )?(?:an?|any)|"
    rf"(?:dont|doesnt|didnt|do not|does not|did not) (?:have|give|leave|state|report|know|write)(?: down)?)(?: an?| any| the| their| known| given| valid| recorded|"
    rf" values?(?: in| for)?)* @",
)
_PRESENT = re.compile(
    rf"\b(?:is not|isnt|are not|arent|not|non|never) (?:missing|null|nan|empty|blank|na|unknown)\b|\b(?:is|are|was|were) {_TOLD}\b|"
    rf"@ {_TOLD}(?: (?:only|please|alone))*$|\bnotna\b|\bnotnull\b|\bnot_missing\b|"
    rf"\b(?:has|have|having|with) (?:an? |any |some |the )?(?:known )?(?:values?|@)(?: (?:in|for) @| ?(?:,|and|, and) (?:an? |the |any )?@| at all| {_TOLD})*$|"
    rf"\bknown @|\b(?:somebody|someone|anybody|anyone|they|people|we|one|whoever) (?:(?:did|has|had|have|actually|really|ever|bothered to|also) )*(?:write|wrote|"
    rf"written|leave|left|give|gave|given|enter(?:ed)?|noted?|fill(?:ed)?|record(?:ed)?|put|stated?|report(?:ed)?)(?: down| in)? (?:an? |any |the |some |their |"
    rf"his |her )*@",
)
_NO_SUCH = re.compile(
    rf"\b(?:without|no|lack(?:s|ing)?|(?:dont|doesnt|didnt|do not|does not) have)(?: an?| any| the| their)* (?:known|given|valid|recorded) @|"
    rf"\bno @ (?:(?:was|is|were|are|has|had|got|ever|been) )*{_TOLD}\b|"
    rf"@ (?:(?:that|which) )?(?:we|they|i|you) (?:dont|do not|didnt|did not|never|cannot|cant) (?:know|knew|known|have|see|learn(?:ed|t)?|got|get|found out|"
    rf"record(?:ed)?|note[d]?|ask(?:ed)?|wrote|written)\b|"
    rf"@ (?:(?:that|which) )?(?:nobody|no one|none of us) (?:ever )?(?:{_TOLD}|wrote(?: down)?|knows|knew|gave|took|bothered)|"
    rf"\b(?:nobody|no one|none of us|(?:we|they|i|you|people) (?:did not|didnt|have not|havent|never|forgot to))(?: ever| has| had| have)* (?:{_TOLD}|note|record|"
    rf"write(?: down)?|wrote(?: down)?|enter|measure|fill in|gave|took|take|ask(?:ed)? for)(?: down| in)? (?:the |an? |any |their |his |her |its )*@",
)
_PLAIN = re.compile(rf"\b(?:missing|absent|null|nan|empty|blank|unknown|known|present|values?|isna|isnull|notna|notnull|{_TOLD})\b")


_OF_ROWS = re.compile(
    r"(?<=[a-z] )(?<!please )(?<!just )(?<!and )(?<!so )(?:without|with no|lacking|that lack|who lack|whose|where|wherever|for (?:which|whom)|in which|"
    r"(?:that|which|who) (?:have|has|had) no|(?:have|has|had)nt)\b[^@]{0,30}@|"
    r"(?<=[a-z] )(?:with|of|having|has|have) (?:an? |the |any )?(?:unknown|missing|empty|blank) @|"
    r"^(?:the |all )*@ (?:is |was |being )?(?:unknown|missing|empty|blank|null|nan)\b",
)


def rows_without(clause: Clause) -> bool:
    """Says whether rows are told apart by a gap, and no column is only said to have some."""
    return len(clause.columns) == 1 and _OF_ROWS.search(clause.masked) is not None and gap(clause) is not None


def gap(clause: Clause) -> str | None:
    """Says whether the rows meant have no value in the column named (is_missing) or have one (not_missing); None where neither is said."""
    words = clause.masked
    nothing = _NO_SUCH.search(words)
    present = None if nothing else _PRESENT.search(words)
    if not (nothing or present or _MISSING.search(words)) or not clause.columns or clause.numbers or clause.values:
        return None
    if not _PLAIN.search(words) and clause.columns[0].clear and clause.context.kind(clause.columns[0].name) == "boolean":
        return None
    return "not_missing" if present else "is_missing"


_NO_VALUE = r"(?:missing|absent|null|nan|na|none|empty|blank|unknown)"
_HERE = r"(?:an? |the |any |some |its |their )*"
_NOT = r"(?:not|never|isnt|arent|wasnt|werent|isn t|aren t|wasn t|weren t|hasnt been|havent been|! =|!=|<>)"
_SAID_OF = re.compile(
    rf"@ (?:column |value )?(?:(?:is|are|was|were|being|has been|have been|=|= =|actually|really|also|all) )*(?P<not>{_NOT} (?:(?:be|been|ever|actually|really) )*)?(?:(?P<gap>{_NO_VALUE})|(?P<known>(?<!@ ){_TOLD}))(?!\S)(?! @)"
    rf"|(?:(?P<with>with|having|has|have|had|whose|where) {_HERE}|(?<!\S)(?:and|,|but) {_HERE})(?:(?P<unknown>{_NO_VALUE})|(?P<sure>(?:known|given|valid|recorded|non missing|measured|stated)))(?: value(?: for| of| in)?)? (?P<of>@)"
)
"""A gap, or that there is none, said of one column beside what is said of others: “field tests with known humidity”."""


def gaps_told(clause: Clause) -> list[tuple[int, Mention, str]]:
    """The places, the columns and is_missing or not_missing, for each column of which a gap is said right beside it; only where something else is said as well."""
    if not (clause.values or clause.numbers or len(clause.columns) > 1) or not _PLAIN.search(clause.masked):
        return []
    found = []
    for match in _SAID_OF.finditer(clause.shape.text):
        place = next(place for place in clause.shape.places(*match.span()) if clause.shape.words[place] == "@")
        missing = bool(match["gap"] or match["unknown"]) is not bool(match["not"]) if match["gap"] or match["unknown"] else bool(match["not"])
        found.append((place, clause.shape.things[place], "is_missing" if missing else "not_missing"))
    return found
