"""Finds category values in a sentence, and the column that each implies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from assistant.router.context import RouterContext
from assistant.router.names import MOST_FOUND, Mention, key, parts
from assistant.router.normalize import Token
from assistant.router.numbers import ordinal
from assistant.router.segment import opens_with_verb
from assistant.router.words import COMMON, ROW_NOUNS

PEOPLE = {
    "woman": "female", "women": "female", "females": "female", "girls": "female", "ladies": "female", "girl": "female", "lady": "female",
    "man": "male", "men": "male", "males": "male", "boys": "male", "guys": "male", "boy": "male", "gentlemen": "male",
    "child": "child", "children": "child", "kids": "child", "kid": "child",
}
NATIONS = {
    "american": "usa", "americans": "usa", "british": "uk", "english": "england", "german": "germany", "germans": "germany", "french": "france", "dutch": "netherlands",
    "swiss": "switzerland", "spanish": "spain", "greek": "greece", "polish": "poland", "swedish": "sweden", "danish": "denmark", "turkish": "turkey", "irish": "ireland",
}
"""What people and things of a country are called whose name does not begin so."""


_DWELLERS = ("ese", "ian", "ean", "an", "n", "ish")
"""What makes a japanese car of a value japan."""
_SIGNS = ("=", "<", ">", "==", "<=", ">=")
LONGEST_VALUE = 6
"""How many words of a message are looked at together."""
_ARTICLES = ("the", "a", "an")
_CALENDAR = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"])


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
    alone: dict[str, bool] = field(default_factory=dict)
    """Which words were found to mean a value by themselves."""


def find_values(tokens: list[Token], mentions: list[Mention], context: RouterContext) -> list[ValueMention]:
    """Lists the category values said, the longest first at each place; words that name a column are left to it."""
    known = _known(context)
    taken = {index: mention for mention in mentions for index in range(mention.start, mention.end) if mention.score > 1.1}
    found: list[ValueMention] = []
    index = 0
    while index < len(tokens):
        mention = _ordinal_of(tokens, index, mentions, context) or _at(tokens, index, known, taken, mentions)
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
    return notes["values"]


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
    return Known(known, frozenset(text[:2] for text in known))


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
        if not (run[0].text[0].isalnum() and run[-1].text[-1].isalnum()):
            continue
        if length > 1 and any(token.norm in _ARTICLES for token in (run[0], run[-1])):
            continue
        if any(token.norm in _SIGNS and not token.quoted for token in run[1:-1]):
            continue  # “C = 2” is no value C2
        words = "".join(key(token.text) for token in run if length == 1 or token.norm not in _ARTICLES)
        hits = known.get(words) or (known.get(f"{words}s") or (known.get(words[:-1]) if words.endswith("s") else None) if length > 1 else None)
        if hits is None and length == 1 and len(words) > 3 and words not in COMMON and index not in taken:
            hits = known.get(f"\0{words}")
        if hits is None and length == 1:
            hits = known.get(NATIONS.get(words, "")) or _people(words, known) or _of_the_calendar(words, known) or _of_several(words, known)
        if not hits and length == 1:
            hits = _dwelling(words, known)
        if not hits:
            continue
        lone = length == 1 and not run[0].quoted
        exact = lone and run[0].text.isupper() and run[0].text in {value for _, value in hits}
        if lone and not exact and (len(words) < 2 or (words in COMMON and not (_expected(tokens, index, hits, mentions) or _listed(tokens, index, hits, known) or _spanned(tokens, index, hits, known)))) and words not in PEOPLE and run[0].text not in {value for _, value in hits if len(value) == 1 and value.isupper()}:
            continue
        if lone and words.isalpha() and len(words) == 2 and run[0].text.islower() and all(value.isupper() for _, value in hits) and not _placed(tokens, index):
            continue
        if lone and len(words) == 1 and run[0].text in ("I", "A") and not _spanned(tokens, index, hits, known) and not _listed(tokens, index, hits, known) and not any(mention.start == index + 1 and {name for name, _ in hits} & set(mention.names) for mention in mentions):
            continue
        written = dict(reversed(hits))
        names = tuple(dict.fromkeys(name for name, _ in hits))
        return ValueMention(names, hits[0][1], index, index + length, tuple(written[name] for name in names))
    return None


def _alone(word: str, table: Known) -> bool:
    """Says whether a word may mean a value by itself; remembered, as most words of a message are looked up several times."""
    if word not in table.alone:
        if len(table.alone) >= MOST_FOUND:
            table.alone.clear()
        known = table.by_key
        table.alone[word] = any((word in known, f"\0{word}" in known, _people(word, known), _of_the_calendar(word, known), _of_several(word, known), _dwelling(word, known), NATIONS.get(word) in known))
    return table.alone[word]


def _dwelling(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a word for those who live there means: Berliners."""
    if len(words) < 7:
        return None
    return next((known[base] for ending in _DWELLERS if words.endswith(ending) for base in (words[: -len(ending)], words[: -len(ending)] + "e", words[: -len(ending)] + "a") if len(base) > 3 and base in known), None)


