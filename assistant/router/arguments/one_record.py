"""Reads one record that is described before the question what will become of it: “a parcel of 9 kg to Leeds, will it be late?”."""

from __future__ import annotations

import re

from assistant.router.arguments.record import record
from assistant.router.arguments.slots import EXCEPT
from assistant.router.asking.unused import losses
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import opens_with_verb

_ASKED = re.compile(r"^(?P<what>.{4,200}?)[,:;.?-]+ (?:(?:so|and|then|now|tell me|guess|predict) )*(?P<question>(?:will|would|does|do|is|are|can|could|did|what|which|how|whats|or)\b[^,;:]{2,60}|[^,;:]{2,40} or (?:not|[^,;:]{2,30}))$", re.I)
_ASKED_FIRST = re.compile(r"^(?P<question>(?:(?:so|and|then|now|tell me|guess|predict) )*(?:which|what|whats|how)\b[^,;:]{1,40}?) (?:is|are|would|will|does|do|has|for|of|gets?|did) (?P<what>an? .{4,200}?)(?: (?:be|have|cost|get|bring|fetch|make|sell for|go for|weigh|give|do))?$", re.I)
_OTHERWISE = re.compile(
    r"\b(?:their|them|missing|odd|wrong|ok|okay|right|correct|normal|outliers?|means?|strange|common|possible|true|better|best|useful|needed|average|mean|median|"
    r"typical|usual|most|least|highest|lowest|max\w*|min\w*|sum|total|often|count|number|share|distribution|columns?|drives?|affects?|influences?|if)\b",
)
"""What is asked of many rows, of a column or of the work, and not of one record."""
_OF_IT = re.compile(r"\b(?:it|she|he|they|that|this|one|i|we)\b|^how (?:much|long|many|\w+)$|\bor not$")
_BARE = re.compile(rf"^(?:only|just|keep|drop|remove|show|plot|if|when|because|since|without|no|not|all|every|the rows|rows|{EXCEPT})\b", re.I)
"""How a part opens that speaks of rows or asks for something, and describes no record."""


def foretold(message: str, context: RouterContext) -> list[Call] | None:
    """Reads a description and the question after it as one record to predict; None where there is no model, or anything else is said."""
    if not context.runs or not context.target:
        return None
    text = message.strip(" .!?")
    said, first = _ASKED.match(text), _ASKED_FIRST.match(text)
    return (_predicted(said, context, named=False) if said else None) or (_predicted(first, context, named=True) if first else None)


def _predicted(said: re.Match[str], context: RouterContext, named: bool) -> list[Call] | None:
    """The call to predict what is described; None where the question is about something else, or words would be lost."""
    if opens_with_verb(said["what"]) or _BARE.match(said["what"]):
        return None
    question, described = Clause(said["question"], context), Clause(said["what"], context)
    if not _asks_of_target(question, named):
        return None
    values = record(described)
    calls: list[Call] = [{"tool": "predict", "args": {"values": values}}]
    return calls if values and not losses(calls, described) else None


def _asks_of_target(question: Clause, by_name: bool) -> bool:
    """Says whether a question is about the target alone, by its name or its values, or (where a name need not be) by what it does."""
    target = question.context.target or ""
    if _OTHERWISE.search(question.masked) or ("how many" in question.norm and question.context.kind(target) != "numeric"):
        return False
    if question.numbers or any(target not in value.columns for value in question.values) or any(mention.score > 1.0 and target not in mention.names for mention in question.columns):
        return False
    named = bool(question.values) or any(target in mention.names for mention in question.columns)
    return named or (not by_name and _OF_IT.search(question.norm) is not None)
