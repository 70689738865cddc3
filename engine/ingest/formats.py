"""What kind of file it is, told by its content and never by its name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.errors import Refusal
from engine.ingest.limits import UNPACKED_BYTES
from engine.ingest.reading import counted

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound or video file"),
    (b"%PDF", "a PDF document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89HDF", "an HDF5 file"),
    (b"\x93NUMPY", "a NumPy array"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ARROW1", "an Arrow file"),
    (b"FEA1", "a Feather file"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x80\x02", "a Python pickle, which is never opened because it can run code"),
    (b"\x80\x03", "a Python pickle, which is never opened because it can run code"),
    (b"\x80\x04", "a Python pickle, which is never opened because it can run code"),
    (b"\x80\x05", "a Python pickle, which is never opened because it can run code"),
)
WAY_ON = "Upload the table as CSV, Excel, OpenDocument, Parquet or JSON."
HEAD_BYTES = 4096
PAGE_STARTS = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<?xml", b"<div", b"<style", b"<meta")
PACKED = {
    "word/document.xml": "a Word document, not a table",
    "ppt/presentation.xml": "a PowerPoint presentation, not a table",
    "content.xml": "an OpenDocument file, but no sheet",
    "Index/Document.iwa": "an Apple Numbers, Pages or Keynote file, which is not read here",
}
COMMENT_FIRST = re.compile(rb"<!--[\s\S]{0,2000}?-->\s*<(?:!doctype html|html|table)")
SCRIPTS = (
    (re.compile(rb"(?im)^\s*@relation\b[^\r\n]*[\s\S]*^\s*@attribute\b"), "a Weka file (ARFF)"),
    (re.compile(rb"\A\s*BEGIN:VCARD\b"), "a list of contacts (vCard)"),
    (re.compile(rb"\A\s*BEGIN:VCALENDAR\b"), "a calendar (iCalendar)"),
    (re.compile(rb"(?i)\A(?:(?:from|to|cc|subject|date|sent|received|return-path|message-id|mime-version|delivered-to|content-type|reply-to):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}"), "an e-mail"),
    (re.compile(rb"(?m)\A(?:(?:#(?!!|include\b)|//)[^\r\n]*|\s)*+(?:#![^\r\n]+|import [\w.]+|from [\w.]+ import [\w., ]+|library\(\w+\)|#include <[\w.]+>)[ \t;]*\r?$"), "the text of a program"),
    (re.compile(rb"\A\s*\\documentclass\b"), "a document (LaTeX)"),
    (re.compile(rb"(?im)^\s*(?:CREATE TABLE|INSERT INTO)\s[^;]*[(]"), "an SQL script"),
)
HIDDEN = re.compile(r"^__MACOSX/|(?:^|/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$")
"""What file managers put into archives."""
TABLE_CELL = re.compile(rb"<(?:[\w-]+:)?(?:td|th|cell)[\s>/]", re.IGNORECASE)
MARKUP = re.compile(rb"\s*<\?xml\b")


@dataclass(frozen=True)
class Content:
    """The format of a file (text, workbook, parquet or markup), and its bytes where it was packed."""

    format: str
    path: Path
    unpacked: bytes | None = None
    member: str | None = None
    """The file of a ZIP archive that was unpacked."""

    @property
    def packing(self) -> dict[str, str]:
        """How the file is packed, as the functions that read it take it."""
        if self.member is not None:
            return {"member": self.member}
        return {} if self.unpacked is None else {"compression": "gzip"}

    @property
    def data(self) -> bytes:
        """All bytes, unpacked."""
        return self.path.read_bytes() if self.unpacked is None else self.unpacked

    @property
    def size(self) -> int:
        """How many bytes there are, unpacked."""
        return self.path.stat().st_size if self.unpacked is None else len(self.unpacked)

    @property
    def head(self) -> bytes:
        """The first bytes."""
        with self.open() as file:
            return file.read(HEAD_BYTES)

    def open(self) -> BinaryIO:
        """Open the bytes, unpacked."""
        return self.path.open("rb") if self.unpacked is None else io.BytesIO(self.unpacked)


def say_packed(content: Content) -> str:
    """Say how a file was packed."""
    return "The file was packed with gzip." if content.member is None else f"Read {content.member!r}, the one file of the ZIP archive."


def content_of(path: Path, name: str) -> Content:
    """Tell delimited text or JSON (``text``), ``workbook`` and ``parquet`` apart, and refuse what is no table."""
    size = path.stat().st_size
    if size == 0:
        raise Refusal("empty_file", f"{name} is empty: it holds 0 bytes.", "Choose the file again, or export it anew.")
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_content(path, name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Content("workbook", path)
    if head.startswith(b"PAR1"):
        return Content("parquet", path)
    if head.startswith(b"\x1f\x8b"):
        data = _unpack_gzip(path, name)
        _refuse_binary(data[:HEAD_BYTES], f"The content of {name}")
        if data.startswith((b"PK\x03\x04", b"PAR1", b"\x1f\x8b")):
            raise Refusal(
                "packed_file",
                f"{name} is a gzip archive that holds another packed file.",
                "Unpack it and upload what is inside.",
            )
        return Content("text", path, data)
    if _is_markup(head) and TABLE_CELL.search(path.read_bytes()):
        return Content("markup", path)
    _refuse_binary(head, name)
    return Content("text", path)


def _is_markup(head: bytes) -> bool:
    """Say whether a file begins as a web page or as XML does."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith(PAGE_STARTS) or bool(COMMENT_FIRST.match(start))


