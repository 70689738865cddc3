"""Asks where what is wanted is said in a way that no step takes: two values that become “one”, so many rows for the test, a bare “train” behind other requests."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_INTO_ONE = re.compile(
    r"^(?:(?:please|can you|could you|lets|now|then) )*(?:merge|combine|join|lump|put|group|fold|collapse|unite|make)(?: together)? (?:the )?# ?(?:, and|,|and|&|"
    r"with|plus) (?:the )?#(?: together)? (?:into|to|as|in|be) (?:just |only |a single |the same )?(?:one|1|a single|single|the same|one and the same|a common|"
    r"each other)(?: (?:value|category|class|group|level|label|thing|one))?$",
)
_ROWS = r"(?:rows?|people|persons|cases|records|samples|observations|customers|clients|patients|passengers|employees|users|students|guests|trips|rides|orders|houses|cars|entries|examples|of them|items|instances)"
_COUNTED = re.compile(
    rf"(?:\b(?:test|hold ?out|validation)(?: ?set| data| part)? (?:of|with|=|:) |"
    rf"\b(?:hold|set|keep|put|lay|leave|reserve|save) (?:out|back|aside|apart|away) )(?:exactly |about |around |just |only )?(?P<count>\d{{1,7}}) {_ROWS}\b|"
    rf"\b(?P<held>\d{{1,7}}) {_ROWS} (?:for|as|to|into|in) (?:(?:the|an?|my) )?(?:tests?|testing|validation|hold ?out|hold ?out set)\b",
)
_FOR_TEST = re.compile(r"\b(?:tests?|testing|hold(?:ing)? ?out|hold (?:out|back)|validation|set aside|keep (?:back|aside)|put (?:aside|back)|split)\b")


def refuse_into_one(asked: Clause) -> None:
    """Raises Unclear where two values are to become one, and nothing says what it is called."""
    if len(asked.values) != 2 or not _INTO_ONE.fullmatch(asked.shape.text.strip(" .!?")):
        return
    first, second = asked.values
    shared = [name for name in first.columns if name in second.columns]
    if len(shared) != 1:
        return
    old, new = (next((value for name, value in zip(entry.columns, entry.as_in, strict=True) if name == shared[0]), entry.value) for entry in (first, second))
    raise Unclear(f"What shall “{old}” and “{new}” be called together? Say, for instance, “merge {old} and {new} into other”.", [option("replace_values", {"column": shared[0], "old": new, "new": old}, f"“{new}” becomes “{old}”"), option("replace_values", {"column": shared[0], "old": old, "new": new}, f"“{old}” becomes “{new}”")])


def refuse_count_for_test(asked: Clause) -> None:
    """Raises Unclear where so many rows are to be the test set, of which the share is not known here."""
    said = _COUNTED.search(asked.norm) if _FOR_TEST.search(asked.norm) else None
    if said is None or "%" in asked.norm or asked.has("train\\w*|sample|per|each|every"):
        return
    raise Unclear(f"A split goes by shares of the rows, not by a number such as {said['count'] or said['held']}. Which share shall be held out for the test?", [option("split", {"test": share}, f"{share:.0%} of the rows") for share in (0.1, 0.2, 0.3)])


_BARE_TRAIN = re.compile(r"\w(?:\s*[,;]\s*(?:and )?(?:then )?|,? and (?:then )?|,? then |\. )(?:now |just )?(?:train|fit|learn|train (?:it|a model|the model|something))[.! ]*$", re.I)


def trains_in_the_end(message: str) -> bool:
    """Says whether a model is to be trained behind other requests, and nothing says which: “…, log salary, train”."""
    return len(message) < 300 and _BARE_TRAIN.search(message) is not None and _TEST_AND.search(message) is None


_TEST_AND = re.compile(r"\b(?:test\w*|validation|val)\s*(?:,|and|/|&)", re.I)
