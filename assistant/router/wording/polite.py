"""Takes off what is only polite: a greeting, “please” and “thanks” at either end, and what is put as a condition and is none, such as “if it isn't too much trouble”."""

from __future__ import annotations

import re

from assistant.router.wording.normalize import outside_quotes

_ITS = r"(?:it|that|this)(?:s|'s)?(?: (?:is|isnt|is not|was|wasnt|would be|wouldnt be|would not be|not|does not|doesnt|should be))*"
_EASY = r"(?:(?:not|no|too|any|really|at all|so|an?|much|of|great|big|quite|all|cause|be) )*(?:trouble|bother|hassle|problem|burden|imposition|inconvenien\w+|much to ask|to ask|asking too much|asking a lot|ok|okay|alright|all right|right|fine|possible|feasible|convenient|allowed|permitted)"
_FOR_YOU = r"(?: (?:at all|to ask|(?:for|with|by|of) (?:you|me|us)|to do(?: so)?|now))*"
_YOU = (
    r"you (?:(?:would|could|can|will|might|may|do|dont|do not|wouldnt|would not|really|just|happen to) )*(?:be so (?:kind|good|nice|friendly)(?: as(?: to)?)?|"
    r"be kind enough(?: to)?|mind|please|like|wish|want|"
    r"(?:have|get|find|got) (?:an?|the|some|any) (?:minute|moment|second|sec|chance|time|opportunity)(?: to spare| for (?:it|that|me))?|have time|get round to it)"
)
_I = r"i (?:may|might|could|can|am allowed)(?: (?:ask|say so|trouble you|be so bold|bother you))*"
_POLITE = rf"(?:(?:only |but |and )?(?:if|unless|as long as|so long as|provided(?: that)?|assuming) (?:{_ITS} {_EASY}{_FOR_YOU}|{_YOU}|{_I}|at all possible|possible|you(?: (?:would|will|could|can|may))?(?=[ .!?]*$)|you (?:would|will|could|can|may)(?= ?[,.!?]))|when(?:ever)? {_YOU})"
_FIRST = re.compile(rf"^((?:(?:ok|okay|so|hello|hi|hey|well|please|now|then|and|good \w+)\b[ ,.!]*)*){_POLITE}(?:[ ,:;-]+|(?<=to) )(?=[^\W_])", re.I)
_LAST = re.compile(rf"[ ,;-]+(?:{_POLITE}|if you (?:would|will|could))(?=[ .!?]*$)", re.I)
_BETWEEN = re.compile(rf"\s*,\s*{_POLITE}\s*,\s*", re.I)
_TELL_ME = re.compile(r"^(?:(?:(?:can|could|would|will) you (?:please )?)?(?:tell|show) me|i(?: would|'d|d) (?:like|love) to know)(?: please)?[:,]? (?=how (?:many|often)\b(?!.*\b(?:and|then)\b))", re.I)
"""What only asks for an answer: “could you tell me how many passed”."""


def without_politeness(message: str) -> str:
    """Gives the message without such a phrase at either end or between two commas; a message of nothing else stays."""
    shorter = _TELL_ME.sub("", _BETWEEN.sub(" ", _LAST.sub("", _FIRST.sub(r"\1", message))), count=1)
    return shorter if any(letter.isalnum() for letter in shorter) else message


_HAIL = r"hey|hi|hello|hiya|yo|please|pls|plz|good (?:morning|afternoon|evening|day)(?: (?:to you|all|everyone|everybody|team|there|sir|madam))?(?= ?[,.!])"
_NODS = r"(?:(?:ah|oh|hm+|ok) ,? ?)*(?:i see|i understand|understood|got it|aha)(?= ?[,.!])"
_OPENS = r"ok(?:ay)?|now|so|alright|nvm|(?:well|right|great|good|cool|perfect|nice|thanks|thank you)(?= ?[,.!])"
_FIRST_WORDS = re.compile(rf"^\s*(?:(?:{_HAIL}|{_NODS})(?: (?:there|again|all|everyone|everybody|folks))?[\s,.!:]+)+(?=\S)", re.I)
_OPENED = re.compile(rf"^\s*(?:(?:{_HAIL}|{_NODS}|{_OPENS})(?: (?:there|again|all|everyone|everybody|folks))?[\s,.!:]+)+(?=\S+\s+\S|\S*[(\[])", re.I)
"""The same with what takes up the talk, which is an answer where something was asked: “ok, drop it”."""
_THANKS = re.compile(r"[\s,.!-]+(?:please|pls|plz|thanks|thank you|thank u|thx|ty|cheers)(?: (?:a lot|so much|very much|in advance|again|mate))?$", re.I)
_LONGEST_THANKS = 40
_BLANKS = re.compile(r"[^\S\n]+")
"""Blanks of any kind; a line break may end a request."""


def without_courtesy(text: str, goes_on: bool) -> str:
    """Gives a message without a greeting before it and thanks after it, its blanks made single; where nothing else is said it stays. `goes_on` says whether it may answer or carry on what was said before."""
    single = outside_quotes(text, lambda part: _BLANKS.sub(" ", part)).strip()
    shorter = _FIRST_WORDS.sub("", single if goes_on else _OPENED.sub("", single, count=1), count=1).rstrip(_ENDS)
    while thanks := _THANKS.search(shorter, max(0, len(shorter) - _LONGEST_THANKS)):
        shorter = shorter[: thanks.start()].rstrip(_ENDS)
    return shorter if sum(letter.isalnum() for letter in shorter) > 1 and shorter.lower() not in _ADDRESSED else single


_ADDRESSED = frozenset(["there", "all", "everyone", "everybody", "folks", "again", "you", "guys", "team", "friend"])
"""Who is greeted, which asks for nothing."""
_ENDS = " \n.!"
