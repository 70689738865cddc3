"""Asks where a person leaves open which of two things is to be done: “undo it, or maybe just remove step 1”."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.clause import Unclear
from assistant.router.context import Call
from assistant.router.segment import starts_with_verb, trimmed
from assistant.router.slots import option

_OR = re.compile(r",? or (?P<maybe>(?:maybe|perhaps|possibly|rather|should (?:i|we)|else|better|just) )*", re.I)


def refuse_alternatives(message: str, read: Callable[[str], list[Call] | None], label: Callable[[Call], str]) -> None:
    """Asks which of two requests is meant where “or” stands between them."""
    for match in _OR.finditer(message):
        left, right = trimmed(message[: match.start()]), trimmed(message[match.end() :])
        if not right or not (match["maybe"] or (starts_with_verb(left) and starts_with_verb(right))):
            continue
        first, second = _read(left, read), _read(right, read)
        if first and second and first[-1]["tool"] != second[0]["tool"]:
            calls = [first[-1], second[0]]
            raise Unclear("Which of the two shall I do?", [option(call["tool"], call["args"], label(call)) for call in calls])


def _read(text: str, read: Callable[[str], list[Call] | None]) -> list[Call] | None:
    try:
        return read(text)
    except Unclear:
        return None
