"""Understands what takes the place of something in the call before: “wrong word, I wanted the total”, “40, not 18”, “it should have been per day”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.asking.unused import losses
from assistant.router.context import Call
from assistant.router.dialogue.changed import changed, merged
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.parts.segment import opens_with_verb

_SIGHS = r"(?:(?:sorry|oops+|ups|whoops|ach|argh|ah|oh|no|nope|nah|hm+|well|wait|actually|damn|pardon|excuse me|but|and|so|yes|ok)\b[ ,.:;!-]*)*"
_WRONG = (
    r"(?:(?:(?:that|this|it) (?:was|is) |thats |its |i (?:used|took|typed|said|gave|chose|picked) )?(?:the |"
    r"a )?wrong(?: (?:word|number|one|column|thing|way|name|value|method|one there))?|(?:a |its a )?typo|my (?:bad|mistake|fault)|i misspoke|that came out wrong|"
    r"i said \S+(?: \S+)?)[ ,.:;!-]+(?:but |and )?"
)
_MEANT = r"(?:i|we) (?:(?:really|actually|just|only|had|have) )*(?:meant|mean|wanted|intended|was after|had in mind|was thinking of|was looking for|asked for|should have (?:said|written|typed))(?: to (?:say|have|use|take|see))?(?: it)?"
_SHOULD = r"(?:(?:it|that|this) )?(?:should|ought to|was (?:supposed|meant) to|is (?:supposed|meant) to|has to|had to|must)(?: actually| really| rather)? (?:be|have been|have said|read|say|use|have used)|make (?:it|that)|let (?:it|that) be"
_FIRST = re.compile(rf"^{_SIGHS}(?:(?P<wrong>{_WRONG}){_SIGHS}(?:(?:{_MEANT}|{_SHOULD}) )?|(?P<meant>{_MEANT}|{_SHOULD}) )", re.I)
_LAST = re.compile(rf"[ ,]+(?:{_MEANT}|is what (?:{_MEANT})|(?:it|that) should (?:be|have been)|should it be)(?=$| *,? not\b)", re.I)
_END = re.compile(r"[ ,]+(?:instead|please|rather|of course|sorry|though|actually)$", re.I)
_NOT_BUT = re.compile(rf"^{_SIGHS}not (?:the |an? |with |per |by |to )?(?P<not>[^,]{{1,40}}?)(?: ?, (?:but |rather )?| but (?:rather )?)(?P<core>.{{1,60}})$", re.I)
_BUT_NOT = re.compile(r"^(?P<core>.{1,60}?) ?,? (?:and |but )?(?:not|rather than|instead of) (?:the |an? |with |per |by |to )?(?P<not>[^,]{1,40})$", re.I)
_PREFERRED = re.compile(rf"^{_SIGHS}(?:(?:i|we)(?: would|'d|d)? )?(?:rather|better|prefer(?:ably)?|sooner)(?: to)? (?P<core>.{{2,60}}?),? (?:than|instead of|over)(?: to)? .{{2,60}}$", re.I)
"""“rather take them away than cap them”"""
LONGEST = 6
"""A core of more words is a request of its own."""


def corrected_call(clause: Clause, last: Call) -> Call | None:
    """Gives the call before with what the words put right; None where they are no such correction."""
    preferred = _PREFERRED.match(clause.text.strip(" .!?"))
    if preferred:
        args = changed(last, Clause(preferred["core"], clause.context))
        return {"tool": last["tool"], "args": merged(last, args)} if args else None
    core = _core(clause.text.strip(" .!?"))
    if core is None:
        return None
    meant = Clause(core, clause.context)
    _refuse_two_meanings(meant, last)
    args = changed(last, meant)
    if not args or (opens_with_verb(core) and not meant.columns):
        return None
    call = {"tool": last["tool"], "args": merged(last, args)}
    return None if losses([call], meant) else call


def _core(text: str) -> str | None:
    """What is meant, without the apology around it and what it is not; None where nothing is put right."""
    first = _FIRST.match(text)
    core = text[first.end() :] if first else text
    turned = _NOT_BUT.match(core)
    if turned:
        core = turned["core"]
    after = _LAST.search(core)
    core = core[: after.start()] + core[after.end() :] if after else core
    besides = None if turned else _BUT_NOT.match(core)
    core = _END.sub("", besides["core"] if besides else core).strip(" ,.:;-")
    said = first or turned or after or besides
    return core if said and core and len(core.split()) <= LONGEST and not re.match(r"(?:to|that|this|it|what|how|why|which)\b", core, re.I) else None


def _refuse_two_meanings(meant: Clause, last: Call) -> None:
    """Asks where the word is a column as well as a way to do it: “I meant the total”, beside a column of that name."""
    if len(meant.columns) != 1 or len(meant.masked.split()) > 2:
        return
    ways = {name: way for (owner, name), names in TABLES.items() if owner == last["tool"] and (way := vocabulary.first(meant.norm, names))}
    if ways:
        readings: list[dict[str, Any]] = [{"tool": last["tool"], "args": merged(last, args)} for args in (ways, changed(last, meant))]
        raise Unclear("Which of the two do you mean?", [option(call["tool"], call["args"], label(call)) for call in readings])