def _refuse_binary(head: bytes, name: str) -> None:
    for signature, what in SIGNATURES:
        if head.startswith(signature):
            raise Refusal("not_a_table", f"{name} is {what}, not a table.", WAY_ON)
    for pattern, what in SCRIPTS:
        if pattern.search(head):
            raise Refusal("not_a_table", f"{name} is {what}, not a plain table.", WAY_ON)
    if MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")) and b"<html" not in head.lower():
        raise Refusal(
            "markup",
            f"{name} is XML, whatever its name says.",
            "If it is a workbook, open it in a spreadsheet program and save it as Excel (.xlsx) or CSV.",
        )
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(PAGE_STARTS):
        raise Refusal(
            "web_page",
            f"{name} is a web page (HTML), whatever its name says.",
            "Open it in a spreadsheet program, save it as CSV or Excel and upload that.",
        )


def _zip_content(path: Path, name: str) -> Content:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("damaged_file", f"{name} is a damaged ZIP or Excel file: {error}.", "Export it again.") from error
    if any(entry.startswith("xl/workbook") for entry in names):
        return Content("workbook", path)
    if "content.xml" in names and _is_open_sheet(path):
        return Content("workbook", path)
    if what := next((what for part, what in PACKED.items() if part in names), None):
        raise Refusal("not_a_table", f"{name} is {what}.", "Save the table as Excel (.xlsx) or CSV and upload that.")
    within = [entry for entry in names if not entry.endswith("/") and not HIDDEN.search(entry)]
    if len(within) == 1:
        return _unzipped(path, name, within[0])
    shown = ", ".join(repr(entry) for entry in within[:3])
    raise Refusal(
        "zip_archive",
        f"{name} is a ZIP archive with {counted(len(within), 'file')} inside{f' ({shown})' * bool(shown)}, not a table.",
        "Unpack it and upload the file that holds the table.",
    )


def _is_open_sheet(path: Path) -> bool:
    """Say whether an OpenDocument file is a sheet and not a text."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("mimetype") as kind:
            return b"opendocument.spreadsheet" in kind.read(100)
    except (KeyError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error):
        return False


def _unzipped(path: Path, name: str, member: str) -> Content:
    """Unpack the one file of an archive, unless it is too big or packed again."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            data = file.read(UNPACKED_BYTES + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise Refusal("damaged_file", f"{name} is a ZIP archive that cannot be unpacked: {error}.", "Unpack it and upload what is inside.") from error
    if len(data) > UNPACKED_BYTES:
        raise Refusal("too_large_unpacked", f"{name} unpacks to more than {UNPACKED_BYTES // 1024**2} MB.", "Upload a part of the table.")
    if not data:
        raise Refusal("empty_file", f"{name} holds an empty file.", "Choose the file again, or export it anew.")
    _refuse_binary(data[:HEAD_BYTES], f"The content of {name}")
    if data.startswith((b"PK", b"PAR1", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")):
        raise Refusal("packed_file", f"{name} is a ZIP archive that holds {member!r}, no plain text.", "Unpack it and upload what is inside.")
    return Content("text", path, data, member)


def _unpack_gzip(path: Path, name: str) -> bytes:
    """Unpack a file whose size is known to be within bounds: it is unpacked once before without being kept."""
    try:
        total = sum(len(part) for part in _unpacked(path, name))
        data = b"".join(_unpacked(path, name)) if total else b""
    except zlib.error as error:
        raise Refusal("damaged_file", f"{name} is a damaged gzip file: {error}.", "Pack or export it again.") from error
    if not data:
        raise Refusal("empty_file", f"{name} holds nothing once unpacked.", "Export the table again.")
    return data


def _unpacked(path: Path, name: str) -> Iterator[bytes]:
    """Unpack in small steps, so that a bomb is stopped at the cap."""
    total, ended, unpacker = 0, False, zlib.decompressobj(wbits=31)
    with path.open("rb") as file:
        while piece := file.read(1 << 16):
            while piece:
                part = unpacker.decompress(piece, 1 << 20)
                total += len(part)
                if total > UNPACKED_BYTES:
                    raise Refusal(
                        "too_large_unpacked",
                        f"{name} unpacks to more than {UNPACKED_BYTES // 1024**2} MB.",
                        "Upload a part of the table, or save it as Parquet.",
                    )
                yield part
                piece = unpacker.unconsumed_tail
                if ended := unpacker.eof:
                    piece, unpacker = unpacker.unused_data, zlib.decompressobj(wbits=31)
    if not ended:
        raise zlib.error("it breaks off")
