"""Reads which row of the table is spoken of, by its number or its place: “loan 88”, “the first row”, “why was the third penguin …”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ORDINALS
from assistant.router.entities.row_names import CODE
from assistant.router.entities.words import ROW_NOUNS

_NOUNS = "|".join(["row", "record", "line", "case", "entry", "person", "observation", "instance", "example", *sorted(noun.removesuffix("s") for noun in ROW_NOUNS)])
_NUMBER = r"(?:number |no ?\.? ?|# ?)?"
_ROW = re.compile(rf"\b(?:{_NOUNS}|number) {_NUMBER}(\d{{1,9}})\b")
"""A row by its number, whatever the rows are called."""
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_AT_PLACE = re.compile(rf"\b(?P<place>{_ORDINAL}|\d{{1,7}}(?:st|nd|rd|th)) (?:{_NOUNS}|prediction|answer)\b(?! class)")
_SUBJECT = re.compile(rf"^(?:(?:and|so|but|ok) ,? ?)*(?:why|how come) (?:is|was|did|does|would|has|will|do you think) the (?P<place>{_ORDINAL}|\d{{1,7}}(?:st|nd|rd|th)) (?!(?:model|run|step|column|feature|variable|time|class|group|cluster|half|quarter|split|fold|tree|component|one)\b)[a-z]+(?<!s) ")
"""Whatever the rows are called, where a reason is asked for: “why was the third penguin called so”."""
BARE_PLACE = re.compile(rf"(?:(?:and|now|same|what about|how about|ok|for|the) )*(?P<place>{_ORDINAL}|\d{{1,7}}(?:st|nd|rd|th))(?: one| row)?(?: too| as well| please| instead)?$")
"""A place alone, after a row was spoken of: “and the third?”."""
LAST_ROW = re.compile(rf"\b(?:last|final|bottom) (?:{_NOUNS})\b|\b(?P<place>{_ORDINAL}|last) one\b")
"""A row whose number is not known from the words."""


def row_asked(clause: Clause) -> int | None:
    """Gives the number of the row that the words name, counted from 0 as tables are; the first row is row 0."""
    number = _ROW.search(clause.masked) or _ROW.search(clause.norm)
    if number:
        return int(number[1])
    of_id = next((clause.tokens[mention.end].number for mention in clause.columns if mention.clear and clause.context.kind(mention.name) == "id" and mention.end < len(clause.tokens)), None)
    if of_id is not None and of_id == int(of_id):
        return int(of_id)
    place = _AT_PLACE.search(clause.norm) or _SUBJECT.search(clause.norm)
    if place is None:
        return None
    return place_of(place["place"])


_CODE = re.compile(rf"(?<![\w-])(?:{CODE}|[A-Za-z]{{1,4}}[-_]?\d{{3,7}})(?![\w-])")
"""One thing by its code, such as R007."""


def refuse_code(clause: Clause) -> None:
    """Asks for the number of a row that is named by its code, as no step looks one up: “why is R007 so high”."""
    said = _CODE.search(clause.text)
    ids = [column["name"] for column in clause.context.columns if column.get("kind") in ("id", "text")]
    if said is None or not ids or any(said[0].lower() in clause.written(value).lower() for value in clause.values) or any(said[0] in name for name in clause.names):
        return
    raise Unclear(f"Rows go by their number here, and the first one is row 0; I do not look up “{said[0]}”. Which row is it?", [option("preview", {"which": "head"}, "Show the rows with their numbers"), option("explain", {}, "Explain the model as a whole")])


def place_of(word: str) -> int:
    """Gives the number of a row from its place: 0 for “first”, 19 for “20th”."""
    return (ORDINALS.get(word) or int(word[:-2])) - 1
