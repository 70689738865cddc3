"""Fills the arguments of the tools that use a model, or what was prepared for it, on new data."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import with_run
from assistant.router.arguments.record import record
from assistant.router.arguments.row_asked import row_asked
from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.file_names import file_in
from assistant.router.wording.normalize import plain_number

Args = dict[str, Any]


def predict(clause: Clause) -> Args:
    """Reads a file, or one record's values from numbers beside columns and from category values."""
    file = file_in(clause.text)
    if file:
        return with_run(clause, {"source": file})
    values = record(clause)
    if values and not (re.match(r"(?:the )?same\b", clause.norm) and not any(call["tool"] in ("predict", "what_if") for call in clause.context.last)):
        return with_run(clause, {"values": values})
    raise Unclear("For whom or what? Upload a file, or say the values of one record, such as “age 30, sex female”.", [option("list_options", {"stage": "evaluate"}, "Show the form"), option("help", {"topic": "predict"}, "How it is done")])


def what_if(clause: Clause) -> Args:
    """Reads what changes, and for which row."""
    row = row_asked(clause)
    changes = record(clause)
    again = clause.context.last[-1]["args"] if not changes and clause.context.last and clause.context.last[-1]["tool"] == "what_if" else {}
    if len(clause.numbers) == 1 and len(again.get("changes") or ()) == 1 and _IT_WAS.search(clause.norm):
        return {**again, "changes": {name: plain_number(clause.numbers[0][1].number or 0) for name in again["changes"]}}
    if not changes:
        raise Unclear("What if what were different? Say, for instance, “what if the age was 40?”.", [option("help", {"topic": "what_if"}, "How it is done")])
    before = [call["args"]["row"] for call in clause.context.last if call.get("args", {}).get("row") is not None]
    pointed = bool(_THAT_ONE.search(clause.norm))
    record_before = next((call["args"]["values"] for call in reversed(clause.context.last) if call["tool"] == "predict" and call["args"].get("values")), None)
    if pointed and row is None and not before and record_before:
        changes = {**record_before, **changes}
    return {"changes": changes} | ({"row": row} if row is not None else {"row": before[-1]} if before and (pointed or _GOES_ON.match(clause.norm)) else {})


_IT_WAS = re.compile(r"\bif (?:it|that|this) (?:was|were|is|had been|went to|became) (?:only |rather |just )*\d")
"""“what if it was 20”, after another value of it was tried."""
_GOES_ON = re.compile(r"(?:and|but|so|what about|how about|if)\b")
"""How words open that go on about the row spoken of just before."""
_THAT_ONE = re.compile(r"\b(?:of|for|in) (?:it|him|her|(?:that|this) [a-z]+)\b(?! if\b)")
"""What points to the row or the record spoken of just before."""


def source_only(clause: Clause) -> Args:
    """Reads the name of another table."""
    file = file_in(clause.text)
    quoted = next((token.text for token in clause.tokens if token.quoted), None)
    if file or quoted:
        return {"source": quoted or file}
    raise Unclear("With which data? Upload the file, then say its name.", [option("list_samples", {}, "Show the samples")])
