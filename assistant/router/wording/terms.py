"""Turns round a question that names its term first: “RMSE... what is that supposed to tell me?” asks what RMSE means."""

from __future__ import annotations

import re

_NAMED_FIRST = re.compile(
    r"^(?:(?:and|so|ok|sorry|hm+|well)\b[ ,]*)*(?P<term>[a-z][a-z0-9 ^-]{1,30}?)\s*(?:[.,?:;-]+\s*)+(?:(?:i (?:have |ve )?|ive )?never heard of (?:it|"
    r"that)[ ,.;-]+|i (?:dont|do not) (?:get|understand|know) (?:it|that)[ ,.;-]+)?(?:and |but |so )?(?:what|"
    r"whats)\b(?=.*\b(?:it|that|this|mean|means)\b)[^,;]{0,60}$",
    re.I,
)
_THIS_THING = re.compile(
    r"^(?P<asks>(?:(?:and|so|ok|but|well|sorry)\b[ ,]*)*(?:what|whats|explain|define)\b(?: (?:is|are|was|me|to me|on earth|exactly|again))*) (?:this|that|these|"
    r"those|the whole|all this) (?P<term>[a-z][a-z0-9 -]{1,30}?) (?:thing|thingy|stuff|"
    r"business)s?(?: (?:about|all|then|even|mean|means|for|good|supposed|to|be|exactly|actually))*[?.! ]*$",
    re.I,
)
_THEN = re.compile(r"^(?P<asks>(?:(?:and|so|ok|but|well|sorry)\b[ ,]*)*(?:what is|whats|what are)(?: (?:an?|on earth|the hell|exactly))*) (?P<term>[a-z][a-z0-9 -]{1,30}?) (?:then|anyway|though|again)[?.! ]*$", re.I)
_SPOKEN_OF = re.compile(
    r"^(?P<said>[^.?!;\n]{3,90})[.?!;,:-]+\s*(?:(?:and|so|but|sorry),? )*(?:whats|what (?:is|are|might|could|does|do|would))(?: on earth| exactly)? (?:that|it|"
    r"this|they)(?: (?:be|mean|supposed|meant|tell|stand|to|for|me|us|exactly|actually|even|then|thing|really))*\s*[?.!]*$",
    re.I,
)
"""A statement, and what a word of it means: “I keep hearing of overfitting. What might that be?”."""


_LINKS = frozenset(["of", "the", "a", "an", "about", "this", "that", "word", "term", "to", "is", "in", "for", "with", "and", "on", "called", "mentioned", "says", "said", "here"])
"""Words that no term begins with."""


def with_term_last(message: str) -> str:
    """Gives “what does … mean” where the message only asks that about a word of the glossary; other text stays."""
    told = _SPOKEN_OF.match(message.strip())
    if told:
        words = re.findall(r"[\w^-]+", told["said"])
        ends = [" ".join(words[start:end]) for end in range(len(words), max(0, len(words) - 3), -1) for start in range(max(0, end - 3), end) if words[start].lower() not in _LINKS]
        term = next((end for end in ends if _known(end)), None)
        if term:
            return f"what does {term} mean"
    for pattern in (_NAMED_FIRST, _THIS_THING, _THEN):
        match = pattern.match(message.strip())
        if match and _known(match["term"]):
            return f"what does {match['term']} mean"
    return message


def _known(term: str) -> bool:
    from tools.help.define import find_term

    return find_term(term) is not None
