"""Takes off what is written around a request: a heading, who it is from, and an apology for a name that was not meant."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^\s*(?:(?:log|lab|diary|journal|logbook|field|change|meeting|project) ?(?:entry|book|note|notes|line|record|log)?|entry|memo|note to self|minutes|re|subject|todo|to do|task|request|action|reminder)(?: (?:no\.? ?|#)?\d{1,4})?\s*:\s+(?=\w)", re.I)
"""What a person writes over a request: “log entry: …”, “lab note 4: …”."""
_SORRY = r"(?:(?:apologies|sorry|oops|ups|pardon(?: me)?|excuse me|my (?:bad|mistake|fault)|no|wait|ah|oh)\b[ ,.!:;-]*)*"
_WROTE = r"i (?:just |accidentally |wrongly |mistakenly )?(?:wrote|said|typed|put|named|entered|called it)"
_MEANT = r"(?:,? (?:but|when|and|while|though|where|instead of|whereas))? ?(?:i )?(?:really |actually |only )?(?:meant|wanted|intended|should have (?:said|written|typed))(?: to (?:say|write|type|put|use))?"
_MISNAMED = re.compile(rf"(?P<at>^|[,.;!\n]\s*){_SORRY}{_WROTE} (?P<wrong>[^,.;:!\n]{{1,40}}?){_MEANT} (?P<meant>[^,.;:!\n]{{1,40}})(?:[:.,;!]\s*|$)", re.I)
"""“I wrote a but meant to say b: encode b”"""
_WHAT_HAVE_I = re.compile(r"^\s*(?:so |well |right |ok )*(?:what (?:have (?:i|we) got|do (?:i|we) have|is (?:it|this|there))(?: here| in here| in there)?(?: then)?|lets see(?: what (?:i|we) have(?: here)?)?)[,;.?!-]+\s+(?=(?:let me|show|give|can|could|i (?:want|need|would)|first)\b)", re.I)
"""“what have I got here then, let me see the first dozen”"""
_NOTED = re.compile(r"^\s*(?:fyi|btw|n\.?b\.|heads[ -]up|just so (?:you|u) know|for (?:your|the) (?:information|info|record)|p\.?s\.?|note that|(?:please )?remember that|mind you)(?: ?[:,-]+)? +(?=\S)", re.I)
"""What opens something told: “fyi -1 means nobody asked”."""
_ASKED_BY = re.compile(
    r"^\s*(?P<hello>(?i:(?:hello|hi|hey|so|well|ok)[ ,.!]+)*)(?:[A-Z][^\W\d_]+(?: (?:from|in|at) (?:[A-Z]\w+|the \w+))?|"
    r"(?i:my|our|the) [\w-]+(?: [\w-]+)?) (?i:asks?|asked(?: me)?|wants? to know|wonders|wondered|would like to know) (?i:if|whether) (?i:you|we|i)(?:'d|"
    r"d)?(?: (?i:would|could|can|might|should))?(?: (?i:please))? (?P<asks>.+)$",
    re.S,
)
_TELL_THEM = re.compile(r"\b(tell|show|give) (?:her|him|them)\b", re.I)
"""“Karen asks if you'd take van3 out and then tell her the average”"""
_HYPHENED = re.compile(r"\b(?P<called>called|named|titled|(?:call|name) it) (?P<name>\w+(?:-\w+)+)(?![\w\"'`-])", re.I)
"""A name of several words, which could be orders: “make a copy called try-without-blitz”."""
_IN_TURN = re.compile(r"(?P<at>^|[.;!?] )(?:(?:the|my|our) )?(?:first|second|third|fourth|next|final) (?:step|thing|task|job|point)(?: (?:is|would be|will be))? ?(?::|,|-) ?(?=[a-z])", re.I)
"""What only counts the requests: “First step: …”."""
_AS_ELSEWHERE = re.compile(
    r"(?<=\w),? (?:just |exactly )?(?:like|the way|as)(?: (?:what|how|in|you (?:would|do|can)|they do|with))* (?:excel|sql|pandas|spss|stata|sas|tableau|"
    r"google sheets|matlab|(?:an?|my|the) (?:spreadsheet|pivot(?: table)?))(?: (?:does|do|has|would|did|can))?(?: it| that)?(?=[.!? ]*$)",
    re.I,
)
"""What it is like in another program: “…, like what excel does”."""
_TIME_OF_DAY = r"(?:morning|evening|afternoon)"
_GREETED = re.compile(rf"^\s*{_TIME_OF_DAY}(?: (?:all|everyone|everybody|team|folks|there|guys))?(?:\s*!+\s+(?=\w)|\s*[,.]+\s+(?=(?:could|can|would|will|please|pls|i|we|may|just|show|what|how|which|quick)\b))", re.I)
"""A greeting of one word, which may be a value of the table as well: “morning! could I have …”."""
_HELLO = r"(?:(?:(?i:hello|hi|hey|hiya|dear all|good (?:morning|evening|afternoon|day)))(?: (?i:again|there|all|everyone|everybody|team|folks))*[ ,.!]*)"
_OF = r"(?: (?:from|of|in|at|over at|with) [^.,!:;?\n]{2,40}?)"
_NAME = r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?"
_MYSELF = re.compile(rf"^\s*(?P<hello>{_HELLO}?)(?:(?i:this is|my name is|my name's|it's|its|i am|i'm|im) {_NAME}{_OF}(?: (?i:here|speaking|again))?|(?i:my name is|my name's) {_NAME}|{_NAME}{_OF}? (?i:here|speaking)(?: (?i:again))?)\s*[.,!:;]+\s+(?=\w)")
"""Who speaks: “Lars from Gothenburg here.”"""


def without_surroundings(message: str) -> str:
    """Gives the message without a heading, a greeting that could be a value, and who speaks, and with a name that was put right in the place of the other one."""
    asked = _ASKED_BY.match(message)
    message = asked["hello"] + _TELL_THEM.sub(r"\1 me", asked["asks"]) if asked else message
    message = _HYPHENED.sub(r'\g<called> "\g<name>"', message)
    message = _IN_TURN.sub(r"\g<at>", _AS_ELSEWHERE.sub("", message))
    message = _WHAT_HAVE_I.sub("", message)
    message = _NOTED.sub("", _GREETED.sub("", _MYSELF.sub(r"\g<hello>", _HEADING.sub("", message, count=1))))
    said = _MISNAMED.search(message)
    if said is None:
        return message
    before, after = message[: said.start()].strip(), message[said.end() :].strip()
    if before and not after:
        return f"{before}, sorry, I mean {said['meant']}"
    if said["meant"].lower().strip("'\" ") in after.lower():
        return f"{before}{said['at']}{after}"
    return message if before else f"{said['meant']}: {after}" if after else message
