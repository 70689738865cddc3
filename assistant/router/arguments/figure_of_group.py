"""Reads a number of some rows as the figure that tells it, and keeps no rows: “salary of women”, “the fare of first class”."""

from __future__ import annotations

import re

from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause

_OF_GROUP = re.compile(
    r"(?:(?:and|so|then|now|please|what(?:s| is| are| about)?|hows?|show|give|tell|me|us|see|look at|the|a|our|typical|usual) )*@ (?:of|for|among|amongst) "
    r"(?:(?:the|all|our|my|those|these|people|persons?|employees|customers|clients|patients|passengers|users|members|drivers|students|guests|rows|ones|trips|rides|orders|with|in|from|who|are|being|having) )*#(?: (?:customers|clients|patients|passengers|people|employees|users|rows|trips|rides|orders|class))?"
)


def figure_of_group(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the mean for each group where a number is spoken of and a value of another column; None for all else."""
    if len(asked.values) != 1 or len(asked.columns) != 1 or context.last or not _OF_GROUP.fullmatch(asked.shape.text.strip(" .!?")):
        return None
    column, value = asked.columns[0], asked.values[0]
    if not column.clear or context.kind(column.name) != "numeric" or len(value.columns) != 1 or value.columns[0] == column.name:
        return None
    return [{"tool": "aggregate", "args": {"column": column.name, "by": [value.columns[0]], "statistic": "mean"}}]
