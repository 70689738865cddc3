"""Asks where a person leaves open which of two things is to be done: “drop those rows or fill them?”, “70/30 or 80/20?”."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities.clause import Unclear
from assistant.router.parts.segment import opens_with_verb, starts_with_verb, trimmed
from assistant.router.parts.verbs import TAKE_OUT, VERBS

_OR = re.compile(r",? or (?P<maybe>(?:maybe|perhaps|possibly|rather|should (?:i|we)|else|better|just) )*", re.I)
MOST_CHOICES = 4
"""How many times “or” is looked at: each time both sides of it are read."""
_SHALL = re.compile(r"^(?:(?:should|shall|do|must|can|could|would|may) (?:i|we|you|one)|is it (?:better|best|wiser) to|(?:what is|whats) better,?|better|either|rather)(?: (?:better|rather|just))* ", re.I)
_VERB = re.compile(rf"^(?:{TAKE_OUT}|{VERBS})\b ?(?P<object>.*)$", re.I)
_POINTS = re.compile(rf"^(?P<verb>(?:get rid of|throw|leave|take|kick|{VERBS})) (?:it|them|those|these|that)(?: (?P<particle>out|away|in|off|alone))?$", re.I)
_STATES = re.compile(r"^\w+ (?:is|are|was|of|=|<|>|above|below|over|under)\b", re.I)
_NUMBERS = re.compile(r"(?<![\w.])(\.?\d[\d./:%-]*)(?: \w+)? or (\.?\d[\d./:%-]*)(?![\w.])")
Read = Callable[[str], list[Call] | None]


def refuse_alternatives(message: str, read: Read) -> None:
    """Asks which of two requests is meant where “or” stands between them."""
    for match in itertools.islice(_OR.finditer(message), MOST_CHOICES):
        left, right = _SHALL.sub("", trimmed(message[: match.start()])), _SHALL.sub("", trimmed(message[match.end() :]))
        pointing = _POINTS.match(right)
        if not right or not (match["maybe"] or (starts_with_verb(left) and starts_with_verb(right)) or (pointing and opens_with_verb(left))):
            continue
        if not match["maybe"] and ((" " not in right and " " in left) or _STATES.match(right)):
            continue
        _ask_which(_quietly(left, read), _quietly(_spelled_out(left, right, bool(match["maybe"])), read))
    numbers = _NUMBERS.search(message)
    if numbers:
        _refuse_numbers(message, numbers, read)


def _ask_which(first: list[Call] | None, second: list[Call] | None) -> None:
    if first and second and first[-1] != second[0]:
        raise Unclear("Which of the two shall I do?", [option(call["tool"], call["args"], label(call)) for call in (first[-1], second[0])])


def _spelled_out(left: str, right: str, maybe: bool = False) -> str:
    """Puts what the left side is about in the place of “them”: “drop the rows without speed or fill them”."""
    pointing, verb = _POINTS.match(right), _VERB.match(left)
    if maybe and pointing is None and verb and verb["object"] and len(right.split()) < 4 and not opens_with_verb(right):
        return f"{left[: verb.start('object')].strip()} {right}"  # “keep East or maybe West”
    if pointing is None or verb is None or not verb["object"]:
        return right
    particle = f" {pointing['particle']}" if pointing["particle"] in ("out", "away") else ""
    return f"{pointing['verb']}{particle} {verb['object']}"


def _refuse_numbers(message: str, match: re.Match[str], read: Read) -> None:
    """Asks which of two numbers is meant, unless one request takes both: “rows with 4 or 6 cylinders”."""
    whole = _quietly(message, read)
    if whole and all(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", str([call["args"] for call in whole])) for number in match.groups()):
        return
    without = (message[: match.end(1)] + message[match.end() :], message[: match.start()] + message[match.start(2) :])
    if whole and "/" not in match[1] and not message.strip().endswith("?"):
        return
    _ask_which(*(_quietly(_SHALL.sub("", trimmed(text)), read) for text in without))


def _quietly(text: str, read: Read) -> list[Call] | None:
    try:
        return read(text)
    except Unclear:
        return None
