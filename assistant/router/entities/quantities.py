"""Reads how long, how many and which share a clause says."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.numbers import FRACTIONS


def seconds_of(clause: Clause) -> int | None:
    """Reads a time budget in seconds."""
    match = _TIME.search(clause.masked) or _TIME.search(clause.norm)
    if match is None:
        return 60 if re.search(r"\b(?:a|one) (?:single )?minute\b", clause.norm) else 3600 if re.search(r"\b(?:an|one) hour\b", clause.norm) else None
    unit = 1 if match[2].startswith("s") else 60 if match[2].startswith("m") else 3600
    return int(float(match[1]) * unit)


_TIME = re.compile(r"(?<![\d.])(\d[\d.]*) ?(seconds?|secs?|s|minutes?|mins?|min|m|hours?|h)\b")
_PARTS = re.compile(r"(?<![\d.])(\d) (third|quarter|fifth|tenth)s\b")


def count_of(clause: Clause) -> int | None:
    """Takes the only whole number said."""
    numbers = [token.number for index, token in clause.numbers if token.number is not None and token.number == int(token.number) and not token.percent and not _numbers_a_run(clause, index)]
    return int(numbers[0]) if len(numbers) == 1 else None


def _numbers_a_run(clause: Clause, index: int) -> bool:
    """Says whether a number only tells which run is meant: “the errors of run 2”."""
    return re.search(r"\brun (?:number |no ?\.? ?|# ?)?$", " ".join([*(clause.word(place) for place in range(max(0, index - 3), index)), ""])) is not None


def fraction_of(clause: Clause) -> float | None:
    """Reads a percentage, a fraction below one, or a fraction in words."""
    for _, token in clause.numbers:
        if token.number is not None and (token.percent or 0 < token.number < 1):
            return token.number / 100 if token.percent else token.number
    match = re.search(r"(?<![\d.])(\d[\d.]*) ?(?:percent|per cent|pct)\b", clause.masked)
    if match:
        return float(match[1]) / 100
    several = _PARTS.search(clause.masked)
    if several:
        return round(int(several[1]) * FRACTIONS[several[2]], 4)
    return next((value for word, value in FRACTIONS.items() if re.search(rf"\b(?:a |one )?{word}\b", clause.masked)), None)
