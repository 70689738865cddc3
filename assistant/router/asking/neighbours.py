"""Asks where gaps are to be filled in a way that no strategy has: from the row above or below, or from a number of similar rows."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_NEIGHBOUR = re.compile(
    r"\b(?:(?:forward|backward|back|down|up)(?:s|wards)? ?fill\w*|fill\w* (?:forward|backward|down|upward)s?|ffill|bfill|pad(?:ding)? forward|"
    r"(?:row|value|record|line|cell|one) (?:above|below|before it|after it)|"
    r"(?:previous|preceding|prior|next|following|last known|last valid) (?:row|value|record|line|cell|observation)|carr(?:y|ied) (?:it )?forward)\b",
)


def refuse_neighbours(clause: Clause) -> None:
    """Asks where a gap is to be filled from the row above or below, which no strategy does."""
    if not _NEIGHBOUR.search(clause.masked):
        return
    columns = {"columns": [mention.name for mention in clause.columns if mention.clear]} if clause.columns else {}
    raise Unclear("I cannot fill a gap from the row above or below: rows count as independent of each other. Shall I fill it in another way?", [option("impute", {**columns, "strategy": "median"}, "With the median"), option("impute", {**columns, "strategy": "knn"}, "From the most similar rows"), option("impute", {**columns, "strategy": "most_frequent"}, "With the most frequent value")])


NEIGHBOURS = 5
"""How many similar rows a gap is filled from, which cannot be chosen."""
_COUNT = re.compile(r"(?<![\d.])(\d{1,3}) (?:\w+ ){0,2}?(?:neighbou?rs?|(?:most )?(?:similar|alike)|nearest|closest|look-?alikes?)\b|\bk ?(?:=|of|:|is) ?(\d{1,3})\b|\bneighbou?rs? ?(?:=|:|of) ?(\d{1,3})\b")


def refuse_count(clause: Clause, args: dict[str, Any]) -> None:
    """Asks where a gap is to be filled from another number of similar rows than are always taken."""
    said = _COUNT.search(clause.masked) if args.get("strategy") == "knn" else None
    number = int(next(part for part in said.groups() if part)) if said else NEIGHBOURS
    if number == NEIGHBOURS:
        return
    columns = {"columns": [mention.name for mention in clause.columns if mention.clear]} if clause.columns else {}
    raise Unclear(f"Gaps are filled from the {NEIGHBOURS} most similar rows; another number, such as {number}, cannot be chosen. Shall I fill them so?", [option("impute", {**columns, "strategy": "knn"}, f"From the {NEIGHBOURS} most similar rows"), option("impute", {**columns, "strategy": "iterative"}, "By a model of the other columns"), option("impute", {**columns, "strategy": "median"}, "With the median")])
