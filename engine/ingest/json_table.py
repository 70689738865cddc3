"""Understanding JSON: records, JSON lines, columns, or rows of cells."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa

from engine.errors import Refusal
from engine.functions.read_json_records import (
    flatten,
    mend_surrogates,
    read_json_records,
    records_of,
    strict_json,
    values_of,
)
from engine.ingest.column_types import find_types
from engine.ingest.encoding import decode
from engine.ingest.formats import Content, say_packed
from engine.ingest.header import is_value
from engine.ingest.limits import check_size
from engine.ingest.names import make_names, say_nameless
from engine.ingest.reading import Reading

DEEPEST = 4
WAY_ON = 'Expected a list of records such as [{"a": 1}, {"a": 2}], one record a line, or {"a": [1, 2]}.'


WRAPPING = re.compile(r"\s*(?:\)\]\}',?|while\(1\);|for\(;;\);|(?:var |let |const )?\s*[\w.$]+\s*=|[\w.$]+\()\s*(?=[\[{])")
"""What web pages put before JSON: guards, a variable, a function's call."""

COMMENTS = re.compile(rb"\s*(?://[^\n]*\n\s*|/\*[\s\S]*?\*/\s*)+")


def looks_like_json(data: bytes) -> bool:
    """Say whether a text begins as JSON does: a list of records or rows, or an object."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")
    if wrapping := WRAPPING.match(head.decode("latin-1")):
        head = head[wrapping.end() :]
    head = COMMENTS.sub(b"", head, count=1) if COMMENTS.match(head) else head
    if head[:1] not in (b"{", b"["):
        return False
    following = COMMENTS.sub(b"", head[1:], count=1).lstrip()[:1]
    return following in ((b'"', b"'", b"}") if head[:1] == b"{" else (b"{", b"[", b"]"))


def understand_json(path: Path, name: str, content: Content, hints: dict[str, Any]) -> Reading:
    """Find how the records are laid out, and read them as a table."""
    decoded = decode(content.data, name, hints.get("encoding"))
    written = decoded.text.removeprefix("\ufeff")
    text = mend_surrogates(written)
    wrapping = WRAPPING.match(text)
    start = wrapping.end() if wrapping else 0
    try:
        meant, (layout, inside) = _mended(text, name, start)
        lenient = meant is not text
        records = records_of(meant, layout, inside, 0 if lenient else start)
        if not all(isinstance(record, dict) for record in records):
            raise Refusal("not_a_table", f"{name} is JSON, but not every record is an object.", WAY_ON)
        table = [flatten(record) for record in records]
    except RecursionError as error:
        raise Refusal("too_deep", f"{name} is JSON that is nested too deeply to be a table.", WAY_ON) from error
    skip, table, keys, said = _headed(layout, table, hints.get("header"))
    if lenient:
        said.append("The file is not quite JSON; comments, commas before a bracket, single quotes and the like were read as they are meant.")
    if text != written:
        said.append("Halves of characters (lone surrogates), which no table can hold, show as \ufffd.")
    if not table or not keys:
        raise Refusal("no_rows", f"{name} is JSON with no records in it.", WAY_ON)
    check_size(len(table), len(keys))
    names, changed = make_names([label for _, label in keys])
    columns = [pa.array([record.get(key, "") for record in table], pa.large_string()) for key, _ in keys]
    types = find_types(names, columns, hints.get("decimal") or ".", hints.get("date_order"))
    changed += say_nameless([label for _, label in keys], dict(zip(names, types.kinds, strict=True)))
    moved = {name: key for name, (key, _) in zip(names, keys, strict=True) if name != key}
    arguments: dict[str, Any] = {
        "columns": dict(zip(names, types.kinds, strict=True)),
        "layout": layout,
        "encoding": decoded.encoding,
        "missing": sorted(types.missing | {""}),
    }
    optional = {
        "keys": moved,
        "errors": decoded.errors if decoded.errors != "strict" else None,
        **content.packing,
        "inside": inside,
        "start": start,
        "lenient": lenient,
        "skip_records": skip,
        "strip": types.strip,
        "missing_numbers": sorted(types.missing_numbers - types.missing),
        "spellings": types.spellings,
    }
    arguments |= {key: value for key, value in optional.items() if value}
    if types.decimal != ".":
        arguments["decimal"] = types.decimal
    frame = read_json_records(str(path), **arguments)
    nested = [key for key, _ in keys if "." in key and layout != "rows"]
    flat = (
        [f"Nested objects became columns such as {nested[0]!r}."]
        if any(_is_nested(record) for record in records)
        else []
    )
    packed = [say_packed(content)] if content.unpacked is not None else []
    invented = layout == "rows" and skip == 0
    return Reading(read_json_records, arguments, frame, packed + decoded.warnings + said + flat + changed + types.said, invented, types.ambiguous)


def _is_nested(record: dict[str, Any]) -> bool:
    return any(isinstance(value, dict) and value for value in record.values())


def _mended(text: str, name: str, start: int) -> tuple[str, tuple[str, list[str | int]]]:
    """Give the text and its layout; where it is not quite JSON, the text that it is meant to be."""
    try:
        return text, _find_layout(text, name, start)
    except Refusal as refusal:
        strict = strict_json(text[start:])
        if refusal.code != "damaged_file" or strict == text:
            raise
        try:
            return strict, _find_layout(strict, name, 0)
        except Refusal as other:
            raise other if other.code != "damaged_file" else refusal from None


def _find_layout(text: str, name: str, start: int) -> tuple[str, list[str | int]]:
    """Tell the layouts apart; what is no JSON is refused with the place of the error."""
    try:
        data = json.JSONDecoder().raw_decode(text, start)[0] if start else json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and _is_lines(text):
            return "lines", []
        if error.msg == "Extra data" and _are_records(text):
            return "values", []
        raise Refusal(
            "damaged_file",
            f"{name} is JSON that breaks off or is malformed at line {error.lineno}, column {error.colno}: {error.msg}.",
            "Export the file again.",
        ) from error
    found = _layout_of(data, [])
    if found:
        return found
    if isinstance(data, dict) and "\n" not in text.strip() and not any(isinstance(value, list) for value in data.values()):
        return "lines", []
    raise Refusal("not_a_table", f"{name} is JSON, but no table can be made out in it.", WAY_ON)


def _layout_of(data: Any, inside: list[str | int]) -> tuple[str, list[str | int]] | None:
    """Find the table in a JSON value or, if there is but one, further inside."""
    if isinstance(data, list):
        lists = [place for place, part in enumerate(data) if isinstance(part, list) and part and isinstance(part[0], dict)]
        if len(lists) == 1 and len(data) > 1 and all(isinstance(part, dict) for place, part in enumerate(data) if place not in lists):
            return "records", [*inside, lists[0]]
        return ("rows" if data and all(isinstance(row, list) for row in data) else "records"), inside
    if not isinstance(data, dict) or len(inside) > DEEPEST:
        return None
    if isinstance(data.get("columns"), list) and _are_rows(data.get("data"), len(data["columns"])):
        return "split", inside
    values = list(data.values())
    if data and all(isinstance(value, dict) and value for value in values):
        numbered = all(map(is_value, data)) and not all(map(is_value, values[0]))
        nested = any(isinstance(cell, (dict, list)) for value in values for cell in value.values())
        alike = len(values) > 1 and all(value.keys() == values[0].keys() for value in values)
        if alike and (numbered or nested):
            return "keyed", inside
    if data and all(isinstance(value, (list, dict)) for value in values):
        flat = not any(_is_record(cell) for value in values for cell in _cells(value))
        if flat and len({len(value) for value in values}) == 1:
            return "columns", inside
    tables = [key for key, value in data.items() if value and isinstance(value, list) and isinstance(value[0], dict)]
    if len(tables) == 1:
        return "records", [*inside, tables[0]]
    if tables:
        return None
    deeper = [found for key, value in data.items() if isinstance(value, dict) and (found := _layout_of(value, [*inside, key]))]
    deeper = [found for found in deeper if found[0] in ("records", "keyed")]
    return deeper[0] if len(deeper) == 1 else None


def _is_record(cell: Any) -> bool:
    return isinstance(cell, dict) or (isinstance(cell, list) and bool(cell) and isinstance(cell[0], dict))


def _are_rows(rows: Any, width: int) -> bool:
    return isinstance(rows, list) and all(isinstance(row, list) and len(row) == width for row in rows)


def _cells(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)


def _is_lines(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    try:
        return all(isinstance(json.loads(line), dict) for line in lines)
    except json.JSONDecodeError:
        return False


def _are_records(text: str) -> bool:
    """Say whether the text is one object after another."""
    try:
        return all(isinstance(value, dict) for value in values_of(text))
    except json.JSONDecodeError:
        return False


def _headed(
    layout: str, table: list[dict[str, str]], header: Any
) -> tuple[int, list[dict[str, str]], list[tuple[str, str]], list[str]]:
    """Give the rows with their keys and names; a list of lists may have its names in the first row."""
    keys = list(dict.fromkeys(key for record in table for key in record))
    if layout != "rows" or not table:
        return 0, table, [(key, key) for key in keys], []
    first = [table[0].get(key, "") for key in keys]
    words = all(cell and not cell.replace(".", "").lstrip("-").isdigit() for cell in first) and len(set(first)) == len(
        first
    )
    if header is False or (header is None and not words):
        said = ["There is no header row; the columns were given names."]
        return 0, table, [(key, f"column_{int(key) + 1}") for key in keys], said
    return 1, table[1:], list(zip(keys, first, strict=True)), ["The first row gives the names."]
