"""Understanding a file: which function reads it, with which options, and what the columns are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from engine.errors import Refusal
from engine.functions.read_delimited import read_delimited
from engine.functions.read_excel_sheet import read_excel_sheet
from engine.functions.read_irregular import read_irregular
from engine.functions.read_json_records import read_json_records
from engine.functions.read_key_values import read_key_values
from engine.functions.read_markup_table import read_markup_table
from engine.functions.read_parquet_table import read_parquet_table
from engine.ingest.delimited import understand_delimited
from engine.ingest.excel import understand_workbook
from engine.ingest.formats import content_of
from engine.ingest.json_table import looks_like_json, understand_json
from engine.ingest.markup import understand_markup
from engine.ingest.parquet import understand_parquet
from engine.kinds import describe_columns

READERS: dict[str, Callable[..., pd.DataFrame]] = {
    function.__name__: function
    for function in (
        read_delimited,
        read_irregular,
        read_excel_sheet,
        read_json_records,
        read_key_values,
        read_markup_table,
        read_parquet_table,
    )
}
"""The functions that a recorded step may name."""

SPOKEN: dict[str, Any] = {
    "true": True,
    "false": False,
    "none": False,
    "comma": ",",
    "point": ".",
    "dot": ".",
    "semicolon": ";",
    "tab": "\t",
    "pipe": "|",
    "space": " ",
}
"""Hints as people say them."""


@dataclass(frozen=True)
class Understood:
    """A file as it was understood: ``function(path, **arguments)`` gives ``frame`` again, here and in exported code."""

    function: Callable[..., pd.DataFrame]
    arguments: dict[str, Any]
    frame: pd.DataFrame
    columns: list[dict[str, Any]]
    warnings: list[str]
    invented_names: bool = False
    """Whether the file has no header, so that its columns were given names."""
    ambiguous: dict[str, str] = field(default_factory=dict)
    """Columns whose dates fit both orders of day and month, each with a cell that shows it."""


def understand(path: Path, name: str, hints: dict[str, Any] | None = None) -> Understood:
    """Read a file of any known format by its content; ``hints`` that are given win over what would be guessed.

    Hints: ``sheet``, ``delimiter``, ``decimal``, ``encoding``, ``header`` (true, false or the number of its line),
    ``date_order`` ("day" or "month" first). Raises ``Refusal`` for what is no table that can be worked with.
    """
    given = {
        key: value if key == "sheet" else SPOKEN.get(str(value).lower().removeprefix("a "), value)
        for key, value in (hints or {}).items()
        if value is not None
    }
    if given.get("decimal", ".") not in (".", ","):
        raise Refusal("unknown_decimal", f"{given['decimal']!r} is no decimal mark.", "It is a point or a comma; leave it out to have it found.", argument="decimal")
    content = content_of(path, name)
    json = content.format not in ("workbook", "markup", "parquet") and looks_like_json(content.head)
    idle = _idle("json" if json else content.format, given)
    if content.format == "workbook":
        reading = understand_workbook(path, name, given)
    elif content.format == "markup":
        reading = understand_markup(path, name, content, given)
    elif content.format == "parquet":
        reading = understand_parquet(path, name)
    elif json:
        reading = understand_json(path, name, content, given)
    else:
        reading = understand_delimited(name, content, given)
    return Understood(
        reading.function,
        reading.arguments,
        reading.frame,
        describe_columns(reading.frame),
        idle + reading.warnings,
        reading.invented_names,
        reading.ambiguous,
    )


IDLE = {
    "workbook": ("A workbook", ("delimiter", "encoding")),
    "parquet": ("A Parquet file", ("delimiter", "decimal", "encoding", "header")),
    "json": ("A JSON file", ("delimiter", "header")),
}
"""What the files of a kind are called, and the hints that say nothing about them."""


def _idle(kind: str, given: dict[str, Any]) -> list[str]:
    """Say what was asked for and cannot be done with a file of this kind."""
    called, words = IDLE.get(kind, ("", ()))
    said = [f"{called} has no {'line of names' if word == 'header' else word}, so nothing came of that." for word in words if word in given]
    if "sheet" in given and kind != "workbook":
        said.append("Only a workbook has sheets, and this is none; it was read as before.")
    return said
