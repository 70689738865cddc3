"""Writes what is proposed in a question as the order that it is: “isn't it time to split”, “what about dropping the id”, “what if we scaled the price”."""

from __future__ import annotations

import re

_TIME_TO = re.compile(r"^(?:so |and |ok |well )?(?:isn'?t it|is it(?: not)?|it'?s|it is|perhaps it'?s|maybe it'?s) (?:about |high |now |perhaps |maybe |not |already )*time (?:to|that we|we|for us to|you|that you) (?=(?P<verb>[a-z]+)\b)", re.I)
_STEMS = "drop|remov|delet|scal|fill|imput|encod|train|try|us|keep|tun|balanc|bin|clip|split|standardi[sz]|normali[sz]|tak|mak|turn|add|plot|draw|leav|skip|exclud|discard|replac|renam|transform|convert|group|log|throw|kick|cap|calibrat|compar|cross-?validat|prun|undo|limit|sampl|shuffl|shrink|reduc|pick|choos"
_ABOUT = re.compile(rf"^(?:so |and |ok |well )?(?:what|how) about (?:we |maybe |perhaps |just )*(?P<verb>(?:{_STEMS})[a-z]?ing)\b(?! (?:data|set|sets|error|score|accuracy|time|rows|side|part|as)\b)", re.I)
_WHAT_IF = re.compile(rf"^(?:so |and |ok |well |but )?what if (?:we|i|you) (?:just |simply |also |only |were to |would |instead |rather )*(?P<verb>(?:{_STEMS})[a-z]{{0,3}}|threw|took|made|kept|left|drew|chose)\b(?! (?:a |an |the )?(?:row|value of)\b)", re.I)
_PAST = {"threw": "throw", "took": "take", "made": "make", "kept": "keep", "left": "leave", "drew": "draw", "chose": "choose", "tried": "try", "used": "use", "making": "make", "taking": "take", "choosing": "choose"}
_WITH_E = re.compile(r"(?:remov|delet|scal|imput|encod|us|tun|balanc|standardi[sz]|normali[sz]|exclud|replac|renam|calibrat|compar|validat|prun|sampl|shuffl|reduc)$")
_BASE = re.compile(r"(?P<stem>[a-z-]+?)(?:(?P<twin>[pnmtgb])(?P=twin))?(?:ed|ing)$")


def as_ordered(message: str) -> str:
    """Gives a proposal as an order; any other message stays as it is."""
    opening = message[:16].lower()
    if "what" in opening or "how about" in opening:
        said = _ABOUT.match(message) or _WHAT_IF.match(message)
        return f"{_base(said['verb'].lower())}{message[said.end() :]}" if said else message
    return _TIME_TO.sub("", message) if "time " in message[:40] else message


def _base(verb: str) -> str:
    """The verb as an order has it: “dropped” as “drop”, “scaled” as “scale”."""
    past = None if verb in _PAST else _BASE.match(verb)
    if past is None:
        return _PAST.get(verb, verb)
    stem = past["stem"] + (past["twin"] or "")
    return f"{stem}e" if _WITH_E.search(stem) else stem
