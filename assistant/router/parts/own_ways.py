"""Gives each column its own order where one sentence names several with a way for each: “age gets the mean and fare the median”, “sex onehot and port ordinal”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_COLUMNS = re.compile(r"(?:(?:the|my|our|columns?|in|for|on) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: columns?)?")
_GAPS = r"(?:missing(?: values?)?|empty(?: cells)?|blanks?|nans?|nulls?|gaps?|holes|unknown)"
_LEAD = re.compile(rf"(?:(?:please|then|and|so|ok|can you|could you|lets|first|if|where|when|wherever|the|all|any|just|values?|{_GAPS}|of|for|in|to|use|apply|do|put|make|give|set|treat|handle|change|turn|convert|(?P<fill>fill|impute|replace)|(?P<scale>scale|re ?scale)|(?P<encode>encode)|(?P<transform>transform)) ?)*")
_LINK = re.compile(rf"(?:(?:gets?|has|have|with|by|to|as|into|via|is|are|becomes?|should|shall|must|be|needs?|wants?|takes?|uses?|using|use|put|fill|filled|scaled|encoded|transformed|it|them|in|a|an|the|its|their|:|=|- ?>|= ?>|{_GAPS}|(?:,|then) (?=(?:use|put|fill|the|take|go with)\b)) ?)*")
_JOINT = re.compile(r"(?: ?(?:,|;|\.|and|but|while|whereas|then|plus|&|if|where|when|columns?))+$")
_TAIL = re.compile(r"(?: ?(?:values?|one|scaling|scaled|scaler|encoding|encoded|coding|transform\w*|imputation|instead|please|it|them|too|of it|in|there|,))+$")
_CONSTANT = re.compile(r"zeros?|0|unknown|other|-?\d[\d.]*")
_TABLES = (
    ("fill", vocabulary.IMPUTE, "fill {column} with {way}"), ("scale", vocabulary.SCALE, "{way} scale {column}"), ("encode", vocabulary.ENCODE, "{way} encode {column}"), ("transform", vocabulary.TRANSFORM, "apply {way} to {column}"),
)
_HAS_GAPS = re.compile(_GAPS)


def own_ways(text: str, context: RouterContext) -> list[str]:
    """One order for each column that has a way of its own; the text alone where there are no two, or they are not all known."""
    clause = Clause(text.strip(" .!"), context)
    groups = list(_COLUMNS.finditer(clause.masked)) if len(clause.columns) > 1 and not text.rstrip().endswith("?") else []
    if len(groups) < 2 or not all(mention.clear for mention in clause.columns) or any('"' in mention.name for mention in clause.columns):
        return [text]
    lead = _LEAD.fullmatch(clause.masked[: groups[0].start()])
    if lead is None:
        return [text]
    said = [clause.masked[group.end() : end] for group, end in zip(groups, [*(following.start() for following in groups[1:]), len(clause.masked)], strict=True)]
    ways = [_TAIL.sub("", _LINK.sub("", _JOINT.sub("", words.strip()), count=1)).strip() for words in said]
    order = _order(ways, lead, gaps=any(_HAS_GAPS.search(words) for words in (lead[0], *said)))
    if order is None or len(set(ways)) == 1:
        return [text]
    names = iter(clause.columns)
    return [order.format(column=" and ".join(f'"{next(names).name}"' for _ in range(group[0].count("@"))), way=way) for group, way in zip(groups, ways, strict=True)]


def _order(ways: list[str], lead: re.Match[str], gaps: bool) -> str | None:
    """The order that all the ways are of."""
    for verb, table, order in _TABLES:
        other = any(lead[name] for name, *_ in _TABLES if name != verb) or (gaps and verb != "fill")
        constants = verb == "fill" and (gaps or lead["fill"])
        if not other and all(any(pattern.fullmatch(way) for _, pattern in table) or (constants and _CONSTANT.fullmatch(way)) for way in ways):
            return order
    return None
