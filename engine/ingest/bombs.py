"""Workbooks that would grow too big once unpacked: they are refused before they are parsed."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from engine.errors import Refusal
from engine.ingest.limits import UNPACKED_BYTES, UNPACKED_RATIO, WORKBOOK_CELLS, WORKBOOK_ENTRIES, check_size

REFERENCE = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d{1,7})["']""")
PART = re.compile(rb"<(?:[\w-]+:)?table-(row|cell)\b([^>]*)>")
REPEATED = re.compile(rb"""-repeated\s*=\s*["'](\d{1,9})["']""")


class OpenDocument:
    """How many rows and columns the sheets of an OpenDocument file have, in which cells and rows may be repeated."""

    def __init__(self) -> None:
        self.rest, self.rows, self.columns, self.repeated, self.place = b"", 0, 0, 1, 0

    def feed(self, piece: bytes) -> None:
        """Count on with the next piece of the file; rows and columns without a value count for nothing."""
        text = self.rest + piece
        end = text.rfind(b"<")
        self.rest = text[end:][:4096]
        filled = False
        for kind, given in PART.findall(text[:end]):
            many = REPEATED.search(given)
            count = int(many[1]) if many else 1
            if kind == b"row":
                self.repeated, self.place, filled = count, 0, False
                continue
            self.place += count
            if b"value-type" in given:
                self.columns = max(self.columns, self.place)
                self.rows += 0 if filled else self.repeated
                filled = True


def refuse_bombs(path: Path, name: str) -> None:
    """Unpack the workbook in small steps and refuse one that grows too big, before it is parsed."""
    if not zipfile.is_zipfile(path):
        return
    too_large = Refusal(
        "too_large_unpacked",
        f"{name} unpacks to far more than a workbook should (over {UNPACKED_BYTES // 1024**2} MB or "
        f"{UNPACKED_RATIO} times its size).",
        "Save the sheet as CSV and upload that.",
    )
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            packed = max(1, path.stat().st_size)
            if len(entries) > WORKBOOK_ENTRIES or total > UNPACKED_BYTES:
                raise too_large
            if total > UNPACKED_RATIO * packed and total > 1_000_000:
                raise too_large
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    _check_part(archive, entry, name, too_large)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise Refusal("damaged_file", f"{name} is a damaged workbook: {error}.", "Save it again.") from error


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, too_large: Refusal) -> None:
    """Refuse a document type declaration, a part larger than it says, and a sheet of too many cells."""
    read, rest, rows, columns, cells, begun, opened = 0, b"", 0, 0, 0, 0, OpenDocument()
    with archive.open(entry) as part:
        while piece := part.read(1 << 20):
            read += len(piece)
            if read > entry.file_size:
                raise too_large
            if read == len(piece) and b"<!DOCTYPE" in piece[:4096]:
                raise Refusal(
                    "document_type", f"{name} holds an XML document type, which no workbook needs.", "Save it again."
                )
            if entry.filename == "content.xml":
                opened.feed(piece)
                rows, columns = opened.rows, opened.columns
            if entry.filename.startswith("xl/worksheets/"):
                text = rest + piece
                for letters, number in _last_references(text):
                    rows = max(rows, int(number))
                    columns = max(columns, _column_number(letters))
                last = text.rfind(b"<row ")  # rows stand in order
                begun += piece.count(b"<row ") + piece.count(b"<row>")
                rows = max([rows, begun, *map(int, ROW.findall(text, max(0, last)))])
                cells += piece.count(b"<c ") + piece.count(b"<c>")
                columns = max(columns, -(-cells // max(rows, 1)))  # neither rows nor cells need say where they stand
                rest = piece[-200:]
            if rows * columns > WORKBOOK_CELLS:
                break
    if rows * columns > WORKBOOK_CELLS:
        check_size(rows, columns, WORKBOOK_CELLS)


def _last_references(text: bytes) -> list[tuple[bytes, bytes]]:
    """List the columns and rows of the last cells of rows, which stand in order; of all cells where their marks have a prefix."""
    if b":c " in text:
        return REFERENCE.findall(text)
    ends = (row[max(0, row.rfind(b"<c ")) :] for row in text.split(b"</row>"))
    return [match.groups() for end in ends if (match := REFERENCE.match(end))]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
