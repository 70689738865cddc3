"""Takes off what is only told of the numbers after a request, with the number in it: “remove the tolls, 90 percent are zero”, “use the median, there are some 79 year olds”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import opens_with_verb, trimmed
from assistant.router.tool.wanted import wanted

_TOLD = re.compile(
    r"(?:[,;]|\.(?=\s)| -+| \()\s+(?:(?:because|since|as|cause|but|and|though) )?(?P<told>(?:there (?:are|is|were|was)|theres|"
    r"(?:it|they|that|this|some|most|many|one|a few|half|almost|nearly|over|about|around|roughly|only|just|somebody|someone|the|our|"
    r"\d[\d.,]* ?(?:%|percent|per cent)?)(?: of)?(?: (?!and\b|or\b|then\b)[\w%.]+){0,4}? (?:is|are|was|were|has|have|had|costs?|goes|go|reach(?:es|ed)?|runs?|"
    r"ranges?|contains?|holds?|went|claims?|says?|shows?|lies?|lived|look|looks|seems?|paid|pays?|got|weighs?|weighed|earns?|earned|took|takes?|"
    r"made))\b[^,;?!]{1,60})\)?[.! ]*$",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:above|below|over|under|more|less|fewer|least|between|should|must|shall|only|where|those|who|whose|use|take|make|put|test\w*|split|train\w*|bins?|"
    r"trees?|folds?|clusters?|groups?|classes|buckets?|parts|rows?|columns?|components?|neighbou?rs?|trials?|seconds?|minutes?|threshold|cut ?off|limit|max\w*|"
    r"min\w*|enough|plenty|too (?:many|few|big|small)|bound|cap|quantile|percentile|to be|want|need|please|then)\b|[<>=]|\bover \d",
    re.I,
)
"""What says in such words how something is to be done."""
_WAY = re.compile(r"(?:the )?(?:median|mean|mode|most common value|average) (?:for|into|in) ", re.I)
_NUMBER = re.compile(r"\d")
_DECIDED = frozenset(["drop_columns", "impute", "transform", "scale", "encode", "handle_outliers", "drop_missing", "set_kind", "vectorize_text", "set_target"])
"""Steps to which a number that is told adds nothing."""


def without_numbers_told(message: str, context: RouterContext) -> str:
    """The message without such a statement at its end; as it is where the words before it are no step of that kind, or the statement may say more about it."""
    found = _TOLD.search(message) if _NUMBER.search(message) else None
    if found is None or not _NUMBER.search(found["told"]) or _ASKS.search(found["told"]):
        return message
    before = message[: found.start()]
    if not (opens_with_verb(trimmed(before)) or _WAY.match(trimmed(before))):
        return message
    request, told = Clause(trimmed(before), context), Clause(found["told"], context)
    names = {name for mention in request.columns for name in mention.names}
    if told.values or any(names.isdisjoint(mention.names) for mention in told.columns if mention.clear):
        return message
    ranked = wanted(request)
    return before if ranked and ranked[0][1] in _DECIDED else message
