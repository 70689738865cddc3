"""In which of the old encodings a text is written, told by whether it gives words.

The bytes of most of these encodings fit all of the others. What tells them apart is the look of the result: letters
of one alphabet side by side make words, while signs or another alphabet in the middle of a word do not.
"""

from __future__ import annotations

import re
import unicodedata

from engine.ingest.alphabets import likeliest_alphabet

WESTERN = ("cp1252", "latin-1")
OTHERS = ("cp1251", "koi8-r", "cp1253", "cp932", "euc-kr", "gb18030", "big5", "mac_roman", "cp850")
"""Tried in this order; Windows-1252 stays the answer unless another gives clearly better words."""
COMMON = {
    "cp932": ((0x81, 0x83), (0x88, 0x98)),
    "euc-kr": ((0xA1, 0xA3), (0xB0, 0xC8)),
    "gb18030": ((0xA1, 0xA3), (0xB0, 0xD7)),
    "big5": ((0xA1, 0xA3), (0xA4, 0xC6)),
}
"""The first bytes of the signs and of the characters that are written often, which each of these keeps apart from the rare ones."""
SAMPLE_BYTES = 20_000
BETTER = 0.25
FINE = 0.9


def likeliest(data: bytes) -> str:
    """Name the encoding that makes the most of the lines with bytes above 127 into words."""
    lines = [line for line in re.split(rb"[\r\n]+", data) if not line.isascii()]
    sample = b"\n".join(lines)[:SAMPLE_BYTES]
    if len(sample) == SAMPLE_BYTES and b"\n" in sample:
        sample = sample[: sample.rfind(b"\n")]
    best = "cp1252" if any(0x80 <= byte <= 0x9F for byte in data) else "latin-1"
    if alphabet := likeliest_alphabet(sample):
        return alphabet
    score = likeness(sample, "cp1252")
    if score >= FINE:
        return best
    for encoding in OTHERS:
        found = likeness(sample, encoding)
        if found > max(score + BETTER * (best in WESTERN), 0.0):
            best, score = encoding, found
    return best


def likeness(sample: bytes, encoding: str) -> float:
    """Score from -1 to 1 how many of the characters beyond ASCII stand as they do in words."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    marks = [place for place, character in enumerate(text) if ord(character) > 127]
    fits = [_fits(text, place) if _is_common(text[place], encoding) else min(_fits(text, place), 0) for place in marks]
    return sum(fits) / len(marks) if marks else -1.0


def _is_common(character: str, encoding: str) -> bool:
    """Say whether an Asian character is among those that are written often; other encodings have no rare ones."""
    written = character.encode(encoding)
    return encoding not in COMMON or (len(written) == 2 and any(first <= written[0] <= last for first, last in COMMON[encoding]))


def _fits(text: str, place: int) -> int:
    """Say whether a character is a letter among letters of its own alphabet (1), or breaks a word (-1)."""
    character = text[place]
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    near = [other for other in (before, after) if other.isalpha()]
    if not character.isalpha():
        typographic = character in "€£§°–—‘’“”«»…\u00a0" and not (before.isalpha() and after.isalpha() and character != "’")
        return 1 if typographic or unicodedata.east_asian_width(character) in "FW" else -1
    if any(_alphabet(other) != _alphabet(character) for other in near):
        return -1
    if _alphabet(character) == "LATIN" and sum(not other.isascii() for other in near) == 2:
        return -1
    return -1 if character.isupper() and before.islower() else 1


def _alphabet(character: str) -> str:
    name = unicodedata.name(character, "").split(" ")[0]
    return "CJK" if name in ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "FULLWIDTH", "HANGUL") else name
