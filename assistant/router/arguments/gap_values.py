"""Reads the value that is to stand wherever a column has none: “make age 0 where it is blank”, “turn the gaps in age into 0”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.wording.normalize import plain_number

_GAPS = r"(?:missing(?: (?:values?|ones|cells|entries|bits))?|empty(?: (?:values?|ones|cells|entries))?|blanks?(?: (?:values?|ones|cells|entries))?|gaps?|holes?|nans?|nulls?|empties)"
NO_CELL = r"(?:missing|n ?/ ?a|empty|blank|null|nan|unknown|not (?:there|known|given|filled(?: in)?|written(?: down)?|noted|recorded|entered|measured|taken|stated|available)|nothing(?: (?:there|in it|in there))?|left (?:empty|blank|out))"
_WHERE = r"(?:where|wherever|when|whenever|if|every ?time)"
_IT_IS = rf"(?:(?:it|its|it is|it was|they|they are|that is|that|there is|theres|the (?:cell|value|entry|field)(?: is)?|this is|is|are|was|were|s)(?: (?:is|are|was|were|has|still|just|simply))* )?{NO_CELL}"
_WRITTEN = r"(?:given|known|filled(?: in)?|recorded|available|noted(?: down)?|written(?: down)?|entered|reported|stated|measured|put down|set|there|mentioned|listed|marked)"
_NONE_THERE = rf"(?:(?:and|so|if|where|wherever|when|whenever|with|for|please) )*(?:(?:theres|there (?:is|was|are|were)|it has|its got|thats|they have) |they have )?no (?:such )?@(?: (?:is|was|are|were|has been|given|at all))*(?: {_WRITTEN})?"
_SET = r"(?:(?:please|just|simply|then|and|so|can you|could you|lets|let us|i want|we want) )*(?:make|set|put|write|fill in|turn|change|let|call|have|read|count|treat|give|mark|take)"
_BE = r"(?:(?:should|shall|must|can|will|is|are|gets?|becomes?|become|has|to|be|as|into|to be|equal|equals?|count|counts|read|means?|=|:|of|a|an|the|simply|just|say|value|number) )*"
_VALUE = r"(?P<value>-?\d[\d.]*|''|[a-z][a-z-]*)"
_END = r"(?: (?:please|then|instead|there|everywhere|for now))*"
_ASSIGNED = tuple(re.compile(pattern + _END) for pattern in (
    rf"(?:{_SET} )?(?:in )?(?:the |all |my )*@ {_BE}{_VALUE} {_WHERE} {_IT_IS}",
    rf"(?:{_SET} )?{_VALUE} (?:in(?:to)?|for) (?:the |all |my )*@ {_WHERE} {_IT_IS}",
    rf"{_WHERE} (?:the |an? |my )?@ (?:is|are|was|were|has|s) {NO_CELL} ?,? (?:then )?{_SET}(?: (?:it|that|this|them|there|in|down))* {_BE}{_VALUE}",
    rf"{_SET} (?:the |all |any |every |each )*{_GAPS} (?:in|of|for|from) (?:the |my )?@ {_BE}{_VALUE}",
    rf"(?:the |all |any |every |each |an? )*{_GAPS} (?:in|of|for|from) (?:the |my )?@ (?=(?:should|shall|must|is|are|gets?|becomes?|means?|counts?|can|will)\b){_BE}{_VALUE}",
    rf"(?:the |all |any |every |each |an? )*(?:missing|empty|blank) @(?: (?:values?|ones|cells|entries))? (?=(?:should|shall|must|is|are|means?|counts?|=)(?: |$)){_BE}{_VALUE}",
    rf"{_SET} (?:the |all |any |every |each )*(?:missing|empty|blank) @(?: (?:values?|ones|cells|entries))? {_BE}{_VALUE}",
    rf"(?:the |all |any )*(?:missing|empty|blank) @(?: (?:values?|ones|cells|entries))? ?(?:to|as|=|- ?>|becomes?|into) (?:an? |the )?{_VALUE}",
    rf"{_NONE_THERE} ?,? (?:then |so )?(?:= ?|- ?>|to |means? |it means |that means |"
    rf"(?:then )?(?:put|use|write|enter|say|insert|type|read it as|call it|count it as|treat it as|take it as|make it|"
    rf"set it to)(?: (?:it|that|in|down|there|an?|the|value|number|word|as))* )(?:an? |the )?{_VALUE}(?: (?:in|there|instead|then))*",
    rf"@ {NO_CELL}(?: (?:cells|values))? (?P<value>0)",
    rf"(?:the |all |any |my |our )*@ (?:{NO_CELL}|none|{_GAPS})(?: (?:cells|values|ones|entries))? ?[,:]? ?(?:(?:please )?call (?:it|them|that)|to|= ?|- ?>|becomes?|should (?:be|become|read)|put|use|write|gets?|into|means?) (?:an? |the )?{_VALUE}",
    rf"{_NONE_THERE} ?,? (?:then |so )?(?:its|it is|thats|that is|is|are|it should be|should be|must be|should read|counts as|it counts as)(?: (?:just|simply|really|a|the))* (?P<value>-?\d[\d.]*|'')(?: (?:then|there|instead))*",
))  # fmt: skip
_GAP_SAID = re.compile(rf"\b(?:{_GAPS}|{NO_CELL}|(?<=@ )none)\b|\bno (?:such )?@")
_USES = re.compile(rf"{_WHERE} (?:the |an? |my )?@ (?:is|are|was|were) {NO_CELL} ?,? (?:(?:then|please|just|simply|we|you) )*(?:use|take|assume|insert|enter) #")
"""A value of the column itself: “where the payment is not written use cash”."""
_NO_VALUE = frozenset(["it", "them", "that", "there", "something", "anything", "be", "a", "an", "the", "away", "out", "up", "mean", "median", "mode", "average", "missing", "blank", "empty", "null", "nan"])


def value_for_gaps(clause: Clause) -> Any:
    """The one value for the gaps of the one column named, a number or a word as it was written; None where none is said."""
    if len(clause.columns) == 1 and any(clause.word(value.start) == "unknown" for value in clause.values):
        return None  # a column that says “unknown” has no gap there
    if len(clause.columns) != 1 or not _GAP_SAID.search(clause.masked) or vocabulary.first(clause.masked, vocabulary.IMPUTE):
        return None
    words = clause.masked.strip(" .!")
    said = next((match["value"] for pattern in _ASSIGNED if (match := pattern.fullmatch(words))), None)
    if said is None and len(clause.values) == 1 and _USES.fullmatch(clause.shape.text) and clause.columns[0].name in clause.values[0].columns:
        return clause.values[0].value
    if said is None or said in _NO_VALUE:
        return None
    if said == "''":
        return next(token.text for token in clause.tokens if token.quoted and token.text not in clause.names)
    return plain_number(float(said.rstrip("."))) if said[-1].isdigit() else next(token.text for token in clause.tokens if token.norm == said)
