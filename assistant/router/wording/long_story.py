"""Takes off the long story before the one wish that a message ends with: “good morning, the neighbours had a party until four …, could you draw the ages for me”."""

from __future__ import annotations

import re

SHORTEST = 22
"""From how many words on a message may tell a story first."""
_STORY, _WISH = 7, 3
"""How many words a story and a wish have at least."""
_ASKS = r"(?:can|could|would|will) you (?:please |just |kindly |maybe |perhaps |possibly )*"
_WANTS = r"(?:all |what |the (?:only )?thing )?(?:i|we)(?:'d|d)? (?:just |only |really |simply |actually |now |would |do )*(?:need|want|like|am after|are after)(?: to (?:know|have|see|ask))?(?: is)?[,:]? "
_WONDERS = r"(?:i|we) (?:just |only |really |was |were |am |have been )*(?:wondered|wonder|wondering|asked myself|ask myself)[,:]? (?:if you (?:could|can) tell (?:me|us) |about )?"
_TOLD_TO = r"(?:i am|im|i'm|we are|were|we're) (?:supposed|meant|asked|told) to |(?:asked|told|want|wants|wanted|begged) (?:me|us) to (?:find out |see |tell (?:them|him|her) |check )?"
_IN_SHORT = r"(?:to cut a |to make a )?long story short[,:]? (?:please )?|in short[,:]? (?:please )?"
_MARK = re.compile(
    rf"(?:[,;.:!?-]\s+|\b(?:and|but|so|anyway|now|whatever|end|well)\b,? )(?:(?:and|but|so|now|anyway|well|then|ok|okay|in the end|whatever)\b,? |they |"
    rf"my (?:boss|teacher|colleague|manager|professor) )*(?:(?P<short>{_IN_SHORT})|(?P<asks>{_ASKS})|(?P<wants>{_WANTS})|(?P<wonders>{_WONDERS})|"
    rf"(?P<told>{_TOLD_TO})|(?:so |now |just |well )*(?:please|just)(?: just| please)? (?=[a-z]))",
    re.I,
)
"""Where the wish begins."""
_ORDERED = re.compile(
    r"\b(?:drop|dropped|remove\w*|delete\w*|exclude\w*|discard\w*|fill\w*|impute\w*|replace\w*|encode\w*|scale\w*|train(?:ed|ing)?|split|predict\w*|forecast\w*|"
    r"foresee|plot\w*|draw|chart|histogram|average|mean|median|target|columns?|rows?|missing|gaps?|empty|blanks?|outliers?|skew\w*|duplicates?|doubles?"
    r"|should|must|shall|(?:has|have|needs?|ought) to (?:go|be|come|leave|get)\b|take out|leave out|left out|get rid|without|except|keep|only|instead|useless|"
    r"unreliable|wrong in|ignore\w*|leak\w*|models?|forest|regression|filter\w*|compare|tune|export|save|log|bins|cap|clip|balance\w*|encod\w*|undo|rename|"
    r"want(?! a\b)|can you|could you|would you|tell me|show me|what|which|whose|treat|count|sum|total|trust\w*|care about|interested in|matters?|never|"
    r"not .{1,20} in (?:it|there)|(?:out|away|off) with|throw|toss|chuck|kick|put|change|make|turn|set (?!it up)|add|remember|careful|note that)\b"
    r"|%|\d+(?! ?(?:years?|yrs|months?|weeks?|days?|hours?|minutes?|mins|pm|am|o'?clock|times)\b)|[\"“<>=]",
    re.I,
)
"""What may be a request, a rule or a reason, so that nothing is cut off."""
_GOES_ON = re.compile(r"\b(?:them|those|these|it|that one|also|too|as well|afterwards|after that|the same|the rest|the others)\b", re.I)
"""What points back at the story, which belongs to the wish then."""
_WHETHER = re.compile(r"(?:if|whether)\b", re.I)


def without_long_story(message: str) -> str:
    """The wish alone; the message itself where it is short, or where anything in the story may be asked for too."""
    if message.count(" ") < SHORTEST or "\n" in message:
        return message
    cut = message
    for mark in _MARK.finditer(message):
        story, wish = message[: mark.start()], message[mark.end() :]
        if len(story.split()) < _STORY:
            continue
        if _ORDERED.search(story):
            break
        if len(wish.split()) >= _WISH and not _GOES_ON.search(wish):
            cut = f"tell me {wish}" if (mark["wonders"] or mark["told"]) and _WHETHER.match(wish) else wish
    return cut
