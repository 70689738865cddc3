"""Mends misspelt words of the trade, such as “trian” and “acuracy”; names and values of the data are left alone."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from assistant.router.entities.shortened import LONGEST_SHORT, is_short_for
from assistant.router.entities.thesaurus import WORDS
from assistant.router.entities.words import COMMON, ORDINARY, TRADE
from assistant.router.wording.normalize import outside_quotes

_WORD = re.compile(r"(?<![\w.@/\\-])[a-z]{2,24}(?![\w@/\\]|\.\w)", re.I)
_NAMING = re.compile(r"\b(?:(?:something|anything|says?|talks?|speaks?|complains?|writes?) (?:about|of)|rename|call|called|name|named|titled?|replace|contains?|containing|branch|experiment|project|session)\b", re.I)
_BEFORE_NAME = re.compile(r"\b(?:as|to|called|named|call|name|with|by|contain(?:s|ing)?|branch|experiment|project|session)[ \"]*$", re.I)
_FREE_NAME = re.compile(
    r"\b(?:(?:called|named|titled)|(?:name|call|rename|title) (?:this|that|it|(?:the |this |my )?(?:experiment|project|session|branch|copy))|"
    r"rename\b[^,;]{1,60} (?:to|as|into))(?: (?!(?:and|then|but)\b)[\w.-]+){0,4} $|"
    r"\b(?:something|anything|says?|talks?|speaks?|complains?|writes?) (?:about|of)(?: (?:an?|the|any|some))? $",
    re.I,
)
"""What stands before the words of a name that a person gives."""
_SHORTHAND = {"btwn": "between", "betw": "between", "inbetween": "between", "upto": "up to", "rm": "remove", "hlep": "help", "hepl": "help", "tho": "though", "thru": "through", "halp": "help", "xval": "cross validation", "tts": "train test split", "gscv": "grid search", "gridsearchcv": "grid search", "hpo": "hyperparameter search", "wdym": "what do you mean", "importantest": "most important", "nvm": "never mind", "algo": "algorithm", "algos": "algorithms", "col": "column", "wat": "what", "wats": "whats", "wots": "whats", "wuts": "whats", "abt": "about", "wot": "what", "nxt": "next", "shuld": "should", "shoud": "should", "cud": "could", "hwo": "how", "whcih": "which", "wich": "which", "waht": "what", "teh": "the", "colum": "column", "coloumn": "column", "colums": "columns", "becuase": "because", "hows": "how is", "gimme": "give me", "lemme": "let me", "feats": "features", "feat": "feature", "deg": "degree", "thr": "threshold", "thresh": "threshold", "preds": "predictions", "pred": "predicted", "val": "validation", "perm": "permutation", "wanna": "want to", "ppl": "people", "pple": "people", "hw": "how", "em": "them", "abuot": "about", "cuz": "because", "coz": "because", "thx": "thanks", "dunno": "dont know", "whos": "who is", "wheres": "where is", "yrs": "years"}
_SERVICE = re.compile(r"\b(?P<of>(?:fast|rest )?api|web|onnx(?: and| \+|,)) svc\b", re.I)
"""A service, which in other words is a model: “onnx + fastapi svc”."""
_OF_SPELLING = re.compile(r"\b(?:misspel\w+|spel\w+|typos?|replace|correct\w*|fix|change|recode|map|merge|unify|wrote|writ\w+|typed|entered|instead of|stands? for|means?|should (?:be|read|say)|is (?:really|actually)|contain\w*|rename|called?|named?)\b", re.I)
"""Words of a message that may be about how values are written, which are left as they are said."""
_VOWELS = str.maketrans("", "", "aeiou")
_LETTERS = (
    ("y", "why", re.compile(r"^y(?= (?:did|does|do|was|are|would|not|is (?:it|that|this|he|she|so|the model))\b)", re.I)),
    ("u", "you", re.compile(r"(?<![\w.'-])u(?= [a-z])", re.I)),
    ("w", "with", re.compile(r"(?<=[a-z\d] )(?<!with )(?<!to )(?<!by )(?<!into )(?<!as )w(?= [\w\"'`])", re.I)),
    ("r", "are", re.compile(r"(?:(?<=\w )|^)r(?= (?!squared|scores?\b|packages?\b|scripts?\b|code\b)[a-z])", re.I)),
    ("4", "for", re.compile(r"(?<=\bsame )4(?= [a-z]+(?<!s)(?![a-z]))|(?<=[a-z] )4(?= (?:the|me|each|every|all|my|our|us|it)\b)", re.I)),
    ("2", "to", re.compile(r"(?:(?<=wants )|(?<=want )|(?<=needs )|(?<=need )|(?<=like )|(?<=love )|(?<=how )|(?<=happens )|(?<=going )|(?<=able )|(?<=supposed ))2(?= (?:know|see|do|get|have|be|predict|make|find|look|show|go|the)\b)", re.I)),
    ("n", "and", re.compile(
        r"(?<=[\w)\"'`] )(?<!\b(?:by|to|of|is|as|in|on) )(?<!\b(?:top|the|for|set|use|all|any) )(?<!\b(?:with|last|best|only|take|just|give|show|"
        r"find) )(?<!\bfirst )n(?= (?!estimators|neighbou?rs|clusters|components|features|jobs|iter|trials|folds|trees|bins|splits|rows|samples|of\b|is\b|to\b|"
        r"for\b)[\w\"'`(])", re.I)),
)
"""What people type on a telephone for why, you, are and and, where nothing in the table is called so."""


def mended(text: str, known: frozenset[str], values: frozenset[str] = frozenset()) -> str:
    """Writes misspelt words of the trade, and of the values of the table, as they are meant; `known` are all words of the table, in lower case."""
    return outside_quotes(text.strip(), lambda part: _mend(part, known, values))


def _mend(text: str, known: frozenset[str], values: frozenset[str]) -> str:
    text = _SERVICE.sub(r"\g<of> service", _spelled_out(text, known))
    text = _COMPARES.sub(lambda match: _comparing(match, known), text) if any(letter.isdigit() for letter in text) else text
    naming = _NAMING.search(text) is not None
    values = frozenset() if _OF_SPELLING.search(text) else values

    def replace(match: re.Match[str]) -> str:
        word = match[0].lower()
        if word in _SHORTHAND and word not in known:
            return _SHORTHAND[word]
        if len(word) < 3:
            return match[0]
        if word in COMMON or word in TRADE or word in ORDINARY or word in WORDS or word in known or word.removesuffix("s") in known:
            return match[0]
        if naming and (_BEFORE_NAME.search(text[max(0, match.start() - 12) : match.start()]) or _FREE_NAME.search(text[: match.start()])):
            return match[0]
        if word.endswith("est") and {word[:-3], word[:-2], f"{word[:-4]}y"} & COMMON:
            return match[0]
        if len(word) <= LONGEST_SHORT and any(is_short_for(word, name) for name in known):
            return match[0]
        return _nearest_value(word, values, known) or nearest(word) or match[0]

    return _WORD.sub(replace, text)


_COMPARES = re.compile(r"(?<![\w.@/\\-])(?P<word>[a-z]{3,10})(?P<than> th[ae]?n)?(?= (?:the )?-?\d)", re.I)
_BEFORE_NUMBER = ("between", "above", "below", "under", "over")
_BEFORE_THAN = ("more", "less", "fewer", "older", "younger", "greater", "higher", "lower", "larger", "smaller", "bigger", "longer", "shorter", "cheaper", "later", "earlier", "heavier", "lighter", "faster", "slower", "other")
"""What numbers are compared with, as it is often misspelt: “pulse betwen 40 and 140”, “yonger than 40”."""


def _comparing(match: re.Match[str], known: frozenset[str]) -> str:
    word, meant = match["word"].lower(), _BEFORE_THAN if match["than"] else _BEFORE_NUMBER
    than = " than" if match["than"] else ""
    if word in meant or word in COMMON or word in known or word.removesuffix("s") in known:
        return match["word"] + than if word in meant else match[0]
    near = [other for other in meant if other[0] == word[0] and DamerauLevenshtein.distance(word, other, score_cutoff=1) <= 1]
    return near[0] + than if len(near) == 1 else match[0]


def _spelled_out(text: str, known: frozenset[str]) -> str:
    for letter, word, pattern in _LETTERS:
        text = text if letter in known else pattern.sub(word, text)
    return text


@lru_cache(maxsize=4096)
def nearest(word: str) -> str | None:
    """Finds the one word of the trade that this may be a misspelling of; ordinary words are none."""
    if word in _bare():
        return _bare()[word]
    if len(word) < 4:
        return word + word[-1] if word + word[-1] in TRADE else None
    allowed = 1 if len(word) < 8 else 2
    near: list[tuple[int, bool, int, str]] = []
    for other in TRADE:
        if abs(len(other) - len(word)) > allowed or len(other) < 4 or other[0] != word[0]:
            continue
        distance = DamerauLevenshtein.distance(word, other, score_cutoff=allowed)
        if distance <= allowed:
            near.append((distance, sorted(word) != sorted(other), abs(len(other) - len(word)), other))
    near.sort()
    if not near or (_inflected(word, near[0][3]) and f"{word}e" != near[0][3]):
        return None
    if near[0][0] > 1 and len({_base(other) for distance, *_, other in near if distance == near[0][0]}) > 1:
        return None  # two letters from “forecast” as from “forests”, it is a word of its own
    return near[0][3]


SHORTEST_MISSPELT = 5
"""Shorter words are as near to each other as misspellings are to what is meant."""


@lru_cache(maxsize=4096)
def _nearest_value(word: str, values: frozenset[str], known: frozenset[str]) -> str | None:
    """Finds the one word of the values that a word is a misspelling of, where no name of a column is as near: “critcal”."""
    if len(word) < SHORTEST_MISSPELT:
        return None
    near = [other for other in known if other[:1] == word[0] and len(other) > 3 and abs(len(other) - len(word)) < 2 and DamerauLevenshtein.distance(word, other, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 and near[0] in values and not _inflected(word, near[0]) else None


def _inflected(word: str, other: str) -> bool:
    """Says whether two words differ by an ending alone: “scored” is no misspelling of “scores”."""
    return _base(word) == _base(other)


def _base(word: str) -> str:
    for ending in ("ing", "ers", "ed", "er", "es", "ly", "al", "s", "d", "r", "n", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word


@lru_cache(maxsize=1)
def _bare() -> dict[str, str]:
    """Words as they are typed without vowels."""
    return {word.translate(_VOWELS): word for word in ("drop", "show", "train", "plot", "split", "scale", "predict", "fill")}
