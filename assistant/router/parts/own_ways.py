"""Gives each column its own order where one sentence names several with a way for each: “age gets the mean and fare the median”, “sex onehot and port ordinal”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.tool.sieve import Sieve

_COLUMNS = re.compile(r"(?:(?:the|my|our|columns?|in|for|on) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: columns?)?")
_GAPS = r"(?:\bnas?\b|n / a|missing(?: values?)?|empty(?: cells)?|blanks?|nans?|nulls?|gaps?|holes|unknown)"
_LEAD = re.compile(
    rf"(?:(?:please|then|and|so|ok|can you|could you|lets|first|if|where|when|wherever|the|all|any|just|values?|{_GAPS}|of|for|in|to|use|apply|do|put|make|give|"
    rf"set|treat|handle|change|turn|convert|(?P<fill>fill|impute|replace)|(?P<scale>scale|re ?scale)|(?P<encode>encode)|(?P<transform>transform)) ?)*",
)
_LINK = re.compile(rf"(?:(?:gets?|has|have|with|by|to|as|into|via|is|are|becomes?|should|shall|must|be|needs?|wants?|takes?|uses?|using|use|put|fill|filled|scaled|encoded|transformed|it|them|in|a|an|the|its|their|:|=|- ?>|= ?>|{_GAPS}|(?:,|then) (?=(?:use|put|fill|the|take|go with)\b)) ?)*")
_JOINT = re.compile(r"(?:(?: ?(?:,|;|\.|and|but|while|whereas|then|plus|&|if|where|when|columns?))+(?: (?:empty|missing|blank))?)$")
_TAIL = re.compile(r"(?: ?(?:values?|one|scaling|scaled|scaler|encoding|encoded|coding|transform\w*|imputation|instead|please|it|them|too|of it|in|there|,))+$")
_CONSTANT = re.compile(r"zeros?|0|unknown|other|none|nothing|nobody|no one|nowhere|-?\d[\d.]*|'[^']{1,40}'")
_TABLES = (
    ("fill", vocabulary.IMPUTE, "fill {column} with {way}"), ("scale", vocabulary.SCALE, "{way} scale {column}"), ("encode", vocabulary.ENCODE, "{way} encode {column}"), ("transform", vocabulary.TRANSFORM, "apply {way} to {column}"),
)
_OUTLIERS = re.compile(r"\b(?:outliers?|extremes?|extreme values?|spikes?|odd values)\b")
_CLIPS = r"clip(?:ped)?|cap(?:ped)?|winsori[sz]ed?|limit(?:ed)?"
_CLIPPED = re.compile(_CLIPS)
_ACTS = rf"(?:{_CLIPS}|remove|removed|drop|dropped|delete|deleted|(?:thrown |taken |kicked )?out)"
_THESE = r"(?:(?:the|my|our|in|of|for|those|outliers) )*@(?: ?(?:, and|,|and|&) (?:the )?@)*(?: outliers)?"
_BEING = r"(?:(?:are|is|get|gets|should|must|to|be|shall) )*"
_ACTED = (
    re.compile(rf"(?:please )?(?P<act>{_ACTS}) (?P<first>{_THESE})(?: ?,| and| then| but)* (?P<other>{_ACTS}) (?P<second>{_THESE})(?: please)?"),
    re.compile(rf"(?P<first>{_THESE}) {_BEING}(?P<act>{_ACTS})(?: ?,| and| while| but)+ (?P<second>{_THESE}) {_BEING}(?P<other>{_ACTS})(?: please)?"),
)
"""“clip heart_rate, remove body_temp outliers”, “outliers in a clipped and in b removed”"""
_TOO = re.compile(r"(?:(?:the|as|gets|needs|it|that|is) )*(?:too|as well|also|likewise|same|ditto)")
_HAS_GAPS = re.compile(_GAPS)


_DONE = (("predict {column}", re.compile(r"(?:(?:=|:|as|the|my|our) ?)*(?:target|label|outcome)")), ("drop {column}", re.compile(r"out|away|gone|dropped|removed")), ("scale {column}", re.compile(r"(?:re)?scaled")), ("encode {column}", re.compile(r"encoded")), ("log {column}", re.compile(r"logged")), ("clip the outliers in {column}", re.compile(r"clipped|capped")), ("bin {column}", re.compile(r"binned")), ("fill {column}", re.compile(r"filled|imputed")))
_QUOTED = re.compile("''")
"""What stands for a quoted word in the row of words."""
_SOME = Sieve([re.compile(pattern, re.I) for pattern in (*(rf"\b(?:{names.pattern})\b" for _, names in _DONE), _OUTLIERS.pattern, _CONSTANT.pattern, _GAPS, *(table.some.pattern for _, table, _ in _TABLES))])
"""What must be said for a column to have a way of its own, looked for before the columns are."""


def own_ways(text: str, context: RouterContext) -> list[str]:
    """One order for each column that has a way of its own; the text alone where there are no two, or they are not all known."""
    words = text.replace("-", " ")
    if not any(pattern.search(words) for _, pattern in _SOME.passing(words.lower())):
        return [text]
    placed = _by_place(text, context)
    if placed:
        return placed
    clause = Clause(text.strip(" .!"), context)
    groups = list(_COLUMNS.finditer(clause.masked)) if len(clause.columns) > 1 and not text.rstrip().endswith("?") else []
    if len(groups) < 2 or not all(mention.clear for mention in clause.columns) or any('"' in mention.name for mention in clause.columns):
        return [text]
    acted = _acted(clause) if _OUTLIERS.search(clause.masked) else []
    if acted:
        return acted
    lead = _LEAD.fullmatch(clause.masked[: groups[0].start()])
    if lead is None:
        return [text]
    said = [clause.masked[group.end() : end] for group, end in zip(groups, [*(following.start() for following in groups[1:]), len(clause.masked)], strict=True)]
    ways = [_JOINT.sub("", words.strip()) for words in said]
    ways = [(ways[place - 1] if place and _TOO.fullmatch(way) else way) for place, way in enumerate(ways)]
    quoted = iter([token.text for token in clause.tokens if token.quoted and not any(mention.start <= clause.tokens.index(token) < mention.end for mention in clause.columns)])
    ways = [_QUOTED.sub(lambda _: f"'{next(quoted, '')}'", way) for way in ways]
    gaps = any(_HAS_GAPS.search(words) for words in (lead[0], *said))
    orders = _orders([_bare(way) for way in ways], lead, gaps) or _each_by_itself(ways, lead, gaps)
    if orders is None or len(set(orders)) == 1:
        return [text]
    names = iter(clause.columns)
    return [order.format(column=" and ".join(f'"{next(names).name}"' for _ in range(group[0].count("@")))) for group, order in zip(groups, orders, strict=True)]


_FOR_THE_FIRST = re.compile(
    r"(?P<what>.{5,80}?)(?: ?[,:;-])? (?:with |using |as |by |use |take |the )*(?P<one>[\w -]{3,25}?) (?:for|on) the (?:first|former)(?: one|"
    r" column)?(?: ?,)?(?: and| but)? (?:with |using |the )*(?P<two>[\w -]{3,25}?) (?:for|on) the (?:second|other|latter|last)(?: one| column)?[.! ]*",
    re.I,
)
_RESPECTIVELY = re.compile(r"(?P<what>.{5,80}?) (?:with|using|by|as|to|via) (?:the )?(?P<one>[\w -]{3,25}?) (?:and|,) (?:the )?(?P<two>[\w -]{3,25}?),? (?:respectively|in that order|in this order)[.! ]*", re.I)
_STEP = {"fill": "fill", "impute": "fill", "replace": "fill", "encode": "encode", "scale": "scale", "rescale": "scale", "transform": "transform"}


def _by_place(text: str, context: RouterContext) -> list[str]:
    """One order each where two columns have ways told by their places: “encode a and b, one hot for the first and ordinal for the second”."""
    said = _FOR_THE_FIRST.fullmatch(text.strip()) or _RESPECTIVELY.fullmatch(text.strip())
    clause = Clause(said["what"], context) if said else None
    verb = next((_STEP[word] for word in re.findall(r"[a-z]+", said["what"].lower()) if word in _STEP), None) if said else None
    if said is None or clause is None or verb is None or len(clause.columns) != 2 or not all(mention.clear and '"' not in mention.name for mention in clause.columns):
        return []
    order = next(order for name, _, order in _TABLES if name == verb)
    ways = [_bare(said[side].lower()) for side in ("one", "two")]
    return [order.replace("{way}", way).format(column=f'"{mention.name}"') for way, mention in zip(ways, clause.columns, strict=True)]


def _bare(way: str) -> str:
    """A way without the words around it: “with the mean value” is mean."""
    return _TAIL.sub("", _LINK.sub("", way, count=1)).strip()


_BE = re.compile(r"(?:(?:is|are|gets?|be|should|must|to|shall|needs?|a|and) )*")


def _each_by_itself(ways: list[str], lead: re.Match[str], gaps: bool) -> list[str] | None:
    """An order for each way of whatever step it is: “count scaled, smoker one hot”; None where one is not known, or a verb opens them all."""
    if any(lead[name] for name, *_ in _TABLES):
        return None
    found = []
    for way in ways:
        done = next((order for order, names in _DONE if names.fullmatch(_BE.sub("", way, count=1))), None)
        order = done or next((order for verb, table, order in _TABLES if not (gaps and verb != "fill") and not (verb == "fill" and not gaps) and any(pattern.fullmatch(_bare(way)) for _, pattern in table)), None)
        if order is None:
            return None
        found.append(order.replace("{way}", _bare(way)))
    return found


def _acted(clause: Clause) -> list[str]:
    """One order each where outliers of some columns are to be clipped and those of others removed."""
    match = next((match for pattern in _ACTED if (match := pattern.fullmatch(clause.masked))), None)
    if match is None:
        return []
    names = iter(clause.columns)
    lists = [" and ".join(f'"{next(names).name}"' for _ in range(match[side].count("@"))) for side in ("first", "second")]
    verbs = ["clip" if _CLIPPED.fullmatch(match[side]) else "remove" for side in ("act", "other")]
    return [f"{verb} the outliers in {columns}" for verb, columns in zip(verbs, lists, strict=True)]


def _orders(ways: list[str], lead: re.Match[str], gaps: bool) -> list[str] | None:
    """The orders of the one step that all the ways are of."""
    for verb, table, order in _TABLES:
        other = any(lead[name] for name, *_ in _TABLES if name != verb) or (gaps and verb != "fill")
        constants = verb == "fill" and (gaps or lead["fill"])
        if not other and all(any(pattern.fullmatch(way) for _, pattern in table) or (constants and _CONSTANT.fullmatch(way)) for way in ways):
            return [order.replace("{way}", way) for way in ways]
    return None
