"""Turns round a question that names its term first: “RMSE... what is that supposed to tell me?” asks what RMSE means."""

from __future__ import annotations

import re

_NAMED_FIRST = re.compile(r"^(?:(?:and|so|ok|sorry|hm+|well)\b[ ,]*)*(?P<term>[a-z][a-z0-9 ^-]{1,30}?)\s*(?:[.,?:;-]+\s*)+(?:(?:i (?:have |ve )?|ive )?never heard of (?:it|that)[ ,.;-]+|i (?:dont|do not) (?:get|understand|know) (?:it|that)[ ,.;-]+)?(?:and |but |so )?(?:what|whats)\b(?=.*\b(?:it|that|this|mean|means)\b)[^,;]{0,60}$", re.I)
_THIS_THING = re.compile(r"^(?P<asks>(?:(?:and|so|ok|but|well|sorry)\b[ ,]*)*(?:what|whats|explain|define)\b(?: (?:is|are|was|me|to me|on earth|exactly|again))*) (?:this|that|these|those|the) (?P<term>[a-z][a-z0-9 -]{1,30}?) (?:thing|thingy|stuff|business|number|score|word|value|figure)s?(?= |[?.!]|$)", re.I)
_THEN = re.compile(r"^(?P<asks>(?:(?:and|so|ok|but|well|sorry)\b[ ,]*)*(?:what is|whats|what are)(?: (?:an?|on earth|the hell|exactly))*) (?P<term>[a-z][a-z0-9 -]{1,30}?) (?:then|anyway|though|again)[?.! ]*$", re.I)


def with_term_last(message: str) -> str:
    """Gives “what does … mean” where the message only asks that about a word of the glossary; other text stays."""
    for pattern in (_NAMED_FIRST, _THIS_THING, _THEN):
        match = pattern.match(message.strip())
        if match and _known(match["term"]):
            return f"what does {match['term']} mean"
    return message


def _known(term: str) -> bool:
    from tools.help.define import find_term

    return find_term(term) is not None
