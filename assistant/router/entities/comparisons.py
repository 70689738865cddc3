"""Finds comparisons of a column with numbers and dates, and which column each speaks of."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import narrowed, option, resolved
from assistant.router.entities.adjectives import PLAIN, degree
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import age_column, coerced
from assistant.router.entities.compared_values import compared_with, dated, measured
from assistant.router.entities.condition import OPPOSITE, OUTSIDE, Condition
from assistant.router.entities.direction import direction_of
from assistant.router.entities.hints import by_unit, by_verb, said_unit, unit_column
from assistant.router.entities.measures import other_unit
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.shape import Shape
from assistant.router.entities.units import is_unit
from assistant.router.entities.value_words import PEOPLE
from assistant.router.entities.year_columns import of_years, reached_by
from assistant.router.wording.normalize import Token

_X = r"(?:[$€£] |usd |eur |about |around |exactly |the |a |an |value |values |of |than |to )*[ND]"
_OF_X = rf"(?:(?:an? |the )*@ (?:of )?)?{_X}"
"""The column may stand between the words that compare and the number: “above age 30”."""
_MORE = "above|over|greater|more|older|higher|larger|bigger|exceed(?:s|ing)?|after|longer|heavier|beyond|later|taller|costlier|richer|faster|past|upwards|aged over|warmer|hotter|stronger|farther|further|wealthier|pricier|quicker|deeper|wider|broader|thicker"
_LESS = "below|under|less|fewer|younger|lower|smaller|before|shorter|lighter|cheaper|earlier|slower|poorer|aged under|colder|weaker|until|shallower|narrower|thinner|closer|nearer"
_ENDS = rf"(?! than| {_OF_X})"
"""“300 and under” compares, “300 and under 0.5 carat” goes on."""
COMPARISONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"))
    for name, pattern in (
        ("between", rf"(?:between|from|in the range|ranging from|within|in) {_OF_X} (?:(?!(?:and|to|or|till|until|through|up)\b)(?:@|[a-z]+) )?(?:and|to|up to|-|till|until|through) {_X}|[ND] (?:to|-) [ND]"),
        ("ge",
            rf"(?:at least|no less|minimum|min|> =|>=|not (?:less|below|under|smaller|younger|lower|fewer|before)|greater (?:than )?or equal|(?:on|in|at) or after|"
            rf"since|starting(?: at| from)?) {_OF_X}|[ND] (?:\w+ )?(?:@ )?(?:or|and) (?:more|better|above|older|higher|over|greater|larger|bigger|later|up|upwards|"
            rf"after|beyond|longer|heavier){_ENDS}|[ND] \+|from [ND] (?:on|onwards?|up|upwards)"),
        ("le",
            rf"(?:at most|within|no more|maximum|max|< =|<=|not (?:more|above|over|older|higher|greater|larger|after)|less (?:than )?or equal|"
            rf"(?:on|in|at) or before|up) {_OF_X}|[ND] (?:\w+ )?(?:@ )?(?:or|and) (?:less|fewer|below|younger|lower|under|smaller|earlier|before|shorter|"
            rf"lighter){_ENDS}"),
        ("gt", rf"(?:{_MORE}|>|more (?:{PLAIN}))(?: (?:off|away|out|apart|down|up|back))? {_OF_X}"),
        ("lt", rf"(?:{_LESS}|<|less (?:{PLAIN}))(?: (?:off|away|out|apart|down|up|by))? {_OF_X}"),
        ("ne", rf"(?:is not|isnt|are not|arent|! =|!=|<>|not equal|other|different from|doesnt equal|does not equal|(?<=\S )not) {_X}"),
    )
)
_EQUAL = re.compile(r"(?<!\S)(@ (?:(?:=|= =|==|is|are|equals?|equal|of|exactly|with|being|was|to|value|in|:|either|one of|\() )*)([ND](?: (?:,|or|and) (?:or )?[ND])*)(?!\S)|(?<!\S)([ND](?: (?:,|or|and) [ND])*) @(?!\S)")


def comparisons(clause: Clause, used: set[int]) -> list[tuple[int, Condition]]:
    """Lists the comparisons with their places in the shape, and adds these places to `used`; asks where a column is not clear."""
    shape = clause.shape
    found: list[tuple[int, Condition]] = []
    unclear: list[tuple[Any, Unclear]] = []
    for places, op, words in sorted(compared(shape, used), key=lambda entry: entry[0].start):
        values = [shape.things[place] for place in places if shape.words[place] in ("N", "D")]
        turned = direction_of(clause).turns(places[0]) or (op == "between" and _OUTSIDE.search(" ".join(shape.words[: places[0]])))
        meant = OPPOSITE.get(op, op) if turned else op
        try:
            column = _subject(clause, places, words, values[-1], _carried(clause, places[0], found))
        except Unclear as question:
            value = [compared_with(token) for token in values[:2]] if op == "between" else compared_with(values[-1])
            unclear.append((compared_with(values[-1]), with_op(clause, question, meant, value)))
            continue
        value = measured(clause, column, meant, values[:2] if op == "between" else values[-1:])
        found.append((places[0], dated(clause, Condition(column, meant, value if op == "between" else value[0]))))
    for value, open_question in unclear:
        if all(condition.value != value for _, condition in found):
            raise open_question
    return found


def compared(shape: Shape, used: set[int]) -> list[tuple[range, str, str]]:
    """Finds where something is compared, how, and by which words; each place but once."""
    found = []
    for op, pattern in COMPARISONS:
        for match in pattern.finditer(shape.text):
            places = shape.places(*match.span())
            if not used & set(places):
                used |= set(places)
                found.append((places, op, match[0]))
    return found


_CARRIES = re.compile(r"(?:[a-z]+ )?(?:(?:,|and|or|but|also|even|those|ones|the|not|at) ?)+")


def _carried(clause: Clause, place: int, found: list[tuple[int, Condition]]) -> str | None:
    """The column of the comparison right before, which one without a column of its own goes on with: “paid less than 10 or more than 100”."""
    before = max(((start, condition.column) for start, condition in found if start < place), default=None)
    if before is None:
        return None
    number = next(other for other in reversed(range(place)) if clause.shape.words[other] in ("N", "D"))
    return before[1] if before[0] <= number and _CARRIES.fullmatch(" ".join(clause.shape.words[number + 1 : place])) else None


def with_op(clause: Clause, unclear: Unclear, op: str, value: Any) -> Unclear:
    """A question whose options compare as the words do."""
    meant = [(entry, dated(clause, Condition(entry["call"]["args"]["column"], op, value))) for entry in unclear.options if op != OUTSIDE]
    options = [{**entry, "call": {**entry["call"], "args": {**entry["call"]["args"], "op": condition.op, "value": condition.value}}} for entry, condition in meant if condition.op != OUTSIDE]
    return Unclear(unclear.question, options or unclear.options)


_OUTSIDE = re.compile(r"\b(?:outside|out of|beyond)(?: (?:of|the|range|limits|a|@))*$")


def _subject(clause: Clause, places: range, words: str, value: Token, last: str | None) -> str:
    """The column that a comparison speaks of: the last one before it, else the first one after it, else what the words imply, else what the comparison before was of."""
    shape, context = clause.shape, clause.context
    wanted = [name for name in clause.names if _takes(context.column(name), value)]
    near = _near(clause, places)
    fitting = [mention for mention in near if any(name in wanted for name in mention.names) and mention.score >= 0.9]
    if (by_its_unit := unit_column(clause, value)) and (all(mention.score < 1.1 for mention in fitting) or _counted(clause, fitting[0])):
        return by_its_unit
    implied = degree(words, context)
    if implied and len(implied.columns) == 1 and (not fitting or fitting[0].score < 1.1):
        return implied.columns[0]
    in_unit = by_unit(clause, value) if not fitting or all(mention.score < 1.0 for mention in fitting) else None
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
        return resolved(narrowed(near[0], lambda name: name in wanted and _may_hold(clause, name, value, near[0])), clause, "filter_rows", "column", {"op": "gt", "value": compared_with(value)})
    if last:
        return last
    if age and _may_be_an_age(clause, value) and (any(str(found.value).lower() in PEOPLE.values() for found in clause.values) or clause.has(_PERSONS) or _called_by_yes(clause)):
        return age
    return _of_time(clause, value)


_PERSONS = "years?|year olds?|aged?|adults?|kids?|children|people|passengers|patients|users|clients|women|men|customers?|persons?|passenger|patient|user|client|woman|man|every(?:one|body)|any(?:one|body)|nobody|no one|grown ups?"


def _called_by_yes(clause: Clause) -> bool:
    """Says whether people are called by what is true of them: “smokers over 50”."""
    return any(mention.clear and clause.context.kind(mention.name) == "boolean" and clause.word(mention.end - 1).endswith(("ers", "ors", "ents", "ens")) for mention in clause.columns)


def _near(clause: Clause, places: range) -> list[Mention]:
    """The columns named around a comparison, the likeliest first: what stands right after the number where another number came between the one before and it."""
    shape = clause.shape
    before = [place for place in reversed(range(places[-1])) if shape.words[place] == "@"]
    following = shape.words[places[-1] + 1 : places[-1] + 4]
    reach = next((index for index, word in enumerate(following) if word in ("with", "and", "but", ",", "whose", "who", "that")), len(following))
    after = [places[-1] + 1 + index for index in range(reach) if following[index] == "@"]
    served = bool(before) and any(shape.words[place] in ("N", "D", "#") for place in range(before[0] + 1, places[0]))
    first = [*after[:1], *before[:1]] if served and after[:1] == [places[-1] + 1] else [*before[:1], *after[:1]]
    return [shape.things[place] for place in (*first, *before[1:])]


def _counted(clause: Clause, mention: Mention) -> bool:
    """Says whether a number stands right before a column, which is that number's own: “100 horsepower”."""
    place = mention.start - 1
    return place >= 0 and clause.tokens[place].number is not None


