"""Recognises rows that are only described, by values and a few small words: “Rioja and Douro lots, but without the rose ones”."""

from __future__ import annotations

from assistant.router.clause import Clause

_RESTRICTS = frozenset(["only", "just", "no", "not", "without", "except"])
_LINKS = _RESTRICTS | frozenset(["but", "and", "or", "nor", "with", "the", "from", "in", "of", "on", "at", ",", "any", "all", "for", "those", "please", "alone"])
_ROWS = frozenset(["ones", "cases", "people", "rows", "records", "women", "men"])


def describes_rows(clause: Clause) -> bool:
    """Says whether all words tell which rows are meant: values, yes-or-no columns, what rows are called, and what joins them."""
    shape = clause.shape
    if "#" not in shape.words and not ("@" in shape.words and _RESTRICTS & set(shape.words)):
        return False
    named = [_names_rows(word) for word in shape.words]
    if not all(word in _LINKS or word == "#" or rows or (word == "@" and _tells_rows(clause, place)) for place, (word, rows) in enumerate(zip(shape.words, named, strict=True))):
        return False
    return bool(_RESTRICTS & set(shape.words)) or (any(named) and not clause.context.runs)


def _names_rows(word: str) -> bool:
    """Says whether a word is what rows may be called: a plural."""
    return word in _ROWS or (len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith("ss"))


def _tells_rows(clause: Clause, place: int) -> bool:
    """Says whether a column stands for its yes, or beside a value of its own: “no gas heating”."""
    shape = clause.shape
    mention = shape.things[place]
    if not mention.clear:
        return False
    beside = [shape.things[other] for other in (place - 1, place + 1) if 0 <= other < len(shape.words) and shape.words[other] == "#"]
    return clause.context.kind(mention.name) == "boolean" or any(mention.name in value.columns for value in beside)
