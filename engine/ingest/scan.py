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
    quotes: int = 0
    pairs: int = 0
    lone_returns: int = 0
    lone_newlines: int = 0
    """Line ends outside of quotes, of the three kinds."""
    blank_lines: bool = False

    @property
    def odd_line_ends(self) -> bool:
        """Say whether lines end in lone carriage returns, or in several ways; what cells hold is no line end."""
        return self.lone_returns > 0 or (self.pairs > 0 and self.lone_newlines > 0)


def scan(file: BinaryIO) -> Scan:
    """Read a file once, in pieces."""
    found, decoder = Scan(), codecs.getincrementaldecoder("utf-8")()
    end = _end_of_text(file)
    at, before = 0, b""
    for piece in pieces(file):
        found.nuls += piece.count(0)
        found.newlines += piece.count(b"\n")
        _count_line_ends(found, piece, before[-1:] == b"\r")
        found.quotes += piece.count(b'"')
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


def _count_line_ends(found: Scan, piece: bytes, after_return: bool) -> None:
    """Count the line ends of the next piece of a file that stand outside of quotes."""
    if b"\r" not in piece and not after_return:
        found.lone_newlines += piece.count(b"\n")
        return
    parts = piece.split(b'"')
    inside = found.quotes % 2
    outside = b'"'.join(parts[inside::2])
    # The return that ended the piece before was counted as a lone one.
    split = after_return and not inside and piece[:1] == b"\n"
    pairs = outside.count(b"\r\n")
    found.pairs += pairs + split
    found.lone_returns += outside.count(b"\r") - pairs - split
    found.lone_newlines += outside.count(b"\n") - pairs - split


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
