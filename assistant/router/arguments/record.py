"""Reads one record from its description: “age 30”, “a 30 year old woman in first class”, “a parcel of 2 kg”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.entities.clause import Clause
from assistant.router.entities.column_values import age_column, coerced, no_of, stands_for_value, yes_of
from assistant.router.entities.hints import by_unit, by_verb, said_unit
from assistant.router.entities.measures import converted, other_unit
from assistant.router.entities.names import Mention
from assistant.router.entities.row_names import names_the_row
from assistant.router.entities.units import is_unit
from assistant.router.entities.year_columns import of_years
from assistant.router.wording.normalize import Token

Args = dict[str, Any]


def record(clause: Clause) -> Args:
    """Reads column values from a description: “age 30”, “a 30 year old woman in first class”."""
    values: Args = {}
    used: set[int] = set()
    for found in clause.values:
        if names_the_row(clause, found):
            continue
        if len(found.columns) == 1 or any(mention.name in found.columns for mention in clause.columns):
            column = next((mention.name for mention in clause.columns if mention.name in found.columns), found.columns[0])
            if column != clause.context.target:
                values[column] = found.value
    for mention in clause.columns:
        if not mention.clear or mention.name in values or mention.name == clause.context.target or (mention.score < 1.1 and clause.context.kind(mention.name) == "id"):
            continue  # “the passenger in row 10” is a row, and no PassengerId
        near = _near(clause, mention.start, mention.end, used)
        if near is not None and near < mention.start - 1 and clause.context.kind(mention.name) == "id":
            continue  # “a 12 km job” is no job 12
        if near is not None and _may_be_value(clause, mention, near):
            used.add(near)
            values[mention.name] = _in_its_unit(clause, mention.name, clause.tokens[near])
        elif (answer := _had_or_not(clause, mention)) is not None:
            values[mention.name] = answer
    age, years = age_column(clause.context), _YEARS_OLD.search(clause.norm)
    for index, token in clause.numbers:
        if age and years and age not in values and token.text in years.groups():
            continue  # “a 45 year old” tells no tenure in months
        measured = by_unit(clause, token) if index not in used else None
        if measured and measured not in values and measured != clause.context.target:
            values[measured] = _in_its_unit(clause, measured, token)
    texts = clause.context.features(("text",))
    quoted = [token.text for token in clause.tokens if token.quoted]
    if len(texts) == 1 and len(quoted) == 1 and not values:
        values[texts[0]] = quoted[0]
    if age and years and age not in values:
        number = int(next(filter(None, years.groups())))
        unit = other_unit("years", age, clause.names)
        turned = converted(number, "years", unit) if unit else None
        values[age] = number if turned is None else turned
    for index, token in clause.numbers:
        done = _PAID.search(" ".join(clause.word(place) for place in range(max(0, index - 3), index))) if index not in used and not any(value == token.number for value in values.values()) else None
        told = by_verb(clause, done[0]) if done else None
        if told and told not in values and told != clause.context.target:
            values[told] = coerced(clause.context, told, token)
    for index, token in clause.numbers:
        years_of = of_years(clause.context) if index not in used and _OF_A_YEAR.search(" ".join(clause.word(place) for place in range(max(0, index - 2), index))) and re.fullmatch(r"(?:1[6-9]|20)\d\d", token.text) else []
        if len(years_of) == 1 and years_of[0] not in values and years_of[0] != clause.context.target and token.number not in values.values():
            values[years_of[0]] = coerced(clause.context, years_of[0], token)
    return values if len(values) < 2 else {name: value for name, value in values.items() if name != _asked_last(clause)}


_YEARS_OLD = re.compile(
    r"(?<![\d.])(\d{1,3}) ?(?:-? ?(?:years?|yrs?)(?: |-)?(?: ?- ?)?olds?|yo|y ?/ ?o|years? of age)\b|"
    r"\b(?:aged?|man|woman|girl|boy|lady|man of|woman of|person of|male of|female of|girl of|boy of|lady of|someone of|somebody of|passenger of|customer of|"
    r"patient of|guest of) (\d{1,3})\b|\b(?:he|she|they|someone|who) (?:was|were|is|are|had been) (\d{1,3})(?=$| ,| and\b)",
)
"""How old somebody is: “a 45 year old technician”."""
_PAID = re.compile(r"\b(?:paid|pays?|paying|earn\w*|makes?|making|costs?|costing|spen[dt]\w*|weigh\w*|worth|priced|built|made)(?: (?:only|about|around|at|for|in|exactly|just|over))*$")
"""A verb that says of which column the number after it is: “paid 35”."""


_OF_A_YEAR = re.compile(r"\b(?:from|in|of|year|since|built|made)$")
"""What stands before the year that something is of: “a cello from 1990”."""


def _asked_last(clause: Clause) -> str | None:
    """The column that a question after a description asks for, where no target is set: “pump P2, pH 7.1: alarm?”."""
    last = clause.columns[-1] if clause.columns and clause.context.target is None else None
    after = " ".join(clause.word(place) for place in range(last.end, len(clause.tokens))) if last else "-"
    before = clause.word(last.start - 1) if last else ""
    return last.name if last and last.clear and re.fullmatch(r"\??|(?:yes )?or (?:not|no) ?\??", after) and (before in (",", ":", "-", ";", "?") or (before in ("have", "be", "get", "he", "she", "it", "they") or clause.word(last.start - 2) in ("will", "would"))) else None


def _may_be_value(clause: Clause, mention: Mention, place: int) -> bool:
    """Says whether a word beside a column may be its value: no name of another column, and a number where the column holds numbers."""
    token = clause.tokens[place]
    values = clause.context.column(mention.name).get("values") or []
    if token.number is not None and values and clause.context.kind(mention.name) in ("categorical", "boolean") and not any(re.search(rf"(?<!\d){re.escape(token.norm)}(?!\d)", str(value)) for value in values):
        return False  # “paid 35” beside a column paid_by
    if any(other.start <= place < other.end for other in clause.columns):
        return False
    return token.quoted or token.number is not None or clause.context.kind(mention.name) not in ("numeric", "id")


def _in_its_unit(clause: Clause, column: str, token: Token) -> Any:
    """Reads a token as a value of a column; a number said in another unit is turned into the unit of the column where that can be done."""
    unit = other_unit(said := said_unit(clause, token), column, clause.names) if token.number is not None else None
    turned = converted(token.number or 0, said, unit) if unit else None
    return coerced(clause.context, column, token) if turned is None else turned


_NEVER_BEEN = re.compile(r"\b(?:not|never|nt) been(?: an?| the)?$")


_WOULD_HAVE = re.compile(r"\b(?:would|will|might|could|may) (?:[a-z]+ ){1,3}have$")
"""What is asked about, and no yes: “would a man of 30 have survived”."""
_IS_SOMEBODY = re.compile(r"(?:er|or|ist|ant|ic|member|citizen)$", re.I)
"""What a column is called that says what somebody is: “a 60 year old smoker”."""


def _had_or_not(clause: Clause, mention: Mention) -> Any:
    """Reads “with a balcony” and “no housing loan” as the yes or no of a column; None where neither is said."""
    if clause.word(mention.start - 1) == "have" and _WOULD_HAVE.search(" ".join(clause.word(place) for place in range(max(0, mention.start - 5), mention.start))):
        return None
    before = next((word for place in range(mention.start - 1, -1, -1) if (word := clause.word(place)) not in ("a", "an", "the", "any", "its", "her", "his", "their")), ",")
    listed = before in (",", "and", ":") and clause.word(mention.end) in ("", ",", "and", "?")
    if before == "been":
        before = "never" if _NEVER_BEEN.search(" ".join(clause.word(place) for place in range(max(0, mention.start - 4), mention.start))) else "had"
    if before in ("without", "no", "not", "never", "lacks", "lacking", "nor"):
        return no_of(clause.context, mention.name)
    if before == "old" or (clause.word(mention.start - 1) in ("a", "an") and before in ("for", "of", "is", "about", "predict", "guess", "was")):
        return yes_of(clause.context, mention.name) if _IS_SOMEBODY.search(mention.name) else None
    return yes_of(clause.context, mention.name) if listed or before in ("with", "has", "have", "had", "having", "got", "gets", "is", "was", "were") else None


def _of_that_one(clause: Clause, index: int) -> int:
    """Counts the words that only point back to the record spoken of: the “of that one” of “the age of that one was 40”."""
    if clause.word(index) not in ("of", "in", "for"):
        return 0
    if clause.word(index + 1) in ("it", "him", "her", "them"):
        return 2
    return 3 if clause.word(index + 1) in ("that", "this") and clause.word(index + 2).isalpha() and clause.word(index + 3) in ("is", "was", "were", "had", "=", "became", "becomes") else 0


def _near(clause: Clause, start: int, end: int, used: set[int]) -> int | None:
    index = end
    if clause.word(index) in ("in", "of", "for") and clause.word(index + 1) in ("row", "record", "case", "line"):
        index += 3
    index += _of_that_one(clause, index)
    while clause.word(index) in ("is", "=", "of", ":", "was", "were", "to", "being", "at", "equals", "went", "came", "comes", "fell", "doubled", "halved", "tripled", "grew", "rose", "fell", "got", "up", "down", "rises", "goes", "becomes", "had", "been", "changed", "increased", "dropped", "drops", "falls", "climbs", "grows", "changes", "increases", "decreases", "set", "only", "by"):
        index += 1
    if index == end and clause.word(start - 1) in ("as", "in") and start > 1 and clause.tokens[start - 2].number is not None and start - 2 not in used:
        return start - 2  # “borrowed only 50000 as loan amount”
    if clause.word(index) == "from" and clause.word(index + 2) == "to":
        index += 3  # “went from 1 to 1.5”
    if index < len(clause.tokens) and index not in used and (clause.tokens[index].number is not None or clause.tokens[index].quoted or stands_for_value(clause.context, clause.columns, start, clause.tokens[index]) or (index > end and clause.word(index).isalpha() and clause.word(index) not in ("a", "an", "the", "this"))):
        return index
    if clause.word(start - 1) == "(" and clause.word(end) == ")":
        numbers = [place for place in range(max(0, start - 5), start - 1) if clause.tokens[place].number is not None and place not in used]
        return numbers[0] if len(numbers) == 1 else None  # “2 times a month (VisitsPerMonth)”
    if (is_unit(clause.word(start - 1)) or clause.word(start - 1) in ("degree", "degrees", "percent", "pct")) and start > 1 and clause.tokens[start - 2].number is not None and start - 2 not in used:
        return start - 2  # “10 degrees tilt”
    before = start - 1 if clause.word(start - 1) != "of" else start - 2 if clause.word(start - 2).isdigit() else start - 3  # “600 seconds of duration”
    if before >= 0 and before not in used and clause.tokens[before].number is not None:
        return before
    return None
