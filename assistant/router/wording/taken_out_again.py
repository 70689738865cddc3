"""Leaves out what a person named and then does not mean: “compare a, b and c, oh leave b out”, “plot a, I don't mean b”, “…, I mean a not b”."""

from __future__ import annotations

import re

_THING = r"(?:the )?(?P<{name}>[\w.-]+(?: [\w.-]+){{0,2}}?)"
_OH = r"(?:,|\.{2,}|…|\s-)\s*(?:(?:oh|hm+|ah|um+|uh+|er+m?|well|wait|no)\b,?\s+)+(?:(?:and|but|please|just|rather)\s+)*"
_LATER = r"(?:\s+(?:actually|after all|please|though|then|again))*[.! ]*$"
_EXCLUDED = re.compile(rf"{_OH}(?:(?:not|without|no|minus|skip|drop|forget|except) {_THING.format(name='what')}|(?:leave|take|kick) {_THING.format(name='gone')} (?:out|away|off|aside)){_LATER}", re.I)
_NOT_MEANT = re.compile(r"[,.;] (?:but )?(?:i )?(?:dont|don't|don’t|do not) mean (?:the )?[\w.-]+(?: [\w.-]+){0,2}[.! ]*$", re.I)
_ONLY_THAT = re.compile(r",? i (?:mean|meant) (?:just|only) (?:that|this|the) (?:one )?(?:column|one|field)[.! ]*$", re.I)
"""“…, I mean just that one column”"""
_TO_SEE = re.compile(r",? i(?:'d| would|d)? (?:just )?(?:want|like|need|wish) to (?:see|know|check|find out) (?:what|who|which) (?:those|these|they) (?:are|were)[.! ]*$", re.I)
"""What the rows that are kept are for: “…, I want to see what those are”."""
_NOT_OF = re.compile(r',? (?:and |but )?not (?:of|per|by|for each|against) (?:the )?[\w."`-]+(?: [\w."`-]+){0,2}[.! ]*$', re.I)
"""“a histogram of the fare, not of the tip”"""
_EVERY_ROW = re.compile(r"(?P<rows>\ball (?:of )?(?:the |my |these )?(?:rows|records|lines|data)),? (?:every single one|every last one|each and every one|all of them|the whole lot|the lot of them)(?: of them)?[.! ]*$", re.I)
_MEANT_NOT = re.compile(rf"(?:,|\.{{2,}}|…|;|\s-)?\s+(?:(?:no|sorry|oh|wait|well|or rather),? )*i (?:mean|meant) {_THING.format(name='meant')},? (?:and )?not {_THING.format(name='other')}[.! ]*$", re.I)


_FIRST_THOUGHT = re.compile(
    r"^(?:i|we) (?:(?:first|at first|had|have|was|were|originally) )*(?:thought (?:about|of)|considered|thinking (?:about|of)|wanted(?: to (?:use|take))?|"
    r"meant to (?:use|take)|went for) [^,;:.]{2,50}?[,;.]? ?(?:but |and then |then )?(?:no|nah|nope|on second thoughts?|rather not|"
    r"changed my mind)\b[,;.: ]+(?:rather |actually |then )?(?=\w)",
    re.I,
)
"""What was thought of first, before what is asked for: “I thought about a, but no, make b the target”."""


def without_what_is_not_meant(message: str) -> str:
    """The message as it would be said at once; as it is where nothing that was named is taken back."""
    if not _HINT.search(message):
        return message
    message = _FIRST_THOUGHT.sub("", message)
    message = _NOT_OF.sub("", _EVERY_ROW.sub(r"\g<rows>", message))
    message = _TO_SEE.sub("", _ONLY_THAT.sub("", _NOT_MEANT.sub("", message)))
    excluded = _EXCLUDED.search(message)
    if excluded:
        said = message[: excluded.start()]
        shorter = _without(said, excluded["what"] or excluded["gone"])
        return message if shorter == said else shorter
    meant = _MEANT_NOT.search(message)
    if meant:
        other = re.compile(rf"\b{re.escape(meant['other'])}\b(?!_)", re.I)
        return other.sub(lambda _: meant["meant"], message[: meant.start()], count=1) if other.search(message[: meant.start()]) else message
    return message


_HINT = re.compile(r"\b(?:not|every|each and|all of them|lot|to (?:see|know|check|find out)|mean|meant|oh|hm+|ah|um+|uh+|er+m?|well|wait|no)\b", re.I)


def _without(said: str, what: str) -> str:
    """What was listed without one of it, with the joints that are left; unchanged where it is the only thing that was listed."""
    name = rf"(?:the )?\b{re.escape(what)}\b"
    for pattern in (rf",? (?:and|or) {name}(?=\s*$)", rf", {name}", rf"{name}, (?:and )?", rf" and {name}", rf"{name} and "):
        shorter, found = re.subn(pattern, "", said, count=1, flags=re.I)
        if found:
            return shorter
    listed = re.search(rf"(?<=\w ){name} (?=\w)", said, re.I) if re.search(r"\band\b", said) else None
    return said[: listed.start()] + said[listed.end() :] if listed else said
