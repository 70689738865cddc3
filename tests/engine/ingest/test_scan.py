"""One pass over the bytes of a file finds what a plain look at the whole text finds, wherever its pieces end."""

import io
import re

import numpy as np
import pytest

from engine.ingest import scan as scanning

ALPHABET = np.frombuffer('0071,;-"\n\r \tä§x'.encode(), dtype=np.uint8)


def texts():
    generator = np.random.default_rng(42)
    for length in (0, 1, 2, 3, 5, 9, 17, 40):
        for _ in range(60):
            yield generator.choice(ALPHABET, length).tobytes()


@pytest.fixture(params=[3, 4, 7, 100], autouse=True)
def piece(request, monkeypatch):
    monkeypatch.setattr(scanning, "PIECE", request.param)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_with_leading_zeros_are_found(delimiter):
    for text in texts():
        expected = re.search(rb'(?:^|[\n"' + delimiter.encode() + rb"])[+-]?0[\dxX]", text) is not None
        assert scanning.has_leading_zeros(io.BytesIO(text), delimiter) == expected, text


def test_blank_lines_quotes_and_encoding_are_found():
    for text in texts():
        found = scanning.scan(io.BytesIO(text))
        inside = re.search(rb"\n[ \t]*\r?\n", text.rstrip()) is not None
        assert (found.quotes, found.newlines) == (text.count(b'"'), text.count(b"\n"))
        assert found.blank_lines == inside, text
        assert found.utf8 == _is_utf8(text)


def _is_utf8(text):
    """What is cut off at the end of a file goes unnoticed, as it always did."""
    decoder = scanning.codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(text)
    except UnicodeDecodeError:
        return False
    return True
