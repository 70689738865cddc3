"""Understands that nothing is to be done (yet): “drop the id. no, don't”, “drop it or better not”, “I might drop the id later”."""

from __future__ import annotations

import re

from assistant.router.parts.verbs import VERBS

_SIGHS = r"(?:(?:oh|hm+|ah|wait|well|or|actually|uh|um|no|nah|nope|sorry|but|ok|and|on second thoughts?|come to think of it|then again|hang on|hold on|maybe|haha|lol|ha|please|just|only|stop)\b[ ,.!;-]*)*"
_NOT = (
    r"(?:(?:please )?(?:dont|don't|do not)(?: (?:(?:do|drop|remove|delete|scale|fill|encode|train|run|log|bin|clip) (?:it|that|this|them)|bother|after all))?|"
    r"(?:(?:keep|leave|spare) (?:it|that|this|them)(?: (?:in|alone|be|there|as (?:it|they) (?:is|are)|as is|untouched))*|it (?:can |should )?stays?(?: in)?)|"
    r"(?:no|nope|nah|stop)(?= *[).! ]*$)|(?:maybe |probably |perhaps |better |rather )+not(?: after all| yet)?|not after all|not really|"
    r"(?:just |only )?(?:kidding|joking)|(?:i am|im|i'm|i was) (?:just |only )*(?:kidding|joking)|j/?k|forget (?:it|that|about it|i said (?:that|anything))|"
    r"never ?mind(?: that)?|scratch that|strike that|cancel that|ignore that|i (?:have )?changed my mind|ive changed my mind|changed my mind|"
    r"i take (?:it|that) back|bad idea|not a good idea)"
)
_END = r"(?: (?:please|after all|then|thanks|now|for now|yet|that|again|lol|haha))*[).! ]*"
_WISHES = r"(?:(?:please|ok|so|now|and|then|can you|could you|lets|maybe|(?:should|shall) (?:i|we)|(?:i|we) (?:wanted|want|would like|was going|were going|planned|meant) to) )*"
_TAKEN_BACK = re.compile(rf"^{_WISHES}(?P<order>(?:{VERBS})\b[^?]{{1,160}}?)(?:\s*[?.,;!…(]+\s*|\s+-+\s+|\s+(?=or\b|on second\b|no dont\b|no don't\b|haha\b|lol\b|but (?:maybe|better|rather|please|no|dont|then)\b))(?:{_SIGHS}{_NOT}{_END})+$", re.I)
_ASKED_NO = re.compile(rf"^{_WISHES}(?:{VERBS})\b[^?]{{1,160}}?\s*\?+ *(?:{_SIGHS})(?:no|nope|nah|not)[.! ]*$", re.I)
"""“drop the bonus? no”"""
_HINT = re.compile(r"\b(?:dont|don't|do not|not|no|nope|nah|kidding|joking|jk|j/k|forget|never ?mind|scratch|strike|cancel|ignore|changed|take|idea|keep|leave|spare|stop|stays?)\b[^,;?]*$", re.I)


_NOT_SAID = re.compile(
    r"^(?:(?:no|nope|but|hey|wait|stop|oh|well|sorry|what|and),? )*(?:i|"
    r"we) (?:(?:did not|didnt|didn't|never|havent|haven't|have not) (?:really |actually )?(?:say|said|ask|asked|tell|told|order|ordered|mean|meant|want|"
    r"wanted)(?: you)?(?: for)?(?: to| that)?|(?:said|meant|told you|asked you|asked|wanted you)(?: that)?(?: you)? (?:not to|dont|don't|do not|to not|to never|"
    r"never(?: to)?|should not|shouldnt)) (?P<order>.{2,120})$",
    re.I,
)
"""“I didn't say drop the id”, “I said don't drop the id”"""


def not_said(message: str) -> str | None:
    """The order that somebody says was never given; None for other messages."""
    said = _NOT_SAID.match(message.strip(" .!?"))
    return said["order"] if said and re.match(rf"(?!undo|redo)(?:{VERBS})\b", said["order"], re.I) and not _GOES_ON.search(said["order"]) else None


_GOES_ON = re.compile(r"[,;]|\b(?:but|instead|rather|just|only)\b", re.I)
"""What says what is wanted in its place, which is read elsewhere."""


def thought_better(message: str) -> bool:
    """Says whether all that was asked for is taken back at once."""
    text = message.strip()
    if _NEITHER.match(text):
        return True
    back = _TAKEN_BACK.match(text) if _HINT.search(text) else None
    if back:
        verb = _DONT_VERB.search(text[back.end("order") :])
        return verb is None or verb["verb"].lower() == "do" or back["order"].lower().startswith(verb["verb"].lower())
    return _HINT.search(text) is not None and _ASKED_NO.match(text) is not None


