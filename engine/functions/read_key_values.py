"""Reading records that are written one value a line, each behind its name."""

from __future__ import annotations

import re

import pandas as pd

from engine.functions.convert_columns import convert_columns
from engine.functions.unpacked_text import unpacked_text


def key_value_records(text: str) -> list[dict[str, str]]:
    """Give records of lines such as "Name: Kim"; a gap, a ruled line, a dash or a name that comes again begins another."""
    records: list[dict[str, str]] = [{}]
    for line in re.split("\r\n|\n|\r", text):
        pair = re.match(r"\s*(-\s+)?([^\W\d_][^:=]{0,59}?)\s*(?:[:=]\s+|[:=]$)(.*)", line)
        begins = pair is None or bool(pair[1]) or pair[2] in records[-1]
        if begins and records[-1]:
            records.append({})
        if pair:
            records[-1][pair[2]] = pair[3].strip()
    return records if records[-1] else records[:-1]


def read_key_values(
    path: str,
    *,
    columns: dict[str, str],
    encoding: str = "utf-8",
    errors: str = "strict",
    compression: str | None = None,
    member: str | None = None,
    strip: bool = False,
    decimal: str = ".",
    missing: list[str] = [""],  # noqa: B006 - read, never changed
    missing_numbers: list[str] = [],  # noqa: B006 - read, never changed
    spellings: dict[str, dict[str, str]] = {},  # noqa: B006 - read, never changed
) -> pd.DataFrame:
    """Read records of one value a line, with the recorded types; a name that a record lacks is missing there."""
    text = unpacked_text(path, encoding, errors, compression, member)
    records = key_value_records(text.replace("\ufeff", "").replace("\x00", ""))
    return convert_columns(
        {name: pd.Series([record.get(name, "") for record in records], dtype="str") for name in columns},
        columns,
        strip=strip,
        decimal=decimal,
        missing=missing,
        missing_numbers=missing_numbers,
        spellings=spellings,
    )
