"""Understands the answer to a question that was asked: yes, no, the second one, “ok then the first”, “the median is fine”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.clause import Clause
from assistant.router.context import Call, RouterContext
from assistant.router.names import key, parts
from assistant.router.stems import stem

_YES = re.compile(r"^(?:yes|yeah|yep|yup|sure|ok|okay|of course|please do|do it|go ahead|correct|right|exactly|absolutely|definitely|fine|y|ja|confirm\w*|that one|sounds good|go for it|go on|lets go|lets do (?:it|that)|by all means|do so|why not|perfect|great)(?: (?:please|sure|do it|do that|go ahead|thanks|i am sure|im sure|start over|ok|fine|yes))*$")
_NO = re.compile(r"^(?:no|nope|nah|never ?mind|forget it|dont|leave it|neither|none|cancel|n|stop|(?:better|rather|please|absolutely|of course|certainly|id rather) not|not (?:now|yet|really)|no way|on no account)(?: (?:no|thanks|thank you|of them|please|it|that|one|of those|of these|of that|none|neither|not))*$")
_REFUSES = re.compile(r"^(?:no|nope|nah|not|dont)\b")
_ORDER = {"first": 0, "1st": 0, "1": 0, "second": 1, "2nd": 1, "2": 1, "third": 2, "3rd": 2, "3": 2, "fourth": 3, "4th": 3, "4": 3, "last": -1, "former": 0, "latter": -1}
_FILLER = frozenset(["a", "an", "the", "i", "id", "ill", "im", "we", "us", "our", "me", "my", "you", "it", "its", "them", "those", "these", "that", "this", "is", "are", "be", "would", "will", "go", "went", "for", "with", "do", "does", "did", "lets", "let", "just", "rather", "please", "pls", "ok", "okay", "yes", "yeah", "yep", "yup", "sure", "ja", "no", "nope", "nah", "not", "hm", "hmm", "well", "so", "then", "and", "or", "of", "to", "one", "ones", "option", "options", "number", "choice", "answer", "guess", "think", "say", "meant", "want", "like", "prefer", "take", "use", "choose", "pick", "make", "fine", "good", "better", "best", "sounds", "sound", "seems", "right", "thanks", "thank", "in", "at", "all", "now", "maybe", "perhaps", "whatever", "anyway", "dunno", "simply", ",", ".", "!", "?"])
"""Words of an answer that say nothing about which option is meant."""
_BOTH = re.compile(r"^(?:both|all|all of (?:them|these|those)|both of (?:them|these|those)|each|every one|the two|all (?:two|three|four|2|3|4))(?: of them)?(?: please| columns)?$")
LONGEST = 8
"""An answer of more words is a request of its own."""
Option = dict[str, Any]


def answer_to_question(clause: Clause, context: RouterContext) -> list[Call] | str | None:
    """Reads the answer to the pending question: calls, “no”, or None where it is something else."""
    options = (context.pending or {}).get("options") or []
    if not options:
        return None
    words = clause.norm.strip(" .!?,").replace(" ,", "")
    if _NO.match(words):
        refusals = [entry for entry in options if _REFUSES.match(entry["label"].lower())]
        return [refusals[0]["call"]] if len(refusals) == 1 else "no"
    if _YES.match(words):
        return [options[0]["call"]]
    together = _all_of_them(options) if _BOTH.match(words) else None
    if together:
        return together
    chosen = _by_place(words, options) or _by_name(words, clause, options) or _by_words(words, options, str((context.pending or {}).get("question") or ""))
    return [chosen["call"]] if chosen else _by_change(clause, context, options)


_OTHERWISE = re.compile(r"(?:(?:hm+|no|nope|well|oh|ok|sorry|actually|rather) ?,? )*(?:neither|none)(?: of (?:those|these|them|that|the (?:two|three|above)))?(?: please)? ?[,;:.-]* (?:but |rather |instead |just )*")
"""What turns all options down before something else of their kind is named."""


def _by_change(clause: Clause, context: RouterContext, options: list[Option]) -> list[Call] | None:
    """The same request in a way that no option had: “neither of those, take the median”."""
    from assistant.router.followup import changed

    calls = [entry["call"] for entry in options]
    turned = _OTHERWISE.match(clause.norm)
    alike = {(call["tool"], str(call.get("args", {}).get("columns"))) for call in calls}
    if turned is None or len(alike) != 1 or not clause.norm[turned.end() :].strip():
        return None
    more = changed(calls[0], Clause(clause.norm[turned.end() :], context))
    return [{"tool": calls[0]["tool"], "args": {**calls[0].get("args", {}), **more}}] if more else None


def _by_place(words: str, options: list[Option]) -> Option | None:
    said = [word for word in words.split() if word not in _FILLER]
    if len(said) != 1 or said[0] not in _ORDER or _ORDER[said[0]] >= len(options) or len(words.split()) > LONGEST:
        return None
    return options[_ORDER[said[0]]]


def _by_name(words: str, clause: Clause, options: list[Option]) -> Option | None:
    """The one option that has what was said as its label or as the value or column of an argument."""
    said = key(re.sub(r"^(?:the |i mean |i meant |use |take |its )+|(?: please| one| column)+$", "", words))
    exact = [entry for entry in options if said and said in (key(entry["label"]), *_values(entry["call"]))]
    if len(exact) == 1:
        return exact[0]
    within = [entry for entry in options if len(said) > 2 and any(said in map(key, parts(value)) for value in map(str, _flat(entry["call"].get("args", {}))))]
    if len(within) == 1 and len(clause.tokens) <= 3:
        return within[0]
    named = {mention.name for mention in clause.columns if mention.clear}
    fitting = [entry for entry in options if named and named & set(map(str, _flat(entry["call"].get("args", {}))))]
    return fitting[0] if len(fitting) == 1 and len(clause.tokens) <= 5 else None


def _by_words(words: str, options: list[Option], question: str) -> Option | None:
    """The one option that has all words of the answer which say something: “yes please drop it”.

    A word of the question says what is spoken about, and not which of the options is meant.
    """
    every = set().union(*map(_words_of, options))
    asked = {stem(word) for word in re.findall(r"[a-z0-9]+", question.lower())} - every
    said = {stem(word) for word in words.replace("-", " ").split() if word not in _FILLER} - asked
    if len(words.split()) > LONGEST:
        return None
    if not said:
        return options[0] if words.split() and _YES.match(words.split()[0]) else None
    fitting = [entry for entry in options if said <= _words_of(entry)]
    return fitting[0] if len(fitting) == 1 else None


def _words_of(entry: Option) -> set[str]:
    call = entry["call"]
    texts = [entry["label"], call["tool"], *map(str, _flat(call.get("args", {})))]
    return {stem(word) for text in texts for word in (*re.findall(r"[a-z0-9]+", text.lower()), *parts(text))}


def _all_of_them(options: list[Option]) -> list[Call] | None:
    """Makes one call of options that differ in their columns alone; None where they are different things."""
    calls = [entry["call"] for entry in options]
    listed = [call.get("args", {}).get("columns") for call in calls]
    alike = {(call["tool"], str({name: value for name, value in call.get("args", {}).items() if name != "columns"})) for call in calls}
    if len(alike) != 1 or not all(isinstance(columns, list) for columns in listed):
        return None
    return [{"tool": calls[0]["tool"], "args": {**calls[0]["args"], "columns": list(dict.fromkeys(name for columns in listed for name in columns))}}]


def _flat(args: dict[str, Any]) -> list[Any]:
    return [item for value in args.values() for item in (value if isinstance(value, list) else [value])]


def _values(call: Call) -> list[str]:
    return [key(str(value)) for value in _flat(call.get("args", {}))] + [key(call["tool"])]
