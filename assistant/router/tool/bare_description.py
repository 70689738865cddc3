"""Reads a bare description as a request for its rows, for a prediction or for what is to be foretold."""

from __future__ import annotations

import re

from assistant.router.asking.refused_rows import compares_columns
from assistant.router.entities.adjectives import PLAIN
from assistant.router.entities.clause import Clause
from assistant.router.entities.comparisons import COMPARISONS
from assistant.router.entities.described import describes_rows, drops_gaps, sorts_rows
from assistant.router.entities.gaps import gap
from assistant.router.entities.having import told_by_having
from assistant.router.entities.hints import told_by_words
from assistant.router.entities.words import COMMON, ROW_NOUNS
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.triggers.shapes import CUTS

_QUESTION = re.compile(r"^(?:how|what|which|why|where|when|who|is|are|does|do|did|will|would|whats|average|mean|median|count|plot|histogram|draw|show me the)\b")
_WITH_OR_WITHOUT = re.compile(
    r"(?:(?:only|just|keep|all|the) )*(?:(?!foresee|tell|know|see|guess|learn|say|forecast|ask)[a-z]{3,}|@(?= )) (?:with|without|who|that|which|having|have|"
    r"has) (?:(?:with|without|who|that|which|have|has|having|no|not|and|but|or|,|an?|any|the|are|is|arent|isnt|didnt|dont|doesnt|did|do|does|never|both|neither|"
    r"nor) )*@(?: (?:and|but|,|with|without|no|not|an?|any|who|have|has|having|are|arent|"
    r"nor) ?)*(?:@(?: (?:and|but|,|with|without|no|not|an?|any|who|have|has|having|are|arent|nor) ?)*)*",
)
"""Rows that have one thing and not another: “customers with a partner and without dependents”."""
_WITH_ALL = re.compile(r"(?:(?:only|just|keep|all|the) )*(?:rows?|records?|those|people|everyone|[a-z]{3,}s) (?:(?:that|who|which) )?(?:with|having|have|has) (?:an? |the |any |both )*@(?: ?(?:,|and|, and) (?:an? |the |any )*@)+")
"""Rows that have a value in each of several columns: “passengers with an age and a cabin”."""
_BARE_VALUES = re.compile(
    r"(?:(?:all|the|only|just) )*[a-z]{3,} (?:(?:that|which|who) (?!would\b|will\b|might\b)[a-z]+ )?(?:from|in|with|at|on|called|named|living in|paid by|"
    r"made in) (?:the )?#(?: (?:and|or|to|into) (?:the )?#)?|^(?:only |just )?@ (?:of|=|equal to|at) (?:exactly )?N$|"
    r"(?:(?:all|the|only|just|every|any) )*# (?:(?:from|in|on|at|of|with|and|,|the|who|that|are|is|called|named|living|paid by|by) )*#",
)


_FORESEEN = re.compile(
    r"^(?:(?:i|we) (?:would |just |really )*(?:like|want|need|have|wish) (?:to )?(?:be able to )?)?(?:(?:predict|foresee|guess|forecast|know|find out|figure out|"
    r"work out|learn|tell)\b(?: (?!me\b)\S+){0,4}?|see) (?:(?:if|whether)\b(?: \S+){1,7}?|"
    r"(?:which|who|what)\b(?: (?!most\b|more\b|has\b|have\b|had\b)\S+){1,7}?) (?:@|#)(?: (?:ones?|people|customers|cases|messages|rows|clients|or not))?$",
)
"""What is to be known of each row: “which borrowers end up as bad ones”."""


def _of_two_kinds(clause: Clause) -> bool:
    """Says whether all that is named is one column of yes and no, or values of one column."""
    named = {name for value in clause.values for name in value.columns} | {mention.names[0] for mention in clause.columns if mention.clear}
    return len(named) == 1 and (bool(clause.values) or clause.context.kind(next(iter(named))) == "boolean")


_HOW_MUCH_OF_IT = re.compile(rf"(?:and |so )?how (?:{PLAIN}) (?:is|are|was|were) (?:the |our |my |these |those |all )*[a-z]{{3,}}(?: \?)?")
"""A question that an adjective alone says the column of: “how heavy are the animals?”."""
_FORETOLD = re.compile(r"(?:predict|guess|forecast|estimate|foresee|work out|figure out|learn) (?:what|how (?:much|many|\w+))\b(?!.* (?:is|are) (?:important|missing))")
"""What is to be foretold, said by a verb or an adjective: “predict what the car will sell for”."""
_KEEPS = re.compile(rf"(?:only|just|nothing but|keep|show only|focus on|limit to|restrict to|i (?:only |just )?(?:want|need)|{CUTS})\b")
_SO_CALLED = re.compile(rf"{_KEEPS.pattern}(?: (?:only|just|all|the|any|those|our|my|every|to|see|keep|use|take))* @ (?P<noun>[a-z]+)(?: (?:only|please|out|away|now|again|alone))*$")
"""Rows called by what is true of them: “throw away the furnished ones”."""
_EQUALS = re.compile(r"(?<!\S)N(?: ?(?:,|or|and|, and|, or) N)* @(?!\S)|@ (?:of |= |is |in )*N(?: ?(?:,|or|and) N)*(?!\S)")
"""Numbers that a column is to be equal to: “4, 6 and 8 cylinders”."""


