"""Tells the columns that are to stay from those that go where one sentence names both: “get rid of the tip, keep the fare”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.names import Mention
from assistant.router.tool.triggers.wordlists import DROP

_NOT_KEPT = r"(?:dont|do not|not|never|wont|will not|cant|cannot|without)(?: [a-z]+)? (?:keep|keeping|need|want|retain)"
_KEPT = r"keep(?:ing)?|retain(?:ing)?|(?:hang|hold) on ?to|spare|(?:i|we) (?:only )?(?:want|need)"
_STAYS_OR_GOES = re.compile(rf"(?<!\S)(?:{_NOT_KEPT}|{DROP}|(?P<stays>{_KEPT}))(?!\S)")


def those_that_go(clause: Clause) -> list[Mention]:
    """Lists the columns named but for those whose nearest verb before them keeps; all of them where none would be left."""
    gaps = clause.masked.split("@")
    if len(gaps) != len(clause.columns) + 1:
        return clause.columns
    going, stays = [], False
    for gap, mention in zip(gaps, clause.columns, strict=False):
        verbs = list(_STAYS_OR_GOES.finditer(gap))
        stays = verbs[-1]["stays"] is not None if verbs else stays
        if not stays:
            going.append(mention)
    return going if going or _GOES_FIRST.match(clause.masked) else clause.columns


_GOES_FIRST = re.compile(rf"(?:(?:please|just|and|then|so) )*(?:{DROP}) (?:the |my |our |both )*(?!it\b|them\b|that\b|those\b|all\b|everything\b|rest\b|other)[a-z]+s? ?(?:,|and|but) (?:{_KEPT})\b")
"""A thing that is to go but is not known, before one that stays."""
