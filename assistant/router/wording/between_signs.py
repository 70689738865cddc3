"""Writes in words what is held between two signs: “18 <= age < 65” becomes “keep rows where age >= 18 and age < 65”."""

from __future__ import annotations

import re

_HELD = re.compile(r"(?:(?:keep|only|just|rows?|where|with|show|please|the) )*(?P<low>-?\d[\d.]*) ?(?P<first>[<>]=?|≤|≥) ?(?P<name>[^<>=≤≥\d,;]{1,40}?|\"[^\"]{1,60}\") ?(?P<second>[<>]=?|≤|≥) ?(?P<high>-?\d[\d.]*)(?: only| please)*[.! ]*", re.I)
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "≤": ">=", "≥": "<="}
_PLAIN = {"≤": "<=", "≥": ">="}


def in_two_conditions(message: str) -> str:
    """The message with both conditions written out where both signs point the same way; other messages stay as they are."""
    said = _HELD.fullmatch(message.strip()) if "<" in message or ">" in message or "≤" in message or "≥" in message else None
    if said is None or _TURNED[said["first"]][0] != _TURNED[said["second"]][0]:
        return message
    return f"keep rows where {said['name']} {_TURNED[said['first']]} {said['low']} and {said['name']} {_PLAIN.get(said['second'], said['second'])} {said['high']}"
