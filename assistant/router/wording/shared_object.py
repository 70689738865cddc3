"""Gives each of several verbs the columns that are named only once: “log and scale the fare”, “log the fare before scaling it”, “scale the fare after logging it”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.parts.sequence import DONE, verb_of

_VERB = r"(?:log(?:[- ]transform)?|square root|scale|rescale|standardi[sz]e|normali[sz]e|min-?max(?: scale)?|robust scale|encode|one-?hot(?: encode)?|impute|fill|clip|cap|winsori[sz]e|bin|transform|describe|plot|summari[sz]e)"
_THESE = re.compile(r"(?:(?:the|my|our|both|columns?) )*@(?: ?(?:,|and|&|plus)(?: and)? (?:the )?@)*(?: columns?)?(?=$| ?[,.;]| then\b| and\b)")
_SHARED = re.compile(rf"^(?P<lead>(?:(?:please|can you|could you|lets|now|first|ok|then) )*)(?P<verbs>{_VERB}(?:(?:,? and then|,? then|,? and|,|;| &| \+) (?:then )?{_VERB})+) (?P<rest>(?:the |my |our |both )?[^\s,;.].*)$", re.I)
_JOINT = re.compile(r"(?:,? and then|,? then|,? and|,|;| &| \+) (?:then )?", re.I)
_BEFORE = re.compile(rf"^(?P<first>(?:please )?{_VERB} [^.;,]{{2,80}}?),? before (?P<done>{DONE}) (?P<what>(?:it|them|that|those|both)\b[^.;]*)$", re.I)
_AFTER = re.compile(rf"^(?P<verb>(?:please )?{_VERB}) (?P<what>[^.;,]{{2,80}}?),? after (?:first )?(?P<done>{DONE}) (?:it|them|that|those|both)(?P<how>[^.;]*)$", re.I)


def each_with_object(message: str, context: RouterContext) -> str:
    """The message with an order of its own for each verb; as it is where the verbs share no columns."""
    text = message.strip(" .!?")
    shared = _SHARED.match(text)
    if shared:
        verbs = _JOINT.split(shared["verbs"])
        last = verbs[-1].lower()
        clause = Clause(f"{last} {shared['rest']}", context)
        listed = _THESE.match(clause.masked.removeprefix(f"{last} "))
        if listed and not {verb.lower() for verb in verbs} & {name.lower() for name in context.names}:
            end = clause.tokens[clause.columns[listed[0].count("@") - 1].end - 1].end
            what = clause.text[len(last) + 1 : end]
            return shared["lead"] + "; ".join(f"{verb} {what}" for verb in verbs) + clause.text[end:]
    before = _BEFORE.match(text)
    if before:
        return f"{before['first']}; {verb_of(before['done'])} {before['what']}"
    after = _AFTER.match(text)
    if after and Clause(after["what"], context).columns:
        return f"{verb_of(after['done'])} {after['what']}{after['how']}; {after['verb']} {after['what']}"
    return message
