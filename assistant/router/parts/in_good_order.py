"""Recognises what says only that a column is needed or in order, so that nothing shall happen to it: “pump is required”, “we use the age for billing”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause

_SURELY = r"(?:(?:still|really|very|quite|all|already|actually|just|perfectly|absolutely|definitely|certainly|clearly|completely|pretty|too|also|so|most|rather|probably|do|does|always|both) )*"
_GOOD = (
    r"fine|ok|okay|good|great|alright|right|correct|clean|complete|perfect|sound|in order|in use|safe|needed|required|useful|important|essential|necessary|"
    r"crucial|vital|critical|valuable|precious|indispensable|relevant|mandatory|wanted|off limits|untouchable|sacred|a must|a keeper|to (?:stay|remain|be kept)|"
    r"kept|already [a-z]+ed|not (?:to be )?(?:touched|changed|removed|dropped|deleted|affected|skewed|missing|empty|a problem|the (?:problem|issue))"
)
_FAULTS = r"gaps?|missing(?: values?)?|outliers?|nulls?|nans?|blanks?|holes?|issues?|problems?|duplicates?|faults?"
_THESE = r"(?:(?:the|our|my|your|all|both) )*@(?:(?: ?,)?(?: (?:and|or))? (?:(?:the|our|my) )*@)*(?: columns?| fields?)?"
_SAYS = rf"(?:is|are|was|were) {_SURELY}(?:{_GOOD})|has no (?:{_FAULTS})|have no (?:{_FAULTS})|{_SURELY}(?:stays?|remains?|matters?|makes? sense)|(?:can|should|must|may|shall|has to|have to|needs? to|ought to) {_SURELY}(?:stay|remain|be kept|be left (?:alone|as it is|in))"
_TAIL = r"(?: (?:as (?:it|they) (?:is|are)|as is|though|however|anyway|in(?: there)?|there|here|put|where (?:it|they) (?:is|are)|to (?:me|us)|(?:for|in|by) (?:(?:the|our|my|us|me|a|an) ?)*(?:[a-z]+ ?){0,2}|later(?: on)?|please|thanks|too|as well|also|everywhere|of course))*"
_NEEDS = rf"(?:i|we|they|you|the (?:model|team|boss|client|customer|doctors?)) {_SURELY}(?:need|needs|use|uses|require|requires|rely on|relies on|depend on|depends on|want to keep|wants to keep|have to keep|must keep|care about|cares about|like|likes) {_THESE}"
_IN_ORDER = re.compile(rf"(?:(?:but|and|as|since|because|for|while|whereas|though|note|nb|:|,) )*(?:{_THESE} (?:{_SAYS})|{_NEEDS}){_TAIL}")
_JOINT = re.compile(r"(?:[,;:]| -|\s\()\s*(?:(?:but|and|as|since|because|while|whereas|though) )?|\s+(?:but|while|whereas|though) ", re.I)
_OTHERS = re.compile(r"\b(?:rest|others?|everything|all|anything|every\w*|but|except|besides|only|where|whose|rows?|if|when)\b", re.I)
"""After these the columns that are needed say which the others are, or which rows are meant."""


def in_good_order(clause: Clause) -> bool:
    """Says whether a part only tells that columns are needed or in order, by no value that they have."""
    return bool(clause.columns) and not clause.values and not clause.numbers and _IN_ORDER.fullmatch(clause.masked) is not None


def without_good_ones(text: str, context: RouterContext) -> str:
    """Takes off such a statement at the end of a part: “drop rain_mm, the pump is important”."""
    joint = next(iter(reversed(list(_JOINT.finditer(text)))), None)
    if joint is None or len(text[: joint.start()].split()) < 2 or _OTHERS.search(text[: joint.start()]):
        return text
    return text[: joint.start()] if in_good_order(Clause(text[joint.end() :].strip(" )."), context)) else text
