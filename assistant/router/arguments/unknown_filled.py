"""Asks which column is meant where one is to be filled, scaled or made something else by a name that none has; all columns would be so otherwise."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import unknown_column
from assistant.router.entities.clause import Clause
from assistant.router.entities.words import SYNONYMS, WORLDLY

_FILLS_WHAT = re.compile(
    r"^(?:(?:please|now|and|then|just|so|ok) )*(?:fill|impute)(?: in| up|"
    r" out)? (?:(?:the|my|our) )*(?!(?:the|my|our|its|their|his|her|your|gaps?|blanks?|holes?|missing|empty|nans?|nulls?|everything|all|them|it|those|these|that|"
    r"this|rest|others?|remaining|every\w*|numbers?|numeric\w*|numerical|categor\w+|columns?|data|values?|cells?|table|dataset|whatever|what|any\w*|in|with|by|"
    r"using|na|nas|n|median|mean|mode|average|most|each|where\w*|both|features?|variables?|things?|texts?|dates?|unknowns?|spaces|entries|ones?|forward|backward|"
    r"down|up|as|from|on|for|whole|entire|null|lot|incomplete|gappy|nothing|zero|knn|constant|usual|typical|void|voids|words?|strings?|booleans?|ages?)\b)"
    r"(?P<what>[a-z]+(?: [a-z]+)?) (?:with|by|using) "
)
"""What is to be filled, by a name that no column has: “fill the heart rate with the mean”."""


_VERB = r"(?:log(?:[ -]?transform)?|sqrt|square root|take the (?:log|square root) of|transform|scale|rescale|standardi[sz]e|normali[sz]e|min-?max(?: scale)?|z-?score|robust scale|bin|bucket|clip|cap|winsori[sz]e|encode|one-?hot(?: encode)?|ohe|target encode|ordinal encode|dummies (?:for|of))"
_DONE_TO_WHAT = re.compile(rf"^(?:(?:please|now|and|then|just|so|ok|also) )*{_VERB} (?:(?:the|my|our|all|its) )*(?P<what>[a-z]+)(?: columns?)?(?: (?:please|now|too|as well|with [a-z -]+|to [a-z0-9 -]+|into [a-z0-9 -]+))?$")
_LACKING_WHAT = re.compile(r"\b(?:with(?: a)? (?:missing|no|empty|blank|unknown)|without|missing|lacking|having no)(?: an?| the| any)? (?P<what>[a-z]+)$")
_READ_OTHERWISE = frozenset(["women", "woman", "siblings", "parents", "class", "classes", "id", "type", "name", "leave", "leaves", "left", "notes", "state", "time", "day", "cost", "gas", "power", "volt", "watt", "amp", "spam", "survive", "survives"])
THINGS = (WORLDLY | frozenset(SYNONYMS)) - _READ_OTHERWISE
"""Everyday words that name a column, or nothing, where something is done to them."""


def refuse_unknown_object(tool: str, clause: Clause, args: dict[str, Any]) -> None:
    """Raises Unclear where a step for one column would take all of them: “sqrt the weight”, where no column is called so."""
    if clause.columns or clause.values or "columns" in args or tool not in ("transform", "scale", "encode", "bin", "handle_outliers", "drop_missing"):
        return
    said = (_LACKING_WHAT if tool == "drop_missing" else _DONE_TO_WHAT).search(clause.norm.strip(" .!?"))
    if said and (said["what"] in THINGS or said["what"].removesuffix("s") in THINGS):
        raise unknown_column(said["what"], clause, tool, "columns", args)


def refuse_unknown_filled(clause: Clause, args: dict[str, Any]) -> None:
    """Raises Unclear with the columns that are called most alike, each filled as it was said."""
    said = _FILLS_WHAT.match(clause.masked) if not clause.columns else None
    if said:
        raise unknown_column(said["what"], clause, "impute", "columns", args)
