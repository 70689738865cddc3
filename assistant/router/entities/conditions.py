"""Finds conditions on rows in a sentence: comparisons with numbers and dates, category values, missing values."""

from __future__ import annotations

import itertools
import re
from typing import Any

from assistant.router.arguments.slots import option, resolved
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import yes_of
from assistant.router.entities.comparisons import comparisons, equalities, with_op
from assistant.router.entities.condition import Condition
from assistant.router.entities.condition_lists import shared
from assistant.router.entities.days import of_days
from assistant.router.entities.direction import direction_of
from assistant.router.entities.gaps import gap, gaps_told
from assistant.router.entities.having import having
from assistant.router.entities.hints import by_direction
from assistant.router.entities.names import key, parts
from assistant.router.entities.signs import of_sign
from assistant.router.entities.spans import between, is_span
from assistant.router.entities.stems import stem
from assistant.router.entities.values import ValueMention

_TELLS = r"(?:says?|saying|said|writes?|wrote|tells?|telling|reads?|speaks?|spoke|talks?|talking|complains?|complaining) (?:(?:something|anything|sth|things|a word|a lot|a bit) )?(?:about|of)|refer(?:s|red|ring)? to|(?:has|have|with) (?:something|anything) (?:about|on)"
_ONLY = r"(?: (?:only|please|lol|alone))*$"
_CONTAINS = re.compile(
    rf"\b(?:contain(?:s|ing)?|includ(?:es|ing)|mention(?:s|ing)?|has the word|have the word|with the word|{_TELLS})\b|"
    rf"\b(?:has|have|having|with) (?:(?!no\b|not\b|values?\b|missing\b)[^@# ]+ ){{1,4}}in (?:it|them|there|"
    rf"(?:its|their|the|her|his) (?:@|name|title|text)(?: (?:column|field|line|text))?){_ONLY}",
)
_ABOUT = re.compile(r"(?:^|\b(?:only|just|the|keep|all|rows|ones|those|with|whose|where|a|an) )@ (?:(?:is|are|was|were|all) )?about (?=[a-z'])")
"""What a text is about: “comments about wheelchairs”."""
_QUOTED_IN = re.compile(rf"'' (?:(?:is|appears|occurs|stands|shows up|comes up|turns up) )?(?:(?:somewhere|anywhere|at all|written|said) )?(?:in|inside|within) (?:the |its |their |his |her |my |our )?@(?: column| field| line| text)?{_ONLY}")
"""A text in quotes that is to be found in a column: “that have 'election' somewhere in the title”."""
_IN_IT = re.compile(r"(?<=[\w'\"’”]) (?:(?:somewhere|anywhere|at all) )?in (?:it|them|there|(?:its|their|the|her|his) [\w ]{1,60}?)(?: only| please| alone)*$", re.I)


def conditions(clause: Clause) -> list[Condition]:
    """Lists the conditions said, in order; asks where a column or a value is not clear."""
    days = of_days(clause)
    if days:
        return [days]
    told = [(place, Condition(resolved(mention, clause, "filter_rows", "column", {"op": op}), op)) for place, mention, op in gaps_told(clause)]
    missing = having(clause) or ([] if told and (clause.values or clause.numbers) else _of_missing(clause))
    if missing:
        return missing
    contained = _of_text(clause)
    if contained:
        return [contained]
    used: set[int] = set()
    found = [*comparisons(clause, used), *equalities(clause, used)]
    found += [(place, condition) for place, condition in _of_values(clause, {entry.column for _, entry in found})]
    if found:
        found += [(place, condition) for place, condition in _of_yes(clause) if condition.column not in {entry.column for _, entry in found}]
    found += [(place, condition) for place, condition in told if condition.column not in {entry.column for _, entry in found}]
    found = shared(clause, found)
    found.sort(key=lambda entry: entry[0])
    listed = list(dict.fromkeys((condition.column, condition.op, str(condition.value)) for _, condition in found))
    unique = [next(condition for _, condition in found if (condition.column, condition.op, str(condition.value)) == entry) for entry in listed]
    return unique or of_sign(clause) or [condition for _, condition in _of_yes(clause)] or _of_words(clause)


