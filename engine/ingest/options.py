"""The arguments that every reader of delimited text takes."""

from __future__ import annotations

from typing import Any

from engine.errors import Refusal
from engine.ingest.column_types import Types
from engine.ingest.layout import Layout
from engine.ingest.names import make_names
from engine.ingest.source import Source


def refuse_empty(name: str, layout: Layout) -> None:
    """Refuse a table with a header and nothing below it."""
    if layout.rows < 1:
        columns = ", ".join(repr(cell) for cell in (layout.header or [])[:5])
        raise Refusal(
            "no_rows",
            f"{name} has a header ({columns}) and no rows of data.",
            "Export the table again with its rows; if the first line is data, load it with header=false.",
        )


def column_names(layout: Layout) -> tuple[list[str], list[str]]:
    """Give the columns names of their own, and what was changed as sentences."""
    if layout.header is None:
        return [f"column_{place}" for place in range(1, layout.width + 1)], []
    return make_names(layout.header)


def shared_arguments(types: Types, kinds: dict[str, str], source: Source) -> dict[str, Any]:
    """Give the arguments that are not about the records."""
    arguments: dict[str, Any] = {"columns": kinds, "encoding": source.encoding}
    arguments |= source.content.packing
    if types.decimal != ".":
        arguments["decimal"] = types.decimal
    arguments["missing"] = sorted(types.missing | {""})
    if types.missing_numbers - types.missing:
        arguments["missing_numbers"] = sorted(types.missing_numbers - types.missing)
    if types.strip:
        arguments["strip"] = True
    if types.spellings:
        arguments["spellings"] = types.spellings
    return arguments
