"""Says whether words ask a question of the table, and what it names in its own words: groups, numbers, dates, and what adjectives and verbs measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.router.asking.foreign import strange_words
from assistant.router.entities.adjectives import SUPERLATIVES
from assistant.router.entities.clause import Clause
from assistant.router.entities.loosely_asked import is_part, is_whole, loosely_asked, measures_spoken_of, paid_itself
from assistant.router.entities.names import parts
from assistant.router.parts.verbs import VERBS

LEAD = r"(?:(?:and|so|but|ok|hm+|now|then|also|tell me|do you know|can you tell me|i wonder|let me know|show me|find out) ,? ?)*"
_SOME = r"(?!(?:not|something|everything|whatever|nothing|it|this|that|so|what|as|some [a-z]+ing)\b)(?:(?:the|our|my|all|any|some|these|those|most|more) )*(?:(?!with\b|to\b|for\b)[a-z]+ )?(?:@|[a-z]+s|people|men|women|children|anyone|anybody|folk)"
_OPENED = re.compile(
    rf"{LEAD}(?:(?:which|who|whose|whos|what|whats) (?!(?:we|i|you|if|about|row (?:is|belongs|goes))\b)|(?:where|wheres|when) (?:do|does|did|is|are|was|were)\b|"
    rf"how (?!about\b|(?:do|can|could|should|would|to)\b)\w+|(?:on|in|at|for|from|under|with) (?:what|which)\b|(?:from|to) where\b|"
    rf"why (?:(?:do|does|did)\b|(?:is|are) (?!it\b|this\b|that\b|they\b|row\b|"
    rf"the (?:model|prediction|score|result|accuracy))(?=[^,;]*\b(?:so|such|more|less|too|much|always|never|higher|lower)\b))"
    r"|anything (?:odd|weird|strange|wrong|off|unusual|missing|suspicious|special|fishy|amiss|interesting) (?:in|with|about|on|at)\b|is it (?:more|less|[a-z]+er)\b|any (?:negatives?|zeros?|zeroes|duplicates?|outliers?|gaps?|blanks?|strange|odd|weird|typos|values?)\b(?! (?:but|except))"
    rf"|do (?:{_SOME} [a-z@]|(?:we|they) (?:lose|get|see|sell|earn|make|spend|pay|ever|really|usually|mostly)\b)|"
    rf"(?:were (?:the|our|my|any|there|most|more|those|these|all the|@|[a-z]+s )|"
    rf"(?:is|are|was|does|did|isnt|arent|doesnt|has|have any|"
    rf"can (?:i|we|you) trust) (?!(?:you|i|it|this|that|we have to|we need to|there (?:an? )?(?:[a-z]+ )?(?:way|better))\b)\S))"
)
"""How a question of the table opens."""
_SUPERLATIVE_FIRST = re.compile(rf"{LEAD}(?:the )?(?:{SUPERLATIVES}|best|worst|busiest|quietest|biggest|largest|smallest|highest|lowest|newest|favou?rite|commonest|rarest) (?!(?:one|run|features?|columns?|params?|k|score|settings?)\b)\S+(?: \S+){{0,4}}")
"""“richest region?”, “oldest tree”"""
_ORDERS = re.compile(
    rf"[;:]|[?!] ?\w|\. \w|\w please \w|\b(?:may|should|must|could) i\b|\bcan i (?!trust)|\bso (?:please |just |lets |we |you |can )*(?:{VERBS})\b|"
    rf"\b(?:keep|drop|remove|delete|exclude|only|just|without|predict\w*|foretell|models?|train\w*|plot|draw|chart|instead|features?|overfit\w*|accura\w*|"
    rf"threshold|if|should|steps?|undo|scale|encode|score|you|your|new|future|today|tonight|tomorrow|outside|right now)\b|\bwhat does \S+ means?$|"
    rf"[?,.] ?(?:then |so |and |please )*(?:{VERBS})\b",
)
"""What makes more of it than a question of the table, or one of models."""
_MODEL = re.compile(r"\bmodels?\b")
OF_DATES = re.compile(r"\b(?:oldest|newest|latest|earliest|first|last|when|since|recent\w*)\b")
_PLACED_AT = re.compile(r"\b(?:from|in|at|near|of|among|to|on) (?:the )?(?P<place>[a-z]{3,})\b")
SUBJECT = re.compile(r"\b(?:from|in|at|near|of|among|to|on|is|are|was|were|for|an?|the|buy|get) (?:the )?(?P<place>[a-z]{3,})\b(?<!s)(?<!est)")
"""The same, and what is asked about itself: “how old is the queen”."""
_WHOSE = re.compile(r"(?:are|do|does|did|were|have|is) (?:the |our )?@ (?:with|who|that|in|from|having|without|on)\b")
"""Whom is asked about, by a word that a column has in its name: the tenant_age of “are tenants with gas heating paying late”."""
GROUPS = ("categorical", "boolean")
LONGEST = 16
"""A longer question tells a story."""


@dataclass(frozen=True)
class Asked:
    """What a question names: columns of groups in the order said, and the numbers, several together where each may be meant."""

    clause: Clause
    groups: list[str]
    numbers: list[tuple[str, ...]]
    dates: list[str]
    measured: list[tuple[str, ...]]
    """What adjectives and verbs measure."""


def asks_of_table(clause: Clause) -> bool:
    """Says whether words ask a question and order nothing."""
    words = clause.masked
    if "model" in words and not clause.context.runs and any(set(parts(name)) & {"model", "models"} for name in clause.names):
        words = _MODEL.sub("thing", words)  # “which model of car”
    return len(clause.tokens) <= LONGEST and (_OPENED.match(words) is not None or _SUPERLATIVE_FIRST.fullmatch(clause.norm) is not None) and _ORDERS.search(words) is None


def names_a_stranger(clause: Clause, pattern: re.Pattern[str] = _PLACED_AT) -> bool:
    """Says whether a place or a thing is named that the table does not know, so that any answer would be of something else: “money from Japan”."""
    if any(len(value.columns) > 1 for value in clause.values):
        return True
    said = [match["place"] for match in pattern.finditer(clause.shape.text)]
    strange = strange_words(clause) if said else {}
    return any(word in strange and not is_part(word, clause.names) for word in said)


def asked_of(clause: Clause) -> Asked:
    """Finds what a question names, in the order said."""
    whose = len(clause.columns) > 1 and _WHOSE.match(clause.masked) is not None and clause.columns[0].score < 1.0
    mentions = [mention for mention in clause.columns[whose:] if mention.clear and clause.context.kind(mention.name) not in ("id", "text") and paid_itself(clause, mention.start, (mention.name,))]
    placed = [*((mention.start, (mention.name,)) for mention in mentions), *((value.start, (value.columns[0],)) for value in clause.values if len(value.columns) == 1), *loosely_asked(clause)]
    found = list(dict.fromkeys(names for _, names in sorted(placed, key=lambda entry: entry[0])))
    of_values = {value.columns[0] for value in clause.values}
    measured = [names for _, names in sorted(measures_spoken_of(clause), key=lambda entry: entry[0])]
    kinds = {name: clause.context.kind(name) for names in found for name in names}
    if OF_DATES.search(clause.norm):
        found = [tuple(name for name in names if kinds[name] == "datetime") or names for names in found]
    groups = [names[0] for names in found if len(names) == 1 and kinds[names[0]] in GROUPS]
    numbers = [narrowed(names, measured) for names in found if all(kinds[name] == "numeric" for name in names)]
    numbers.sort(key=lambda names: not is_whole(names))
    dates = [names[0] for names in found if len(names) == 1 and kinds[names[0]] == "datetime"]
    if not dates and not numbers and not any(measured) and OF_DATES.search(clause.norm) and re.search(r"\b(?:oldest|newest|latest|earliest)\b", clause.norm):
        dates = [*clause.context.features(("datetime",))][:1]
    return Asked(clause, sorted(groups, key=lambda name: name not in of_values), numbers, dates, measured)


def narrowed(names: tuple[str, ...], measured: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The one of several columns that an adjective or a verb measures: the cost of “the dearest to prune”."""
    told = {name for entry in measured for name in entry}
    both = tuple(name for name in names if name in told)
    return both if len(names) > 1 and len(both) == 1 else names
