"""Tells yes from no from “I do not know” in what is said to a question, in whatever words."""

from __future__ import annotations

import re
from typing import Literal

Assent = Literal["yes", "no", "unsure"]
LONGEST = 12
"""An answer of more words is a request of its own."""
_BESIDE = r"please|pls|plz|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|thx|cheers|mate|then|now|just|well|oh|ah|ach|hm+|mhm|mm+|um+|uh+|erm?|so|and|really|quite|very|(?:oh |good |my )?(?:god|lord|heavens|gosh|goodness|hell|dear|man|boy)|lol|haha|anyway|for me|to me|here|again"
"""What is said beside the answer."""
_IT = r"(?:it|that|this|so|them|those|these)"
_CERTAIN = r"(?:sure|certain|positive|serious|convinced|decided|determined)"
_YES = (
    rf"yes+|yeah+|ye|yea|yep|yip|yup|ya|ja|jawohl|oui|si|da|aye|y|sure(?: thing)?|ok(?:ay|ey|i)?|okidoki|k|of course|certainly|absolutely|definitely|totally|affirmative|indeed|agreed|granted|deal|correct|right|true|(?:exactly|precisely)(?: (?:that|this|so))?|"
    rf"(?:i |that is |thats )?confirm(?:ed)?(?: {_IT})?|i agree|go(?: (?:on|ahead|for {_IT}|with {_IT}))?|proceed|continue|carry on|do {_IT}|do|please do|lets (?:go|do {_IT}|go (?:for|with) {_IT})|by all means|why not|"
    rf"{_IT} (?:sounds|looks|seems|is) (?:good|great|right|fine|perfect|ok|okay|correct|reasonable)|sounds (?:good|great|right|fine|perfect|ok|okay|reasonable|like a plan)|"
    rf"(?:thats|that is|its|it is|that was|this is)(?: (?:the one|the right one|right|correct|fine|ok|okay|good|great|perfect|true|{_IT}|exactly|just|precisely|"
    rf"all right|alright|what (?:i|we) (?:want|wanted|meant|mean|need|said|asked for|had in mind)))*|that one|just (?:that|this)|what i (?:meant|want|wanted|mean)|"
    rf"(?:i ?a?m|we are) (?:quite |very |absolutely |really |totally |pretty |so |100% |completely )*{_CERTAIN}(?: about {_IT})?|i (?:really |do |certainly )*(?:do|mean {_IT}|want {_IT}|want to|insist)|"
    rf"perfect|great|fine|good|excellent|wonderful|alright|all right|very (?:well|good)|no (?:problem|objections?|doubt|worries)|without (?:a )?doubt|you (?:may|can|should)(?: do {_IT})?|make it so|happy with {_IT}|fine (?:by|with) me|works for me|i suppose(?: so)?|i think so|i guess(?: so)?"
)
_NO = (
    rf"never(?: ?mind)?(?: {_IT})?|dont(?: you dare)?(?: do {_IT})?|do not(?: do {_IT})?|(?:i would |i will |we would |id )?(?:better|rather) not(?: do {_IT})?|"
    rf"(?:please|of course|certainly|absolutely|definitely|not) not|not (?:now|yet|really|at all|today|sure)|(?:no|by no) (?:way|means|chance)|on no account|"
    rf"under no circumstances|in no case|"
    rf"forget(?: about)? {_IT}|(?:lets |let us |please )?(?:leave|keep|skip|spare) (?:{_IT}|everything|all|all of {_IT}|"
    rf"things)(?: (?:in|there|alone|be|out|for now|all|as (?:it is|is|it was|they are|before)|the way (?:it is|it was|they are)|like (?:that|this|it is)|"
    rf"(?:just )?(?:where|how) (?:it|they) (?:is|are)))*|"
    rf"cancel(?: {_IT})?|stop(?: {_IT})?|abort|neither|none|lets not(?: do {_IT})?|"
    rf"i (?:really )?(?:dont|do not|wouldnt|would not) (?:think so|want(?: {_IT}| to)?|like {_IT})|i ?(?:ha)?ve changed my mind|i changed my mind|(?:hold|hang) on|"
    rf"wait|on second (?:thoughts?|reflection)|don t|god forbid|heaven forbid|out of the question|of (?:them|those|these|that)|one|no+|nope|nah|nay|nein|non|n|not"
)
_UNSURE = (
    r"(?:i ?a?m )?(?:not (?:so |really |quite |very )?sure|unsure)(?: yet)?|(?:i )?(?:really )?(?:dont|do not) know(?: yet)?|dunno|no idea|"
    r"(?:you (?:decide|choose|pick|tell me))|(?:whatever|whichever|"
    r"what)(?: you (?:think|like|say|prefer|want|recommend|suggest|would do))?(?: (?:is|works|fits))?(?: (?:the )?best)?|up to you|i have no idea|cant decide|"
    r"hard to say|who knows|either|any(?: of (?:them|those|these))?"
)
_MEANINGS: tuple[tuple[Assent, str], ...] = (("unsure", _UNSURE), ("no", _NO), ("yes", _YES))
_UNITS = {meaning: re.compile(rf"\b(?:{units})\b(?! ?')") for meaning, units in _MEANINGS}
_ONLY_BESIDE = re.compile(rf"\b(?:{_BESIDE})\b")
_SOFT = re.compile(r"\b(?:of (?:them|those|these|that)|one|on second (?:thoughts?|reflection)|(?:hold|hang) on|wait)\b")
"""What belongs to a refusal, but is none by itself."""
YES = r"yes+|yeah|yep|yup|ja|ok(?:ay)?|sure|absolutely|of course|certainly|definitely|right|fine|alright|all right|go ahead|exactly|correct"
"""What an answer that agrees opens with."""
OPENS_WITH_YES = re.compile(rf"^(?:(?:oh|well|hm+|mhm|um+|uh+) )*(?:{YES})\b")


def assent(words: str) -> Assent | None:
    """Says whether words without signs mean yes, no or that somebody does not know; None where they say anything besides."""
    if len(words.split()) > LONGEST:
        return None
    for meaning, units in _UNITS.items():
        left = units.sub(" ", words)
        if left != words and (meaning != "no" or (_SOFT.sub(" ", words).strip() and units.search(_SOFT.sub(" ", words)))):
            rest = _ONLY_BESIDE.sub(" ", _UNITS["yes"].sub(" ", left) if meaning == "no" else left)
            if not rest.strip():
                return meaning
    return None
