"""A text file that is to be understood: in memory if it is small or must be decoded, else left on disk."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO

from engine.ingest.encoding import MARKS, decode
from engine.ingest.formats import Content
from engine.ingest.scan import Scan, scan

SMALL_BYTES = 4 * 1024**2
SAMPLE_BYTES = 200_000
SAMPLE_LINES = 20
MOST_BYTES = 30_000_000
BEGINNING_BYTES = 5_000_000
MOST_OPEN_LINES = 50
"""So many lines of an unfinished cell are left out of a sample; where quotes are still open then, one was lost."""
WINDOW_BYTES = 16_000
WINDOWS = 48


@dataclass
class Source:
    """A text with its encoding; ``text`` is None while a large UTF-8 file is left on disk."""

    content: Content
    text: str | None
    encoding: str
    errors: str = "strict"
    warnings: list[str] = field(default_factory=list)

    def open(self) -> BinaryIO:
        """Open the text as UTF-8 bytes."""
        return self.content.open() if self.text is None else io.BytesIO(self._encoded)

    @cached_property
    def _encoded(self) -> bytes:
        return (self.text or "").encode("utf-8", "surrogatepass")

    @cached_property
    def scanned(self) -> Scan:
        """What its bytes tell."""
        with self.open() as file:
            return scan(file)

    @cached_property
    def sample(self) -> str:
        """The first lines: so many bytes of them, and more where the lines are very long."""
        return self._beginning(SAMPLE_BYTES, SAMPLE_LINES)

    @cached_property
    def beginning(self) -> str:
        """As much as quotes are judged by."""
        return self._beginning(BEGINNING_BYTES, 1)

    def _beginning(self, size: int, lines: int) -> str:
        with self.open() as file:
            head = file.read(size)
            while head.count(b"\n") + head.count(b"\r") < lines and len(head) < MOST_BYTES and (more := file.read(len(head))):
                head += more
            if file.read(1):
                head = _whole_lines(head)
        return head.decode("utf-8", "replace").removeprefix("\ufeff")

    @cached_property
    def is_whole(self) -> bool:
        """Whether the sample is all there is."""
        with self.open() as file:
            return file.seek(0, 2) <= len(self.sample.encode()) + len(MARKS[0][0])

    def windows(self) -> list[str]:
        """Give whole lines from places spread over the file, the last ones among them."""
        found = []
        with self.open() as file:
            size = file.seek(0, 2)
            last_start = max(0, size - WINDOW_BYTES)
            for start in [*range(SAMPLE_BYTES, last_start, max(1, last_start // WINDOWS)), last_start]:
                file.seek(start)
                lines = file.read(WINDOW_BYTES)
                first = lines.find(b"\n") + 1
                last = len(lines) if start + WINDOW_BYTES >= size else lines.rfind(b"\n") + 1
                found.append(lines[first:last].decode("utf-8", "replace"))
        return found

    def whole(self) -> str:
        """Give the whole text."""
        return self.content.data.decode("utf-8").removeprefix("\ufeff") if self.text is None else self.text


def _whole_lines(head: bytes) -> bytes:
    """Cut off a line that is not there to its end, and where quotes are open, the lines that a cell began with."""
    end = max(head.rfind(b"\n"), head.rfind(b"\r")) + 1
    for _ in range(MOST_OPEN_LINES):
        if head.count(b'"', 0, end) % 2 == 0:
            return head[:end] or head
        end = max(head.rfind(b"\n", 0, end - 1), head.rfind(b"\r", 0, end - 1)) + 1
    return head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1] or head


def open_source(content: Content, name: str, encoding: str | None) -> Source:
    """Find the encoding of a text file; a large one in UTF-8 stays on disk."""
    if encoding is None and content.unpacked is None and content.size > SMALL_BYTES:
        marked = any(content.head.startswith(mark) for mark, other in MARKS if other != "utf-8-sig")
        found = Source(content, None, "utf-8-sig" if content.head.startswith(MARKS[0][0]) else "utf-8")
        if not marked and not content.head.count(0) and found.scanned.utf8 and not found.scanned.nuls:
            return found
    decoded = decode(content.data, name, encoding)
    text = decoded.text.removeprefix("\ufeff")
    return Source(content, text, decoded.encoding, decoded.errors, decoded.warnings)
