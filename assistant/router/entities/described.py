"""Recognises rows that are only described, by values and a few small words: “Rioja and Douro lots, but without the rose ones”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.comparisons import COMPARISONS
from assistant.router.entities.direction import ALL_BUT, direction_of
from assistant.router.entities.gaps import gap, rows_without
from assistant.router.entities.words import COMMON, ROW_NOUNS

_RESTRICTS = frozenset(["only", "just", "no", "not", "without", "except", "neither", "never", "none"])
_LINKS = _RESTRICTS | frozenset(["but", "and", "or", "nor", "with", "the", "from", "in", "of", "on", "at", ",", "any", "all", "for", "those", "please", "alone"])
_ROWS = frozenset(["ones", "cases", "people", "rows", "records", "women", "men", "stuff"])


def describes_rows(clause: Clause) -> bool:
    """Says whether all words tell which rows are meant: values, yes-or-no columns, what rows are called, and what joins them."""
    shape = clause.shape
    if "#" not in shape.words and not ("@" in shape.words and _RESTRICTS & set(shape.words)):
        return False
    named = [_names_rows(word) for word in shape.words]
    if not all(word in _LINKS or word == "#" or rows or (word == "@" and _tells_rows(clause, place)) for place, (word, rows) in enumerate(zip(shape.words, named, strict=True))):
        return False
    called = any(word == "@" and clause.word(shape.things[place].end - 1).endswith("s") for place, word in enumerate(shape.words))  # “first class survivors”
    return bool(_RESTRICTS & set(shape.words)) or ((any(named) or called) and not clause.context.runs)


def _names_rows(word: str) -> bool:
    """Says whether a word is what rows may be called: a plural."""
    return word in _ROWS or (len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith("ss"))


def _tells_rows(clause: Clause, place: int) -> bool:
    """Says whether a column stands for its yes, or beside a value of its own: “no gas heating”."""
    shape = clause.shape
    mention = shape.things[place]
    if not mention.clear:
        return False
    beside = [shape.things[other] for other in (place - 1, place + 1) if 0 <= other < len(shape.words) and shape.words[other] == "#"]
    return clause.context.kind(mention.name) == "boolean" or any(mention.name in value.columns for value in beside)


_OF_COLUMNS = re.compile(r"\b(?:columns?|features?|fields?|variables?|predictors?|inputs?|outliers?|duplicates?|copies|missing|empty|blank|nulls?|nans?|gaps?|steps?|models?|runs?|predictions?|test|train\w*|validation)\b")
_EQUALS = re.compile(r"(?<!\S)(?<!the )(?<!of )(?<!those )(?<!these )(?<!first )(?<!last )N @(?!\S)|@ (?:(?:of|=|is|equals?|at) )*N(?!\S)")
_KEEPS = r"(?:(?:i|we|you|please|just|only|would|should|shall|like|want|need|to|id|ill|prefer|might|may|can|could|lets|let us|rather|now|and|so|then|really) )*"
_KEPT_WITH = re.compile(
    rf"{_KEEPS}(?:filter (?:for|on|by|to|down to)|(?:limit|restrict|confine|narrow|reduce|cut|trim|bring)(?: (?:it|this|that|them|everything|the [a-z]+|down))* to|"
    rf"restrict|confine|(?:concentrate|focus|zoom in) on|stick (?:to|with)|stay with|retain|preserve|hold on to|keep|"
    rf"(?:go on|carry on|continue|proceed|work|deal) (?:only |just )?(?:with|on)(?= .*(?:only|just|alone|exclusively))|"
    rf"(?:(?:leave|give|show|get) (?:me |us )?)?(?:nothing but|nobody but|no one but|only|just))(?!\S)",
)
"""How it is said which rows are to stay."""
_ALONE = re.compile(r"[#ND](?: [a-z]+)?(?: ?,)?(?: and)? (?:only|alone|exclusively|nothing (?:else|more)|no (?:one|others?) else|nobody else|nothing but (?:them|those)|(?:should|may|shall|must|can) (?:stay|remain|be kept|be left))$")


def sorts_rows(clause: Clause) -> int:
    """How surely the words tell which rows stay or go, by values, comparisons or a yes-or-no column: “cats should not be in there”; 0 where they do not."""
    text = clause.shape.text
    called = called_so(clause)
    if _KEPT_WITH.match(text) and len(clause.columns) == 1 and gap(clause) and re.search(r"\b(?:where|which|whom|whose|that|who|with|without|having)\b", text):
        return 92
    if not (called or _has_condition(text)) or _OF_COLUMNS.search(text):
        return 0
    certain = 99 if called or "#" in clause.shape.words else 93
    told = direction_of(clause)
    if told.removes or told.complemented or ALL_BUT.match(text):
        return certain
    if called and re.search(r"\b(?:only|just)\b[^@]*@|@(?: [a-z]+)? (?:and )?(?:only|alone|exclusively|nothing (?:else|more))\b(?! an?\b)", text):
        return certain
    return certain - 7 if _KEPT_WITH.match(text) or _ALONE.search(text) else 0


def drops_gaps(clause: Clause) -> bool:
    """Says whether rows are to go that have no value in one column: “delete all people without a known age”."""
    return rows_without(clause) and direction_of(clause).removes and not re.search(r"\b(?:columns?|features?|variables?|fill|impute)\b", clause.masked)


def _has_condition(text: str) -> bool:
    return "#" in text or _EQUALS.search(text) is not None or (("N" in text or "D" in text) and any(pattern.search(text) for _, pattern in COMPARISONS))


_SO_CALLED = re.compile(
    r"(?:^|(?<= ))@ (?P<noun>[a-z]{3,})(?!\S)|(?:^|(?<= ))(?P<rows>[a-z]{3,}s|everyone|everybody|anyone|anybody|those|people|all) (?:that|who|which|with|"
    r"where)(?: (?:are|were|is|was|have|has|had|been|being|be|got|get|did|do|does|will|not|never|no|an?|the|it|they|isnt|arent|wasnt|werent|didnt|dont|doesnt|"
    r"havent|hasnt|hadnt))* @(?!\S)",
)


def called_so(clause: Clause) -> bool:
    """Says whether rows are called by the one yes-or-no column named: “the returned orders”, “samples that were haemolysed”."""
    if len(clause.columns) != 1 or not clause.columns[0].clear or clause.context.kind(clause.columns[0].name) != "boolean":
        return False
    mention, called = clause.columns[0], _SO_CALLED.search(clause.shape.text)
    if called and (called["rows"] or _names_the_rows(called["noun"])):
        return True
    said = clause.word(mention.end - 1)
    return said.endswith("s") and not said.endswith("ss") and not mention.name.lower().endswith("s") and clause.word(mention.end) not in ("column", "columns")


def _names_the_rows(noun: str) -> bool:
    return noun in ROW_NOUNS or noun in ("ones", "rows", "people", "cases", "days", "kids", "children", "men", "women", "girls", "boys", "folks") or (noun.endswith("s") and not noun.endswith("ss") and noun not in COMMON)