def _of_several(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a plural speaks of: bakeries, buses, Mondays."""
    singles = [words[: -len(ending)] + single for ending, single in (("ies", "y"), ("es", ""), ("s", "")) if words.endswith(ending) and len(words) > 3]
    return next((known[single] for single in singles if single in known), None)


def _of_the_calendar(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a month or a weekday is short for: Fri for Fridays, Sept for September."""
    single = words.removesuffix("s")
    return next((known[single[:length]] for length in (3, 4, 5, 2) if single[:length] in known), None) if single in _CALENDAR else None


def _people(words: str, known: dict[str, list[tuple[str, Any]]]) -> list[tuple[str, Any]] | None:
    """The values that a word for people means; where sexes are letters, the one it begins with."""
    meant = PEOPLE.get(words, "")
    if meant in known or meant not in ("female", "male"):
        return known.get(meant)
    return [(name, value) for name, value in known.get(meant[0], []) if {"sex", "gender"} & set(parts(name))] or None


def _covers(start: int, end: int, mention: Mention) -> bool:
    """Says whether a run of words holds a whole column and more: “No internet service” is a value, though a column has part of its name."""
    return not mention.quoted and start <= mention.start and mention.end <= end and end - start > mention.end - mention.start


_WRITTEN = re.compile(r"(?:typed|entered|recorded|noted|logged|listed|marked|labell?ed|tagged|coded|classed|classified|registered|booked|filed|reported|given|written|wrote|put|down|known|keyed|saved|stored|flagged)")
"""What is said before a value that somebody wrote: “those typed as drop”."""


def _expected(tokens: list[Token], index: int, hits: list[tuple[str, Any]], mentions: list[Mention]) -> bool:
    """Says whether a value may stand here even where the word is a common one: “only clear weather”."""
    names = {name for name, _ in hits}
    if tokens[index].norm == "no" and tokens[0].norm in ("replace", "recode", "map", "change") and index + 1 < len(tokens) and tokens[index + 1].norm in ("with", "by", "to", "into"):
        return True
    if tokens[index].norm in ("no", "not", "non") and (index == 0 or tokens[index - 1].norm not in ("is", "=", "==", "are", "say", "says", "said", "saying", "reads", "means") or not _ends(tokens, index + 1)):
        return False
    if any(mention.start == index + 1 and names & set(mention.names) for mention in mentions):
        return True
    if index + 1 < len(tokens) and (tokens[index + 1].norm in ("ones", "rows", "people", "cases") or tokens[index + 1].norm in ROW_NOUNS) and not (index == 0 and opens_with_verb(tokens[0].norm)):
        return True
    if len(tokens[index].norm) > 2 and any(names & set(mention.names) and 0 <= index - mention.end <= 2 and all(token.norm in ("is", "in", "either", "=", "of", "was", "are", "says", "say", "said", "reads", "equals") for token in tokens[mention.end : index]) for mention in mentions):
        return True
    if index > 0 and tokens[0].norm in ("combine", "merge", "lump", "collapse", "recode", "map", "replace"):
        return True
    if index > 1 and tokens[index - 1].norm == "as" and _WRITTEN.fullmatch(tokens[index - 2].norm):
        return True
    return index > 0 and tokens[index - 1].norm in ("only", "just", "=", "==", "is", "isnt", "no", "than", "exclude", "say", "says", "said", "saying")


def _ends(tokens: list[Token], index: int) -> bool:
    """Says whether nothing follows that belongs to the word before: “is no” says no, “is no use” does not."""
    return index == len(tokens) or not tokens[index].norm[0].isalpha() or tokens[index].norm in ("and", "or", "but", "then", "in", "for", "only", "please", "to", "as", "into", "with", "by", "should", "means", "goes", "go", "must", "can", "has", "have", "out", "away")


def _listed(tokens: list[Token], index: int, hits: list[tuple[str, Any]], known: dict[str, list[tuple[str, Any]]]) -> bool:
    """Says whether a value is listed beside another one of its column: “sushi and pizza”."""
    if tokens[index].norm in (*_YES, *_NO):
        return False
    others = [other for joint, other in ((index - 1, index - 2), (index + 1, index + 2)) if 0 <= other < len(tokens) and tokens[joint].norm in ("and", "or", "nor", ",", "&") and (other < index or tokens[other].norm not in COMMON)]
    return any({name for name, _ in hits} & {name for name, _ in known.get(key(tokens[other].text), ())} for other in others)


def _spanned(tokens: list[Token], index: int, hits: list[tuple[str, Any]], known: dict[str, list[tuple[str, Any]]]) -> bool:
    """Says whether a value stands at an end of a span of values of its column: “from good to premium”, “G to I”."""
    ends = [other for joint, other in ((index + 1, index + 2), (index - 1, index - 2)) if joint >= 0 and max(joint, other) < len(tokens) and other >= 0 and tokens[joint].norm in ("to", "-", "through", "till", "until")]
    return any({name for name, _ in hits} & {name for name, _ in known.get(key(tokens[other].text), ())} for other in ends)


def _placed(tokens: list[Token], index: int) -> bool:
    """Says whether two small letters stand where a code such as TX may stand."""
    return index > 0 and tokens[index - 1].norm in ("from", "in", "=", "==", "is", "are", "state", "or", ",", "and", "not", "(", "only", "just")


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


def coerced(context: RouterContext, column: str, token: Token) -> Any:
    """Reads a token as a value of the column: the value as it stands in the data where it is one."""
    values = context.column(column).get("values") or []
    wanted = PEOPLE.get(token.norm, token.norm)
    said = _meant(values, token) if not token.quoted else None
    if said is not None:
        return said
    for value in values:
        if str(value) == token.text or (key(str(value)) == key(wanted) and key(wanted)):
            return value
    if token.number is not None and not token.quoted:
        alike = [value for value in values if isinstance(value, str) and re.findall(r"\d+", value) == [token.norm]]
        if len(alike) == 1 and context.kind(column) in ("categorical", "text"):
            return alike[0]
        from assistant.router.normalize import plain_number

        return plain_number(token.number)
    return token.text


_YES, _NO = ("yes", "true", "y", "on"), ("no", "false", "n", "off")


def _meant(values: list[Any], token: Token) -> Any:
    """The value that yes and no mean in a column of two, or the only one that begins with a letter: “sex f”."""
    keys = {key(str(value)): value for value in values}
    for words, other in ((_YES, "1"), (_NO, "0")):
        if token.norm in words and len(keys) == 2:
            return next((keys[word] for word in (*words, other) if word in keys), None)
    begun = [value for text, value in keys.items() if text.startswith(token.norm)] if len(token.norm) == 1 and token.norm.isalpha() and token.norm not in keys else []
    return begun[0] if len(begun) == 1 else None


def yes_of(context: RouterContext, column: str) -> Any:
    """The value of a column of two values that means yes; None where it has none."""
    values = context.column(column).get("values") or []
    return next((value for value in values if value is True or str(value).lower() in ("1", "1.0", "yes", "true", "y")), None) if len(values) == 2 else None


def no_of(context: RouterContext, column: str) -> Any:
    """The other value of a column that has a yes."""
    yes = yes_of(context, column)
    return next((value for value in context.column(column).get("values") or [] if value != yes), None) if yes is not None else None


def stands_for_value(context: RouterContext, mentions: list[Mention], start: int, token: Token) -> bool:
    """Says whether the word right after a column is one of its values, said in full or in short: “smoker no”, “sex f”."""
    mention = next((mention for mention in mentions if mention.start == start), None)
    values = context.column(mention.name).get("values") or [] if mention else []
    return bool(values) and (_meant(values, token) is not None or key(token.text) in {key(str(value)) for value in values})


def age_column(context: RouterContext) -> str | None:
    """Finds the column that older and younger speak of."""
    names = [column["name"] for column in context.columns if "age" in parts(column["name"])]
    return names[0] if len(names) == 1 else next((name for name in names if key(name) == "age"), None)
