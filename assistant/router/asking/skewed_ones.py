"""Asks where columns are told only by their being skewed, which a look at the data tells and no words do: “log all skewed columns”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear

_THINGS = r"(?:columns?|features?|variables?|ones?|numbers?|numerics?|fields?)"
_SKEWED = re.compile(rf"skewed (?:\w+ )?{_THINGS}\b|\b(?:{_THINGS}|whatever|everything|all|anything) (?:(?:that|which)(?:s|'s)? )?(?:is |are |looks? |seems? )?(?:too |very |really |quite |heavily |right )*skewed\b")
_OTHER_WISH = re.compile(r"\b(?:which|what|show|find|list|are there|make|less|reduce|fix|drop|remove|describe|plot|look|check|if)\b")


def refuse_skewed_ones(asked: Clause) -> None:
    """Raises Unclear, with a check of the data and the change of all numbers as the options."""
    if "skewed" not in asked.norm or asked.columns or not _SKEWED.search(asked.masked) or _OTHER_WISH.search(asked.masked):
        return
    method = vocabulary.first(asked.masked, vocabulary.TRANSFORM)
    if method in ("log", "sqrt", "box_cox"):
        raise Unclear("Which columns are skewed is told by the check of the data's health. Shall I check it first, or change all numbers?", [option("profile", {}, "Check which are skewed"), option("transform", {"columns": "numeric", "method": method}, f"Transform all numbers ({method.replace('_', ' ')})"), option("transform", {"columns": "numeric", "method": "yeo_johnson"}, "Make all numbers less skewed (Yeo-Johnson)")])
