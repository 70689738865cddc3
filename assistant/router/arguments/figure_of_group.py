"""Reads a number of some rows as the figure that tells it, and keeps no rows: “salary of women”, “the fare of first class”."""

from __future__ import annotations

import re

from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause

_OF_GROUP = re.compile(
    r"(?:(?:and|so|then|now|please|what(?:s| is| are| about)?|hows?|show|give|tell|me|us|see|look at|the|a|our|typical|usual) )*@ (?:of|for|among|amongst) "
    r"(?:(?:the|all|our|my|those|these|people|persons?|employees|customers|clients|patients|passengers|users|members|drivers|students|guests|rows|ones|trips|rides|orders|with|in|from|who|are|being|having) )*#(?: (?:customers|clients|patients|passengers|people|employees|users|rows|trips|rides|orders|class))?"
    r"(?: (?:,|and|or|vs|versus|v|against|compared (?:to|with)|with|next to|beside) (?:the |those of |that of )?#)?"
)
_OF_SUCH = re.compile(r"(?:(?:and|so|then|now|what(?:s| is| are| was)?|hows?|how is|show|give|tell|me|the|a|average|mean|typical|usual) )*@ (?:like )?(?:of|for|among|amongst|with|in) (?:(?:the|all|our|my|those|these) )*@ (?P<what>[a-z]{3,}s|people|men|women|children)")
"""“what is moisture like for cracked boards”"""


def figure_of_group(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the mean for each group where a number is spoken of and a value of another column; None for all else."""
    if context.last:
        return None
    words = asked.shape.text.strip(" .!?")
    if len(asked.columns) == 2 and not asked.values and _OF_SUCH.fullmatch(words):
        number, such = asked.columns
        told = number.clear and such.clear and context.kind(number.name) == "numeric" and context.kind(such.name) == "boolean" and such.score >= 1.0
        return [{"tool": "aggregate", "args": {"column": number.name, "by": [such.name], "statistic": "mean"}}] if told else None
    if not 0 < len(asked.values) < 3 or len(asked.columns) != 1 or len({value.columns for value in asked.values}) != 1 or not _OF_GROUP.fullmatch(words):
        return None
    column, value = asked.columns[0], asked.values[0]
    if not column.clear or context.kind(column.name) != "numeric" or len(value.columns) != 1 or value.columns[0] == column.name:
        return None
    return [{"tool": "aggregate", "args": {"column": column.name, "by": [value.columns[0]], "statistic": "mean"}}]
