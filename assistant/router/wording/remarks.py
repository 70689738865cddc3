"""Takes off what is told about oneself, the day or the machine beside a request, with the numbers in it: “the committee meets at 2”, “I had 35 years on roofs”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause

_WHEN = r"(?:at|in|by|before|until|till|within|to) (?:about |around )?\d{1,2}(?:[:.]\d\d)?(?: ?(?:pm|am|o'? ?clock|minutes?|mins?|hours?|days?|weeks?))?(?: (?:today|tomorrow|tonight|sharp|now|already|then|and [a-z ]{2,30}))?"
_REMARK = re.compile(
    "|".join(
        (
            r"(?:i|we)(?:'?ve|'?m| have| had| am| was| were| spent| worked|"
            r" did)?(?: (?:been|had|worked|spent|now|already|nearly|almost|only|just|about|over|got|have|done|doing|this|that|it|in|at|for|on|"
            r"with))* \d+ (?:years?|yrs|decades?|months|weeks)\b(?! of (?:data|rows|records|history))(?:(?! and (?:i|we)\b| what\b| how\b|"
            r" which\b)[^,;:.?!]){0,50}",
            r"(?:after|with|in) (?:my )?\d+ (?:years?|yrs|decades?|months|weeks) (?:in|of|at|as|on|with|doing|behind|among)\b(?! (?:data|rows|records|history))[^,;:.?!]{2,50}?(?: (?:i|we)(?: just| only)? (?:want|would like|'d like|need|have) to (?:know|see|hear))?",
            rf"(?:because |since |as )?(?:the |my |our |his |her )?[a-z]+(?: [a-z]+)? (?:meets?|starts?|comes?|begins?|leaves?|arrives?|closes?|ends?|goes|is due|are due|is here|are here) (?:[a-z]+ ){{0,2}}{_WHEN}",
            rf"(?:because |since |as )?(?:i|we)(?:'?ve| have| must| need to| should| am| are)? (?:got )?(?:an? |the |my |our |to )?(?:meeting|call|lesson|class|"
            rf"appointment|train|bus|flight|deadline|lunch|talk|presentation|demo|leave|go|be (?:there|gone|home|off|away)|run|catch)\b[^,;:.?!\d]{{0,30}}{_WHEN}",
            r"(?:because |since |as )?(?:my|this|the|our) (?:(?:old|little|poor|small|company|work|office|home) )*(?:laptop|machine|computer|pc|notebook|box|browser|server|memory|ram) [^,;:.?!]{0,50}",
            r"(?:because |since |as )?\d[\d.,]*k? (?:rows|records|lines|entries)(?: of (?:this|it|data))? (?:(?:are|is) (?:far |way |much |just )*too (?:many|much|big|large|slow|heavy)\b[^,;:.?!]{0,30}|(?:kills?|breaks?|crash(?:es)?|chokes?|slows?|overwhelms?|freezes?|melts?) [^,;:.?!]{2,40})",
            r"(?:because |since |as |cause )?there(?:'?s| is| are| was| were) (?:even |also |just )?(?:some|a few|a couple of|many|lots of|several|one|an?|quite a few|two|three)\b(?! (?:rows|records|gaps|missing|empty|blank|nan|null|duplicate|outlier|zero))[^,;:.?!]{2,50}",
            r"(?:because |since |as )?(?:it is|it's|its) (?:\d{1,2}(?:[:.]\d\d)? ?(?:pm|am|o'? ?clock)|\d{1,2} (?:to|past) \d{1,2})(?: (?:already|now))?",
        )
    ),
    re.I,
)
_STOP = re.compile(r"\s*(?:[,;:!?]|\.(?=\s|$)|\s-+\s)\s*(?:(?:so|and|but|then) )?|\s+so\s+(?=(?:please|just|give|tell|show|say|let|take|make|keep|drop|use|how|what|which)\b)", re.I)
_NEEDS_TIME = re.compile(r"\b(?:auto ?pilot|best model|good model|tune|compare|search|budget|seconds|minutes for|train whatever)\b", re.I)
"""What takes as long as one has time, which is no remark then."""


def without_remarks(message: str, context: RouterContext) -> str:
    """The message without a remark at its start or end; as it is where nothing else is said, or the remark names what is in the table."""
    if not re.search(r"\d", message):
        return message
    for stop in _STOP.finditer(message):
        before, after = message[: stop.start()], message[stop.end() :]
        if _told(before, after, context):
            return after
        if _told(after.rstrip(" .!"), before, context):
            return before
    return message


_THERE = re.compile(r"(?:because |since |as |cause )?there\b", re.I)
_POINTS = re.compile(r"\b(?:those|these|them|it|such|that one)\b", re.I)
"""What may point back at a remark, which is none then."""


def _told(part: str, rest: str, context: RouterContext) -> bool:
    if len(rest.split()) < 2 or (_THERE.match(part) and _POINTS.search(rest)) or _REMARK.fullmatch(part.strip()) is None or _NEEDS_TIME.search(rest):
        return False
    clause = Clause(part.strip(), context)
    return not clause.values and all(mention.score < 0.9 for mention in clause.columns)
