"""Finds conditions on rows in a sentence: comparisons with numbers and dates, category values, missing values."""

from __future__ import annotations

import itertools
import re
from typing import Any

from assistant.router.adjectives import PLAIN, degree
from assistant.router.clause import Clause, Unclear
from assistant.router.compared_values import compared_with, dated, measured
from assistant.router.condition import OPPOSITE, OUTSIDE, Condition
from assistant.router.condition_lists import shared
from assistant.router.direction import direction_of
from assistant.router.gaps import gap
from assistant.router.hints import by_direction, by_unit, by_verb, said_unit, unit_column
from assistant.router.measures import other_unit
from assistant.router.names import key, parts
from assistant.router.normalize import Token
from assistant.router.signs import of_sign
from assistant.router.slots import narrowed, option, resolved
from assistant.router.spans import between, is_span
from assistant.router.stems import stem
from assistant.router.values import PEOPLE, ValueMention, age_column, coerced, yes_of

_X = r"(?:\$ |usd |eur |about |around |exactly |the |a |an |value |values |of |than |to )*[ND]"
_OF_X = rf"(?:(?:an? |the )*@ (?:of )?)?{_X}"
"""The column may stand between the words that compare and the number: “above age 30”."""
_MORE = "above|over|greater|more|older|higher|larger|bigger|exceed(?:s|ing)?|after|longer|heavier|beyond|later|taller|costlier|richer|faster|past|upwards|aged over|warmer|hotter|stronger|farther|further|wealthier|pricier|quicker|deeper|wider|broader|thicker"
_LESS = "below|under|less|fewer|younger|lower|smaller|before|shorter|lighter|cheaper|earlier|slower|poorer|aged under|colder|weaker|until|shallower|narrower|thinner|closer|nearer"
COMPARISONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"))
    for name, pattern in (
        ("between", rf"(?:between|from|in the range|ranging from|within|in) {_OF_X} (?:(?!(?:and|to|or|till|until|through|up)\b)(?:@|[a-z]+) )?(?:and|to|up to|-|till|until|through) {_X}|[ND] (?:to|-) [ND]"),
        ("ge", rf"(?:at least|no less|minimum|min|> =|>=|not (?:less|below|under|smaller|younger|lower|fewer|before)|greater (?:than )?or equal|(?:on|in|at) or after|since|starting(?: at| from)?) {_OF_X}|[ND] (?:\w+ |@ )?(?:or|and) (?:more|above|older|higher|over|greater|larger|bigger|later|up|upwards|after|beyond|longer|heavier)(?! than)|[ND] \+|from [ND] (?:on|onwards?|up|upwards)"),
        ("le", rf"(?:at most|no more|maximum|max|< =|<=|not (?:more|above|over|older|higher|greater|larger|after)|less (?:than )?or equal|(?:on|in|at) or before|up) {_OF_X}|[ND] (?:\w+ |@ )?(?:or|and) (?:less|fewer|below|younger|lower|under|smaller|earlier|before|shorter|lighter)(?! than)"),
        ("gt", rf"(?:{_MORE}|>|more (?:{PLAIN}))(?: (?:off|away|out|apart|down|up|back))? {_OF_X}"),
        ("lt", rf"(?:{_LESS}|<|less (?:{PLAIN}))(?: (?:off|away|out|apart|down|up|by))? {_OF_X}"),
        ("ne", rf"(?:is not|isnt|are not|arent|! =|!=|<>|not equal|other|different from|doesnt equal|does not equal|not) {_X}"),
    )
)
_EQUAL = re.compile(r"(?<!\S)(@ (?:(?:=|= =|==|is|are|equals?|equal|of|exactly|with|being|was|to|value|in|:|either|one of|\() )*)([ND](?: (?:,|or|and) (?:or )?[ND])*)(?!\S)|(?<!\S)([ND](?: (?:,|or|and) [ND])*) @(?!\S)")
_TELLS = r"(?:says?|saying|said|writes?|wrote|tells?|telling|reads?|speaks?|spoke|talks?|talking|complains?|complaining) (?:(?:something|anything|sth|things|a word|a lot|a bit) )?(?:about|of)|refer(?:s|red|ring)? to|(?:has|have|with) (?:something|anything) (?:about|on)"
_CONTAINS = re.compile(rf"\b(?:contain(?:s|ing)?|includ(?:es|ing)|mention(?:s|ing)?|has the word|have the word|with the word|{_TELLS})\b|\b(?:has|have|having|with) (?:(?!no\b|not\b|values?\b|missing\b)[^@# ]+ ){{1,4}}in (?:it|them|there|(?:its|their|the|her|his) @)$")
_IN_IT = re.compile(r"(?<=\w) in (?:it|them|there|(?:its|their|the|her|his) [\w ]{1,60})$", re.I)


