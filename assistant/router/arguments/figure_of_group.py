"""Reads a number of some rows as the figure that tells it, and keeps no rows: “salary of women”, “the fare of first class”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention
from assistant.router.entities.values import ValueMention
from assistant.router.entities.words import COMMON, ROW_NOUNS, STATISTICS

LONGEST = 20
"""Up to how many words a figure is asked for."""
_OF_GROUP = re.compile(
    r"(?:(?:and|so|then|now|please|what(?:s| is| are| about)?|hows?|show|give|tell|me|us|see|look at|the|a|our|typical|usual|average|mean) )*@ (?:of|for|among|amongst) "
    r"(?:(?:the|all|our|my|those|these|people|persons?|employees|customers|clients|patients|passengers|users|members|drivers|students|guests|rows|ones|trips|"
    r"rides|orders|with|in|from|who|are|being|having) )*#(?: (?:customers|clients|patients|passengers|people|employees|users|rows|trips|rides|orders|class))?"
    r"(?: (?:,|and|or|vs|versus|v|against|compared (?:to|with)|with|next to|beside) (?:the |those of |that of )?#)?"
)
_COMPARED = re.compile(r"(?:(?:please|can you|lets|now|and|so) )*compare (?:the |our )?(?:#(?: ,)? (?:and|with|to|vs|versus|against) (?:the )?#|@) (?:by|on|in|for|regarding|in terms of|when it comes to) (?:the |their )?@")
"""“compare nova with ines by hours”, “compare the styles by price”"""
_UNKNOWN_OF = re.compile(r"[a-z]{2,4} (?:of|for|among) (?:the )?#")
"""A short form that no column has, of some rows: “bp of women”."""
_OF_SUCH = re.compile(
    r"(?:(?:and|so|then|now|what(?:s| is| are| was)?|hows?|how is|show|give|tell|me|the|a|average|mean|typical|usual) )*@ (?:like )?(?:of|for|among|amongst|with|"
    r"in) (?:(?:the|all|our|my|those|these|people|customers|clients|patients|ones|who|that|have|had|are|were|did|do) )*@(?: (?P<what>[a-z]{3,}s|people|men|women|"
    r"children))?",
)
"""“what is moisture like for cracked boards”"""


def figure_of_group(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the mean for each group where a number is spoken of and a value of another column; None for all else."""
    if context.last or not (asked.values or len(asked.columns) == 2) or len(asked.tokens) > LONGEST:
        return None
    words = asked.shape.text.strip(" .!?")
    if len(asked.values) == 1 and not asked.columns and len(asked.values[0].columns) == 1 and _UNKNOWN_OF.fullmatch(words) and asked.tokens[0].norm not in COMMON | ROW_NOUNS | STATISTICS:
        by = asked.values[0].columns[0]
        raise Unclear(f"I see no column “{asked.tokens[0].text}” here. Of which number shall I show the mean?", [option("aggregate", {"column": name, "by": [by], "statistic": "mean"}, name) for name in context.features(("numeric",))[:4]] or [option("aggregate", {"by": [by], "statistic": "count"}, f"Count the rows by {by}")])
    if len(asked.columns) == 2 and not asked.values and _OF_SUCH.fullmatch(words):
        number, such = asked.columns
        told = number.clear and such.clear and context.kind(number.name) == "numeric" and context.kind(such.name) == "boolean" and such.score >= 1.0
        return [{"tool": "aggregate", "args": {"column": number.name, "by": [such.name], "statistic": "mean"}}] if told else None
    if len(asked.columns) == 2 and len(asked.values) == 1 and words.endswith(" # @") and _OF_GROUP.fullmatch(words[:-2]) and context.kind(asked.columns[1].name if asked.columns[1].clear else "") in ("id", "text", "categorical"):
        return _of_value(asked.columns[0], asked.values[0], context)  # “price of goat cheese”
    if "compare" in asked.norm and _COMPARED.fullmatch(words):
        return _held_by(asked, context)
    if not 0 < len(asked.values) < 3 or len(asked.columns) != 1 or len({value.columns for value in asked.values}) != 1 or not _OF_GROUP.fullmatch(words):
        return None
    return _of_value(asked.columns[0], asked.values[0], context)


def _of_value(column: Mention, value: ValueMention, context: RouterContext) -> list[Call] | None:
    if not column.clear or context.kind(column.name) != "numeric" or len(value.columns) != 1 or value.columns[0] == column.name:
        return None
    return [{"tool": "aggregate", "args": {"column": column.name, "by": [value.columns[0]], "statistic": "mean"}}]


def _held_by(asked: Clause, context: RouterContext) -> list[Call] | None:
    """The mean of the last column named, for each group of the values or of the column before it."""
    number, groups = asked.columns[-1], {value.columns for value in asked.values} or {mention.names for mention in asked.columns[:-1]}
    by = next(iter(groups))
    if len(groups) != 1 or len(by) != 1 or not number.clear or context.kind(number.name) != "numeric" or context.kind(by[0]) not in ("categorical", "boolean"):
        return None
    return [{"tool": "aggregate", "args": {"column": number.name, "by": list(by), "statistic": "mean"}}]
