"""Understanding records that are written one value a line, such as lists of contacts and vertical output of databases."""

from __future__ import annotations

import re
from typing import Any

import pyarrow as pa

from engine.functions.read_key_values import key_value_records, read_key_values
from engine.ingest.column_types import find_types
from engine.ingest.limits import check_size
from engine.ingest.options import shared_arguments
from engine.ingest.reading import Reading
from engine.ingest.source import Source

FEWEST_RECORDS = 3
FEWEST_NAMES = 2
MOST_NAMES = 100
ALIKE = 0.6
RULED = re.compile(r"[-=*_#\s]*(?:\d+\. row)?[-=*_#\s]*")


def are_key_values(sample: str) -> bool:
    """Say whether a text is records of one value a line: all begin with the same name, and have most of the names."""
    lines = [line for line in re.split("[\r\n]+", sample) if not RULED.fullmatch(line)]
    records = key_value_records(sample)
    names = {name for record in records for name in record}
    if len(records) < FEWEST_RECORDS or not FEWEST_NAMES <= len(names) <= MOST_NAMES or sum(map(len, records)) < len(lines):
        return False
    whole = records[:-1]  # the sample may end within the last
    first = {next(iter(record)) for record in whole}
    return len(first) == 1 and all(len(record) >= max(FEWEST_NAMES, ALIKE * len(names)) for record in whole)


def understand_key_values(source: Source, hints: dict[str, Any]) -> Reading:
    """Make one row of every record, and read it."""
    records = key_value_records(source.whole().replace("\x00", "").replace("\ufeff", ""))
    names = list(dict.fromkeys(name for record in records for name in record))
    check_size(len(records), len(names))
    columns = [pa.array([record.get(name, "") for record in records], pa.large_string()) for name in names]
    types = find_types(names, columns, hints.get("decimal"), hints.get("date_order"))
    arguments = shared_arguments(types, dict(zip(names, types.kinds, strict=True)), source)
    if source.errors != "strict":
        arguments["errors"] = source.errors
    frame = read_key_values(str(source.content.path), **arguments)
    said = f"Every line is a name and a value; each record, which begins with {names[0]!r}, became a row."
    return Reading(read_key_values, arguments, frame, [*source.warnings, said, *types.said], False, types.ambiguous)