def _is_year(value: Token) -> bool:
    return value.number is not None and 1800 < value.number < 2100 and not value.percent


def _may_hold(clause: Clause, name: str, value: Token, mention: Mention) -> bool:
    """Says whether a column is meant where one of several that fit holds dates and a year is said: “visits before 2020”."""
    dated_ones = [other for other in mention.names if clause.context.kind(other) == "datetime"]
    return not _is_year(value) or len(dated_ones) != 1 or name in dated_ones


def _may_be_an_age(clause: Clause, value: Token) -> bool:
    """Says whether a number of people is their age: nothing else is counted after it, as in “everybody who came 3 times”."""
    unit = said_unit(clause, value)
    return unit in ("years", "yrs", "yr", "year") or not (unit in _COUNTED or (is_unit(unit) and unit != "in"))


_COUNTED = frozenset(["times", "x", "visits", "trips", "rides", "calls", "orders", "points", "items", "nights", "rooms", "siblings", "children", "kids", "rows", "values"])
"""What people are counted by that is no age."""


_COMPARING = frozenset(["over", "under", "above", "below", "than", "least", "most", "more", "less", "between", "exactly", "only", "keep", "drop", "remove", "where", "with", "the", "and"])


def _headed(clause: Clause, value: Token, numbers: list[str]) -> list[str]:
    """The columns of numbers that have the last word before a comparison in their names, be it a word of the trade: “total over 100” of total_eur."""
    said = [token.norm for token in clause.tokens if token.start < value.start and len(token.norm) > 2 and token.norm not in _COMPARING]
    return [name for name in numbers if said and said[-1].removesuffix("s") in {part.removesuffix("s") for part in parts(name)}]


