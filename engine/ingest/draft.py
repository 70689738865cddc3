"""The first read of a large regular file: numbers as numbers and everything else as text, which all of its cells then judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

PLAIN = {"integer": pa.int64(), "number": pa.float64()}
EXACT_IN_FLOAT = 2.0**53
CODE = r"^(?:-?0[\dxX]|\+)"
"""What a number would lose: leading zeros, a plus; and 0x, which is read as another number."""

Read = Callable[[dict[str, pa.DataType]], pd.DataFrame | None]
"""Reads the cells of each column as its type; gives None where one does not fit."""


@dataclass
class Draft:
    """A first read: numbers as such, everything else as text."""

    frame: pd.DataFrame
    kinds: dict[str, str]


def read_draft(read: Read, wanted: dict[str, str], missing: list[str], codes: bool) -> Draft | None:
    """Read numbers as numbers and the rest as text; numbers that fail, or may be codes, are looked at as text."""
    kinds = {name: kind if kind in PLAIN and not (codes and kind == "integer") else "text" for name, kind in wanted.items()}
    frame = _read(read, kinds)
    long = [] if frame is None else [name for name, kind in kinds.items() if kind == "number" and _loses_digits(frame[name].to_numpy())]
    if frame is None or long:
        kinds |= dict.fromkeys(long or kinds, "text")
        frame = _read(read, kinds)
    if frame is None:
        return None
    for name in [name for name, kind in wanted.items() if kind in PLAIN and kinds[name] == "text" and name not in long]:
        kinds[name], frame[name] = _as_numbers(frame[name], missing)
    return Draft(frame, kinds)


def _read(read: Read, kinds: dict[str, str]) -> pd.DataFrame | None:
    return read({name: PLAIN.get(kind, pa.large_string()) for name, kind in kinds.items()})


def _as_numbers(cells: pd.Series, missing: list[str]) -> tuple[str, pd.Series]:
    """Turn text into numbers, which may be whole, where that loses nothing; else give the text."""
    texts = pa.array(cells, pa.large_string())
    starts = pc.or_(pc.starts_with(texts, "0"), pc.or_(pc.starts_with(texts, "-0"), pc.starts_with(texts, "+")))
    if pc.any(pc.match_substring_regex(texts.filter(starts), CODE)).as_py():
        return "text", cells
    known = pc.if_else(pc.is_in(texts, pa.array(missing, pa.large_string())), None, texts)
    for kind, wanted in PLAIN.items():
        try:
            numbers = pc.cast(known, wanted)
        except pa.ArrowInvalid:
            continue
        found = numbers.to_pandas().copy()  # what is not copied cannot be written to
        if kind == "integer" and not numbers.null_count:
            return kind, found
        if kind == "number" and found.isna().sum() == numbers.null_count and not _loses_digits(found.to_numpy()):
            return kind, found
    return "text", cells


def _loses_digits(numbers: np.ndarray) -> bool:
    """Say whether whole numbers may be too long to be kept exactly."""
    values = numbers[np.isfinite(numbers)]
    return bool((np.abs(values) >= EXACT_IN_FLOAT).any()) and bool((values == np.floor(values)).all())
