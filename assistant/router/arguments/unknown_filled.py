"""Asks which column is meant where one is to be filled by a name that none has; all columns would be filled otherwise."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import unknown_column
from assistant.router.entities.clause import Clause

_FILLS_WHAT = re.compile(
    r"^(?:(?:please|now|and|then|just|so|ok) )*(?:fill|impute)(?: in| up| out)? (?:(?:the|my|our) )*(?!(?:the|my|our|its|their|his|her|your|gaps?|blanks?|holes?|missing|empty|nans?|nulls?|everything|all|them|it|those|these|that|this|rest|others?|remaining|every\w*|numbers?|numeric\w*|numerical|categor\w+|columns?|data|values?|cells?|table|dataset|whatever|what|any\w*|in|with|by|using|na|nas|n|median|mean|mode|average|most|each|where\w*|both|features?|variables?|things?|texts?|dates?|unknowns?|spaces|entries|ones?|forward|backward|down|up|as|from|on|for|whole|entire|null|lot|incomplete|gappy|nothing|zero|knn|constant|usual|typical|void|voids|words?|strings?|booleans?|ages?)\b)"
    r"(?P<what>[a-z]+(?: [a-z]+)?) (?:with|by|using) "
)
"""What is to be filled, by a name that no column has: “fill the heart rate with the mean”."""


def refuse_unknown_filled(clause: Clause, args: dict[str, Any]) -> None:
    """Raises Unclear with the columns that are called most alike, each filled as it was said."""
    said = _FILLS_WHAT.match(clause.masked) if not clause.columns else None
    if said:
        raise unknown_column(said["what"], clause, "impute", "columns", args)
