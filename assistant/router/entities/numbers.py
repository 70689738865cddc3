"""Reads number words, ordinals and fractions in words."""

from __future__ import annotations

_CARDINALS = {"zero": 0, "nought": 0, "naught": 0, "dozen": 12, "zeros": 0, "zeroes": 0} | {
    word: value
    for value, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        start=2,
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000}
ORDINALS = {
    word: value
    for value, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1)
} | {f"{value}{end}": value for value, end in enumerate(["st", "nd", "rd", *["th"] * 17], start=1)}
FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}


def number_word(word: str) -> int | None:
    """Reads a cardinal from two on; “one” is left alone, as it is mostly a pronoun."""
    return _CARDINALS.get(word)


def ordinal(word: str) -> int | None:
    """Reads first, 2nd, third…"""
    return ORDINALS.get(word)
