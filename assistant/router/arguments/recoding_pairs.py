"""Reads values that each become another: “treat male as 1 and female as 0”, “if sex is male put 1 else 0”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.context import Call
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import coerced
from assistant.router.entities.names import key
from assistant.router.entities.values import ValueMention
from assistant.router.wording.normalize import Token

_THE = r"(?:(?:the|all|every|each|value|values|a|an) )*"
_NEW = r"(?:N|#|Q|[a-z][a-z_-]*)"
_BECOMES = r"(?:as|to|into|=|- >|= >|->|=>|becomes?|with|by|:|should be|shall be|is|are|gets?)"
_PAIRS = re.compile(
    rf"(?:(?:please|just|so|and|then|in|for|@|,|column|the) )*(?:(?:treat|consider|count|code|encode|map|set|make|recode|read|use|turn|label|write|replace|change|"
    rf"convert|mark) )?{_THE}(?P<first>#) {_BECOMES} {_NEW}(?:(?: ?,| ?;| and| &|, and)+ {_THE}# {_BECOMES} {_NEW})+(?: (?:in|of|for) (?:the )?@)?(?: please)?",
)
_ONE = re.compile(rf"(?P<old>#) {_BECOMES} (?P<new>{_NEW})(?= |$)")
_PUT = r"(?:(?:then|put|write|set|make|use|say|it|them|that|to|be|a|is|give|becomes?) )*"
_ELSE = re.compile(
    rf"(?:(?:please|just|so|and|then) )*(?:if|when|where|wherever) (?:the )?@ (?:is|=|equals|says|= =|was) (?P<old>#) ?,? ?{_PUT}(?P<new>N|Q|"
    rf"[a-z][a-z_-]*) ?,? ?(?:and )?(?:else|otherwise|if not|or else|for (?:the|all) (?:rest|others)) ?,? ?{_PUT}(?P<other>N|Q|[a-z][a-z_-]*)(?: please)?",
)
_NEITHER = frozenset(["missing", "drop", "remove", "leave", "nothing", "keep", "it", "them", "the", "a", "number", "numbers", "numeric", "category", "target", "label", "text", "one", "ordinal", "onehot", "normal", "is", "same"])
"""Words after which something else is meant than a new value."""
MOST_OTHERS = 6
"""Up to how many other values are each written anew."""


def recoded_pairs(clause: Clause) -> list[Call] | None:
    """One call for each value that becomes another; None for other words."""
    if not clause.values:
        return None
    shape = clause.shape
    text = shape.text.strip(" .!?")
    pairs = _PAIRS.fullmatch(text) if len(clause.values) > 1 else None
    if pairs:
        return _each(clause, [(shape.things[shape.places(*one.span("old"))[0]], shape.things[shape.places(*one.span("new"))[0]]) for one in _ONE.finditer(text, pairs.start("first"))])
    either = _ELSE.fullmatch(text)
    if either is None or len(clause.columns) != 1 or not clause.columns[0].clear:
        return None
    old, new, other = (shape.things[shape.places(*either.span(part))[0]] for part in ("old", "new", "other"))
    column = clause.columns[0].name
    if not isinstance(old, ValueMention) or column not in old.columns or _forbidden(new) or _forbidden(other):
        return None
    others = [value for value in clause.context.column(column).get("values") or [] if value != _as_in(old, column)]
    first = _call(column, _as_in(old, column), _new(clause, column, new))
    if not 0 < len(others) <= MOST_OTHERS:
        raise Unclear(f"“{column}” has too many other values to write each anew. Shall only the one be changed?", [option("replace_values", first["args"], f"Yes: only {_as_in(old, column)}")])
    return [first, *(_call(column, value, _new(clause, column, other)) for value in others)]


def _each(clause: Clause, pairs: list[tuple[Any, Any]]) -> list[Call] | None:
    olds = [old for old, _ in pairs]
    shared = [name for name in olds[0].columns if all(isinstance(old, ValueMention) and name in old.columns for old in olds)] if olds and isinstance(olds[0], ValueMention) else []
    named = [mention.name for mention in clause.columns if mention.clear and mention.name in shared]
    column = named[0] if named else shared[0] if len(shared) == 1 else None
    if column is None or len(pairs) < 2 or any(_forbidden(new) for _, new in pairs):
        return None
    return [_call(column, _as_in(old, column), _new(clause, column, new)) for old, new in pairs]


def _new(clause: Clause, column: str, new: Any) -> Any:
    """The new value as it was written, where it is only short for an old one: “male to m”."""
    if not isinstance(new, ValueMention):
        return coerced(clause.context, column, new if new.number is not None else Token(new.text, new.text.lower(), new.start, new.end, quoted=True))
    return _as_in(new, column) if key(clause.written(new)) == key(str(new.value)) else clause.written(new)


def _forbidden(new: Any) -> bool:
    return not isinstance(new, Token | ValueMention) or (isinstance(new, Token) and not new.quoted and new.norm in _NEITHER)


def _as_in(value: ValueMention, column: str) -> Any:
    return next((said for name, said in zip(value.columns, value.as_in, strict=True) if name == column), value.value)


def _call(column: str, old: Any, new: Any) -> Call:
    return {"tool": "replace_values", "args": {"column": column, "old": old, "new": new}}