def conditions(clause: Clause) -> list[Condition]:
    """Lists the conditions said, in order; asks where a column or a value is not clear."""
    missing = none_of(clause) or _of_missing(clause)
    if missing:
        return [missing]
    contained = _of_text(clause)
    if contained:
        return [contained]
    used: set[int] = set()
    found = [*_comparisons(clause, used), *_equalities(clause, used)]
    found += [(place, condition) for place, condition in _of_values(clause, {entry.column for _, entry in found})]
    if found:
        found += [(place, condition) for place, condition in _of_yes(clause) if condition.column not in {entry.column for _, entry in found}]
    found = shared(clause, found)
    found.sort(key=lambda entry: entry[0])
    listed = list(dict.fromkeys((condition.column, condition.op, str(condition.value)) for _, condition in found))
    unique = [next(condition for _, condition in found if (condition.column, condition.op, str(condition.value)) == entry) for entry in listed]
    return unique or of_sign(clause) or [condition for _, condition in _of_yes(clause)] or _of_words(clause)


_NONE_OF = re.compile(r"\b(?:[a-z]{2,}s|(?:every|each|any|all) [a-z]+) (?:(?:that|who|which) )?(?:with(?: (?:no|zero|0)|out(?: any)?)|(?:has|have|had|having) (?:no|zero|0)) @$")


def none_of(clause: Clause) -> Condition | None:
    """Reads “trips with no passengers”: where every row has a number, none of them is zero, and not a gap."""
    entry = clause.context.column(clause.columns[0].name) if len(clause.columns) == 1 and clause.columns[0].clear else {}
    known = entry.get("kind") == "numeric" and entry.get("missing") == 0
    return Condition(entry["name"], "eq", 0) if known and _NONE_OF.search(clause.masked) and not clause.has("rows?|records?|lines?|entries|columns?|values?") else None


def _of_missing(clause: Clause) -> Condition | None:
    op = gap(clause)
    return Condition(resolved(clause.columns[0], clause, "filter_rows", "column", {"op": op}), op) if op else None


def _of_text(clause: Clause) -> Condition | None:
    if not _CONTAINS.search(clause.masked):
        return None
    columns = clause.columns or [mention for mention in clause.all_mentions if clause.context.kind(mention.name) in ("text", "categorical")]
    texts = clause.context.features(("text",))
    if not columns and len(texts) != 1:
        return None
    rest = re.split(rf"\b(?:contain(?:s|ing)?|includ(?:es|ing)|mention(?:s|ing)?|(?:has|have|with) the word|{_TELLS}|has|have|having|with)\b", _IN_IT.sub("", clause.text.rstrip(" .!?")), maxsplit=1, flags=re.I)[-1]
    rest = re.sub(r"^\s*(?:the )?(?:words?|text|string|letters?)\b", "", rest).strip().strip("\"'`.,! ")
    if not rest:
        return None
    column = resolved(columns[0], clause, "filter_rows", "column", {"op": "contains", "value": rest}) if columns else texts[0]
    return Condition(column, "contains", rest)


def _comparisons(clause: Clause, used: set[int]) -> list[tuple[int, Condition]]:
    shape, found = clause.shape, []
    unclear: list[tuple[Any, Unclear]] = []
    for op, pattern in COMPARISONS:
        for match in pattern.finditer(shape.text):
            places = shape.places(*match.span())
            if used & set(places):
                continue
            values = [shape.things[place] for place in places if shape.words[place] in ("N", "D")]
            used |= set(places)
            try:
                column = _subject(clause, places, match[0], values[-1])
            except Unclear as question:
                value = [compared_with(token) for token in values[:2]] if op == "between" else compared_with(values[-1])
                unclear.append((compared_with(values[-1]), _with_op(question, OPPOSITE.get(op, op) if direction_of(clause).turns(places[0]) else op, value)))
                continue
            turned = direction_of(clause).turns(places[0]) or (op == "between" and _OUTSIDE.search(" ".join(shape.words[: places[0]])))
            meant = OPPOSITE.get(op, op) if turned else op
            value = measured(clause, column, meant, values[:2] if op == "between" else values[-1:])
            found.append((places[0], dated(clause, Condition(column, meant, value if op == "between" else value[0]))))
    for value, question in unclear:
        if all(condition.value != value for _, condition in found):
            raise question
    return found


def _with_op(unclear: Unclear, op: str, value: Any) -> Unclear:
    """A question whose options compare as the words do."""
    options = [{**entry, "call": {**entry["call"], "args": {**entry["call"]["args"], "op": op, "value": value}}} for entry in unclear.options if op != OUTSIDE]
    return Unclear(unclear.question, options or unclear.options)


_OUTSIDE = re.compile(r"\b(?:outside|out of|beyond)(?: (?:of|the|range|limits|a|@))*$")


