"""Reads what is said of rows that stay beside those that go: “red out but green stays” takes only red; asks where some of those that go shall stay: “track out, but races stay”."""

from __future__ import annotations

import re

from assistant.router.arguments.fill_filter import filter_rows
from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import yes_of
from assistant.router.entities.direction import direction_of
from assistant.router.wording.normalize import Token

_HINT = re.compile(r"\b(?:stays?|remains?|keep|leave|spare|kept)\b", re.I)
_ROWS = r"(?:(?:the|all|any|every|those) )*(?:#(?: ?(?:,|and|&|or|, and) (?:the )?#)*|@)(?: [a-z]+s)?"
_STAY = r"(?:(?:must|should|shall|may|can|has to|have to|needs? to|ought to) (?:stay|remain|be kept)|stays?|remains?)(?: (?:in|please|there|in there|here|though|as (?:it|they) (?:is|are)))*"
_STAYS = re.compile(rf"(?:(?:but|and|please) )*{_ROWS} {_STAY}")
_SEVERAL = r"(?:(?:the|all|any|every|those) )*#(?: (?:and|&|or) (?:the )?#)*(?: [a-z]+s)?"
_STAYS_FIRST = re.compile(rf"^(?:(?:but|and|please) )*(?:{_SEVERAL} {_STAY}|(?:keep|leave|spare) {_SEVERAL}(?: in| alone)?)(?: ?[,;.-](?: (?:but|and|while|so))*| (?:but|while)) (?={_ROWS} (?:out|away|goes|go|can|must|should|shall|has to|have to)\b)")
_SPARED = re.compile(rf"(?:(?: ?[,;.-])? (?:but|yet|though|however)(?: (?:please|do|also|still))* (?:(?:keep|leave|spare) {_ROWS}(?: in| alone| please)*|{_ROWS} {_STAY})| ?[,;.-](?: and)? {_ROWS} {_STAY}| and {_ROWS} {_STAY})$")
"""What says of some rows that they stay, after those that go."""


LONGEST = 160
"""A longer message tells of more than of rows that go and stay."""


def without_rows_that_stay(message: str, context: RouterContext) -> str:
    """The message without what it says of rows that stay beside others of their column which go; asks where it is not clear what stays."""
    if len(message) > LONGEST or not _HINT.search(message):
        return message
    clause = Clause(message.strip(" .!"), context)
    value = clause.values[-1] if clause.values else None
    text = clause.shape.text
    if value is None:
        return message
    last = clause.columns[-1] if clause.columns and text.rfind("@") > text.rfind("#") else None
    yes = yes_of(context, last.name) if last and last.clear else None
    if last and yes is None:
        return message
    if _STAYS.fullmatch(text) and len(clause.values) == 1 and len(value.columns) == 1:
        name = value.columns[0]
        raise Unclear(f"“{value.value}” stays as long as nothing takes it away. Shall only these rows stay, and all others go?", [option("filter_rows", {"column": name, "op": "eq", "value": value.value}, f"Keep only the rows of {value.value}"), option("describe_column", {"column": name}, f"Look at {name} first")])
    first = _STAYS_FIRST.match(text)
    spared = first or _SPARED.search(text)
    if spared is None or (spared.start() == 0 and first is None):
        return message
    joint = first.end() if first else spared.start() + 1
    thing = clause.shape.things[clause.shape.places(joint, len(text)).start]
    place = thing.start if isinstance(thing, Token) else clause.tokens[thing.start].start
    gone = Clause(clause.text[place:] if first else clause.text[:place].rstrip(" ,;.-"), context)
    if first:
        value = clause.values[0]
    if not direction_of(gone).removes or not (gone.values or gone.numbers):
        return message
    spared_column, spared_value = (last.name, yes) if last and not first else (value.columns[0], value.value)
    if any(spared_column in other.columns for other in gone.values):
        return gone.text
    away = filter_rows(gone)
    if len(away) != 1:
        return message
    raise Unclear("I can remove the rows of one condition, but spare none of them for another. Shall all of these go?", [option("filter_rows", away[0], "Remove all of these rows"), option("filter_rows", {"column": spared_column, "op": "eq", "value": spared_value}, f"Keep only the rows where {spared_column} is {spared_value}"), option("describe_column", {"column": away[0]["column"]}, f"Look at {away[0]['column']} first")])
