"""Asks where one request names two ways of doing it with “or” between them: “smote or class weights?”."""

from __future__ import annotations

import itertools
import re

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.slots import KINDS_OF, option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear

_BETWEEN = re.compile(r"(?: \w+){0,2}?(?: ?,| -)? or (?:(?:an?|the|with|by|use|using|rather|just|do|better|maybe|perhaps|possibly|else|even|should i|should we) )*")
_DONE_WITH = re.compile(r"\b(?:not|dont|neither|without|whichever|no matter|either(?! (?:(?:the|an?|with|by|use|using|do|take) )*[a-z_]+(?: [a-z_]+)? ?,? or\b))\b")
_HELD_AGAINST = re.compile(r"\b(?:compar\w+|better|best|wins?|winner|which|try|test|benchmark|vs|versus|both|worse|faster|stronger|more accurate|see|pit|against)\b")


def refuse_choice(calls: list[Call], clause: Clause) -> None:
    """Asks which way is meant where the words leave it open; each option is the whole call."""
    if len(calls) == 1 and calls[0]["tool"] == "scale":
        ways = [name for (_, end, name), (start, _, other) in itertools.pairwise([*vocabulary.placed(clause.masked, vocabulary.SCALE), (len(clause.masked), 0, "")]) if other and name != other and not clause.masked[end:start].strip() for name in (name, other)]
        if ways:
            _ask([{"tool": "scale", "args": {**calls[0]["args"], "method": way}} for way in ways])
    if len(calls) != 1 or " or " not in clause.masked or _DONE_WITH.search(clause.masked):
        return
    call = calls[0]
    for (owner, name), names in TABLES.items():
        ways = _alternatives(clause.masked, names) if owner == call["tool"] else []
        if ways:
            _ask([{"tool": owner, "args": {**call["args"], name: way}} for way in ways])
    metrics = _alternatives(clause.masked, vocabulary.METRICS) if call["args"].get("metric") or call["args"].get("optimize_for") else []
    if metrics:
        name = "metric" if call["args"].get("metric") else "optimize_for"
        _ask([{"tool": call["tool"], "args": {**call["args"], name: metric}} for metric in metrics])
    formats = _alternatives(clause.masked, vocabulary.EXPORT) if call["tool"] == "export" else []
    if formats and set(formats) <= set(call["args"].get("formats") or ()):
        _ask([*({"tool": "export", "args": {"formats": [name]}} for name in formats), call])
    models = _alternatives(clause.masked, vocabulary.MODELS)
    if models and set(models) <= set(call["args"].get("models") or ()) and not _HELD_AGAINST.search(clause.masked):
        _ask([*({"tool": "train", "args": {"model": model}} for model in models), call])


_TAKEN = re.compile(r"^(?:(?:please|just|now|then) )*(?:(?:apply|do|use|try|take|run) )(?:an? |the )?|(?: transform(?:ation)?)?(?: please| now)*$")
"""What stands around the name of a way that is to be taken: “apply square”, “box-cox transform”."""


def refuse_bare_word(calls: list[Call], clause: Clause) -> None:
    """Asks where a single word such as “log” says how, but not of which columns."""
    words = _TAKEN.sub("", clause.norm)
    bare = len(clause.tokens) == 1 or any(pattern.fullmatch(words) for (owner, _), names in TABLES.items() if owner == calls[0]["tool"] for _, pattern in names)
    call = calls[0] if len(calls) == 1 and bare else None
    if call is None or not call["args"] or "columns" in call["args"] or call["tool"] not in KINDS_OF:
        return
    names = clause.context.features(KINDS_OF[call["tool"]])
    raise Unclear("Of which columns?", [*(option(call["tool"], {**call["args"], "columns": [name]}, name) for name in names[:3]), option(call["tool"], call["args"], "All that it applies to")])


def _ask(calls: list[Call]) -> None:
    raise Unclear("Which one shall it be?", [option(call["tool"], call["args"], label(call)) for call in calls[:4]])


def _alternatives(words: str, names: vocabulary.Table) -> list[str]:
    """The values of the table that stand with “or” between them, in the order said."""
    found = vocabulary.placed(words, names)
    joined = [_BETWEEN.fullmatch(words[one[1] : other[0]]) is not None for one, other in itertools.pairwise(found)]
    if not any(joined):
        return []
    values = list(dict.fromkeys(value for _, _, value in found))
    return values if len(values) > 1 else []
