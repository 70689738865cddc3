"""Finds category values in a sentence, and the column that each implies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from assistant.router.context import RouterContext
from assistant.router.entities.names import MOST_FOUND, Mention, key, parts
from assistant.router.entities.numbers import ordinal
from assistant.router.entities.value_places import expected, listed, placed, spanned
from assistant.router.entities.value_words import PEOPLE, meant_by
from assistant.router.entities.words import COMMON
from assistant.router.wording.normalize import Token

_SIGNS = ("=", "<", ">", "==", "<=", ">=")
LONGEST_VALUE = 6
"""How many words of a message are looked at together."""
_ARTICLES = ("the", "a", "an")


@dataclass(frozen=True)
class ValueMention:
    """A run of tokens that is a value of one or more columns."""

    columns: tuple[str, ...]
    value: Any
    start: int
    end: int
    as_in: tuple[Any, ...] = ()
    """The value as each of the columns writes it."""


@dataclass(frozen=True)
class Known:
    """The values of a table's columns, prepared for looking them up."""

    by_key: dict[str, list[tuple[str, Any]]]
    """The columns and values by the key of a value, or of a single word (after a sign) that tells one apart."""
    openings: frozenset[str]
    """The first two letters of all keys, to see at once that a run of words begins none of them."""
    by_sign: dict[str, list[tuple[str, Any]]]
    """The values that end in a plus or a minus, such as O-, in lower case."""
    alone: dict[str, bool] = field(default_factory=dict)
    """Which words were found to mean a value by themselves."""


def find_values(tokens: list[Token], mentions: list[Mention], context: RouterContext) -> list[ValueMention]:
    """Lists the category values said, the longest first at each place; words that name a column are left to it."""
    known = _known(context)
    taken = {index: mention for mention in mentions for index in range(mention.start, mention.end) if mention.score > 1.1}
    found: list[ValueMention] = []
    index = 0
    while index < len(tokens):
        mention = (_signed(tokens, index, known) if known.by_sign else None) or _ordinal_of(tokens, index, mentions, context) or _at(tokens, index, known, taken, mentions)
        if mention is None:
            index += 1
            continue
        found.append(mention)
        index = mention.end
    return found


def _known(context: RouterContext) -> Known:
    notes = context.notes.setdefault("\0", {})  # no text of a person
    if "values" not in notes:
        notes["values"] = _prepared(tuple((column["name"], tuple(value for value in column["values"] if isinstance(value, str))) for column in context.columns if column.get("values")))
    known: Known = notes["values"]
    return known


@lru_cache(maxsize=64)
def _prepared(texts: tuple[tuple[str, tuple[str, ...]], ...]) -> Known:
    known: dict[str, list[tuple[str, Any]]] = {}
    for name, values in texts:
        for value in values:
            if key(value):
                known.setdefault(key(value), []).append((name, value))
    for word, entries in _by_word(texts).items():
        if len(entries) == 1:
            known[f"\0{word}"] = entries
    signed: dict[str, list[tuple[str, Any]]] = {}
    for name, value in ((name, value) for name, values in texts for value in values if len(value) > 1 and value[-1] in "+-" and value[-2].isalnum()):
        signed.setdefault(value.lower(), []).append((name, value))
    return Known(known, frozenset(text[:2] for text in known), signed)


def _by_word(texts: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, list[tuple[str, Any]]]:
    """The values that a single word of theirs tells apart: “card” where the only card is the credit card."""
    found: dict[str, list[tuple[str, Any]]] = {}
    in_names = {part for name, _ in texts for part in parts(name)}
    for name, values in texts:
        for value in values if len(values) <= 30 else ():
            words = [key(word) for word in re.split(r"[\s/_-]+", value)]
            for word in dict.fromkeys(words if 1 < len(words) < 4 else []):
                if len(word) > 3 and word not in in_names:
                    found.setdefault(word, []).append((name, value))
    return found


