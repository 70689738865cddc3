"""Reading a table out of JSON: records, JSON lines or columns."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from engine.functions.convert_columns import convert_columns
from engine.functions.unpacked_text import unpacked_text


def flatten(record: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Write a record's values as text; a nested object becomes columns such as ``who.name``, a list its JSON."""
    flat: dict[str, str] = {}
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and value:
            flat.update(flatten(value, f"{name}."))
        elif value is None:
            flat[name] = ""
        else:
            flat[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return flat


def mend_surrogates(text: str) -> str:
    """Replace each escaped half of a character in JSON by U+FFFD; it keeps its length, and whole pairs stay."""
    pair = r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    return re.sub(rf"({pair})|\\u[dD][89a-fA-F][0-9a-fA-F]{{2}}", lambda match: match[1] or r"\ufffd", text)


def strict_json(text: str) -> str:
    """Write as JSON what is only like it: comments, commas before brackets, words in single quotes or none, True and None."""

    def strict(match: re.Match[str]) -> str:
        token = match[0]
        if token[0] == "'":
            inner = token[1:-1].replace("\\'", "'")
            return '"' + re.sub(r'(?<!\\)"', r'\\"', inner) + '"'
        if match["key"]:
            return f'{match["mark"]}"{match["key"]}":'
        return token if token[0] == '"' else {"True": "true", "False": "false", "None": "null"}.get(token, "")

    quoted = r'"(?:[^"\\]|\\.)*+"?'
    text = re.sub(rf"({quoted})|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?", lambda match: match[1] or " ", text, flags=re.DOTALL)
    key = r"(?P<mark>[{,]\s*)(?P<key>[A-Za-z_$][\w$]*)\s*:"
    return re.sub(rf"{quoted}|'(?:[^'\\]|\\.)*+'?|\b(?:True|False|None)\b|,(?=\s*[\]}}])|{key}", strict, text, flags=re.DOTALL).strip().rstrip("; )")


def values_of(text: str) -> list[Any]:
    """Give the JSON values that stand one after another, with or without commas between them."""
    decoder, values, place = json.JSONDecoder(), [], 0
    while filled := re.compile(r"[\s,]*").match(text, place):
        if (place := filled.end()) == len(text):
            break
        value, place = decoder.raw_decode(text, place)
        values.append(value)
    return values


def records_of(text: str, layout: str, inside: Sequence[str | int] = (), start: int = 0) -> list[dict[str, Any]]:
    """Give the records of a JSON text, whichever way they are laid out; ``start`` is where the JSON begins."""
    if layout == "lines":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    if layout == "values":
        return values_of(text)
    data = json.JSONDecoder().raw_decode(text, start)[0] if start else json.loads(text)
    for key in inside:
        data = data[key]
    if layout == "records":
        return list(data)
    if layout == "keyed":
        return [{"key": key} | record for key, record in data.items()]
    if layout == "split":
        return [dict(zip(data["columns"], row, strict=True)) for row in data["data"]]
    if layout == "rows":
        return [{str(place): cell for place, cell in enumerate(row)} for row in data]
    keys = {name: cells if isinstance(cells, dict) else dict(enumerate(cells)) for name, cells in data.items()}
    labels = list(dict.fromkeys(label for cells in keys.values() for label in cells))
    return [{name: cells.get(label) for name, cells in keys.items()} for label in labels]


def read_json_records(
    path: str,
    *,
    columns: dict[str, str],
    keys: dict[str, str] = {},  # noqa: B006 - read, never changed
    encoding: str = "utf-8",
    errors: str = "strict",
    compression: str | None = None,
    member: str | None = None,
    layout: str = "records",
    inside: list[str | int] = [],  # noqa: B006 - read, never changed
    start: int = 0,
    lenient: bool = False,
    skip_records: int = 0,
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read JSON with the recorded names and types of its columns; ``keys`` says where a name differs from its key."""
    text = mend_surrogates(unpacked_text(path, encoding, errors, compression, member).removeprefix("\ufeff"))
    if lenient:
        text, start = strict_json(text[start:]), 0
    table = [flatten(record) for record in records_of(text, layout, inside, start)[skip_records:]]
    return convert_columns(
        {name: pd.Series([record.get(keys.get(name, name), "") for record in table], dtype="str") for name in columns},
        columns,
        strip=strip,
        decimal=decimal,
        missing=missing,
        missing_numbers=missing_numbers,
        spellings=spellings,
    )
