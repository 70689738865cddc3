"""Reads which of two classes is looked for: “target churn, yes is the positive class”, “y = lapsed, pos label yes”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.entities.clause import Clause
from assistant.router.wording.normalize import plain_number

_CLASS = r"(?:class|label|one|outcome|case|event)"
_NAMED = re.compile(rf"\b(?:positive|pos)[ _]?{_CLASS}? ?(?:=|:|is|being|as|should be|to be)? ?'?(?P<after>[\w.-]+)|(?P<before>[\w.-]+)'? (?:is|as|being|counts as|means|=) (?:the |a )?(?:positive|pos)\b")


def positive_said(clause: Clause, column: str) -> Any:
    """Gives the class of the column that is called the positive one, as the table writes it; None where none is."""
    said = _NAMED.search(clause.norm)
    if said is None:
        return None
    word = said["after"] or said["before"]
    values = clause.context.column(column).get("values") or ()
    found = next((value for value in values if str(value).lower() == word), None)
    number = re.fullmatch(r"-?\d+(?:\.\d+)?", word)
    return found if found is not None else plain_number(float(word)) if number else None
