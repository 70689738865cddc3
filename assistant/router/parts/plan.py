"""Writes a plan that is told in a form of its own as one order a line: “three things: …”, “step one is to …, step two …”, “tip: fill with zero. distance: scale”, “the first 5 rows and the last 5”."""

from __future__ import annotations

import re

from assistant.router.parts.sequence import ORDER

_OF_A_PLAN = (
    r"(?:ok|so|hi|hello|hey|well|please|now|and|here|this|is|are|heres|my|the|our|a|an|i|id|we|you|would|like|want|wanna|need|to|do|have|has|got|can|could|will|"
    r"should|be|done|happen|ask|give|for|in|of|with|it|that|today|go|as|what|there|theres|got to|some|several|few|a few|couple|two|three|four|five|six|[2-6]|"
    r"following|next|all|just|order|data|me|us|ahead|let|lets)"
)
_HEAD = re.compile(
    rf"^(?:{_OF_A_PLAN}[ ,]+)*(?P<noun>plans?|things?|steps?|tasks?|jobs?|following|to ?-? ?dos?|to ?-? ?do list|agenda|wish(?:es)?|wish ?list|requests?|"
    rf"what (?:i|we) (?:want|need|would like)(?: (?:done|from you|you to do))?|do this|do these|in this order)(?: (?:{_OF_A_PLAN}))*\s*(?::|\s-)\s*",
    re.I,
)
"""What only opens a list of things to do."""
_NUMBER = r"(?:one|two|three|four|five|six|seven|[1-9]|1st|2nd|3rd|4th|first|second|third|fourth|fifth)"
_LABEL = re.compile(
    rf"(?P<at>^|[.;,\n] ?(?:and )?|\band )(?:(?:the )?(?:step|day|phase|stage|task|part|point|item|job|thing|morning|week) (?P<number>{_NUMBER})|"
    rf"(?:the )?(?P<place>first|second|third|fourth|fifth|last|final) (?:step|thing|task|job|point|item|stage|phase))(?: (?:is|would be|will be|should be|"
    rf"(?:we|i|you) (?:should|will|would|want to|need to)))?(?: to\b| that (?:we|you|i)\b)?\s*[:,-]?\s+",
    re.I,
)
_PLACES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PAIR = re.compile(rf"\s*(?!(?:target|model|split|test|train|drop|remove|features?|label|metric|predict|task|goal|aim|first|then|next|finally|also|after|{ORDER})\b)(?P<what>[^:.;\n?]{{2,60}}?)\s*:\s+(?P<do>[^:;\n?]{{3,60}}?)\s*")
_DOES = re.compile(rf"(?P<verb>(?:please |just )?(?:{ORDER})\b)(?P<how>.*)", re.I)
_WAY = re.compile(r"(?:one[- ]?hot|ordinal|label|target|frequency)(?: encod\w+)?|min[- ]?max|robust|standard|z[- ]?score|log|square root|sqrt", re.I)
_ENDS = re.compile(
    r"\b(?P<first>first|top|last|bottom) (?P<count>\d+|two|three|five|ten)(?P<rows>(?: (?:rows|lines|records|entries))?) (?:and|plus|"
    r"&) (?:also )?(?:the )?(?P<second>first|last|bottom|top)(?: (?P<other>\d+|two|three|five|ten))?(?: (?:rows|lines|records|entries|ones))?(?=$|[.,;!?]| please|"
    r" and then\b| then\b)",
    re.I,
)
_FIRST_THIS = re.compile(rf"^(?P<then>(?:please )?(?:train|fit|run|tune|compare|cluster|build|try|cross-?validate|split|predict) [^.;\n]{{2,80}}?)(?:,? but|,? and|,)(?: please)? first(?: of all)?,? (?P<first>(?:{ORDER})\b[^.;,\n]{{2,60}})[.!]?$", re.I)
"""“train ridge but first scale the numeric columns”"""
_MUSED = re.compile(
    r"^(?:(?:so|ok|well|hi|hello|um+|uh+|yeah|and|but|now|hmm+),? )*(?:(?:i|we) (?:was|were|am|are|have been|had been|'m|'ve been)?(?: just| only| kind of|"
    r" sort of| also)? ?(?:thinking|thought|wondering|think|guess|figured|reckon|suppose)(?: that| of| about| if| whether)?|maybe|perhaps|"
    r"it might be (?:good|nice|best|a good idea)(?: if)?|what if)(?: (?:that|if|maybe|perhaps|possibly|probably))* (?:we|you|i) (?:could|can|should|might|may|"
    r"would|ought to)(?: (?:maybe|perhaps|possibly|probably|just|also|first))* (?=\w)",
    re.I,
)
"""How a request may open that is put as a thought: “I was thinking maybe we could start by …”."""


def planned(text: str) -> str:
    """Gives the plan as orders on lines of their own; any other text as it is."""
    mused = _MUSED.match(text)
    if mused and re.match(rf"(?:{ORDER}|begin|start|get|kick|throw)\b", text[mused.end() :], re.I):
        text = text[mused.end() :]
    head = _HEAD.match(text)
    if head and text[head.end() :].strip():
        text = text[head.end() :]
    text = _labelled(text)
    late = _FIRST_THIS.match(text)
    if late:
        return f"{late['first']}\n {late['then']}"
    text = _ENDS.sub(lambda match: f"{match['first']} {match['count']}{match['rows'] or ' rows'}\n show the {match['second']} {match['other'] or match['count']} rows", text)
    return _paired(text) if text.count(":") > 1 else text


def _labelled(text: str) -> str:
    """Takes off what numbers the parts of a plan, where they are counted from one on: “step one is to …”."""
    found = list(_LABEL.finditer(text))
    numbers = [_PLACES.get((match["number"] or match["place"]).lower()) or (int(match["number"]) if (match["number"] or "").isdigit() else None) for match in found]
    counted = [number for number in numbers if number is not None]
    if len(found) < 2 or counted[:1] != [1] or counted != list(range(1, len(counted) + 1)) or None in numbers[:-1]:
        return text
    return _LABEL.sub("\n ", text).strip()


def _paired(text: str) -> str:
    """Puts the verb first where each sentence names columns and then what to do with them: “tip: fill with zero. distance: scale”."""
    parts = [part for part in re.split(r"[.;\n]+(?=\s|$)", text) if part.strip()]
    pairs = [_PAIR.fullmatch(part) for part in parts]
    if len(parts) < 2 or not all(pairs):
        return text
    orders = []
    for pair in pairs:
        what, do = (pair["what"], pair["do"]) if pair else ("", "")
        does = _DOES.fullmatch(do)
        way = None if does else _WAY.fullmatch(do)
        if not does and not way:
            return text
        orders.append(f"{does['verb']} {what}{does['how']}" if does else f"{do}{'' if 'encod' in do.lower() else ' encode' if re.match('one|ord|label|target|freq', do, re.I) else ''} {what}")
    return "\n ".join(orders)
