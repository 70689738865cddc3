"""In which encoding a text file is written."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from engine.errors import Refusal
from engine.ingest.eight_bit import likeliest
from engine.ingest.reading import counted

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Decoded:
    """A file's text, the encoding that gives it, and what was said about it."""

    text: str
    encoding: str
    errors: str = "strict"
    warnings: list[str] = field(default_factory=list)


def decode(data: bytes, name: str, wanted: str | None = None) -> Decoded:
    """Decode a file by its mark, its zero bytes, as UTF-8 if it fits, else as what gives words."""
    if wanted:
        return _decode_as(data, name, wanted)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, name, encoding)
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    if even + odd > 0.2 * len(data[:4000]) and min(even, odd) < 0.2 * (even + odd):
        encoding = "utf-16-be" if even > odd else "utf-16-le"
        return _marked(data, name, encoding)
    _refuse_control_bytes(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)


def _marked(data: bytes, name: str, encoding: str) -> Decoded:
    said = [] if encoding == "utf-8-sig" else [f"The encoding is {encoding.upper()}."]
    errors = "strict"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        errors, text = "replace", data.decode(encoding, "replace")
        said.append(_bad_bytes(text))
        if encoding != "utf-8-sig" and text.count("\ufffd") > max(1, 0.01 * len(text)):
            raise Refusal(
                "not_text", f"{name} is neither text nor a table file that is known here.", "Save it as CSV in UTF-8."
            ) from None
    _refuse_control_bytes(text[:4000].encode("utf-8", "replace"), name)
    return Decoded(text, encoding, errors, said)


def _decode_as(data: bytes, name: str, wanted: str) -> Decoded:
    try:
        codec = codecs.lookup(wanted).name
        text = data.decode(codec, "replace")
        text.encode("utf-8")  # some codecs of Python's own give halves of characters
    except (LookupError, UnicodeError) as error:
        raise Refusal(
            "unknown_encoding",
            f"{wanted!r} is no text encoding that is known here.",
            "Use utf-8, utf-16, cp1252 or latin-1, or leave it out to have it found.",
        ) from error
    bad = "\ufffd" in text
    return Decoded(text, codec, "replace" if bad else "strict", [_bad_bytes(text)] if bad else [])


def _eight_bit(data: bytes) -> Decoded:
    """Tell the encodings of one byte a letter, and the Asian ones, from UTF-8 with a few bad bytes."""
    loose = data.decode("utf-8", "replace")
    if _has_halves(data):
        return Decoded(loose, "utf-8", "replace", [_bad_bytes(loose)])
    good = sum(1 for character in loose if ord(character) > 127 and character != "\ufffd")
    if good >= loose.count("\ufffd"):
        return Decoded(loose, "utf-8", "replace", [_bad_bytes(loose)])
    encoding = likeliest(data)
    try:
        return Decoded(data.decode(encoding), encoding, "strict", [f"The encoding is {encoding}, not UTF-8; name another if letters look wrong."])
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return Decoded(text, "cp1252", "replace", ["The encoding is cp1252, not UTF-8.", _bad_bytes(text)])


def _has_halves(data: bytes) -> bool:
    """Say whether a text is UTF-8 but for halves of characters (surrogates), as some databases write them."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _bad_bytes(text: str) -> str:
    lines = [str(number) for number, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
    count = text.count("\ufffd")
    shows = "shows" if count == 1 else "show"
    return f"{counted(count, 'byte')} could not be read and {shows} as \ufffd, in line{'s' * (len(lines) > 1)} {', '.join(lines[:5])}."


def _refuse_control_bytes(data: bytes, name: str) -> None:
    """Refuse what has more control characters than a damaged table could have; NULs alone may fill cells up."""
    head = data[:100_000]
    control = sum(head.count(byte) for byte in range(32) if byte not in (0, 9, 10, 11, 12, 13, 27))
    if control > 0.02 * len(head) or (head.count(0) > 0.1 * len(head) and (control or b"\n" not in head)):
        raise Refusal(
            "not_a_table",
            f"{name} is binary data of an unknown kind, not a table.",
            "Upload the table as CSV, Excel, Parquet or JSON.",
        )