_NOT_OF_ROWS = ("split", "drop_columns", "choose_features", "set_target", "extract_dates")
"""Tools for which a sentence may be taken that tells which rows stay or go."""


_DESCRIBES = re.compile(r"[#ND]|^(?:only|just|no|not)\b|only$")
"""What stands in any words that tell rows."""


def described_barely(clause: Clause, best: dict[str, int]) -> list[tuple[str, int]]:
    """Reads a bare description: with a model at hand “a woman of 30 in first class” is to be predicted, else rows to keep."""
    shape, context = clause.shape.text, clause.context
    if clause.columns and _WITH_OR_WITHOUT.fullmatch(clause.masked) and (not opens_with_verb(clause.text) or re.match(r"(?:only|just|keep)\b", clause.masked)) and all(mention.clear and context.kind(mention.name) == "boolean" for mention in clause.columns[clause.masked.count("@") > 1 and clause.masked.startswith("@") :]):
        best["filter_rows"] = 130
    called = _SO_CALLED.match(clause.masked) if len(clause.columns) == 1 and clause.columns[0].clear and context.kind(clause.columns[0].name) == "boolean" else None
    if called and (called["noun"] == "ones" or called["noun"] in ROW_NOUNS or (called["noun"].endswith("s") and called["noun"] not in COMMON)):
        best["filter_rows"] = 130
    if not clause.columns and _HOW_MUCH_OF_IT.fullmatch(clause.masked) and told_by_words(clause):
        best["describe_column"] = max(best.get("describe_column", 0), 99)
    if not clause.columns and _FORETOLD.match(clause.masked) and told_by_words(clause):
        best["set_target"] = max(best.get("set_target", 0), 96)
    if (compares_columns(clause) or told_by_having(clause)) and not _QUESTION.match(clause.norm) and (not opens_with_verb(clause.text) or _KEEPS.match(clause.masked)):
        best["filter_rows"] = max(best.get("filter_rows", 0), 97)
    if _WITH_ALL.fullmatch(clause.masked) and gap(clause):
        best["filter_rows"] = max(best.get("filter_rows", 0), 110)
    sorted_out = sorts_rows(clause)
    if sorted_out:
        best["filter_rows"] = max(best.get("filter_rows", 0), sorted_out)
        for other in _NOT_OF_ROWS if sorted_out > 92 else ("choose_features",):
            best.pop(other, None)
    if drops_gaps(clause):
        best.pop("drop_columns", None)
        best["drop_missing"] = max(best.get("drop_missing", 0), 96)
    if describes_rows(clause):
        best["filter_rows"] = max(best.get("filter_rows", 0), 92)
    if not context.runs and (not best or max(best.values()) < 80) and _BARE_VALUES.fullmatch(shape):
        best["filter_rows"] = 84
    if not context.runs and not clause.numbers and _FORESEEN.match(shape) and _of_two_kinds(clause):
        best["set_target"] = max(best.get("set_target", 0), 96)
    if not _DESCRIBES.search(shape):
        return []
    pairs = len(re.findall(r"@ (?:(?:=|:|is|of|was) )?(?:N|#|Q)|N @|#", shape))
    if context.runs and pairs >= 2 and not re.match(r"(?:only|just|keep|drop|remove|filter|split|train|plot|exclude|fill|delete)\b", shape) and not {"filter_rows", "what_if", "explain"} & set(best):
        best.setdefault("predict", 86)
        return [("set_target", -25), ("predict", 8)]
    compared = any(pattern.search(shape) for _, pattern in COMPARISONS)
    if compared and "drop_columns" in best and not clause.has("columns?|features?"):
        best["filter_rows"] = max(best.get("filter_rows", 0), 90)
    if set(best) <= {"filter_rows"} and (compared or _EQUALS.search(shape)) and (_KEEPS.match(shape) or shape.endswith(" only")):
        best["filter_rows"] = max(best.get("filter_rows", 0), 82)
    if not best and compared and not _QUESTION.match(shape) and not re.search(r"[ND] (?:are|is|seems?|looks?)\b", shape):
        best["filter_rows"] = 76
    if not best and "#" in shape and re.match(r"(?:only|just|no|not|without)\b|.* only$", shape):
        best["filter_rows"] = 76
    return []
