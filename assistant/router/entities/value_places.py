"""Says whether a value may stand at a place of a sentence, also where the word is a common one or short."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.entities.names import Mention, key
from assistant.router.entities.value_words import NO, YES
from assistant.router.entities.words import COMMON, ROW_NOUNS
from assistant.router.parts.segment import opens_with_verb
from assistant.router.wording.normalize import Token

_WRITTEN = re.compile(r"(?:typed|entered|recorded|noted|logged|listed|marked|labell?ed|tagged|coded|classed|classified|registered|booked|filed|reported|given|written|wrote|put|down|known|keyed|saved|stored|flagged)")
"""What is said before a value that somebody wrote: “those typed as drop”."""


def expected(tokens: list[Token], index: int, hits: list[tuple[str, Any]], mentions: list[Mention]) -> bool:
    """Says whether a value may stand here even where the word is a common one: “only clear weather”."""
    names = {name for name, _ in hits}
    if tokens[index].norm == "no" and tokens[0].norm in ("replace", "recode", "map", "change") and index + 1 < len(tokens) and tokens[index + 1].norm in ("with", "by", "to", "into"):
        return True
    if tokens[index].norm == "no" and index + 2 < len(tokens) and tokens[index + 1].norm == "to" and any(mention.start in (index + 2, index + 3) for mention in mentions):
        return False  # “legal says no to the notes”
    if tokens[index].norm in ("no", "not", "non") and (index == 0 or tokens[index - 1].norm not in ("is", "=", "==", "are", "say", "says", "said", "saying", "reads", "means") or not _ends(tokens, index + 1)):
        return False
    if any(mention.start == index + 1 and names & set(mention.names) for mention in mentions):
        return True
    if index + 1 < len(tokens) and (tokens[index + 1].norm in ("ones", "rows", "people", "cases") or tokens[index + 1].norm in ROW_NOUNS) and not (index == 0 and opens_with_verb(tokens[0].norm)):
        return True
    if _calls_rows(tokens, index):
        return True
    if len(tokens[index].norm) > 2 and any(names & set(mention.names) and 0 <= index - mention.end <= 2 and all(token.norm in ("is", "in", "either", "=", "of", "was", "are", "says", "say", "said", "reads", "equals") for token in tokens[mention.end : index]) for mention in mentions):
        return True
    if index > 0 and tokens[0].norm in ("combine", "merge", "lump", "collapse", "recode", "map", "replace"):
        return True
    if index > 1 and tokens[index - 1].norm in ("marked", "flagged", "tagged", "labelled", "labeled", "coded"):
        return True
    if index > 1 and tokens[index - 1].norm == "as" and _WRITTEN.fullmatch(tokens[index - 2].norm):
        return True
    if index == 0 and len(tokens) == 2 and tokens[1].norm in ("only", "out", "away") and not opens_with_verb(tokens[0].norm):
        return True
    return index > 0 and tokens[index - 1].norm in ("only", "just", "=", "==", "is", "isnt", "no", "than", "exclude", "excluding", "except", "without", "say", "says", "said", "saying")


_NO_ROWS = frozenset(["models", "columns", "features", "values", "cells", "steps", "results", "plots", "charts", "names", "fields", "outliers", "gaps", "errors", "scores", "numbers", "dates", "folds", "trees", "bins", "groups", "tests", "words", "means", "predictions", "labels", "parameters", "times"])
"""What a common word may be said of that is no row."""


def _calls_rows(tokens: list[Token], index: int) -> bool:
    """Says whether a word is said of the things of the rows, which stay or go: “easy runs only”, “drop new bikes”."""
    noun, after = (tokens[place].norm if place < len(tokens) else "" for place in (index + 1, index + 2))
    if not (len(noun) > 3 and noun.endswith("s") and noun.isalpha() and (noun not in COMMON or (noun == "runs" and after == "only"))) or noun in _NO_ROWS or tokens[index].norm in ("all", "the", "every", "no"):
        return False
    if index == 0:
        return after in ("only", "out", "away") and not opens_with_verb(tokens[0].norm)
    return after in ("", "only", "out", "away", ",", "please") and tokens[0].norm in ("only", "just", "no", "drop", "remove", "delete", "exclude", "keep", "without") and all(token.norm in ("the", "all", "any", "only", "just") for token in tokens[1:index])


def _ends(tokens: list[Token], index: int) -> bool:
    """Says whether nothing follows that belongs to the word before: “is no” says no, “is no use” does not."""
    return index == len(tokens) or not tokens[index].norm[0].isalpha() or tokens[index].norm in ("and", "or", "but", "then", "in", "for", "only", "please", "to", "as", "into", "with", "by", "should", "means", "goes", "go", "must", "can", "has", "have", "out", "away")


def listed(tokens: list[Token], index: int, hits: list[tuple[str, Any]], known: dict[str, list[tuple[str, Any]]], mentions: list[Mention]) -> bool:
    """Says whether a value is listed beside another one of its column: “sushi and pizza”."""
    if tokens[index].norm in (*YES, *NO):
        return False
    others = [other for joint, other in ((index - 1, index - 2), (index + 1, index + 2)) if 0 <= other < len(tokens) and tokens[joint].norm in ("and", "or", "nor", ",", "&") and (other < index or tokens[other].norm not in COMMON)]
    if any({name for name, _ in hits} & {name for name, _ in known.get(key(tokens[other].text), ())} for other in others):
        return True
    after = known.get(key(tokens[index + 2].text), []) if index + 3 < len(tokens) and tokens[index + 1].norm in ("or", "and") else []
    same = [entry for entry in after if entry[0] in {name for name, _ in hits}]
    return bool(same) and any(mention.start == index + 3 and mention.name in {name for name, _ in same} for mention in mentions)  # “good or new condition”


_BETWEEN = ("to", "-", "through", "till", "until", "as", "<", ">", "/", "vs", "versus")
"""What stands between two values of one column: “from good to premium”, “treat fair as poor”."""


def spanned(tokens: list[Token], index: int, hits: list[tuple[str, Any]], known: dict[str, list[tuple[str, Any]]]) -> bool:
    """Says whether a value stands at an end of a span of values of its column, “G to I”, or in a row of three of them: “poor, fair, good”."""
    names = {name for name, _ in hits}
    ends = [other for joint, other in ((index + 1, index + 2), (index - 1, index - 2)) if joint >= 0 and max(joint, other) < len(tokens) and other >= 0 and tokens[joint].norm in _BETWEEN]
    return any(names & {name for name, _ in known.get(key(tokens[other].text), ())} for other in ends) or _in_a_row(tokens, index, names, known)


_ROW = 3
"""So many values of one column side by side are meant as values, whatever the words mean otherwise."""


def _in_a_row(tokens: list[Token], index: int, names: set[str], known: dict[str, list[tuple[str, Any]]]) -> bool:
    row = 1
    for step in (1, -1):
        place = index + step
        while 0 <= place < len(tokens) and row < _ROW:
            if names & {name for name, _ in known.get(key(tokens[place].text), ())}:
                row += 1
            elif tokens[place].norm not in (",", "<", ">", "/", "and", "then", "or"):
                break
            place += step
    return row >= _ROW


def placed(tokens: list[Token], index: int) -> bool:
    """Says whether two small letters stand where a code such as TX may stand."""
    return index > 0 and tokens[index - 1].norm in ("from", "in", "=", "==", "is", "are", "state", "or", ",", "and", "not", "(", "only", "just")
