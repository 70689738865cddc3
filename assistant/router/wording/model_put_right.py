"""Leaves out a model that is at once put right: “train a forest, hmm actually xgboost with 300 trees” speaks of the second alone."""

from __future__ import annotations

import itertools
import re

from assistant.router.entities.vocabulary import MODELS, placed

_HINT = re.compile(r"\b(?:no|nah|nope|wait|sorry|actually|rather|i mean|i meant|make (?:that|it)|scratch that|oops)\b", re.I)
_PUT_RIGHT = re.compile(
    r"(?P<settings>[^;:?]{0,40}?)[\s,.;-]*\b(?:(?:hm+|oh|uh+|um+|er+m?|well|so|and|but|please)[\s,.;-]+)*(?:(?:no(?! (?:more|less|fewer))|nah|nope|wait|sorry|"
    r"actually|rather|or rather|i meant?|make (?:that|it)(?: an?)?|scratch that|oops)[\s,.;-]+)+(?:(?:hm+|oh|uh+|um+|better|try|use|take|train|do|with|instead|"
    r"lets|let us|i meant?|not that)[\s,.;-]+)*(?:an?|the)?\s*",
    re.I,
)
_MEANT_LAST = re.compile(r",\s*(?P<meant>[^,;:.?!]{3,40}?),? i meant?[.! ]*$", re.I)
"""“a forest, xgboost I mean”"""
_ONLY_NO = re.compile(r"\s*(?:,? ?(?:and|or|but|also) )?no\s+(?:an? |the )?", re.I)
"""Between two models it may turn down the second as well: “forest no xgboost”, “no svm and no knn”."""
_OTHER_WORK = re.compile(r"\b(?:and|then|with|compare|vs|versus|or|plot|drop|fill)\b", re.I)


def with_model_put_right(message: str) -> str:
    """The message with the last model alone where one after the other is taken back; other messages stay as they are."""
    message = _MEANT_LAST.sub(lambda said: f", no, {said['meant']}" if placed(said["meant"].lower(), MODELS) else said[0], message)
    if not _HINT.search(message) or len(message) > 200:
        return message
    while True:
        found = placed(message.lower(), MODELS)
        cut = next(((first[0], second[0]) for first, second in itertools.pairwise(found) if first[2] != second[2] and _between(message[first[1] : second[0]])), None)
        if cut is None:
            return message
        message = message[: cut[0]] + message[cut[1] :]


def _between(words: str) -> bool:
    said = _PUT_RIGHT.fullmatch(words)
    return said is not None and _ONLY_NO.fullmatch(words) is None and not _OTHER_WORK.search(said["settings"])
