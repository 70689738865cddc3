"""Finds comparisons of a column with numbers and dates, and which column each speaks of."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.adjectives import PLAIN, degree
from assistant.router.clause import Clause, Unclear
from assistant.router.compared_values import compared_with, dated, measured
from assistant.router.condition import OPPOSITE, OUTSIDE, Condition
from assistant.router.direction import direction_of
from assistant.router.hints import by_unit, by_verb, said_unit, unit_column
from assistant.router.measures import other_unit
from assistant.router.normalize import Token
from assistant.router.slots import narrowed, option, resolved
from assistant.router.values import PEOPLE, age_column, coerced

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


def comparisons(clause: Clause, used: set[int]) -> list[tuple[int, Condition]]:
    """Lists the comparisons with their places in the shape, and adds these places to `used`; asks where a column is not clear."""
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
                unclear.append((compared_with(values[-1]), with_op(question, OPPOSITE.get(op, op) if direction_of(clause).turns(places[0]) else op, value)))
                continue
            turned = direction_of(clause).turns(places[0]) or (op == "between" and _OUTSIDE.search(" ".join(shape.words[: places[0]])))
            meant = OPPOSITE.get(op, op) if turned else op
            value = measured(clause, column, meant, values[:2] if op == "between" else values[-1:])
            found.append((places[0], dated(clause, Condition(column, meant, value if op == "between" else value[0]))))
    for value, question in unclear:
        if all(condition.value != value for _, condition in found):
            raise question
    return found


def with_op(unclear: Unclear, op: str, value: Any) -> Unclear:
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


def equalities(clause: Clause, used: set[int]) -> list[tuple[int, Condition]]:
    """Lists the numbers and dates that a column is to be, with their places; what is `used` by a comparison is none."""
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
