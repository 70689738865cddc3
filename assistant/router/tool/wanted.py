"""Decides which tool a clause asks for by the patterns and the learned weights of its words together."""

from __future__ import annotations

import re

from assistant.router.dialogue.putting_back import put_back
from assistant.router.entities.clause import Clause
from assistant.router.entities.file_names import file_in
from assistant.router.tool.evidence import BELIEVED, evidence, of_a_file, words_of
from assistant.router.tool.rank import Ranked, candidates
from assistant.router.tool.triggered import KNOWN

BY_EXAMPLES, CERTAIN_BY_EXAMPLES = 50, 50
"""What a tool weighs that only examples speak for, and what it gains as they leave no doubt; most patterns weigh 80 to 100."""
EXAMPLES_COUNT, HEARD = 30, 0.6
"""What examples that leave no doubt add to a tool's weight by patterns, and from which share on they add some of it."""
DECIDED = 97
"""The weight of patterns that no example outvotes."""


def by_examples(share: float) -> int:
    """Says what a tool weighs that examples speak for with a share from 0 to 1."""
    return round(BY_EXAMPLES + CERTAIN_BY_EXAMPLES * share)


def wanted(clause: Clause) -> Ranked:
    """Lists the tools that the patterns find or that examples speak for, what both together speak for first."""
    best = {tool: weight for weight, tool in candidates(clause)}
    heard = evidence(words_of(clause))
    if file_in(clause.text):
        heard = of_a_file(heard)
    shares = {tool: share for share, tool in heard if tool in KNOWN and share >= BELIEVED}
    for tool, share in shares.items():
        best[tool] = max(best.get(tool, 0), by_examples(share))
    if ONLY_ASKS.fullmatch(clause.norm) and _CURES & set(best):
        best = {tool: weight for tool, weight in best.items() if tool not in _CURES} | {"describe_column" if len(clause.columns) == 1 and clause.columns[0].clear else "profile": 98}
    put_back(clause, best)
    return sorted(((weight, tool) for tool, weight in best.items()), key=lambda entry: -entry[0] - _outvotes(1.0 if entry[0] >= DECIDED else shares.get(entry[1], 0.0)))


ONLY_ASKS = re.compile(
    r"(?:(?:so|and|but|ok|hey|well) ,? ?)*(?:(?:is|are|was|were) there\b(?! (?:an?|any|no|some) (?:way|chance|possib|means|option|method))|"
    r"(?:do|does|did) (?:we|i|you|it|they|the|this|these|any|some)\b(?: [a-z]+){0,2} (?:have|has|contain|repeat|appear|occur|exist)\b|"
    r"(?:any(?!.*\b(?:but|except)\b)|got any|have we got)\b)(?:(?!\b(?:drop|remove|delete|fill|fix|treat|throw|clip|cap|if so|then|get rid|to be|"
    r"(?:has|have|must|should|can|need|needs|ought)(?: to)? (?:go|leave)|out|away|gone)\b)[^,;.])*",
)
"""A question whether there is something, which changes nothing: “are there any duplicates”."""
_CURES = frozenset(["drop_duplicates", "drop_missing", "handle_outliers", "impute"])
"""What is done about what such questions ask after."""


def _outvotes(share: float) -> float:
    """Says what a share of the belief adds to the weight of a tool."""
    return EXAMPLES_COUNT * max(0.0, share - HEARD) / (1 - HEARD)
