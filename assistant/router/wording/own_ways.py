"""Gives some columns a way of their own beside all the others: “fill all gaps with the median but age with the mean”, “log salary and scale the rest” become one order for the others and one for what is named."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_THESE = re.compile(r"@(?: (?:(?:,|and|&) )*(?:the )?@)*")
_ALL = frozenset(["all", "every", "everything", "everywhere", "gaps", "gap", "blanks", "holes", "nulls", "nans", "numbers", "categories", "columns", "rest", "others", "missing"])
_FILLER = _ALL | frozenset([":", "please", "so", "then", "now", "just", "ok", "first", "the", "of", "my", "our", "column", "features", "ones", "other", "numeric", "numerical", "categorical", "values", "value", "data", "cells", "empty", "fill", "up", "impute", "replace", "scale", "rescale", "encode", "code", "apply", "use", "do", "put", "with", "by", "using", "to", "in", "as", "via", "into", "on", "for", "an", "a", "its", "their", "each", "own"])
"""Words beside the way that all the others get."""
_BUT = frozenset([",", ";", ".", "-", "but", "except", "only", "just", "though", "while", "whereas", "however", "and", "apart", "besides", "aside", "excluding", "bar", "not"])
_AFTER_BUT = _BUT | frozenset(["from", "other", "than", "for", "with", "the", "exception", "of", "in", "on", "column", "columns", "missing", "my", "our"])
_ADDS = frozenset([",", ";", ".", "and"])
"""What parts them where the others are done as usual: “scale everything, age with minmax”."""
_VERBS = ("fill", "impute", "scale", "encode", "standardize", "standardise", "normalize", "normalise")
_SPARES = frozenset(["except", "besides", "excluding", "exception", "apart"])
"""Words that speak of all the others by themselves: “scale with minmax except age, which gets robust”."""
_LINK = frozenset([",", ":", "-", "=", ".", ";", "which", "that", "gets", "get", "with", "by", "use", "uses", "using", "take", "takes", "should", "shall", "must", "has", "have", "be", "been", "to", "as", "is", "are", "needs", "need", "wants", "in", "filled", "scaled", "encoded", "via", "instead", "there", "do", "goes", "it", "them", "those", "the", "a", "an", "its", "their", "fill", "scale", "encode", "impute", "column", "columns", "make", "please", "values", "value", "encoding", "scaling", "coding", "scaler", "imputation", "too", "for", "rather", "only", "gap", "gaps", "blanks", "holes", "missing", "nulls", "nans", "into", "on"])
"""Words around the way that a column gets of its own."""
_THE_REST = re.compile(r"(?: ?(?:,|;|and|but|while|whereas))* (?:the |all |everything |every |of |in )*(?:rest|others?|else|remaining)(?: ones| columns| gaps| features| [a-z]{3,}s)? ")
_REST_AT_END = re.compile(r" ?(?:(?:,|;|and|but|while|whereas) ?)+(?P<way>[^@,;]{3,30}?) (?:for|on|in|to) (?:the |all |everything |every |of )*(?:rest|others?|else|remaining)(?: [a-z]{3,}s)?$")
"""“minmax the fare and standard for the rest”"""
_DONE_TO_REST = re.compile(
    r"(?:(?:please|can you|lets|first) )*(?:log(?: transform)?|take the log of|sqrt|square|transform|clip|cap|bin|yeo johnson)(?: the|"
    r" of)* (?P<columns>@(?: ?(?:, and|,|and|&) (?:the )?@)*)(?P<after> (?:with|by|into|in|to|at) [^@;,]{1,30}?)? ?(?:, and|, then|,|and then|and|then|but|"
    r";) (?:then |just )*(?P<verb>scale|standardi[sz]e|normali[sz]e|min ?max|robust scale|clip|cap|log|bin)(?: all)?(?: of)? (?:the )?(?:rest|others?|"
    r"other (?:ones|columns|features|numbers)|remaining(?: (?:ones|columns|features))?|everything else)(?P<tail>(?: (?:with|by|using|into|to) [^@;]{1,30})?)",
)
"""“log salary and scale the rest”, where scaling is not for what was logged"""
_TOOLS = (("fill", vocabulary.IMPUTE, re.compile(r"\b(?:fill|impute|replace|gaps?|blanks|holes|missing)\b")), ("scale", vocabulary.SCALE, re.compile(r"\b(?:re ?scale|scale|scaling|standardi[sz]e|normali[sz]e)\b")), ("encode", vocabulary.ENCODE, re.compile(r"\b(?:encode|encoding|one ?-? ?hot|onehot|ordinal|target|frequency)\b")))
_CONSTANT = re.compile(r"'[^']{1,40}'|zeros?|-?\d[\d.]*|unknown|other|none|nothing|na")
_AS_USUAL = frozenset(["usual", "usually", "default", "defaults", "normally", "you like", "you think best", "whatever"])
"""Ways of the rest that are those taken where none is said."""
_A_WORD = re.compile(r"(?:with|by) [a-z]{1,20}")
"""A word to be put into gaps, which may have to be asked about: “impute cabin with u, rest median”."""
_HINT = re.compile(r"\b(?:every(?:thing|where)?|all|rest|others?|else|gaps?|missing|blanks?|holes|nulls?|nans?|numbers|categories|columns|remaining|except|apart|besides|excluding)\b", re.I)
_REST_SAID = re.compile(r"\b(?:rest|others?|remaining|everything else)\b", re.I)
_THAT_ONE = re.compile(r"\b(?:that|this) one\b(?! ?-?hot)", re.I)
_PARTED = re.compile(r"\b(?:but|except|only|just|though|while|whereas|however|and|apart|besides|aside|excluding|bar|exception|other than)\b|[,;.-]", re.I)
LONGEST = 200
"""Longer messages hold other requests as well."""


def with_own_ways(message: str, context: RouterContext) -> str:
    """One order for the others and one for each with a way of its own; the message itself where it is no such one."""
    if len(message) > LONGEST or not _HINT.search(message) or not (_PARTED.search(message) or _REST_SAID.search(message)):
        return message
    rest_last = _REST_SAID.search(message)
    tools = [(verb, table) for verb, table, spoken in _TOOLS if spoken.search(message.lower()) or table.some.search(message.lower().replace("-", " "))]
    if not rest_last and not any(table.some.search(message.lower().replace("-", " ")) for _, table in tools):
        return message
    clause = Clause(_THAT_ONE.sub("it", message.strip(" .!")), context)
    if not clause.columns or not all(mention.clear and '"' not in mention.name for mention in clause.columns) or clause.masked.count("@") != len(clause.columns):
        return message
    return (_two_steps(clause) if rest_last else None) or next((orders for verb, table in tools if (orders := _orders(clause, verb, table))), message)


def _two_steps(clause: Clause) -> str | None:
    """The step for what is named and another one for the rest, which spares what is named."""
    said = _DONE_TO_REST.fullmatch(clause.masked.replace("-", " "))
    if said is None:
        return None
    spared = " and ".join(f'"{mention.name}"' for mention in clause.columns)
    first = clause.text[: clause.tokens[clause.columns[-1].end - 1].end] + (said["after"] or "")
    return f"{first}; {said['verb']} everything except {spared}{said['tail']}"


def _orders(clause: Clause, verb: str, table: vocabulary.Table) -> str | None:
    groups = list(_THESE.finditer(clause.masked))
    if len(groups) == 2 and len(clause.columns) == 2 and clause.columns[0].name == clause.columns[1].name and not clause.masked[groups[1].end() :].strip():
        end = groups.pop().start()  # “one hot all except age, ordinal for age”
    else:
        end = len(clause.masked)
    head, tails = clause.masked[: groups[0].start()].split(), [clause.masked[group.end() : stop].strip() for group, stop in zip(groups, [*(following.start() for following in groups[1:]), end], strict=True)]
    rest_last = _REST_AT_END.search(f" {tails[-1]}") or _THE_REST.search(f" {tails[-1]}")
    if rest_last:
        own_first = " ".join(word for word in head if word not in _FILLER)
        tail = f" {tails[-1]}"[: rest_last.start()].strip()
        way = _stripped((rest_last.groupdict().get("way") or f" {tails[-1]}"[rest_last.end() :]).split(), _LINK, _LINK)
        as_usual = way in _AS_USUAL
        way = "" if as_usual else way
        if own_first and tail:
            return None
        tails[-1] = own_first or tail
    else:
        head, own_first = _without_own(head, verb, table) if len(groups) == 1 and not tails[0] else (head, "")
        cut = _cut(head)
        if cut is None or not (_ALL & set(head[:cut]) or (_SPARES & set(head[cut:]) and set(head[:cut]) & set(_VERBS))):
            return None
        way, tails[0] = " ".join(word for word in head[:cut] if word not in _FILLER), tails[0] or own_first
        as_usual = not way and head[0] in _VERBS and not (set(head[cut:]) - _ADDS)
    ways = [_stripped(tail.split(), _LINK, _LINK | _BUT) for tail in tails]
    ways = _unquoted(ways, clause)
    known = [_is_way(words, verb, table) or (verb == "fill" and _A_WORD.fullmatch(tail) is not None) for words, tail in zip(ways, tails, strict=True)]
    if not (as_usual or _is_way(way, verb, table)) or not all(known) or set(ways) == {way}:
        return None
    names = iter(mention.name for mention in clause.columns)
    own = [(" and ".join(f'"{next(names)}"' for _ in range(group[0].count("@"))), words) for group, words in zip(groups, ways, strict=True)]
    spared = " and ".join(columns for columns, _ in own)
    of_rest, of_some = f"{verb} all {'gaps' if verb == 'fill' else 'columns'} except {spared}{f' with {way}' if way else ''}", [f"{verb} {columns} with {words}" for columns, words in own]
    return "; ".join([*of_some, of_rest] if rest_last else [of_rest, *of_some])


def _unquoted(ways: list[str], clause: Clause) -> list[str]:
    """The ways with the words that stand in quotes."""
    inside = {place for mention in clause.columns for place in range(mention.start, mention.end)}
    quoted = iter([token.text for place, token in enumerate(clause.tokens) if token.quoted and place not in inside])
    return [f"'{next(quoted, '')}'" if words == "''" else words for words in ways]


def _cut(head: list[str]) -> int | None:
    """Where the words of the others end, before those that part them from what follows; None where nothing does."""
    place = len(head)
    while place and head[place - 1] in _AFTER_BUT:
        place -= 1
    return place if place and _BUT & set(head[place:]) else None


def _without_own(head: list[str], verb: str, table: vocabulary.Table) -> tuple[list[str], str]:
    """Takes off the way that stands before its column: “…, mean for” age."""
    if not head or head[-1] not in ("for", "in", "on", "into", "of", "the"):
        return head, ""
    place = max((place for place, word in enumerate(head) if word in _BUT), default=0)
    words = _stripped(head[place + 1 :], _LINK, _LINK | {"of"})
    return (head[: place + 1], words) if place and _is_way(words, verb, table) else (head, "")


def _stripped(words: list[str], before: frozenset[str], after: frozenset[str]) -> str:
    start, end = 0, len(words)
    while start < end and words[start] in before:
        start += 1
    while end > start and words[end - 1] in after:
        end -= 1
    return " ".join(words[start:end])


def _is_way(words: str, verb: str, table: vocabulary.Table) -> bool:
    return any(pattern.fullmatch(words.replace(" - ", " ").replace("-", " ")) for _, pattern in table) or (verb == "fill" and _CONSTANT.fullmatch(words) is not None)