_NEITHER = re.compile(r"^(?:please )?(?:drop|remove|delete|discard|exclude|throw out|scale|fill|encode|log|clip|bin|change|touch) neither .+ nor .+$", re.I)
"""“remove neither a nor b”"""
_DONT_VERB = re.compile(r"\b(?:dont|don't|do not) (?P<verb>[a-z]+) (?:it|that|this|them)\b", re.I)
_SOME_DAY = r"(?:later(?: on)?|tomorrow|tonight|next (?:week|month|time)|some ?(?:day|time|other time)|another (?:day|time)|one day|at some (?:point|stage|time)|in the (?:end|future)|eventually|not (?:now|yet|today)|when (?:i have|there is|we have) time|in a (?:bit|while|minute|moment)|soon)"
_DOING = rf"(?P<what>(?:{VERBS})\b[^?]{{2,160}}?|(?P<doing>[a-z]+ing) [^?]{{2,160}}?)"
_PERHAPS = re.compile(
    r"^(?:(?:well|so|hm+|and|but|also|maybe|perhaps|ok|later|some ?day|tomorrow|then|next time),? )*(?:i|we|you|im|i'm|ill(?= \w)|i'll|we'll)(?: (?:also|still|just|really|actually|first|once))*"
    r" (?:(?:might|may|could perhaps|could maybe|will probably|will perhaps|"
    r"will maybe)(?: (?:have to|need to|want to|also|well|still|just|even|perhaps|maybe|later|then))*(?= (?:not )?\w)|"
    r"(?:was|were) (?:just |only |first |once )*(?:going to(?: (?:ask|tell) you to)?|about to|planning to|meaning to|tempted to|"
    r"thinking (?:of|about|i (?:might|could|would))|considering|close to|on the point of|wondering (?:if|whether) (?:i|we) (?:should|could)|"
    r"toying with the idea of)"
    rf"|(?:plan|intend|hope|mean|(?:am )?about|are about|am planning|are planning|am tempted|are tempted|have half a mind) to|"
    rf"(?:am|are|'m|m) (?:just |only |still )*(?:thinking (?:of|about)|considering|toying with)|(?:had|have) (?:thought|considered|planned) (?:of |about |to )?|"
    rf"(?<=ll)|almost|nearly|considered|thought (?:of|about)|wondered about|"
    rf"(?:will|'ll|ll|would|should|want to|plan to|intend to|am going to|are going to)(?= .*\b{_SOME_DAY}))"
    rf" (?:have |to )*{_DOING}(?:,? {_SOME_DAY})?[.! ]*$",
    re.I,
)
_LATER = re.compile(rf"^(?:(?:please|ok|so|and|then|maybe|perhaps|well|i think|lets|let's|let us|remind me to|ill|i'll|i will|we will|we'll|(?:i|we|you) (?:can|could|should|want to|need to|have to)|just|also) )*(?P<what>(?:{VERBS})\b[^?,;]{{2,120}}?),? {_SOME_DAY}[.! ]*$", re.I)
"""“drop the id later”"""
_MAY_BE_LATER = re.compile(
    r"\b(?:might|may|going|about to|planning|meaning|tempted|thinking|considering|considered|close to|point of|toying|thought|almost|nearly|wondering|wondered|"
    r"plan|intend|hope|tempted|later|tomorrow|tonight|next|some ?day|some ?time|another|one day|at some|in the|eventually|not now|not yet|not today|probably|"
    r"perhaps|maybe|in a|soon|time)\b",
    re.I,
)


def not_yet(message: str) -> str | None:
    """What somebody only thinks of doing, or will do some day, as an order; None where the message is no such one."""
    if not _MAY_BE_LATER.search(message):
        return None
    said = _PERHAPS.match(message.strip()) or _LATER.match(message.strip())
    if said is None:
        return None
    what = said["what"]
    doing = said.groupdict().get("doing")
    return _ordered(what, doing) if doing else what


def _ordered(what: str, doing: str) -> str | None:
    """Writes “dropping the id” as “drop the id”; None where it is no verb of the trade."""
    stem = doing[:-3]
    verb = next((verb for verb in (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else "") if verb and re.fullmatch(f"(?:{VERBS})", verb, re.I)), None)
    return f"{verb}{what[len(doing) :]}" if verb else None
