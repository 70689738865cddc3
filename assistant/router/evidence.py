"""Which tool the words of a request speak for, learned from what people said: one sum of weights for each tool.

The weights are made by `learn_evidence.py` from `examples.jsonl`. Columns, values and numbers are signs in both, so
that only the words round them count. Nothing is learned while the product runs.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path

from assistant.router.clause import Clause
from assistant.router.thesaurus import concept, joined_up
from assistant.router.vocabulary import with_signs
from tools.catalog import find_tool

WEIGHTS = Path(__file__).with_name("evidence.json")
NO_REQUEST = "none"
"""Stands for words that ask for nothing that can be done here."""
SEVERAL = "several"
"""Stands for words that ask for several things."""
BELIEVED = 0.4
"""From which share on a tool is taken: of sentences by others that were not among the examples, 97 of 100 were right from here on."""
NEGLIGIBLE = 0.002
"""Up to which share a tool is out of the question: of 4,000 sentences one is read otherwise for that, and all a fifth faster."""
SCALE = 100
"""The weights are written as whole hundredths."""
_WORD = re.compile(r"[@#]|[A-Za-z_]+|\d[\d.]*|[?/*+=%]")
_PIECES = range(3, 6)
"""How many letters the pieces of a word have, by which a misspelt word is still known."""


def words_of(clause: Clause) -> str:
    """Writes a request as the examples are written: what is in the table and the terms of the trade as signs."""
    return with_signs(clause.shape.text)


def features(words: str) -> frozenset[str]:
    """Lists what is looked at in a request with signs: its words, what they mean, pairs of both, and pieces of words."""
    found: set[str] = set()
    for mark, row in (("", _WORD.findall(words)), ("~", [concept(word) if word.islower() else word for word in _WORD.findall(joined_up(words))])):
        ended = ["^", *row, "$"]
        found.update(mark + word for word in row)
        found.update(f"{mark}{first} {second}" for first, second in pairwise(ended))
    found.update(*(_pieces(word) for word in set(_WORD.findall(words)) if word.islower() and len(word) > 2))
    return frozenset(found)


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[str, ...]:
    whole = f"<{word}>"
    return tuple(f"-{whole[start : start + length]}" for length in _PIECES for start in range(len(whole) - length + 1))


@dataclass(frozen=True)
class Weights:
    """What each feature says for or against each tool."""

    tools: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[tuple[int, int], ...]]
    """For each feature the places of tools and their weights, in hundredths."""

    def shares(self, words: str) -> list[tuple[float, str]]:
        """Gives each tool its share of the belief, which sum to 1, the most likely first."""
        known = [row for feature in features(words) if (row := self.weights.get(feature)) is not None]
        sums = [0] * len(self.tools)
        for place, weight in chain.from_iterable(known):
            sums[place] += weight
        size = SCALE * (math.sqrt(len(known)) or 1.0)
        beliefs = [value / size + bias for value, bias in zip(sums, self.bias, strict=True)]
        top = max(beliefs)
        parts = [math.exp(belief - top) for belief in beliefs]
        whole = sum(parts)
        return sorted(((part / whole, tool) for part, tool in zip(parts, self.tools, strict=True)), key=lambda entry: -entry[0])


@lru_cache(maxsize=1)
def learned() -> Weights:
    """Loads the weights."""
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    weights = {feature: tuple((int(place), weight) for place, weight in row.items()) for feature, row in stored["weights"].items()}
    return Weights(tuple(stored["tools"]), tuple(value / SCALE for value in stored["bias"]), weights)


@lru_cache(maxsize=2048)
def evidence(words: str) -> tuple[tuple[float, str], ...]:
    """Lists the tools that the words of a request (with signs) speak for, each with its share from 0 to 1, the likeliest first."""
    return _shares(words)[:4]


@lru_cache(maxsize=2048)
def possible(words: str) -> frozenset[str]:
    """Names the tools that the words of a request may ask for, so that the patterns of the others need no look."""
    return frozenset(tool for share, tool in _shares(words) if share >= NEGLIGIBLE or tool in _IN_A_WORD)


_IN_A_WORD = frozenset(["undo"])
"""Tools that are asked for in a word beside another request: “undo that and use the median instead”."""


@lru_cache(maxsize=2048)
def _shares(words: str) -> tuple[tuple[float, str], ...]:
    return tuple(learned().shares(words))


def of_a_file(heard: tuple[tuple[float, str], ...]) -> tuple[tuple[float, str], ...]:
    """The shares that examples give to tools, without those that only look at the table at hand and have no use for the file that is named."""
    kept = [(share, tool) for share, tool in heard if tool in (NO_REQUEST, SEVERAL) or not _looks_at_the_table(tool)]
    left = 1 - sum(share for share, _ in heard) + sum(share for share, _ in kept)
    return tuple((share / left, tool) for share, tool in kept)


def _looks_at_the_table(name: str) -> bool:
    tool = find_tool(name)
    return not tool.records and tool.stage in ("data", "explore") and "source" not in tool.Arguments.model_fields
