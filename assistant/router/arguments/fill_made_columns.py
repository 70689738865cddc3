"""Fills the arguments of the tools that make columns out of dates, of texts and of numbers in ranges."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.router.arguments.columns_to_prepare import with_columns
from assistant.router.arguments.slots import (
    column_list,
    column_list_of,
    option,
)
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention
from assistant.router.entities.quantities import count_of

Args = dict[str, Any]


def extract_dates(clause: Clause) -> Args:
    """Reads the parts wanted and the columns."""
    columns_meant = [mention for mention in clause.columns if not _names_a_part(mention, clause)] or clause.columns
    said = _OF_A_SPAN.sub(r"\1", _OF_THE_DAY.sub(" ", clause.mask(columns_meant)))
    wanted = vocabulary.every(said, vocabulary.DATE_PARTS)
    args: Args = {"parts": wanted} if wanted else {}
    if _BETWEEN.search(clause.masked) and len(clause.columns) == 2:
        raise Unclear("How long it is from one date to another is no step here; the parts of each date are. Shall I take these?", [option("extract_dates", {"columns": [mention.names[0] for mention in clause.columns]}, "The parts of both dates"), option("describe_column", {"column": clause.columns[0].names[0]}, f"Look at {clause.columns[0].names[0]}")])
    columns = column_list_of(columns_meant, clause, "extract_dates", args)
    dates, made = clause.context.features(("datetime",)), [call["args"].get("name") for call in clause.context.last]
    if not wanted and isinstance(columns, list) and columns and not clause.has("dates?|days?|times?|stamps?|when|calendar|years?|months?") and all(clause.context.kind(name) == "numeric" and name not in made for name in columns):
        raise Unclear(f"“{columns[0]}” holds no dates. What shall be made of it?", [option("describe_column", {"column": columns[0]}, f"Look at {columns[0]}"), option("list_options", {"stage": "features"}, "Show what can be made")])
    if wanted and isinstance(columns, list) and columns and all(clause.context.kind(name) == "numeric" and name not in made for name in columns) and _IN_UNITS.fullmatch(clause.masked):
        raise Unclear(f"“{columns[0]}” holds no dates. What shall be made of it?", [option("describe_column", {"column": columns[0]}, f"Look at {columns[0]}"), option("list_options", {"stage": "features"}, "Show what can be made")])
    if wanted and dates and isinstance(columns, list) and columns and all(clause.context.kind(name) in ("numeric", "boolean") and name not in made for name in columns):
        raise Unclear(f"“{columns[0]}” holds no dates. Of which date shall the parts be taken?", [option("extract_dates", {**args, "columns": [name]}, name) for name in dates[:3]])
    return ({"columns": columns} if columns and columns != "datetime" else {}) | args


_BETWEEN = re.compile(r"\b(?:years|months|weeks|days|hours|minutes|time|how long|duration|difference) (?:it took |passed |elapsed )?(?:between|from) (?:the )?@ (?:and|to|until|till) (?:the )?@")
_IN_UNITS = re.compile(r"(?:(?:show|give|make|put|want|have|i|me|the|please) )*@ (?:in|as|to|into) [a-z]+s?(?: please| instead)*")
"""Another unit is wanted, and no part of a date: “delay in hours please”."""
_OF_A_SPAN = re.compile(r"\b(hours?|minutes?) of (?:the |each )?(?:day|hour)\b|(?<=\bmonth) of (?:the )?year\b()")
_OF_THE_DAY = re.compile(r"\b(?:from|out of|of|in) the (?:day|date|time|moment|month)(?= (?:of (?:the )?@|it|they|we|when|that|on which|@)(?!\S))")
"""What a date is called and no part of it: “from the day it was lit I only want the year”."""


def _names_a_part(mention: Mention, clause: Clause) -> bool:
    """Says whether a column that holds no dates is only what a part of one is called: “month and weekday of the order date”."""
    dated = any(clause.context.kind(name) == "datetime" for name in mention.names)
    return not (dated or mention.quoted) and bool(vocabulary.first(clause.written(mention).lower(), vocabulary.DATE_PARTS))


def vectorize_text(clause: Clause) -> Args:
    """Reads the method and how many words at most."""
    args: Args = {}
    method = vocabulary.first(clause.masked, vocabulary.VECTORIZE)
    if method:
        args["method"] = method
    number = count_of(clause)
    if number:
        args["max_features"] = number
    if number and len(clause.columns) > 1:
        counted = {mention.start for mention in clause.columns if mention.start and clause.tokens[mention.start - 1].number == number}
        clause = replace(clause, text=" ".join(token.text for place, token in enumerate(clause.tokens) if place not in counted)) if counted else clause
    return with_columns(clause, "vectorize_text", args)


def bin_columns(clause: Clause) -> Args:
    """Reads how many bins, and how their edges are set."""
    args: Args = {}
    _refuse_width(clause)
    number = count_of(clause)
    if number:
        args["bins"] = number
    if clause.has("quantiles?|equal(?:ly)? (?:sized|filled|frequency)|same (?:size|number|count|amount)|equally (?:many|full|filled|large|big|populated)|as many (?:\\w+ )?(?:in|as)|equal (?:counts?|numbers?|sizes?)|percentiles?|equal frequency") or _Q_CUT.match(clause.masked):
        args["strategy"] = "quantile"
    elif clause.has("uniform|equal width|same width|equally wide|even(?:ly)?(?: spaced)?|equal ranges?"):
        args["strategy"] = "uniform"
    named = next((count for word, count in (("terciles?|tertiles?", 3), ("quartiles?", 4), ("quintiles?", 5), ("deciles?", 10)) if clause.has(word)), None)
    if named:
        args |= {"bins": named, "strategy": "quantile"}
    elif clause.has("k ?means"):
        args["strategy"] = "kmeans"
    elif number is None and _LEVELS.search(clause.masked):
        args["bins"] = 3
    elif number is None and _TWO_ENDS.search(clause.masked):
        args["bins"] = 2
    named_only = [mention.name for mention in clause.columns if mention.clear]
    if not args and named_only and all(clause.context.kind(name) in ("categorical", "text", "id") for name in named_only):
        raise Unclear(f"{' and '.join(f'“{name}”' for name in named_only)} {'holds' if len(named_only) == 1 else 'hold'} no numbers to put into ranges. Shall it go?", [option("drop_columns", {"columns": named_only}, f"Drop {' and '.join(named_only)}"), option("describe_column", {"column": named_only[0]}, f"Look at {named_only[0]} first")])
    return with_columns(clause, "bin", args)


_WIDE = re.compile(
    r"\b(?:decades?|(?:bands?|steps?|intervals?|ranges?|brackets?|blocks?|chunks?|(?<=@ )groups|(?<=into )groups) of (?:about )?(\d[\d.]*)|"
    r"(?:bins?|buckets?) of (?:about )?([2-9]\d|\d{3,})|every (\d[\d.]*)|by (\d[\d.]*) (?:years?|yrs?|days?|months?|km|kg|cm|@$)|"
    r"(\d[\d.]*) ?-? ?(?:years?|yrs?|km|cm|mm|kg|min|minutes?|hours?|days?|euros?|eur|dollars?|usd|points?|degrees?|miles?) ?-? (?:bands?|groups?|brackets?|"
    r"intervals?|ranges?|buckets?|bins?)|(\d[\d.]*) (?:(?!equal|even|same)[a-z]+ )?(?:wide|each|steps?|apart)|"
    r"(?<!same )(?<!equal )(?<!even )(?:width|size) (?:of )?(\d[\d.]*)|by (?:tens|fives|hundreds|thousands|twenties))\b(?! (?:bins|buckets|groups|classes))",
)
"""Bins told by how wide they are, and not by how many."""


def _refuse_width(clause: Clause) -> None:
    """Asks how many bins there shall be where it is said how wide each is: “age into decades”, “weight in bands of 5”."""
    if not _WIDE.search(clause.masked) or not clause.columns:
        return
    args: Args = {"columns": column_list(clause, "bin"), "strategy": "uniform"}
    raise Unclear("Bins are made by how many there are, not by how wide each is. How many shall it be?", [option("bin", {**args, "bins": number}, f"{number} bins of equal width") for number in (5, 10, 20)])


_TWO_ENDS = re.compile(r"\b(?:low|small|young|short|bad|fail|cheap) ?(?:/|,|and|or|vs|-)+ ?(?:the )?(?:high|large|big|old|long|good|pass|expensive)\b")
"""Two levels that are named: “low/high”."""
_Q_CUT = re.compile(r"q ?cut\b")
"""The name that pandas has for bins of equally many."""
_LEVELS = re.compile(r"\b(?:medium|middle|mid|average|normal|moderate)\b")
"""What stands between low and high where three levels are named."""
