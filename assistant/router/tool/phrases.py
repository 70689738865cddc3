"""Finds the tool whose own phrases are nearest to a request that no pattern knows."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from assistant.router.entities.stems import stem
from assistant.router.entities.thesaurus import concept, joined_up
from assistant.router.entities.vocabulary import with_signs
from assistant.router.parts.segment import trimmed
from assistant.router.wording.normalize import clean

_SLOT = re.compile(r"\{\w+\}")
_SIGN = re.compile(r"@|[A-Z]{5,6}|[a-z_]+|\d[\d.]*")
_FILLER = frozenset(["a", "an", "the", "my", "our", "your", "this", "that", "these", "those", "it", "its", "is", "are", "be", "been", "please", "pls", "can", "could", "would", "you", "i", "we", "me", "us", "to", "of", "in", "on", "for", "with", "and", "or", "some", "any", "do", "does", "did", "just", "now", "so", "very", "really", "here", "there", "at", "as", "from", "one", "ones"])
SURE, MARGIN, CLOSE = 0.85, 0.08, 0.5
"""From where on the nearest phrase counts (its nearness and its lead over the next tool, together), how far the next tool must be at least, and from where on it is worth a question."""


class Phrases:
    """The phrases of all tools as bags of stems, weighted by how few tools use a stem."""

    def __init__(self, tools: Iterable[Any]) -> None:
        tools = tuple(tools)
        self.entries = [(tool.name, bag(with_signs(written(phrase)))) for tool in tools for phrase in tool.phrases]
        used = Counter(word for name, words in {(name, word) for name, words in self.entries for word in words} for word in [words])
        total = len({name for name, _ in self.entries}) or 1
        self.weights = {word: math.log(1 + total / count) for word, count in used.items()}
        self.unknown = math.log(1 + total)
        owners: dict[frozenset[str], set[str]] = {}
        for name, plain in [(tool.name, with_signs(written(phrase))) for tool in tools for phrase in tool.phrases]:
            words = _stems(plain)
            if len(words) > 1 or len(plain.split()) < 3:  # “go” alone is not “how do I go on?”
                owners.setdefault(words, set()).add(name)
        self.alone = {words: next(iter(names)) for words, names in owners.items() if len(names) == 1 and any(word.islower() for word in words)}

    def exact(self, words: str) -> str | None:
        """Gives the tool that has a phrase of just these words, in any order."""
        return self.alone.get(_stems(words))

    def nearest(self, words: str) -> list[tuple[float, str]]:
        """Lists tools by how near their nearest phrase is, from 0 to 1, the nearest first."""
        said = bag(words)
        size = sum(map(self._weight, said))
        best: dict[str, float] = {}
        for name, phrase in self.entries:
            common = sum(map(self._weight, said & phrase))
            if common:
                score = 2 * common / (size + sum(map(self._weight, phrase)))
                best[name] = max(score, best.get(name, 0.0))
        return sorted(((score, name) for name, score in best.items()), key=lambda entry: -entry[0])[:4]

    def _weight(self, word: str) -> float:
        return self.weights.get(word, self.unknown)


def written(phrase: str) -> str:
    """Writes a phrase as the words of a request are written: columns as signs, politeness off, contractions opened."""
    return _SLOT.sub("@", trimmed(clean(phrase)).lower())


def _stems(words: str) -> frozenset[str]:
    """Reduces words to their stems; numbers are one sign."""
    return frozenset(("0" if word[0].isdigit() else word if word.isupper() else stem(word)) for word in _SIGN.findall(words) if word not in _FILLER)


def bag(words: str) -> frozenset[str]:
    """Reduces words to what they mean, whichever of several words for it was said; numbers are one sign."""
    found = [("0" if word[0].isdigit() else concept(word)) for word in _SIGN.findall(joined_up(words)) if word not in _FILLER]
    return frozenset(found)


@lru_cache(maxsize=1)
def all_phrases() -> Phrases:
    """The phrases of the tools in the catalogue."""
    from tools.catalog import TOOLS

    return Phrases(TOOLS)
