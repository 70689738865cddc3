"""Puts the words of a request in the order of plain English: “you not throw the rows, you fill”, “first you take away a, after you fill b”."""

from __future__ import annotations

import re

from assistant.router.parts.shielded import restored, shielded
from assistant.router.parts.verbs import VERBS

_YOU_NOT = re.compile(rf"\b(?:you|we|please) (?:please )?not (?:to )?(?=(?:{VERBS})\b)", re.I)
"""“you not throw the rows”"""
_TURNED_DOWN = re.compile(
    rf"(?<=[^\s,;.])[,;.]\s+(?:please |but |and )*(?:dont|don't|don’t|do not) (?:throw|drop|delete|remove|discard|exclude|take|fill|impute|scale|"
    rf"encode)\b[^,;.\n]{{2,40}}(?P<joint>[,;.])\s+(?=(?:but |just |rather |instead |please |you |only |better )*(?:{VERBS})\b)(?!(?:[^,;.\n]* )?(?:it|them|those|"
    rf"these)\b)",
    re.I,
)
"""What is not to be done, between what it is about and what is to be done: “a empty, dont throw the rows, fill with the mean”."""
_YOU_DO = re.compile(rf"([,;.]\s+)(?:you|we) (?=(?:{VERBS})\b)", re.I)
_FIRST = re.compile(r"(?:(?:ok|okay|so|please|hello|hi|well)[ ,]+)*(?:at )?first(?:ly| of all)?\b", re.I)
_AFTER = re.compile(rf"[,;.]\s+(?:and )?after(?:wards?)?,? (?=(?:you|we|i|please)? ?(?:{VERBS})\b)", re.I)
"""“first you …, after you …”, where “after” is “then”."""


def in_plain_order(message: str) -> str:
    """Gives the message with “not” before its verb as a refusal, without what is refused between two requests, and with steps in their order."""
    shield, kept = shielded(message)
    plain, refusals = _YOU_NOT.subn("dont ", shield)
    plain = _TURNED_DOWN.sub(r"\g<joint> ", _YOU_DO.sub(r"\1", plain) if refusals else plain)
    if _FIRST.match(plain):
        plain = _AFTER.sub("\n", plain)
    return restored(plain, kept)
