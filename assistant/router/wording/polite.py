"""Takes off politeness that is put as a condition and is none: “if it isn't too much trouble”, “when you have a minute”."""

from __future__ import annotations

import re

_ITS = r"(?:it|that|this)(?:s|'s)?(?: (?:is|isnt|is not|was|wasnt|would be|wouldnt be|would not be|not|does not|doesnt|should be))*"
_EASY = r"(?:(?:not|no|too|any|really|at all|so|an?|much|of|great|big|quite|all|cause|be) )*(?:trouble|bother|hassle|problem|burden|imposition|inconvenien\w+|much to ask|to ask|asking too much|asking a lot|ok|okay|alright|all right|right|fine|possible|feasible|convenient|allowed|permitted)"
_FOR_YOU = r"(?: (?:at all|to ask|(?:for|with|by|of) (?:you|me|us)|to do(?: so)?|now))*"
_YOU = r"you (?:(?:would|could|can|will|might|may|do|dont|do not|wouldnt|would not|really|just|happen to) )*(?:be so (?:kind|good|nice|friendly)(?: as(?: to)?)?|be kind enough(?: to)?|mind|please|like|wish|want|(?:have|get|find|got) (?:an?|the|some|any) (?:minute|moment|second|sec|chance|time|opportunity)(?: to spare| for (?:it|that|me))?|have time|get round to it)"
_I = r"i (?:may|might|could|can|am allowed)(?: (?:ask|say so|trouble you|be so bold|bother you))*"
_POLITE = rf"(?:(?:only |but |and )?(?:if|unless|as long as|so long as|provided(?: that)?|assuming) (?:{_ITS} {_EASY}{_FOR_YOU}|{_YOU}|{_I}|at all possible|possible|you (?:would|will|could|can|may)(?= ?[,.!?]| ?$))|when(?:ever)? {_YOU})"
_FIRST = re.compile(rf"^((?:(?:ok|okay|so|hello|hi|hey|well|please|now|then|and|good \w+)\b[ ,.!]*)*){_POLITE}(?:[ ,:;-]+|(?<=to) )(?=[^\W_])", re.I)
_LAST = re.compile(rf"[ ,;-]+(?:{_POLITE}|if you (?:would|will|could))(?=[ .!?]*$)", re.I)
_BETWEEN = re.compile(rf"\s*,\s*{_POLITE}\s*,\s*", re.I)


def without_politeness(message: str) -> str:
    """Gives the message without such a phrase at either end or between two commas; a message of nothing else stays."""
    shorter = _BETWEEN.sub(" ", _LAST.sub("", _FIRST.sub(r"\1", message)))
    return shorter if any(letter.isalnum() for letter in shorter) else message
