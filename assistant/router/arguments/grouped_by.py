"""Reads by which columns a question groups the rows, and what is computed of each group."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option, resolved
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.columns import part_names
from assistant.router.entities.hints import by_direction
from assistant.router.entities.names import Mention

Args = dict[str, Any]


def sides(clause: Clause) -> tuple[list[Mention], list[Mention]]:
    """The columns on both sides of “by”: what is asked about, and what it is grouped by."""
    words = clause.masked
    if MEANT_AFTER.search(words) and len(clause.columns) > 1:
        return clause.columns[-1:], clause.columns[:-1]
    match = re.search(r"\b(?:by|per|(?:for|in|within|at|of|from|on) (?:each|every)|across|over|along|grouped by|group by|among|each|every|groupby|differs?|var(?:y|ies))\b", words)
    cut = words[: match.start()].count("@") if match else 0
    mentions = clause.columns
    leading = re.match(r"group(?:ed)? ?by|group the \w+ by|for each|per |by ", words)
    before, after = mentions[:cut], mentions[cut:]
    if not before and (each := _OF_EACH.search(words)):
        first, last = words[: each.start()].count("@"), words[: each.end()].count("@")
        before, after = mentions[last:], mentions[first:last]
    frame = re.search(r"\bgroup ?by \(((?: ?[@,\[\]'])+) ?\)", words)
    if frame:
        inside, start = frame[1].count("@"), words[: frame.start()].count("@")
        by_first = mentions[start : start + inside]
        before, after = [mention for mention in mentions if mention not in by_first], by_first
    if leading and len(mentions) > 1 and not before and not frame:
        listed = _LISTED.match(words)
        own = listed[1].count("@") if listed else len(mentions) - 1
        before, after = mentions[own:], mentions[:own]
    if not match and mentions:
        which = re.match(r"(?:which|what) @", words)
        before, after = (mentions[1:], mentions[:1]) if which else (mentions[:1], mentions[1:])
    if re.match(r"(?:(?:the|what|which|is|whats|show|me) )*(?:busiest|rarest|commonest|most (?:common|frequent|popular|used)) @$", words):
        before, after = [], mentions
    if re.search(r"@ (?:differ|vary|compare) (?:in|on|regarding) ", words) and len(mentions) == 2:
        before, after = mentions[1:], mentions[:1]
    return before, after


MEANT_AFTER = re.compile(r"[?.,;:!] (?:the )?@ ?,? i meant?$|[?.,;:!] i meant? (?:the )?@$")
"""What is asked about, told after the question: “what do we earn in each shop? the revenue I mean”."""
_LISTED = re.compile(r"(?:group(?:ed)? ?by|group the \w+ by|for each|per|by) (?:the )?(@(?: ?(?:,|and|, and) (?:the )?@)*)(?= ?,? ?(?:and |then |show |get |compute |take |give me |the )*(?:mean|average|avg|median|sum|total|count|max|min|std|highest|lowest)\b)")
_OF_EACH = re.compile(r"\bhow (?:much|many|long|far|high|often|heavy|big)\b[^@]*\b(?:each|every) (?:one )?(?:of )?(?:the |our )?@(?: ?(?:,|and|, and) (?:the |each |every )*@)*(?= [^@]*@)")
"""What is asked of each group before what is counted: “how much did each vessel catch altogether”."""


def groups(clause: Clause, before: list[Mention], after: list[Mention], statistic: str | None, told: Args) -> tuple[list[str], list[Mention]]:
    """Reads what is grouped by, and what is left to be computed: “cats and dogs per city” groups by the animal too."""
    mentions = clause.columns
    by = list(dict.fromkeys(resolved(mention, clause, "aggregate", "by", told, many=True) for mention in after))
    grouping = {value.columns for value in clause.values}
    if len(clause.values) > 1 and len(grouping) == 1 and len(next(iter(grouping))) == 1 and len(mentions) == 1 and not (after and statistic == "count"):
        by, before = [clause.values[0].columns[0]], mentions
    if not by and clause.has("how many|number of|counts?|value_counts?|how often|how frequently|how many times"):
        by = list(dict.fromkeys([*(by_direction(clause, value) or value.columns[0] for value in clause.values), *(resolved(mention, clause, "aggregate", "by", many=True) for mention in mentions if not (clause.values and mention.clear and mention.score < 1.0 and clause.context.kind(mention.name) == "numeric"))]))
        before = []
    if by and before == [] and (statistic in ("count", None) or (statistic == "mean" and SHARE.search(clause.norm))) and len(grouping) == 1 and len(next(iter(grouping))) == 1:
        by = list(dict.fromkeys([*by, clause.values[0].columns[0]]))  # “how many cats and dogs per city” counts both in each
    if by and before and len(clause.values) == 1 and grouping == {clause.values[0].columns[:1]} and _OF_ONE.search(clause.shape.text):
        by = list(dict.fromkeys([*by, clause.values[0].columns[0]]))  # “average fare per class for women” shows all of them
    return by, before


_OF_ONE = re.compile(r"\b(?:by|per|for each|for every|in each) (?:the )?@ ?,? (?:but )?(?:only )?(?:for|of|among) (?:the |all )?#(?: [a-z]+s)?(?: only)?$")
SHARE = re.compile(r"\b(?:share|percentage|percent|proportion|fraction|part)\b")
_PER_WORD = re.compile(r"\b(?:per|by|(?:for|in|of) (?:each|every)) (?:the )?([a-z]{3,})(?= \?|$)")


def grouped_by_part(clause: Clause) -> list[str]:
    """The one column that has a word in its name which is mostly none: “cost per make”, where there is a Car Make."""
    said = _PER_WORD.search(clause.masked)
    names = part_names(said[1], clause.names) if said else ()
    return list(names) if len(names) == 1 else []


_ITEM = r"(?:(?:by|per|the|each|every) )*(?:@|[a-z]{3,})"
_BY_LIST = re.compile(rf"\b(?:per|by|(?:for|in|of) (?:each|every)) (?P<items>{_ITEM}(?: ?(?:, and|,|and) {_ITEM})+)(?= \?|$)")


def listed_by_part(clause: Clause) -> list[str]:
    """The columns that have a word of the list in their names, each alone: “sales by shop and weekday”, where there is a sold_weekday."""
    said = _BY_LIST.search(clause.masked)
    words = re.findall(r"(?<!\S)[a-z]{3,}(?!\S)", said["items"]) if said and "@" in said["items"] else []
    return [names[0] for word in words if len(names := part_names(word, clause.names)) == 1]


def grouped_by_values(clause: Clause, told: Args) -> list[str]:
    """The columns of the values that are asked about, beside which the others are shown: “the average fare of women”."""
    either = next((value for value in clause.values if len(value.columns) > 1), None)
    if either:
        raise Unclear(f"“{clause.written(either)}” stands in several columns. Which one do you mean?", [option("aggregate", {**told, "by": [name]}, name) for name in either.columns[:4]])
    return list(dict.fromkeys(value.columns[0] for value in clause.values))
