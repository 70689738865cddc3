"""The first read of a large regular file: numbers as numbers and everything else as text, which all of its cells then judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from engine.side_by_side import for_each

PLAIN = {"integer": pa.int64(), "number": pa.float64()}
EXACT_IN_FLOAT = 2.0**53
CODE = r"^(?:-?0[\dxX]|\+)"
"""What a number would lose: leading zeros, a plus; and 0x, which is read as another number."""

Read = Callable[[dict[str, pa.DataType]], pa.Table | None]
"""Reads the cells of each column as its type; gives None where one does not fit."""


@dataclass
class Draft:
    """A first read: numbers as such, everything else as text."""

    columns: dict[str, pa.ChunkedArray]
    kinds: dict[str, str]
    rows: int


def read_draft(read: Read, wanted: dict[str, str], missing: list[str], codes: bool, later_codes: Callable[[], bool]) -> Draft | None:
    """Read numbers as numbers and the rest as text; numbers that fail, or may be codes, are looked at as text.

    ``codes`` says whether the sample has such as 007; where it has none, ``later_codes`` says it of the file once that is read.
    """
    kinds = {name: kind if kind in PLAIN and not (codes and kind == "integer") else "text" for name, kind in wanted.items()}
    table = _read(read, kinds)
    whole = [name for name, kind in kinds.items() if kind == "integer"]
    doubtful = whole if whole and later_codes() else []
    long = [] if table is None else _too_long(table, [name for name, kind in kinds.items() if kind == "number"])
    if table is None or doubtful or long:
        kinds |= dict.fromkeys(kinds if table is None else doubtful + long, "text")
        table = _read(read, kinds)
    if table is None:
        return None
    columns = dict(zip(kinds, table.columns, strict=True))
    for name in [name for name, kind in wanted.items() if kind in PLAIN and kinds[name] == "text" and name not in long]:
        kinds[name], columns[name] = _as_numbers(columns[name], missing)
    return Draft(columns, kinds, table.num_rows)


def _too_long(table: pa.Table, names: list[str]) -> list[str]:
    """Give the columns whose whole numbers may have lost digits."""
    lost = for_each(lambda name: _loses_digits(table[name]), names, table.num_rows)
    return [name for name, loses in zip(names, lost, strict=True) if loses]


def _read(read: Read, kinds: dict[str, str]) -> pa.Table | None:
    return read({name: PLAIN.get(kind, pa.large_string()) for name, kind in kinds.items()})


def _as_numbers(texts: pa.ChunkedArray, missing: list[str]) -> tuple[str, pa.ChunkedArray]:
    """Turn text into numbers, which may be whole, where that loses nothing; else give the text."""
    starts = pc.or_(pc.starts_with(texts, "0"), pc.or_(pc.starts_with(texts, "-0"), pc.starts_with(texts, "+")))
    if pc.any(pc.match_substring_regex(texts.filter(starts), CODE)).as_py():
        return "text", texts
    known = pc.if_else(pc.is_in(texts, pa.array(missing, pa.large_string())), None, texts)
    for kind, wanted in PLAIN.items():
        try:
            numbers = pc.cast(known, wanted)
        except pa.ArrowInvalid:
            continue
        if kind == "integer" and not numbers.null_count:
            return kind, numbers
        if kind == "number" and not pc.any(pc.is_nan(numbers)).as_py() and not _loses_digits(numbers):
            return kind, numbers
    return "text", texts


def _loses_digits(numbers: pa.ChunkedArray) -> bool:
    """Say whether whole numbers may be too long to be kept exactly."""
    if all(bound is None or abs(bound) < EXACT_IN_FLOAT for bound in pc.min_max(numbers).as_py().values()):
        return False
    values = numbers.to_numpy()
    values = values[np.isfinite(values)]
    return bool((np.abs(values) >= EXACT_IN_FLOAT).any()) and bool((values == np.floor(values)).all())
