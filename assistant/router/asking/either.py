"""Asks which of two things is meant that “or” stands between, where a reading has taken both, or only one: “by class or by type”, “undo one step or two”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities.clause import Unclear

Read = Callable[[str], list[Call] | None]
_LEAD = r"(?:(?:else|maybe|perhaps|possibly|even|should it be|shall it be|is it|was it|would it be)\b ?)*"
_OR = re.compile(
    rf"(?:,| -|\.\.\.)? (?:or|alternatively)\b,? {_LEAD}(?!(?:rather|better|not|so|more|less|above|below|over|under|higher|lower|older|younger|later|earlier|fewer|"
    rf"greater|longer|shorter|after|before|equal|something|whatever|similar|anything|no|none|worse|what|how|why|which|where)\b)",
    re.I,
)
_SLASH = re.compile(r"(?<=\b[a-z]{3})(?P<one>[a-z-]*)/(?P<other>[a-z][a-z-]{2,})(?=\s*\?)", re.I)
"""Two ways with a stroke between them, and a question mark: “onehot/ordinal?”."""
_ENDS = re.compile(r"(?=[,;.?!])|\s+(?=(?:for|in|of|on|with|as|to|from|by|please|into|using|rows?|columns?|instead|then|and)\b)", re.I)
"""Where the second of the two things ends."""
_ONE_ONLY = re.compile(r"\b(?:either|one of (?:them|em|the two|those|these)|not sure which|cant decide|cannot decide|undecided)\b", re.I)
_REFUSED = re.compile(r"\b(?:dont|don't|do not|not|no|neither|nor|never|without|except|nobody|nothing|any)\b", re.I)
"""Where “a or b” means both: “we don't need a or b”."""
_TAKES_BOTH = frozenset(["filter_rows", "drop_missing", "replace_values", "compare_models", "define", "help", "predict", "what_if"])
"""Tools to which “a or b” is one condition, or one question."""
_KEEP_OR_LOSE = re.compile(r"[,:;-]\s*(?:shall i |should (?:i|we) |do (?:i|we) )?(?:keep|leave) (?:it|them|those|these)(?: in)? or (?:lose|drop|remove|delete|bin|toss|ditch|throw|chuck|take) (?:it|them|those|these)(?: out| away)?\s*\??$|[,:;-]\s*(?:in|keep|stay) or (?:out|drop|go)\s*\??$", re.I)
"""Rows of which it is asked whether they stay: “company cases, keep them or lose them?”."""
_OPPOSITE = {"eq": "ne", "ne": "eq", "gt": "le", "le": "gt", "lt": "ge", "ge": "lt", "in": "not_in", "not_in": "in", "is_missing": "not_missing", "not_missing": "is_missing"}
MOST_WORDS = 3


def refuse_either(message: str, calls: list[Call], read: Read, one_only: bool) -> None:
    """Asks with each of the two as a whole call; nothing where the words leave no choice open."""
    if _KEEP_OR_LOSE.search(message) and len(calls) == 1 and calls[0]["tool"] == "filter_rows":
        turned = {**calls[0]["args"], "op": _OPPOSITE.get(calls[0]["args"]["op"], calls[0]["args"]["op"])}
        raise _which([calls[0], {"tool": "filter_rows", "args": turned}])
    if _REFUSED.search(message) or any(call["args"].get("op") == "in" for call in calls):
        return  # “customers with either monthly or yearly contracts” keeps both
    message = _SLASH.sub(r"\g<one> or \g<other>", message)
    if len(calls) > 2 or (not one_only and any(call["tool"] in _TAKES_BOTH for call in calls)):
        return
    plain = re.sub(r"\beither ", "", message, flags=re.I)
    for match in _OR.finditer(plain):
        for first, second in _variants(plain[: match.start()].rstrip(" ,"), plain[match.end() :]):
            one, other = read(first), read(second)
            if one and other and len(one) == len(other) == 1 and one != other and _answers(one[0], other[0], calls):
                raise _which([one[0], other[0]])


_REMARK = re.compile(
    r",?\s*(?:you know,? |hm+,? )?(?:just )?(?:one of (?:them|em|the two|those)|"
    r"(?:i am |i'm |im )?not (?:quite |really )?sure which(?: one)?(?: of (?:the two|them|those))?|"
    r"i (?:really |just )?(?:can'?t|cannot|can not|have not|haven'?t|couldn'?t) (?:really )?(?:decided?|made? up my mind|say)(?: between them| yet)?|"
    r"i am undecided|whichever)[ .!?]*$",
    re.I,
)
"""What only says that it is open."""


def leaves_open(message: str) -> bool:
    """Says whether it is said that only one of two things is to be, or that it is open which."""
    return _ONE_ONLY.search(message) is not None or _REMARK.search(message) is not None


def without_open_end(message: str) -> str:
    """The message without a remark at its end that it is open which of two things it is to be."""
    return _REMARK.sub("", message)


def _variants(left: str, right: str) -> Iterator[tuple[str, str]]:
    """The message with the first of the two things alone, and with the second: of as many words as it, or a few more or less."""
    end = _ENDS.search(right, 1)
    thing, rest = (right[: end.start()], right[end.start() :]) if end else (right, "")
    words = left.split(" ")
    same = len(thing.split())
    for many in dict.fromkeys([same, *range(1, MOST_WORDS + 1)]):
        if 0 < many <= len(words):
            yield f"{left}{rest}", f"{' '.join(words[:-many])} {thing}{rest}".strip()


def _answers(one: Call, other: Call, calls: list[Call]) -> bool:
    """Says whether both are the one request, each with its own of two things, as far as the reading of all of it shows."""
    tools = {call["tool"] for call in calls}
    return one["tool"] == other["tool"] and one["tool"] in tools and (one["args"].keys() == other["args"].keys() or one["tool"] == "undo")


def _which(calls: list[Call]) -> Unclear:
    return Unclear("Which of the two is meant?", [option(call["tool"], call["args"], label(call)) for call in calls])
