"""Recognises answers where no question is open: “yes”, “the second one”, “b)”, “no, don't”."""

from __future__ import annotations

import re

NO_QUESTION = "No question is open at the moment, so there is nothing to answer. What would you like to do?"
_POLITE = r"(?:[ ,.!]*(?:please|pls|thanks|thank you|then|of course|do it|go ahead|do that|absolutely|definitely|exactly|correct|that one))*[ ,.!]*"
_AGREES = re.compile(rf"(?:(?:yes|yeah|yep|yup|yea|y|sure|of course|certainly|absolutely|yes sir)[ ,.!]*)+{_POLITE}", re.I)
_PICKS = re.compile(
    rf"(?:(?:i(?:'ll)? (?:take|choose|pick|want|say|prefer)|let'?s (?:take|do|go with)|take|option|number|no\.?|nr\.?|answer) )*(?:#? ?[1-4] ?\)|# ?[1-4]|"
    rf"\(?[a-d]\)|option [a-d1-4]|(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th|last|former|latter|middle|other) (?:one|option|choice|answer)|"
    rf"both(?: of (?:them|those|these))?|neither(?: of (?:them|those|these))?|none of (?:them|those|these)|either(?: one)?){_POLITE}",
    re.I,
)
_REFUSES = re.compile(rf"(?:(?:no|nope|nah|n|nay)[ ,.!]*)+(?:(?:please )?(?:don'?t|do not|not)(?: do (?:it|that))?)?{_POLITE}|(?:please )?(?:don'?t|do not)(?: do (?:it|that))?{_POLITE}", re.I)


def answers_no_question(text: str, after_a_turn: bool) -> bool:
    """Says whether the words can only be an answer; after a turn, no and a place may still be about what was done in it."""
    words = text.strip()
    return _AGREES.fullmatch(words) is not None or (not after_a_turn and (_PICKS.fullmatch(words) is not None or _REFUSES.fullmatch(words) is not None))
