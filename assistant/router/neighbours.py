"""Asks where gaps are to be filled from the row above or below, which no strategy does."""

from __future__ import annotations

import re

from assistant.router.clause import Clause, Unclear
from assistant.router.slots import option

_NEIGHBOUR = re.compile(r"\b(?:(?:forward|backward|back|down|up)(?:s|wards)? ?fill\w*|fill\w* (?:forward|backward|down|upward)s?|ffill|bfill|pad(?:ding)? forward|(?:row|value|record|line|cell|one) (?:above|below|before it|after it)|(?:previous|preceding|prior|next|following|last known|last valid) (?:row|value|record|line|cell|observation)|carr(?:y|ied) (?:it )?forward)\b")


def refuse_neighbours(clause: Clause) -> None:
    """Asks where a gap is to be filled from the row above or below, which no strategy does."""
    if not _NEIGHBOUR.search(clause.masked):
        return
    columns = {"columns": [mention.name for mention in clause.columns if mention.clear]} if clause.columns else {}
    raise Unclear("I cannot fill a gap from the row above or below: rows count as independent of each other. Shall I fill it in another way?", [option("impute", {**columns, "strategy": "median"}, "With the median"), option("impute", {**columns, "strategy": "knn"}, "From the most similar rows"), option("impute", {**columns, "strategy": "most_frequent"}, "With the most frequent value")])