_LISTED = re.compile(r"@(?: ?(?:,|and|or|, and|, or|nor) (?:the |no |any |an? |without )*@)+")


def _of_missing(clause: Clause) -> list[Condition]:
    op = gap(clause)
    if op is None:
        return []
    listed = clause.columns if _LISTED.search(clause.masked) else clause.columns[:1]
    return [Condition(resolved(mention, clause, "filter_rows", "column", {"op": op}), op) for mention in listed]


_HOLDING = (re.compile(r"\b(?:contain(?:s|ing)?|includ(?:es|ing)|mention(?:s|ing)?|(?:has|have|with) the words?)\b", re.I), re.compile(rf"\b(?:{_TELLS}|has|have|having|with)\b", re.I))
"""What stands before the words that a text holds, the surer first: “I will have those where the notes mention dew”."""


def _of_text(clause: Clause) -> Condition | None:
    quoted = [token for token in clause.tokens if token.quoted]
    if len(quoted) == 1 and _QUOTED_IN.search(clause.masked) and clause.context.kind(clause.columns[-1].name) not in ("numeric", "datetime"):
        return Condition(resolved(clause.columns[-1], clause, "filter_rows", "column", {"op": "contains", "value": quoted[0].text}), "contains", quoted[0].text)
    about = _ABOUT.search(clause.masked)
    if about and clause.columns and clause.context.kind(clause.columns[0].name) in ("text", "categorical") and not clause.values and not clause.numbers:
        said = re.split(r"\babout\b", clause.text.rstrip(" .!?"), maxsplit=1, flags=re.I)[-1].strip(" \"'`")
        said = re.sub(r"(?:,? (?:only|please|alone))+$", "", said, flags=re.I)
        if said:
            return Condition(resolved(clause.columns[0], clause, "filter_rows", "column", {"op": "contains", "value": said}), "contains", said)
    if not _CONTAINS.search(clause.masked):
        return None
    columns = clause.columns or [mention for mention in clause.all_mentions if clause.context.kind(mention.name) in ("text", "categorical")]
    texts = clause.context.features(("text",))
    if not columns and len(texts) != 1:
        return None
    told = _IN_IT.sub("", clause.text.rstrip(" .!?"))
    rest = next(pieces[-1] for pattern in _HOLDING if len(pieces := pattern.split(told, maxsplit=1)) > 1 or pattern is _HOLDING[-1])
    rest = re.sub(r"^\s*(?:the )?(?:words?|text|string|letters?)\b", "", rest).strip().strip("\"'`.,! ")
    within = clause.written(clause.columns[-1]) if clause.columns else ""
    rest = re.sub(rf" in (?:the |its )?{re.escape(within)}(?:$|[,;:].*$)", "", rest, flags=re.I | re.S).strip("\"'`.,! ") if within else rest
    if not rest:
        return None
    column = resolved(columns[0], clause, "filter_rows", "column", {"op": "contains", "value": rest}) if columns else texts[0]
    return Condition(column, "contains", rest)


def _of_values(clause: Clause, taken: set[str]) -> list[tuple[int, Condition]]:
    shape = clause.shape
    groups: dict[str, list[tuple[int, ValueMention]]] = {}
    for place, thing in enumerate(shape.things):
        if shape.words[place] == "#":
            try:
                groups.setdefault(_column_of(clause, thing), []).append((place, thing))
            except Unclear as unclear:
                raise with_op(clause, unclear, "ne", thing.value) if direction_of(clause).turns(place) else unclear from unclear
    found = []
    for column, members in groups.items():
        if column in taken:
            continue
        members = _without_head(clause, members)
        turned = direction_of(clause).turned([place for place, _ in members])
        spans = [index for index in range(1, len(members)) if is_span(clause, members[index - 1][0], members[index][0])]
        for index in spans:
            turned[index] = turned[index - 1]
        negated = all(turned)
        wanted = members if negated else [member for member, off in zip(members, turned, strict=True) if not off]
        values: list[Any] = []
        for index, member in enumerate(members):
            ends = [_as_in(thing, column) for _, thing in members[index - 1 : index + 1]] if index in spans else []
            said = between(clause, column, *ends) if ends else [_as_in(member[1], column)]
            values += [value for value in said if member in wanted and value not in values]
        op = ("ne" if negated else "eq") if len(values) == 1 else ("not_in" if negated else "in")
        found.append((wanted[0][0], Condition(column, op, values[0] if len(values) == 1 else values)))
    return found


