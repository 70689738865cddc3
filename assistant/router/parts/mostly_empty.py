"""Reads a column that goes, or stays, by how much of it is missing: “drop desk if more than half of it is missing”, “keep tip only if less than 20% is missing”."""

from __future__ import annotations

import re

from assistant.router.context import Call
from assistant.router.entities.clause import Clause
from assistant.router.entities.quantities import fraction_of

_SHARE = r"(?P<share>[^@]{0,40}?(?:%|percent|half|third|quarter|tenth|fifth|0 ?\. ?\d+|\. ?\d+)[^@]{0,30}?)"
_GAPS = r"(?:missing|empty|blank|null|nan|unknown|gaps?|blanks|holes|nulls|nans|na|nas)"
_IT = r"(?:of (?:it|them|that|those|the (?:values?|column|rows|data))|its values?|it|they|them|that|the column|values?)"
_GO = r"(?:drop|remove|delete|discard|exclude|ditch|throw (?:out|away)|get rid of|kick out|leave out|take out|lose)"
_LEADS = r"(?:(?:please|and|so|then|now|just|only|but|can you) )*"
_LIST = r"(?:(?:the|my|our|columns?) )*@(?: ?(?:,|and|&|or)(?: and| or)? (?:the )?@)*(?: columns?| out| away| off)*"
_WHEN = r"(?:if|when|in case|provided(?: that)?|as long as|should|where)"
_ORDERS = (
    (re.compile(rf"{_LEADS}{_GO} {_LIST},? (?:but )?(?:only )?{_WHEN} (?:it|they|that)?(?: ?(?:is|are|has|have))?{_SHARE} {_GAPS}(?: values?)?[.! ]*"), True),
    (re.compile(rf"{_LEADS}{_WHEN} {_SHARE} (?:of )?(?:the |my |our )?@(?: ?(?:,|and|&|or) (?:the )?@)*(?: values?| column| rows)? (?:is|are|were|was) {_GAPS},? (?:then )?(?:please |just )*{_GO}(?: {_IT}| the column| both)(?: out| away)?[.! ]*"), True),
    (re.compile(rf"{_LEADS}{_WHEN} {_LIST} (?:is|are|has|have) {_SHARE} {_GAPS}(?: values?)?,? (?:then )?(?:please |just )*{_GO}(?: {_IT}| the column| both)(?: out| away)?[.! ]*"), True),
    (re.compile(rf"{_LEADS}(?:keep|use|leave) {_LIST},? (?:in )?(?:but )?(?:only )?{_WHEN} (?:it|they|that)?(?: ?(?:is|are|has|have))?{_SHARE} {_GAPS}(?: values?)?[.! ]*"), False),
)
_LESS = re.compile(r"\b(?:less than|under|below|fewer than|at most|no more than|not more than|up to|maximum)\b|<")


def by_emptiness(clause: Clause) -> list[Call] | None:
    """The call that drops these columns where more than a share of them is missing; None for other words."""
    if not clause.columns or not clause.has(_GAPS) or not clause.has(_WHEN):
        return None
    for pattern, goes in _ORDERS:
        said = pattern.fullmatch(clause.masked)
        if said is None:
            continue
        if (_LESS.search(said["share"]) is not None) == goes or not all(mention.clear for mention in clause.columns):
            return None
        share = fraction_of(clause)
        if share is None:
            return None
        return [{"tool": "drop_missing", "args": {"axis": "columns", "columns": [mention.name for mention in clause.columns], "threshold": share}}]
    return None