def _at(tokens: list[Token], index: int, table: Known, taken: dict[int, Mention], mentions: list[Mention]) -> ValueMention | None:
    known, word = table.by_key, key(tokens[index].text)
    longest = LONGEST_VALUE if len(word) == 1 or word[:2] in table.openings else 1
    if longest == 1 and not _alone(word, table):
        return None
    for length in range(min(longest, len(tokens) - index), 0, -1):
        if any(not _covers(index, index + length, taken[place]) for place in range(index, index + length) if place in taken):
            continue
        run = tokens[index : index + length]
        if not (run[0].text[0].isalnum() and run[-1].text[-1].isalnum()) and not run[0].quoted:
            continue
        if length > 1 and any(token.norm in _ARTICLES for token in (run[0], run[-1])):
            continue
        if any(token.norm in _SIGNS and not token.quoted for token in run[1:-1]):
            continue  # “C = 2” is no value C2
        words = "".join(key(token.text) for token in run if length == 1 or token.norm not in _ARTICLES)
        hits = known.get(words) or (known.get(f"{words}s") or (known.get(words[:-1]) if words.endswith("s") else None) if length > 1 else None)
        if hits is None and length == 1 and len(words) > 3 and words not in COMMON and index not in taken:
            hits = known.get(f"\0{words}")
        if not hits and length == 1:
            hits = meant_by(words, known)
        if not hits:
            continue
        lone = length == 1 and not run[0].quoted
        exact = lone and run[0].text.isupper() and run[0].text in {value for _, value in hits}
        if lone and not exact and (len(words) < 2 or (words in COMMON and not (expected(tokens, index, hits, mentions) or listed(tokens, index, hits, known, mentions) or spanned(tokens, index, hits, known)))) and words not in PEOPLE and run[0].text not in {value for _, value in hits if len(value) == 1 and value.isupper()}:
            continue
        if lone and words.isalpha() and len(words) == 2 and run[0].text.islower() and all(value.isupper() for _, value in hits) and not placed(tokens, index):
            continue
        if lone and len(words) == 1 and run[0].text in ("I", "A") and not spanned(tokens, index, hits, known) and not listed(tokens, index, hits, known, mentions) and not any((mention.start == index + 1 or (mention.end == index and _ends_name(tokens, index + 1))) and {name for name, _ in hits} & set(mention.names) for mention in mentions):
            continue
        written = dict(reversed(hits))
        names = tuple(dict.fromkeys(name for name, _ in hits))
        return ValueMention(names, hits[0][1], index, index + length, tuple(written[name] for name in names))
    return None


_SIGN_WORDS = {"+": "+", "-": "-", "positive": "+", "pos": "+", "plus": "+", "negative": "-", "neg": "-", "minus": "-"}


def _signed(tokens: list[Token], index: int, known: Known) -> ValueMention | None:
    """Reads a value that ends in a sign, written or said: “O-”, “O negative”."""
    sign = _SIGN_WORDS.get(tokens[index + 1].norm) if index + 1 < len(tokens) else None
    hits = known.by_sign.get(f"{tokens[index].norm}{sign}", ()) if sign and (tokens[index + 1].norm != sign or tokens[index].end == tokens[index + 1].start) else ()
    return ValueMention(tuple(name for name, _ in hits), hits[0][1], index, index + 2, tuple(value for _, value in hits)) if hits else None


def _ends_name(tokens: list[Token], index: int) -> bool:
    """Says whether nothing follows that an “I” or an “a” may go on with: “class I only”, and not “class I want”."""
    return index == len(tokens) or tokens[index].norm in ("only", "and", "or", ",", "rows", "ones", "out", "away", "please", "alone", "too", "goes", "should", "must", ")")


def _alone(word: str, table: Known) -> bool:
    """Says whether a word may mean a value by itself; remembered, as most words of a message are looked up several times."""
    if word not in table.alone:
        if len(table.alone) >= MOST_FOUND:
            table.alone.clear()
        known = table.by_key
        table.alone[word] = word in known or f"\0{word}" in known or bool(meant_by(word, known))
    return table.alone[word]


def _covers(start: int, end: int, mention: Mention) -> bool:
    """Says whether a run of words holds a whole column and more: “No internet service” is a value, though a column has part of its name."""
    return not mention.quoted and start <= mention.start and mention.end <= end and end - start > mention.end - mention.start


def _ordinal_of(tokens: list[Token], index: int, mentions: list[Mention], context: RouterContext) -> ValueMention | None:
    """Reads “first class” where a column that ends in class has the value 1."""
    place = ordinal(tokens[index].norm)
    if place is None:
        return None
    end = index + 1
    while end + 1 < len(tokens) and tokens[end].norm in ("and", "or", ",", "to") and ordinal(tokens[end + 1].norm) is not None:
        end += 2  # “1st and 2nd class”
    for mention in mentions:
        if mention.start == end and mention.clear:
            values = context.column(mention.name).get("values") or []
            for value in values:
                if str(value) == str(place):
                    return ValueMention((mention.name,), value, index, mention.end if end == index + 1 else index + 1, (value,))
    return None
