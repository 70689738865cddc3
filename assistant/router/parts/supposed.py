"""Answers what a step would do by saying it, with the step as an offer: “what happens if I drop cabin”, “what would scaling the fare do”."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities.clause import Unclear
from assistant.router.parts.verbs import VERBS
from tools.catalog import find_tool

_SUPPOSED = re.compile(
    rf"^(?:(?:and|so|but|ok|hm+|wait) ,? ?)*(?:what(?:'s| is)? (?:happens|happened|would happen|will happen|changes|would change|will change|goes wrong|"
    rf"would go wrong)(?: to (?:it|the data|my data|the model|the table))? (?:if|when)|what if|"
    rf"what (?:would|will|does|could) (?:it|that) (?:do|change|mean|break)(?: to (?:it|the data))? (?:if|when)|"
    rf"is it (?:safe|risky|dangerous|reversible|ok|okay) (?:to|if)|can (?:it|that|this) be undone (?:if|when)|"
    rf"would it (?:help|hurt|matter|be better|be worse|make a difference) (?:if|to))"
    rf" (?:(?:i|we|you|one|just|only|also) )*(?P<what>(?:{VERBS}|[a-z]{{3,}}ed)\b[^?;]{{2,120}}?)[?.! ]*$",
    re.I,
)
_STAGES = frozenset(["data", "prepare", "features", "split", "model"])
_ONLY_VERB = re.compile(rf"(?:{VERBS})", re.I)
_GERUND = re.compile(r"^(?:(?:and|so|but|ok) ,? ?)*what (?:would|will|does|could|might) (?P<verb>[a-z]{3,}ing) (?P<what>[^?;]{2,100}?) (?:do|change|mean|break|help|bring|cause)(?: to (?:it|the data|the model|my model|my data)| for me)?[?.! ]*$", re.I)
"""“what would dropping the cabin do”"""


def _bare(verb: str) -> str:
    """The verb of “dropped” or “scaling” as an order has it; as it is where there is none."""
    stem = re.sub(r"(?:ed|ing)$", "", verb.lower())
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return next((form for form in (f"{stem}e", stem, doubled) if _ONLY_VERB.fullmatch(form)), verb)



def supposed(message: str, reads: Callable[[str], list[Call] | None]) -> Unclear | None:
    """Makes the answer to a question what a step would do; None where the words ask something else, or suppose no step."""
    gerund = _GERUND.match(message)
    said = None if gerund else _SUPPOSED.match(message)
    if gerund is None and said is None:
        return None
    verb, _, rest = (said["what"] if said else f"{gerund['verb']} {gerund['what']}" if gerund else "").partition(" ")
    if not _ONLY_VERB.fullmatch(verb) and not _ONLY_VERB.fullmatch(_bare(verb)):
        return None
    what = f"{_bare(verb) if verb.lower().endswith(('ed', 'ing')) else verb} {rest}"
    try:
        calls = reads(what) or []
    except Unclear:
        return None
    if not calls or not all(find_tool(call["tool"]).stage in _STAGES and find_tool(call["tool"]).records for call in calls):
        return None
    told = ", then ".join(label(call) for call in calls)
    tool = find_tool(calls[0]["tool"])
    return Unclear(f"“{told}” would be a step of its own: {tool.summary[0].lower()}{tool.summary[1:].rstrip('.')}. It can be taken back. Shall I do it?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:2]), option("help", {"topic": tool.name}, "Know more about it"), option("suggest", {}, "What to do next")])
