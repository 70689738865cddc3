"""Takes off what is written around a request: a heading, and an apology for a name that was not meant."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^\s*(?:(?:log|lab|diary|journal|logbook|field|change|meeting|project) ?(?:entry|book|note|notes|line|record|log)?|entry|memo|note to self|minutes|re|subject|todo|to do|task|request|action|reminder)(?: (?:no\.? ?|#)?\d{1,4})?\s*:\s+(?=\w)", re.I)
"""What a person writes over a request: “log entry: …”, “lab note 4: …”."""
_SORRY = r"(?:(?:apologies|sorry|oops|ups|pardon(?: me)?|excuse me|my (?:bad|mistake|fault)|no|wait|ah|oh)\b[ ,.!:;-]*)*"
_WROTE = r"i (?:just |accidentally |wrongly |mistakenly )?(?:wrote|said|typed|put|named|entered|called it)"
_MEANT = r"(?:,? (?:but|when|and|while|though|where|instead of|whereas))? ?(?:i )?(?:really |actually |only )?(?:meant|wanted|intended|should have (?:said|written|typed))(?: to (?:say|write|type|put|use))?"
_MISNAMED = re.compile(rf"(?P<at>^|[,.;!\n]\s*){_SORRY}{_WROTE} (?P<wrong>[^,.;:!\n]{{1,40}}?){_MEANT} (?P<meant>[^,.;:!\n]{{1,40}})(?:[:.,;!]\s*|$)", re.I)
"""“I wrote a but meant to say b: encode b”"""


def without_surroundings(message: str) -> str:
    """Gives the message without a heading, and with a name that was put right in the place of the other one."""
    message = _HEADING.sub("", message, count=1)
    said = _MISNAMED.search(message)
    if said is None:
        return message
    before, after = message[: said.start()].strip(), message[said.end() :].strip()
    if before and not after:
        return f"{before}, sorry, I mean {said['meant']}"
    if said["meant"].lower().strip("'\" ") in after.lower():
        return f"{before}{said['at']}{after}"
    return message if before else f"{said['meant']}: {after}" if after else message
