"""Answers what asks for nothing in kind: a greeting, thanks, praise, a bare yes or no."""

from __future__ import annotations

import re

from assistant.router.dialogue.assent import assent
from assistant.router.parts.verbs import VERBS

_THANKS = re.compile(r"(?:(?:ok|okay|great|cool|nice|perfect|super|wonderful|good|no|well|so|and|many|a|big|oh) ,? ?)*(?:thanks?|thank you|thx|ty|cheers|merci|danke)\b.{0,30}", re.I)
_GREETS = re.compile(r"(?:hi+|hey+|hello|hiya|yo|good (?:morning|afternoon|evening|day)|greetings|moin|howdy)\b.{0,30}", re.I)
_TAKES_LEAVE = re.compile(r"(?:(?:ok|well|thanks|so|and) ,? ?)*(?:bye|goodbye|see you|good ?night|cu|ciao|that is all|thats all|that was all|im done|i am done)\b.{0,30}", re.I)
_PRAISES = re.compile(
    r"(?:(?:ok|oh|wow|well|that is|thats|this is|looks|very|really|so|ah|great|and) ,? ?)*(?:cool|nice|great|good|perfect|super|awesome|wonderful|excellent|neat|"
    r"fantastic|amazing|well done|interesting|wow|impressive|lovely|i see|got it|understood)(?: (?:job|work|one|stuff|thanks|then|to know))?",
    re.I,
)


_SPARED = re.compile(rf"(?:(?:please|no|and|but|so|ok|just|well) ,? ?)*(?:do not|dont|don't|never|you (?:must|should) not) (?:you dare )?(?:ever )?(?:{VERBS})\b(?:(?!\b(?:but|instead|rather|only|just|then)\b)[^,;])*$", re.I)
"""What shall not be done, with nothing that is wanted in its place: “don't scale the price”."""


def kind_words(message: str) -> str | None:
    """What is said to somebody who asked for nothing; None where something was asked."""
    words = message.strip(" .!?,")
    if _THANKS.fullmatch(words):
        return "You are welcome. Here is what could come next."
    if _GREETS.fullmatch(words):
        return "Hello! Say in your own words what you would like to know or do with the table. Here is what can be done now."
    if _TAKES_LEAVE.fullmatch(words):
        return "Goodbye. What was done here is kept, and can be downloaded as a project at any time."
    if _PRAISES.fullmatch(words):
        return "Good. What shall come next?"
    if _SPARED.match(words):
        return "Then nothing is changed. What would you like instead?"
    said = assent(words.lower())
    return {"no": "Fine, nothing was changed. What would you like instead?", "yes": "Good. Nothing is being asked right now: what shall come next?", "unsure": "Then here is what could come next."}[said] if said else None
