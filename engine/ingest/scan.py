"""What the bytes of a whole text file tell, without holding it in memory."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

PIECE = 1 << 17
"""So many bytes stay in the cache of a processor while they are looked at several times."""
TAIL = 1 << 16
BLANK_LINE = re.compile(rb"\n[ \t]*\r?\n")


@dataclass
class Scan:
    """Counts over a text file: is it UTF-8, how its lines end, and whether a line inside it is blank."""

    utf8: bool = True
    nuls: int = 0
    marks: int = 0
    """Byte order marks other than at the beginning, as joined files have them."""
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
        found.nuls += _count(piece, b"\x00")
        if not piece.isascii():
            found.marks += (before[-2:] + piece).count(codecs.BOM_UTF8, len(codecs.BOM_UTF8) if at == 0 else 0)
        newlines = int(np.count_nonzero(np.frombuffer(piece, dtype=np.uint8) == ord("\n")))
        found.newlines += newlines
        _count_line_ends(found, piece, newlines, before[-1:] == b"\r")
        found.quotes += _count(piece, b'"')
        if not found.blank_lines and at < end:
            found.blank_lines = _has_blank_line(before[-80:] + piece[: end - at])
        if found.utf8 and not (piece.isascii() and not decoder.getstate()[0]):
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                found.utf8 = False
        at, before = at + len(piece), piece
    return found


def _count(piece: bytes, mark: bytes) -> int:
    """Count a rare character; looking whether there is one costs little."""
    return piece.count(mark) if mark in piece else 0


def _count_line_ends(found: Scan, piece: bytes, newlines: int, after_return: bool) -> None:
    """Count the line ends of the next piece of a file, which has so many newlines, that stand outside of quotes."""
    if b"\r" not in piece and not after_return:
        found.lone_newlines += newlines
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
    codes = np.frombuffer(lines, dtype=np.uint8)
    # Only a line that begins with white space can be blank, which is looked at slowly.
    return bool(((codes[:-1] == ord("\n")) & (codes[1:] <= ord(" "))).any()) and BLANK_LINE.search(lines) is not None


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


def newlines_outside_quotes(file: BinaryIO) -> int:
    """Count the newlines of a file that stand outside of double quotes: each ends a record."""
    count, quotes = 0, 0
    for piece in pieces(file):
        count += sum(part.count(b"\n") for part in piece.split(b'"')[quotes % 2 :: 2])
        quotes += piece.count(b'"')
    return count


def has_leading_zeros(file: BinaryIO, delimiter: str) -> bool:
    """Say whether some cell of a file begins with a zero and another digit, as codes and dates do, or with 0x."""
    before = b"\n\n"
    for piece in pieces(file):
        codes = np.frombuffer(before + piece, dtype=np.uint8)
        start, sign = _is_one_of(codes, f'{delimiter}\n"'), _is_one_of(codes, "+-")
        begins = start[1:-2] | (sign[1:-2] & start[:-3])
        after = codes[3:]
        goes_on = (after - np.uint8(ord("0")) < 10) | ((after | 32) == ord("x"))
        if (begins & (codes[2:-1] == ord("0")) & goes_on).any():
            return True
        before = (before + piece)[-3:]
    return False


def _is_one_of(codes: np.ndarray, marks: str) -> np.ndarray:
    found = codes == ord(marks[0])
    for mark in marks[1:]:
        found |= codes == ord(mark)
    return found