def _as_in(mention: ValueMention, column: str) -> Any:
    """The value as a column writes it."""
    return next(value for name, value in zip(mention.columns, mention.as_in, strict=True) if name == column)


def _without_head(clause: Clause, members: list[tuple[int, ValueMention]]) -> list[tuple[int, ValueMention]]:
    """Leaves out a value that only names the rows which another value of its column tells apart: “every parcel that was not sent by express”."""
    words = [*clause.shape.words, ""]
    rest = [(place, value) for place, value in members if words[place + 1] not in ("that", "which", "who", "whose")]
    return rest or members


def _column_of(clause: Clause, value: ValueMention) -> str:
    """The column that a value belongs to; where it could be several, the words around it decide."""
    if len(value.columns) == 1:
        return value.columns[0]
    directed = by_direction(clause, value)
    if directed:
        return directed
    named = [mention.name for mention in clause.columns if mention.clear]
    fitting = [name for name in value.columns if name in named]
    if len(fitting) != 1:
        stems = [stem(token.norm) for token in clause.tokens]
        heard = {*stems} - _PARTICLES | {*(_single(first) + _single(second) for first, second in itertools.pairwise(stems))}
        points = {name: sum(stem(part) in heard for part in parts(name)) for name in value.columns}
        best = max(points.values())
        fitting = [name for name, count in points.items() if count == best]
    if len(fitting) == 1:
        return fitting[0]
    options = [option("filter_rows", {"column": name, "op": "eq", "value": value.value}, name) for name in value.columns[:4]]
    raise Unclear(f"“{value.value}” is a value of several columns. Which one do you mean?", options)


_PARTICLES = frozenset(["out", "off", "in", "on", "up", "of", "at", "by", "for", "to", "no", "not", "is", "down"])
"""Small words that point at no column though one may have them in its name: “take out …” says nothing of sold_out."""


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def _of_yes(clause: Clause) -> list[tuple[int, Condition]]:
    """Reads “only working days”: a yes-or-no column alone stands for its yes."""
    shape = clause.shape
    found: list[tuple[int, Condition]] = []
    for place, mention in enumerate(shape.things):
        yes = yes_of(clause.context, mention.name) if shape.words[place] == "@" and mention.clear else None
        if yes is None:
            continue
        found.append((place, Condition(mention.name, "ne" if direction_of(clause).turns(place) else "eq", yes)))
    return found


def _of_words(clause: Clause) -> list[Condition]:
    """Reads “@ is some words” literally, where the words are no known value."""
    match = re.search(r"\bwhere (?:the |its |their )?@ (?:is|=|==|= =|equals?) (not )?(?:the )?(\S.{0,60})$|@ (?:=|==|= =|equals) (not )?(\S.{0,60})$", clause.masked)
    if match is None:
        return []
    mention = clause.columns[-1]
    rest = [token for token in clause.tokens[mention.end :] if token.quoted or token.norm not in ("is", "=", "==", "equals", "equal", "to", "not", "the")]
    listed = [token.text for token in rest if token.quoted]
    if not rest or (len(rest) > 5 and len(listed) < 2):
        return []
    if all(clause.context.kind(name) in ("numeric", "datetime") for name in mention.names):
        return []
    column = resolved(mention, clause, "filter_rows", "column", {"op": "eq"})
    if len(listed) > 1 and all(token.quoted or token.norm in ("or", "and", ",", "nor") for token in rest):
        return [Condition(column, "not_in" if match[1] or match[3] else "in", listed)]
    known = clause.context.column(column).get("values") or []
    value = rest[0].text if len(rest) == 1 else clause.text[rest[0].start : rest[-1].end].strip("\"'` ")
    if known and len(known) < 12 and not any(key(str(entry)) == key(value) for entry in known):
        options = [option("filter_rows", {"column": column, "op": "eq", "value": entry}, str(entry)) for entry in known[:4]]
        raise Unclear(f"“{column}” has no value “{value[:60]}”. Which one do you mean?", options)
    return [Condition(column, "ne" if match[1] or match[3] else "eq", value)]