def _subject(clause: Clause, places: range, words: str, value: Token) -> str:
    """The column that a comparison speaks of: the last one before it, else the first one after it, else what the word implies."""
    shape, context = clause.shape, clause.context
    wanted = [name for name in clause.names if _takes(context.column(name), value)]
    before = [shape.things[place] for place in reversed(range(places[-1])) if shape.words[place] == "@"]
    following = shape.words[places[-1] + 1 : places[-1] + 4]
    reach = next((index for index, word in enumerate(following) if word in ("with", "and", "but", ",", "whose", "who", "that")), len(following))
    after = [shape.things[places[-1] + 1 + index] for index in range(reach) if following[index] == "@"]
    near = [*before[:1], *after[:1], *before[1:]]
    fitting = [mention for mention in near if any(name in wanted for name in mention.names) and mention.score >= 0.9]
    if (by_its_unit := unit_column(clause, value)) and all(mention.score < 1.1 for mention in fitting):
        return by_its_unit
    implied = degree(words, context)
    if implied and len(implied.columns) == 1 and (not fitting or fitting[0].score < 1.1):
        return implied.columns[0]
    in_unit = by_unit(clause, value) if not fitting else None
    if in_unit:
        return in_unit
    done = by_verb(clause, " ".join(shape.words[max(0, places[0] - 2) : places[0]])) if not fitting else None
    if done:
        return done
    age = age_column(context)
    if age and (not fitting or all(mention.name != age for mention in near)) and re.search(r"\b(?:older|younger|aged)\b", words + " " + clause.norm) and (not fitting or re.search(r"older|younger", words)):
        return age
    near = fitting or [mention for mention in near if any(name in wanted or context.kind(name) == "id" for name in mention.names)]
    if near:
        return resolved(narrowed(near[0], lambda name: name in wanted), clause, "filter_rows", "column", {"op": "gt", "value": compared_with(value)})
    if age and (any(str(found.value).lower() in PEOPLE.values() for found in clause.values) or clause.has("years?|year olds?|aged?|adults?|kids?|children|people|passengers|patients|users|clients|women|men|customers?|persons?|passenger|patient|user|client|woman|man|every(?:one|body)|any(?:one|body)|nobody|no one|grown ups?")):
        return age
    dates = context.features(("datetime",))
    a_year = value.number is not None and 1800 < value.number < 2100 and not value.percent
    if (value.date or a_year) and len(dates) == 1:
        return dates[0]
    names = dates if value.date else context.features(("numeric",))
    raise Unclear("Which column shall that be about?", [option("filter_rows", {"column": name, "op": "gt", "value": compared_with(value)}, name) for name in names[:4]])


def _takes(column: dict[str, Any], value: Token) -> bool:
    """Says whether a column can be compared with such a value."""
    if value.date:
        return column.get("kind") == "datetime"
    return column.get("kind") in ("numeric", "datetime", "boolean") or (column.get("kind") == "categorical" and any(isinstance(known, int | float) for known in column.get("values") or ()))


def _equalities(clause: Clause, used: set[int]) -> list[tuple[int, Condition]]:
    shape, found = clause.shape, []
    for match in _EQUAL.finditer(shape.text):
        places = shape.places(*match.span())
        if used & set(places):
            continue
        mention = next(shape.things[place] for place in places if shape.words[place] == "@")
        values = [shape.things[place] for place in places if shape.words[place] in ("N", "D")]
        if match[3] and mention.score < 0.95:
            continue
        used |= set(places)
        mention = narrowed(mention, [name for name in mention.names if _takes(clause.context.column(name), values[0])].__contains__)
        column = resolved(mention, clause, "filter_rows", "column", {"op": "eq", "value": compared_with(values[0])})
        known = [coerced(clause.context, column, token) if token.number is not None and not token.percent else compared_with(token) for token in values]
        if other_unit(said_unit(clause, values[-1]), column, clause.names):
            known = measured(clause, column, "eq", values)
        found.append((places[0], dated(clause, Condition(column, "eq", known[0])) if len(known) == 1 else Condition(column, "in", known)))
    return found


def _of_values(clause: Clause, taken: set[str]) -> list[tuple[int, Condition]]:
    shape = clause.shape
    groups: dict[str, list[tuple[int, ValueMention]]] = {}
    for place, thing in enumerate(shape.things):
        if shape.words[place] == "#":
            try:
                groups.setdefault(_column_of(clause, thing), []).append((place, thing))
            except Unclear as unclear:
                raise _with_op(unclear, "ne", thing.value) if direction_of(clause).turns(place) else unclear from unclear
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
    if not rest or len(rest) > 5:
        return []
    if all(clause.context.kind(name) in ("numeric", "datetime") for name in mention.names):
        return []
    column = resolved(mention, clause, "filter_rows", "column", {"op": "eq"})
    known = clause.context.column(column).get("values") or []
    value = rest[0].text if len(rest) == 1 else clause.text[rest[0].start : rest[-1].end].strip("\"'` ")
    if known and len(known) < 12 and not any(key(str(entry)) == key(value) for entry in known):
        options = [option("filter_rows", {"column": column, "op": "eq", "value": entry}, str(entry)) for entry in known[:4]]
        raise Unclear(f"“{column}” has no value “{value[:60]}”. Which one do you mean?", options)
    return [Condition(column, "ne" if match[1] or match[3] else "eq", value)]
