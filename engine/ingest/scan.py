"""What the bytes of a whole text file tell, without holding it in memory."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

PIECE = 1 << 23
TAIL = 1 << 16
PADDED_LINE = re.compile(rb"\n[ \t]+\r?\n")


@dataclass
class Scan:
    """Counts over a text file: is it UTF-8, how its lines end, and whether a line inside it is blank."""

    utf8: bool = True
    nuls: int = 0
    newlines: int = 0
    returns: int = 0
    pairs: int = 0
    quotes: int = 0
    blank_lines: bool = False

    @property
    def odd_line_ends(self) -> bool:
        """Say whether lines end in lone carriage returns, or in several ways."""
        return bool(self.returns) and not self.returns == self.pairs == self.newlines


def scan(file: BinaryIO) -> Scan:
    """Read a file once, in pieces."""
    found, decoder = Scan(), codecs.getincrementaldecoder("utf-8")()
    end = _end_of_text(file)
    at, before = 0, b""
    for piece in pieces(file):
        found.nuls += piece.count(0)
        found.newlines += piece.count(b"\n")
        found.quotes += piece.count(b'"')
        if b"\r" in piece or before[-1:] == b"\r":
            found.returns += piece.count(b"\r")
            found.pairs += piece.count(b"\r\n") + (before[-1:] == b"\r" and piece[:1] == b"\n")
        if not found.blank_lines and at < end:
            joined = before[-80:] + piece[: end - at]
            found.blank_lines = _has_blank_line(joined)
        if found.utf8:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                found.utf8 = False
        at, before = at + len(piece), piece
    return found


def _has_blank_line(lines: bytes) -> bool:
    if b"\n\n" in lines or b"\n\r\n" in lines:
        return True
    return (b"\n " in lines or b"\n\t" in lines) and PADDED_LINE.search(lines) is not None


def _end_of_text(file: BinaryIO) -> int:
    """Give the place after the last byte that is no white space."""
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL))
    end = size - TAIL + len(file.read().rstrip()) if size > TAIL else _end_of_short(file)
    file.seek(0)
    return end


def _end_of_short(file: BinaryIO) -> int:
    file.seek(0)
    return len(file.read().rstrip())


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """Give the bytes of a file in pieces."""
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece


def count_byte(file: BinaryIO, mark: str) -> int:
    """Count how often a character comes in a file."""
    return sum(piece.count(mark.encode()) for piece in pieces(file))


def has_leading_zeros(file: BinaryIO, delimiter: str) -> bool:
    """Say whether some cell of a file begins with a zero and another digit, as codes and dates do."""
    mark, before = ord(delimiter), b"\n"
    for piece in pieces(file):
        codes = np.frombuffer(before + piece, dtype=np.uint8)
        zeros = codes[1:-1] == ord("0")
        zeros &= (codes[2:] - np.uint8(48)) < 10
        starts = codes[:-2]
        zeros &= (starts == mark) | (starts == 10) | (starts == ord('"'))
        if zeros.any():
            return True
        before = piece[-2:]
    return False
