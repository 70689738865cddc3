"""Reads an answer that picks several of the options, or all but some: “x and z”, “all but the last”, “the first two”, “anything but the mean”; or one with a change: “the first, but with 500 trees”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.asking.labels import label
from assistant.router.asking.unused import losses
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.assent import OPENS_WITH_YES, YES, assent
from assistant.router.dialogue.changed import changed, merged
from assistant.router.dialogue.chosen import Option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key
from assistant.router.parts.called import called
from assistant.router.parts.segment import opens_with_verb

_ASIDE = frozenset(["show_pipeline", "suggest", "help", "list_options", "list_models", "list_samples", "preview", "profile", "define", "tour"])
"""Tools of options that only offer to look at something first."""
_LEAD = re.compile(rf"^(?:(?:hm+|um+|uh+|oh|well|so|i|id|ill|we|would|will|think|guess|say|take|use|go|with|for|lets|let|us|do|please|just|rather|prefer|want|like|choose|pick|then|maybe|probably|definitely|it|is|should|be|make|actually|and|but|{YES}) )+")
_TAIL = re.compile(r"(?: (?:please|then|i think|i guess|i suppose|thanks|thank you|for now|of course|for me|maybe|probably|will do|is fine|are fine|sounds good|it is|instead|too|as well|actually))+$")
_PLACES = {"first": 0, "1st": 0, "1": 0, "two": 1, "three": 2, "four": 3, "former": 0, "second": 1, "2nd": 1, "2": 1, "third": 2, "3rd": 2, "3": 2, "fourth": 3, "4th": 3, "4": 3, "last": -1, "latter": -1, "bottom": -1, "top": 0}
_PLACE = re.compile(rf"(?:the )?(?:option |number |no\.? |nr\.? |choice |answer |# ?)?(?P<place>{'|'.join(_PLACES)})(?: (?:one|option|choice|answer|of (?:them|those|these)))?")
_ALL = re.compile(r"(?:all|each|every one|everything)(?: (?:of )?(?:the )?(?:them|those|these|two|three|four|2|3|4|options|above|ones))*|(?P<both>both)(?: (?:of )?(?:them|those|these|the two|ones|options))?|(?:the )?(?P<count>two|three|four|2|3|4)(?: of (?:them|those|these))")
_SOME = re.compile(r"the (?P<end>first|last|top|bottom|upper|lower|other) (?P<count>two|three|2|3)(?: (?:ones|options|of (?:them|those|these)))?")
_BUT = re.compile(
    r"(?:all|everything|all of (?:them|those|these)|every one|both)(?: of (?:them|those|these))? (?:but|except|except for|besides|apart from|other than|save|"
    r"without|not) (?P<out>.+)|(?P<negative>not|anything but|any but|any except|anything except|no|nothing with|neither) (?P<turned>.+)",
)
_AND = re.compile(r" ?, (?:and )?| and | & | plus | \+ ")
_JOINT = re.compile(r" ?[,;:-] (?:but |only |and |just |with )*| but (?:only |just |rather |please )*| (?:only|just|and) (?=with\b)| (?=with\b|using\b)| and (?=(?:mark|add|keep|use|flag)\b)")
_AS_WELL = re.compile(r"\b(?:too|also|as well|same)\b")
_SAYS_MORE = re.compile(r"(?:with|use|using|mark|add|make|keep|take|flag|set|do|only|just|by)\b")
_COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


def is_place(words: str) -> bool:
    """Says whether words only name the place of an option: “number two”."""
    return _PLACE.fullmatch(words) is not None


def is_aside(entry: Option) -> bool:
    """Says whether an option only offers to look at something first."""
    return entry["call"]["tool"] in _ASIDE


def several_picked(norm: str, options: list[Option], question: str) -> list[Call] | None:
    """The calls of the options that are picked together; asks again where that leaves several open, or they cannot be done together; None where the words pick no more than one."""
    words = stripped(norm)
    real = [entry for entry in options if not is_aside(entry)]
    if len(real) < 2 or len(words.split()) > 12:
        return None
    some, but, every = _SOME.fullmatch(words), _BUT.fullmatch(words), _ALL.fullmatch(words)
    if every:
        counted = 2 if every["both"] else _COUNTS.get(every["count"] or "", len(real))
        return together(real, question, options) if counted == len(real) else None
    if some and _COUNTS[some["count"]] < len(real) and some["end"] != "other":
        count = _COUNTS[some["count"]]
        return together(real[-count:] if some["end"] in ("last", "bottom", "lower") else real[:count], question, options)
    if but:
        return _all_but(but, real, question, options)
    listed = [one_named(part, options) for part in _AND.split(re.sub(r"^both ", "", words))]
    named = [entry for place, entry in enumerate(listed) if entry is not None and entry not in listed[:place]]
    return together(named, question, options) if len(listed) > 1 and None not in listed else None


def _all_but(but: re.Match[str], real: list[Option], question: str, options: list[Option]) -> list[Call] | None:
    """What is left without the options that are turned down; asks which of them where only some were said not to be it."""
    out = [one_named(part, options) for part in re.split(r" ?, (?:not |and |or |nor )?(?:not )?| and (?:not )?| or | nor | & ", but["out"] or but["turned"])]
    if any(entry is None for entry in out):
        return None
    left = [entry for entry in real if entry not in out]
    if len(left) == len(real) or not left:
        return None
    if but["negative"] and len(left) > 1:
        raise Unclear(question, [*left, *(entry for entry in options if is_aside(entry))])
    return together(left, question, options)


def stripped(norm: str) -> str:
    """An answer without the words around what is picked."""
    words = re.sub(r" ?[;:.!?-](?= |$)", "", norm.strip(" .!?,-")).strip()
    return _TAIL.sub("", _LEAD.sub("", words)).strip(" ,")


def one_named(words: str, options: list[Option]) -> Option | None:
    """The one option of a place or a name: “the second”, “the mean”, “x”."""
    words = re.sub(r"^(?:the|a|an|with|by) ", "", words.strip(" ,"))
    place = _PLACE.fullmatch(words)
    if place:
        return options[_PLACES[place["place"]]] if _PLACES[place["place"]] < len(options) else None
    said = {key(words), key(re.sub(r" (?:one|option|column|model)$", "", words))}
    found = [entry for entry in options if said & _names(entry)]
    return found[0] if len(found) == 1 else None


def _names(entry: Option) -> set[str]:
    """What an option may be called: its label, and the values that its call is given."""
    values = [value for value in entry["call"].get("args", {}).values() for value in (value if isinstance(value, list) else [value]) if isinstance(value, str | int | float)]
    plain = re.sub(r"^(?:yes|with|the|train|use|drop|keep|predict|by)[ ,:]+(?:the )?", "", entry["label"].lower())
    return {key(entry["label"]), key(plain), *(key(str(value)) for value in values)} - {""}


def together(chosen: list[Option], question: str, options: list[Option]) -> list[Call]:
    """The calls of several options: as one where only their columns differ, one after the other where each stands for itself; asks again where one rules out the other."""
    calls = [entry["call"] for entry in chosen]
    if len(calls) == 1:
        return [calls[0]]
    tools, names = {call["tool"] for call in calls}, {name for call in calls for name in call.get("args", {})}
    other = {name for name in names if len({str(call.get("args", {}).get(name)) for call in calls}) > 1}
    slot = next(iter(other)) if len(tools) == 1 and len(other) == 1 else ""
    if slot in ("columns", "formats", "models") and all(isinstance(call["args"].get(slot), list) for call in calls):
        listed = [name for call in calls for name in call["args"][slot]]
        return [{"tool": calls[0]["tool"], "args": {**calls[0]["args"], slot: list(dict.fromkeys(listed))}}]
    if len(tools) == 1 and len(other) == 1 and (other <= {"column", "x", "y", "model", "kind"} or other == {"by"}) and calls[0]["tool"] not in ("set_target", "filter_rows", "split", "set_kind"):
        return calls
    raise Unclear(f"Only one of these can be done. {question}", [*chosen, *(entry for entry in options if is_aside(entry))] if len({label(call) for call in calls}) > 1 else options)


def picked_with_change(clause: Clause, options: list[Option], context: RouterContext) -> list[Call] | None:
    """An option with something that shall be otherwise in it: “the second with 500 trees”, “yes, but stratified”."""
    norm = clause.norm.strip(" .!")
    for joint in _JOINT.finditer(norm):
        first, more = norm[: joint.start()].strip(" ,"), norm[joint.end() :].strip(" ,")
        entry = options[0] if assent(first) == "yes" or OPENS_WITH_YES.fullmatch(first) else one_named(stripped(first), options)
        if entry is None or not more or more.startswith(("not ", "no ")) or (opens_with_verb(more) and not _SAYS_MORE.match(more)):
            continue
        if len(options) > 1 and entry is options[0] and not one_named(stripped(first), options) and not options[0]["label"].lower().startswith("yes"):
            continue
        call, rest = entry["call"], Clause(more, context)
        args = changed({"tool": call["tool"], "args": call.get("args", {})}, rest) or _own_args(call, rest)
        new = {"tool": call["tool"], "args": merged(call, args)} if args else None
        if new and new != call and not losses([new], rest):
            return [call, new] if rest.columns and _AS_WELL.search(more) else [new]
    return None


def _own_args(call: Call, rest: Clause) -> dict[str, Any]:
    """What the words say by themselves for the same tool: “stratified” for a cross-validation."""
    try:
        found = called(call["tool"], rest)
    except Unclear:
        return {}
    return dict(found[0]["args"]) if len(found) == 1 and found[0]["tool"] == call["tool"] else {}
