"""Which tool the words of a request speak for, learned from what people said: one sum of weights for each tool.

The weights are made by `learn_evidence.py` from `examples.jsonl`. Columns, values and numbers are signs in both, so
that only the words round them count. Nothing is learned while the product runs.
"""

from __future__ import annotations

import json
import math
import re
import struct
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from assistant.router.entities.clause import Clause
from assistant.router.entities.thesaurus import concept, joined_up
from assistant.router.entities.vocabulary import with_signs
from tools.catalog import find_tool

WEIGHTS = Path(__file__).with_name("evidence.json")
NO_REQUEST = "none"
"""Stands for words that ask for nothing that can be done here."""
SEVERAL = "several"
"""Stands for words that ask for several things."""
BELIEVED = 0.5
"""From which share on a tool is taken: of sentences by others, further from the examples, a third of what weighs less was wrong."""
NEGLIGIBLE = 0.002
"""Up to which share a tool is out of the question: of 4,000 sentences one is read otherwise for that, and all a fifth faster."""
SCALE = 100
"""The weights are written as whole hundredths."""
_WORD = re.compile(r"[@#]|[A-Za-z_]+|\d[\d.]*|[?/*+=%]")
MOST_WORDS = 4096
"""How many words are remembered with what they say."""
_PIECES = range(3, 6)
"""How many letters the pieces of a word have, by which a misspelt word is still known."""


def words_of(clause: Clause) -> str:
    """Writes a request as the examples are written: what is in the table and the terms of the trade as signs."""
    return with_signs(clause.shape.text)


def features(words: str) -> list[str]:
    """Lists what is looked at in a request with signs: its words, what they mean, pairs of both, and the pieces of each word."""
    singles, pairs = _parts(words)
    return [*(feature for single in singles for feature in _of_single(single)), *pairs]


def _parts(words: str) -> tuple[list[str], list[str]]:
    """The words of a request and what they mean, and the pairs of either, each once and in order."""
    rows = {"": _WORD.findall(words), "~": [concept(word) if word.islower() else word for word in _WORD.findall(joined_up(words))]}
    singles = dict.fromkeys(mark + word for mark, row in rows.items() for word in row)
    pairs = dict.fromkeys(f"{mark}{first} {second}" for mark, row in rows.items() for first, second in pairwise(["^", *row, "$"]))
    return list(singles), list(pairs)


def _of_single(single: str) -> list[str]:
    """A word, or what it means, and the pieces by which a misspelt word is still known."""
    if not single.islower() or len(single) < 3 or single[0] == "~":
        return [single]
    whole = f"<{single}>"
    return [single, *dict.fromkeys(f"-{whole[start : start + length]}" for length in _PIECES for start in range(len(whole) - length + 1))]


@dataclass(frozen=True)
class Weights:
    """What each feature says for or against each tool."""

    tools: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, int]
    """For each feature the weights of the tools, in hundredths and packed into one number."""
    singles: dict[str, tuple[int, int]] = field(default_factory=dict)
    """How many features of a word are known, and what they say of each tool together; remembered, as words come again."""

    def shares(self, words: str) -> list[float]:
        """Gives each of the tools its share of the belief, which sum to 1."""
        singles, pairs = _parts(words)
        known, row = self._summed(pairs)
        for single in singles:
            count, more = self._of(single)
            known, row = known + count, row + more
        size = SCALE * (math.sqrt(known) or 1.0)
        beliefs = [value / size + bias for value, bias in zip(_opened(row, len(self.tools)), self.bias, strict=True)]
        top = max(beliefs)
        parts = [math.exp(belief - top) for belief in beliefs]
        whole = sum(parts)
        return [part / whole for part in parts]

    def _of(self, single: str) -> tuple[int, int]:
        if single not in self.singles:
            if len(self.singles) >= MOST_WORDS:
                self.singles.clear()
            self.singles[single] = self._summed(_of_single(single))
        return self.singles[single]

    def _summed(self, features: list[str]) -> tuple[int, int]:
        """How many of the features are known, and what they say of each tool together."""
        rows = [row for feature in features if (row := self.weights.get(feature)) is not None]
        return len(rows), sum(rows)


def _packed(row: dict[str, int]) -> int:
    """Writes the weights of all tools into one number, 32 bits for each, so that adding rows is one addition."""
    return sum(weight << (32 * int(place)) for place, weight in row.items())


def _opened(row: int, many: int) -> list[int]:
    """Reads the weight of each tool from such a number; as none may be below zero for that, half of what the bits hold is added first."""
    above = row + _halves(many)
    return [value - _HALF for value in struct.unpack(f"<{many}I", above.to_bytes(4 * many, "little"))]


_HALF = 1 << 31


@lru_cache(maxsize=1)
def _halves(many: int) -> int:
    return sum(_HALF << (32 * place) for place in range(many))


@lru_cache(maxsize=1)
def learned() -> Weights:
    """Loads the weights."""
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    weights = {feature: _packed(row) for feature, row in stored["weights"].items()}
    return Weights(tuple(stored["tools"]), tuple(value / SCALE for value in stored["bias"]), weights)


def evidence(words: str) -> tuple[tuple[float, str], ...]:
    """Lists the four tools that the words of a request (with signs) speak for most, each with its share from 0 to 1, the likeliest first."""
    return _heard(words)[0]


def possible(words: str) -> frozenset[str]:
    """Names the tools that the words of a request may ask for, so that the patterns of the others need no look."""
    return _heard(words)[1]


@lru_cache(maxsize=2048)
def _heard(words: str) -> tuple[tuple[tuple[float, str], ...], frozenset[str]]:
    """The likeliest tools and the possible ones; the shares of all are not kept, as the garbage collector would look at each."""
    weights = learned()
    shares = weights.shares(words)
    likeliest = sorted(range(len(shares)), key=shares.__getitem__, reverse=True)[:4]
    return tuple((shares[place], weights.tools[place]) for place in likeliest), frozenset(tool for share, tool in zip(shares, weights.tools, strict=True) if share >= NEGLIGIBLE)


def of_a_file(heard: tuple[tuple[float, str], ...]) -> tuple[tuple[float, str], ...]:
    """The shares that examples give to tools, without those that only look at the table at hand and have no use for the file that is named."""
    kept = [(share, tool) for share, tool in heard if tool in (NO_REQUEST, SEVERAL) or not _looks_at_the_table(tool)]
    left = 1 - sum(share for share, _ in heard) + sum(share for share, _ in kept)
    return tuple((share / left, tool) for share, tool in kept)


def _looks_at_the_table(name: str) -> bool:
    tool = find_tool(name)
    return not tool.records and tool.stage in ("data", "explore") and "source" not in tool.Arguments.model_fields
