"""Reads which share of the rows each part of a split gets."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.entities.numbers import FRACTIONS
from assistant.router.wording.normalize import plain_number

_TEST = r"test\w*|quiz\w*|hold ?out|evaluat\w+|checking|check\w*|later|unseen|the end|exam|final\w*"
_LEFT = r"aside|back|away|rest"
"""What is only put aside, for the test where no other part is named."""
_VALIDATION = r"validat\w+|val|dev|choos\w+|select\w+|tuning"
_TRAIN = r"train\w*|learn\w*|teach\w*|study\w*|fit|fitting|(?:model|it|machine|algorithm) (?:to |can |may |should |shall |gets? to |is allowed to )?sees?|see only|seen by"


_ONE_IN = re.compile(r"\b(?:1|one) (?:in|out of|of|from) (?:every )?(\d{1,2})\b")
"""“one in five”."""


_WRITTEN = re.compile(r"(?<![\d.:/])([1-9]) ?/ ?(\d{1,2})(?![\d.:/%])")
"""“1/5”."""
_BOTH_NAMED = re.compile(r"\btrain\w*(?: ?(?:and|/|-|_|&) ?| )test\w*(?: sets?)?[ _]split\b")
"""What names both parts and gives the share to neither: “train test split 0.75”."""
_RATIO = re.compile(r"(?<![\d.:/])([2-9]) ?(?::|to) ?(?:one|1)(?![\d.:/%])")
"""“3:1”."""


def shares(words: str) -> dict[str, Any]:
    """Reads the shares of the parts: “80/20”, “a third for the test”, “one in five”, “3:1”; what is left out is not said."""
    words = _BOTH_NAMED.sub(" split ", words)
    one = _ONE_IN.search(words)
    if one and int(one[1]) > 1:
        return {_part(words, one.start(), one.end()): round(1 / int(one[1]), 4)}
    parts = re.search(r"(?<![\d.])([\d.]+)%? ?(?:/|-|:|and|to|,| ) ?([\d.]+)%?(?: ?(?:/|-|:|and|,| ) ?([\d.]+)%?)?(?![\d.])", words)
    if parts:
        numbers = [float(part) for part in parts.groups() if part and part.strip(".")]
        total = sum(numbers)
        if len(numbers) > 1 and (abs(total - 100) < 1.5 or abs(total - 1) < 0.02 or abs(total - 10) < 0.01):
            scale: float = 100 if total > 11 else 10 if total > 1.5 else 1
            shares = [plain_number(round(number / scale, 6)) for number in numbers]
            return dict(zip(("train", "validation", "test") if len(shares) == 3 else ("train", "test"), shares, strict=True))
    two = _two_fractions(words)
    if two:
        return two
    written = _WRITTEN.search(words)
    if written and int(written[1]) < int(written[2]):
        return {_part(words, written.start(), written.end()): round(int(written[1]) / int(written[2]), 4)}
    ratio = _RATIO.search(words)
    if ratio:
        whole = int(ratio[1]) + 1
        return {"train": round(int(ratio[1]) / whole, 4), "test": round(1 / whole, 4)}
    found: dict[str, Any] = {}
    for match in re.finditer(r"(?<![\d.])(\d[\d.]*|\.\d+) ?(%|percent|per cent)?", words):
        share = _share(match[1], bool(match[2]))
        if share is None:
            continue
        name = _part(words, match.start(), match.end(), "train" if share > 0.5 else "test")
        if name not in found:
            found[name] = share
    several = re.search(r"(?<![\d.])(\d) (third|quarter|fifth|tenth)s\b", words)
    if several:
        return {_part(words, several.start(), several.end()): round(int(several[1]) * FRACTIONS[several[2]], 4)}
    if not found:
        for word, value in FRACTIONS.items():
            spoken = re.search(rf"\b{word}\b", words)
            if spoken:
                found[_part(words, spoken.start(), spoken.end())] = round(value, 4)
    return found


_FRACTION = re.compile(r"(?<![\d.:/])(?P<top>[1-9]) ?/ ?(?P<bottom>\d{1,2})(?![\d.:/%])|\b(?:(?P<many>one|an?|two|three|four|1|2|3|4) )?(?P<word>half|third|quarter|fifth|tenth)s?\b")
_MANY = {"one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4}


def _two_fractions(words: str) -> dict[str, Any]:
    """Reads two fractions that are all rows together, the training first where nothing else is said: “2/3 1/3”, “two thirds one third”."""
    found = list(_FRACTION.finditer(words))
    if len(found) != 2:
        return {}
    first, second = (int(match["top"]) / int(match["bottom"]) if match["top"] else _MANY.get(match["many"] or "one", int(match["many"] or 1) if (match["many"] or "1").isdigit() else 1) * FRACTIONS[match["word"]] for match in found)
    if abs(first + second - 1) > 0.01:
        return {}
    name = _part(words, found[0].start(), found[0].end(), "train")
    return {name: round(first, 4), "train" if name == "test" else "test": round(second, 4)}


def _share(text: str, percent: bool) -> Any:
    number = float(text.rstrip(".") or 0)
    if percent or (1 < number < 100):
        return plain_number(round(number / 100, 6))
    return number if 0 < number < 1 else None


_JUST_BEFORE = re.compile(rf"\b(?:(?P<test>{_TEST})|(?P<validation>{_VALIDATION})|(?P<train>{_TRAIN})) (?:(?:it|them|the|model|set|part|size|share|data|rows|with|on|from|using|of|only|just|about|=|:|is|gets|takes|to|at) ?){{0,4}}$")
"""A part that is named right before its share: “train on 80, test on the rest”."""
_NOT_BEFORE = re.compile(r"\b(?:not|never|nt|dont|without)\b[^,]{0,25}$")


_NAMES_FIRST = re.compile(rf"[^\d]*?\b(?:{_TEST}|{_VALIDATION}|{_TRAIN})\b")
"""Parts named before their shares: “train 80 test 20”, and not “80 train 20 test”."""


def _part(words: str, start: int, end: int, otherwise: str = "test") -> str:
    """Says which part a share is of: the one named right before it, the next one after it, or the last one before it."""
    adjacent = _JUST_BEFORE.search(words[max(0, start - 40) : start]) if _NAMES_FIRST.match(words) else None
    if adjacent and not re.match(r" ?(?:%|percent)? ?(?:for|to|as|of (?:it|them|the \w+) (?:for|to)) ", words[end : end + 25]):
        name = str(adjacent.lastgroup)
        return "test" if name == "train" and _NOT_BEFORE.search(words[max(0, start - 40) : start]) else name
    part = _named_part(words, start, end, ("test", _TEST), ("validation", _VALIDATION), ("train", _TRAIN))
    return part or _named_part(words, start, end, ("test", _LEFT)) or otherwise


def _named_part(words: str, start: int, end: int, *known: tuple[str, str]) -> str | None:
    after, before = words[end : end + 40], words[max(0, start - 30) : start]
    hits = []
    for name, pattern in known:
        match = re.search(rf"\b(?:{pattern})\b", after)
        if match:
            hits.append((match.start(), name))
    stop = re.search(r"\d", after)
    hits = [hit for hit in hits if stop is None or hit[0] < stop.start()]
    if hits:
        return min(hits)[1]
    last = [(match.end(), name) for name, pattern in known for match in re.finditer(rf"\b(?:{pattern})\b", before)]
    return max(last)[1] if last else None