def _of_time(clause: Clause, value: Token) -> str:
    """The one column that holds dates or years where one is said; asks which column is meant where it does not show."""
    context, a_year = clause.context, _is_year(value)
    dates = context.features(("datetime",))
    if value.date and len(dates) == 1:
        return dates[0]
    numbers = context.features(("numeric",))
    within = reached_by(context, value.number) if a_year and value.number is not None and of_years(context) else []
    if len(within) == 1:
        return within[0]
    if a_year and len(dates) == 1:
        return dates[0]
    names = dates if value.date or (a_year and dates) else _headed(clause, value, numbers) or numbers
    if len(names) == 1 and names != numbers:
        return names[0]
    raise Unclear("Which column shall that be about?", [option("filter_rows", {"column": name, "op": "gt", "value": compared_with(value)}, name) for name in names[:4]])


def _takes(column: dict[str, Any], value: Token) -> bool:
    """Says whether a column can be compared with such a value."""
    if value.date:
        return column.get("kind") == "datetime"
    if column.get("kind") == "boolean":
        return value.number in (0, 1) and all(known in (0, 1, "0", "1") for known in column.get("values") or ())
    if column.get("kind") == "datetime":
        return _is_year(value)
    return column.get("kind") == "numeric" or (column.get("kind") == "categorical" and any(isinstance(known, int | float) for known in column.get("values") or ()))


def equalities(clause: Clause, used: set[int]) -> list[tuple[int, Condition]]:
    """Lists the numbers and dates that a column is to be, with their places; what is `used` by a comparison is none."""
    shape = clause.shape
    found: list[tuple[int, Condition]] = []
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
